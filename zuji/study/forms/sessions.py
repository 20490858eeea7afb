"""Input about study sessions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput, TimeInput
from zuji.gatherings.forms import PeopleForm
from zuji.organizations.models import Member
from zuji.study.models import SESSION_KINDS, StudySession

PLAN = ("kind", "topic", "held_on", "starts_at", "ends_at", "venue", "link", "chaired_by", "lead_speaker")


class SeriesForm(forms.Form):
    """Which series of sessions is shown."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Series"), choices=[("", _("all kinds")), *SESSION_KINDS.items()])


class SessionForm(PeopleForm):
    """When, where and about what a session is."""

    people_fields = ("chaired_by", "lead_speaker")
    kind = forms.ChoiceField(label=_("Kind"), choices=list(SESSION_KINDS.items()))
    topic = forms.CharField(label=_("Topic"), max_length=160)
    issue: Any = forms.ModelChoiceField(
        label=_("Journal issue"),
        queryset=None,
        required=False,
        help_text=_("For a journal reading only."),
    )
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Starts at"), required=False, widget=TimeInput)
    ends_at = forms.TimeField(label=_("Ends at"), required=False, widget=TimeInput)
    venue = forms.CharField(label=_("Place"), max_length=80, required=False)
    link = forms.URLField(label=_("Link, if online"), max_length=300, required=False, assume_scheme="https")
    chaired_by = forms.ModelChoiceField(label=_("Host"), queryset=Member.objects.none(), required=False)
    lead_speaker = forms.ModelChoiceField(label=_("Lead speaker"), queryset=Member.objects.none(), required=False)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, issues: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["issue"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        field.queryset = issues

    @property
    def plan(self) -> dict[str, Any]:
        """What the actions take."""
        issue = self.cleaned_data["issue"]
        return {name: self.cleaned_data[name] for name in PLAN} | {"issue_id": issue.pk if issue else None}


def shown_session(session: StudySession) -> dict[str, Any]:
    """Give a session as the form shows it."""
    return {name: getattr(session, name) for name in PLAN} | {"issue": session.issue_id, "seen": session.revision}


class RecordForm(forms.Form):
    """What a session did."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What was done"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 10})
    )
