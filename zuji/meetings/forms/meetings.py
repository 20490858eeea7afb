"""Input about meetings and their minutes."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput, TimeInput
from zuji.gatherings.forms import PeopleForm
from zuji.meetings.actions.minutes import Assignment
from zuji.meetings.models import MEETING_KINDS, AgendaItem, Meeting
from zuji.meetings.queries.votes import carried_words
from zuji.organizations.models import Member

SPARE_ASSIGNMENTS = 3


class MeetingForm(PeopleForm):
    """When, where and about what a meeting is; the agenda is one matter a line."""

    people_fields = ("chaired_by", "recorder")
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


def planned_like(meeting: Meeting, *, has_left: bool) -> dict[str, Any]:
    """Give what the next meeting begins with: like this one, and first what became of what it gave to be done."""
    shown = shown_plan(meeting) | {"held_on": None, "topic": "", "seen": None}
    asked_after = gettext("What became of what was decided last time")
    matters = [matter for matter in shown["agenda"].splitlines() if matter != asked_after]
    return shown | {"agenda": "\n".join([asked_after, *matters] if has_left else matters)}


class MinutesForm(forms.Form):
    """What was said and decided, matter by matter, and what was given to whom to do.

    A resolution not yet written begins with what a vote on the matter carried.
    """

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, meeting: Meeting, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items: list[AgendaItem] = list(meeting.agenda.prefetch_related("votes"))
        for item in self.items:
            self.fields[f"text-{item.pk}"] = forms.CharField(
                label=_("What was said"), required=False, initial=item.text, max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )  # fmt: skip
            self.fields[f"resolution-{item.pk}"] = forms.CharField(
                label=_("What was decided"), required=False, max_length=4000,
                initial=item.resolution or carried_words(item),
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
