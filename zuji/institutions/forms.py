"""Input about texts, turned into clean values."""

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.institutions.actions import NEXT_STATES, with_one_kind_of_line_end
from zuji.institutions.models import STATES, InstitutionVersion

LONGEST_TEXT = 200_000
LIVE_CHECK = {
    "hx-post": reverse_lazy("institutions:text-check"),
    "hx-trigger": "load, input changed delay:600ms",
    "hx-target": "#check",
    "hx-sync": "this:replace",
}
"""While one writes, the text is read anew and what it makes due, or what is wrong, stands beside it.

Also at the start: on a slow phone somebody may have typed before the page could listen.
"""


class DraftForm(forms.Form):
    """A draft's text, and the text the writer started from."""

    text = forms.CharField(
        label=_("Text"), max_length=LONGEST_TEXT, strip=False, widget=forms.Textarea(attrs={"rows": 24} | LIVE_CHECK)
    )
    seen = forms.CharField(max_length=LONGEST_TEXT, strip=False, required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        return with_one_kind_of_line_end(self.cleaned_data["text"])

    def clean_seen(self) -> str:
        return with_one_kind_of_line_end(self.cleaned_data["seen"])


class DraftSourceForm(forms.Form):
    """What a draft begins from: a shipped template by its code, or an institution by its number."""

    template = forms.CharField(required=False)
    institution = forms.IntegerField(required=False)


class VersionEventForm(forms.Form):
    """One step of a version's life: which, when, who, on what ground."""

    state = forms.ChoiceField(label=_("Step"))
    on = forms.DateField(label=_("Day"), widget=DayInput)
    by = forms.CharField(label=_("Decided by"), max_length=80, required=False)
    note = forms.CharField(label=_("Ground"), max_length=200, required=False)

    def __init__(self, *args: Any, version: InstitutionVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)  # noqa: S101 - tells the type checker which field this is
        steps = NEXT_STATES[version.state]
        state.choices = [(step, STATES[step]) for step in steps]
        self.has_steps = bool(steps)
