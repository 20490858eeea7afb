"""Input about who contacts whom: one choice for each member."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.contacts.queries import AssignmentLine


@dataclass(frozen=True)
class AssignmentRow:
    """A member's line on the page: the choice, and whether what is chosen is only suggested."""

    line: AssignmentLine
    field: Any
    is_suggested: bool


class AssignmentForm(forms.Form):
    """Who keeps in touch with each member; `seen` is the mark of what the page showed."""

    seen = forms.CharField(max_length=16, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, lines: Sequence[AssignmentLine], suggestions: Mapping[int, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lines, self.suggestions = lines, suggestions
        for line in lines:
            choices = [(str(holder.pk), holder.name) for holder in line.holders]
            first = line.keeper.pk if line.keeper else suggestions.get(line.member.pk)
            self.fields[f"keeper-{line.member.pk}"] = forms.ChoiceField(
                label=line.member.name,
                choices=[*choices, ("", _("nobody"))],
                initial=str(first or ""),
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def keepers(self) -> dict[int, int | None]:
        """The choices by member id."""
        data = self.cleaned_data
        return {m: int(data[f"keeper-{m}"]) if data[f"keeper-{m}"] else None for m in self._numbers}

    @property
    def _numbers(self) -> list[int]:
        return [line.member.pk for line in self.lines]

    @property
    def rows(self) -> list[AssignmentRow]:
        """The lines as the page shows them."""
        return [
            AssignmentRow(line, self[f"keeper-{line.member.pk}"], line.keeper is None and not self.is_bound)
            for line in self.lines
        ]
