"""Input about node days and theme activities, turned into clean values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import AttendanceForm
from zuji.organizations.models import Member

OBSERVANCE_FORMS = ("座谈会", "报告会", "主题学习", "参观", "书画展", "联欢会", "走访慰问", "志愿服务")


class AnnouncementForm(forms.Form):
    """The day announced for a year."""

    day = forms.DateField(label=_("Announced day"), widget=DayInput)


class RollForm(AttendanceForm):
    """One mark for each person of a branch who is expected; nobody else is noted."""

    guests = None  # type: ignore[assignment]  # Django's way to take out a field of the form above

    def lacks_marks(self, posted: dict[str, Any]) -> bool:
        """Say whether people stand in the list who did not when the page was sent."""
        return any(not posted.get(f"mark-{member.pk}") for member in self.people)


class ObservanceForm(RollForm):
    """How a branch marked a node day, and who came."""

    status = forms.ChoiceField(
        label=_("Did it take place?"),
        choices=[("held", _("It took place")), ("cancelled", _("It did not take place"))],
        widget=forms.RadioSelect,
    )
    held_on = forms.DateField(label=_("Day"), widget=DayInput, required=False)
    form = forms.CharField(
        label=_("In what form"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "observance-forms", "autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why it did not take place"),
        max_length=120,
        required=False,
        help_text=_("Only where it did not take place."),
    )

    def __init__(self, *args: Any, people: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        if self.is_bound and self.data.get("status") == "cancelled":
            for member in people:
                self.fields[f"mark-{member.pk}"].required = False


def posted_day(text: str, fallback: date) -> date:
    """Read the day that was sent, to know whose names the list has; nonsense is the form's to refuse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return fallback
