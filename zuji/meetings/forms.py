"""Input about meetings, turned into clean values."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput, TimeInput
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import LEAVE_KINDS, MEETING_KINDS, AgendaItem, LeaveRequest, Meeting
from zuji.organizations.models import Member
from zuji.organizations.models.records import MARKS

SPARE_ASSIGNMENTS = 3
MARK_LOOKS = {"present": "good", "online": "good", "late": "soft", "left_early": "soft", "absent": "bad"}
MARKS_IN_ORDER = ("present", "late", "leave", "absent", "left_early", "online", "sick_leave", "official_leave")
"""The order in which a tap moves on: what happens most comes first."""


def seen_now(form: forms.Form, meeting: Meeting) -> None:
    """After a clash has been told, let the next save of the same page stand: its writer has seen both."""
    data: Any = form.data
    data = data.copy()
    data["seen"] = str(Meeting.objects.values_list("revision", flat=True).get(pk=meeting.pk))
    form.data = data


class MeetingForm(forms.Form):
    """When, where and about what a meeting is; the agenda is one matter a line."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(MEETING_KINDS.items()))
    topic = forms.CharField(label=_("Topic"), max_length=160)
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Starts at"), required=False, widget=TimeInput)
    ends_at = forms.TimeField(label=_("Ends at"), required=False, widget=TimeInput)
    venue = forms.CharField(label=_("Place"), max_length=80, required=False)
    chaired_by = forms.ModelChoiceField(label=_("Chair of the meeting"), queryset=Member.objects.none(), required=False)
    recorder = forms.ModelChoiceField(label=_("Recorder"), queryset=Member.objects.none(), required=False)
    agenda = forms.CharField(
        label=_("Agenda"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One matter a line."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("chaired_by", "recorder"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.queryset = people

    @property
    def meeting_fields(self) -> dict[str, Any]:
        """What the actions take."""
        kept = ("kind", "topic", "held_on", "starts_at", "ends_at", "venue", "chaired_by", "recorder")
        return {name: self.cleaned_data[name] for name in kept}

    @property
    def titles(self) -> list[str]:
        """The matters of the agenda."""
        return str(self.cleaned_data["agenda"]).splitlines()


def shown_plan(meeting: Meeting) -> dict[str, Any]:
    """Give a meeting as the form shows it."""
    kept = ("kind", "topic", "held_on", "starts_at", "ends_at", "venue", "chaired_by", "recorder")
    agenda = "\n".join(item.title for item in meeting.agenda.all())
    return {name: getattr(meeting, name) for name in kept} | {"agenda": agenda, "seen": meeting.revision}


class AttendanceForm(forms.Form):
    """One mark for each person expected; `seen` is the revision the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Sequence[Member], first: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for member in people:
            self.fields[f"mark-{member.pk}"] = forms.ChoiceField(
                label=member.name, choices=list(MARKS.items()), initial=first.get(member.pk)
            )

    @property
    def marks(self) -> dict[int, str]:
        """The marks by member id."""
        return {member.pk: self.cleaned_data[f"mark-{member.pk}"] for member in self.people}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What `ui/person_choice.html` shows of each person."""
        choices = [
            {"value": mark, "label": MARKS[mark], "look": MARK_LOOKS.get(mark, "soft")} for mark in MARKS_IN_ORDER
        ]
        return [
            {
                "name": member.name,
                "field_name": f"mark-{member.pk}",
                "choices": choices,
                "value": self[f"mark-{member.pk}"].value(),
            }
            for member in self.people
        ]


class CancellationForm(forms.Form):
    """Why a meeting did not take place."""

    reason = forms.CharField(label=_("Why it did not take place"), max_length=120)


class LeaveForm(forms.Form):
    """Leave from a meeting: for oneself, or entered for another on a stated ground."""

    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none())
    kind = forms.ChoiceField(label=_("Kind of leave"), choices=list(LEAVE_KINDS.items()), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), max_length=120, required=False, help_text=_("Read by those who keep the records only.")
    )
    ground = forms.ChoiceField(
        label=_("How it was asked"),
        choices=[("phone", _("by phone")), ("paper", _("on paper")), ("in_person", _("in person"))],
    )

    def __init__(self, *args: Any, people: Any, own: Member | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        field = self.fields["member"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        field.queryset = people
        if own is not None:
            del self.fields["member"], self.fields["ground"]

    @property
    def who(self) -> Member:
        """Whose leave it is."""
        member: Member = self.own or self.cleaned_data["member"]
        return member

    @property
    def how(self) -> str:
        """On what ground it was entered."""
        return "own" if self.own else str(self.cleaned_data["ground"])


class LeaveDecisionForm(forms.Form):
    """Whether a leave is granted."""

    state = forms.ChoiceField(choices=[("granted", ""), ("declined", "")])

    def __init__(self, *args: Any, request: LeaveRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request


class MinutesForm(forms.Form):
    """What was said and decided, matter by matter, and what was given to whom to do."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: Meeting, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items: list[AgendaItem] = list(meeting.agenda.all())
        for item in self.items:
            draft = {"rows": 4, "data-draft": f"minutes-{item.pk}"}
            self.fields[f"text-{item.pk}"] = forms.CharField(
                label=_("What was said"), required=False, initial=item.text, max_length=20_000,
                widget=forms.Textarea(attrs=draft),
            )  # fmt: skip
            self.fields[f"resolution-{item.pk}"] = forms.CharField(
                label=_("What was decided"), required=False, initial=item.resolution, max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip
        given = list(meeting.action_items.all())
        self.places = range(len(given) + SPARE_ASSIGNMENTS)
        for place in self.places:
            item_of = given[place] if place < len(given) else None
            self.fields[f"matter-{place}"] = forms.CharField(
                label=_("To be done"), required=False, max_length=160, initial=item_of.matter if item_of else ""
            )
            self.fields[f"owner-{place}"] = forms.ModelChoiceField(
                label=_("By whom"), required=False, queryset=people, initial=item_of.owner_id if item_of else None
            )
            self.fields[f"due-{place}"] = forms.DateField(
                label=_("Due"), required=False, widget=DayInput, initial=item_of.due_on if item_of else None
            )

    @property
    def words(self) -> dict[int, tuple[str, str]]:
        """What was said and decided, by agenda item."""
        data = self.cleaned_data
        return {item.pk: (data[f"text-{item.pk}"], data[f"resolution-{item.pk}"]) for item in self.items}

    @property
    def assignments(self) -> list[Assignment]:
        """What was given out to be done."""
        data = self.cleaned_data
        found = []
        for place in self.places:
            owner: Member | None = data[f"owner-{place}"]
            found.append(Assignment(data[f"matter-{place}"], owner.pk if owner else None, data[f"due-{place}"]))
        return found

    @property
    def parts(self) -> list[dict[str, Any]]:
        """The fields of each matter, as the page lays them out."""
        return [
            {"item": item, "text": self[f"text-{item.pk}"], "resolution": self[f"resolution-{item.pk}"]}
            for item in self.items
        ]

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The fields of each thing to be done."""
        return [{name: self[f"{name}-{place}"] for name in ("matter", "owner", "due")} for place in self.places]
