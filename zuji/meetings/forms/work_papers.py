"""Input about work plans and summaries."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.numbers import day
from zuji.foundation.widgets import DayInput
from zuji.meetings.models import Meeting
from zuji.meetings.queries.work_papers import meetings_to_report_at
from zuji.organizations.models import Organization


class WorkPaperForm(forms.Form):
    """The text of a plan or summary; `seen` is the revision that the page showed."""

    text = forms.CharField(label=_("Text"), max_length=60_000, widget=forms.Textarea(attrs={"rows": 18}))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, draft: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["data-draft"] = draft


class MeetingChoice(forms.ModelChoiceField[Meeting]):
    """A meeting by its day and topic."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{day(obj.held_on)} {obj.topic}"


class ReportForm(forms.Form):
    """At which meeting the members were told, or on which day."""

    meeting = MeetingChoice(
        label=_("At the meeting"),
        queryset=Meeting.objects.none(),
        required=False,
        help_text=_("Meetings of all members that took place."),
    )
    reported_on = forms.DateField(
        label=_("Or on the day"), required=False, widget=DayInput, help_text=_("If it was told without a meeting.")
    )

    def __init__(self, *args: Any, branch: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = self.fields["meeting"]
        assert isinstance(meetings, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        meetings.queryset = meetings_to_report_at(branch)
