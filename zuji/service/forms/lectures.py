"""Input about lectures."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput, TimeInput
from zuji.gatherings.forms import told_apart
from zuji.organizations.models import Member
from zuji.service.actions import LecturePlan, Proof
from zuji.service.models import AUDIENCES, CATEGORIES, EVIDENCE, ORGANIZERS, Lecture
from zuji.service.models.library import CATEGORY_NAMES

PLAN = ("topic", "held_on", "host", "venue", "starts_at", "ends_at", "guest_speaker")
WORDS = (
    "library_topic", "host_unit", "organizer_level", "audience_kind", "is_public_welfare", "theme_multiparty",
    "host_prepares",
)  # fmt: skip
PROOF = (
    "audience_count", "is_estimated", "lecture_hours", "evidence", "has_school_consent", "feedback_count",
    "press_links",
)  # fmt: skip


class SearchForm(forms.Form):
    """Which lectures of the year are listed."""

    year = forms.IntegerField(required=False, widget=forms.HiddenInput)
    category = forms.ChoiceField(
        label=_("Category"), required=False, choices=[("", _("all categories")), *CATEGORIES.items()]
    )
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=40)
    q = forms.CharField(label=_("Topic, host or place"), required=False, max_length=80)


class LectureForm(forms.Form):
    """On what, when, where, for whom, and who speaks."""

    library_topic: Any = forms.ModelChoiceField(
        label=_("From the library"), queryset=None, required=False, empty_label=_("a topic of its own")
    )
    topic = PastedLineField(
        label=_("Topic of the lecture"),
        max_length=120,
        required=False,
        help_text=_("Left empty, it is called as in the library."),
    )
    category = forms.ChoiceField(label=_("Category"), choices=list(CATEGORIES.items()))
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Starts at"), required=False, widget=TimeInput)
    ends_at = forms.TimeField(label=_("Ends at"), required=False, widget=TimeInput)
    host_unit: Any = forms.ModelChoiceField(
        label=_("Host unit"), queryset=None, required=False, empty_label=_("another host")
    )
    host = PastedLineField(label=_("Name of another host"), max_length=80, required=False)
    venue = PastedLineField(label=_("Place"), max_length=80, required=False)
    speakers = forms.TypedMultipleChoiceField(
        label=_("Speakers"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    lead = forms.TypedChoiceField(
        label=_("Who leads"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Named first on the page for everybody, the invitation and the calendar."),
    )
    guest_speaker = PastedLineField(
        label=_("Guest speaker"), max_length=80, required=False, help_text=_("Somebody who is no member of the branch.")
    )
    audience_kind = forms.ChoiceField(
        label=_("For whom"), choices=[("", _("not said")), *AUDIENCES.items()], required=False
    )
    organizer_level = forms.ChoiceField(label=_("Organized by"), choices=list(ORGANIZERS.items()), initial="branch")
    is_public_welfare = forms.BooleanField(label=_("Free of charge"), required=False, initial=True)
    theme_multiparty = forms.BooleanField(label=_("Tells of multiparty cooperation and the party"), required=False)
    host_prepares = PastedLineField(
        label=_("What the host prepares"),
        max_length=200,
        required=False,
        help_text=_("It stands on the invitation, such as a projector and two microphones."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Sequence[Member], topics: Any, host_units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = told_apart(people)
        fields: Any = self.fields
        choices = [(member.pk, names[member.pk]) for member in people]
        fields["speakers"].choices = choices
        fields["lead"].choices = [("", _("the first of those ticked")), *choices]
        fields["library_topic"].queryset = topics
        fields["host_unit"].queryset = host_units

    def clean(self) -> dict[str, Any]:
        """Take the topic from the library and the host from the list where no other words are given."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not said.get("topic") and said.get("library_topic"):
            said["topic"] = said["library_topic"].title
        if not said.get("topic") and "topic" not in self.errors:
            self.add_error("topic", _("Say what it is about, or choose from the library."))
        if not said.get("host") and said.get("host_unit"):
            said["host"] = said["host_unit"].name
        return said

    @property
    def plan(self) -> LecturePlan:
        """What the actions take; who leads speaks, ticked or not, and is the first."""
        said = self.cleaned_data
        lead = [said["lead"]] if said["lead"] else []
        speakers = tuple(dict.fromkeys([*lead, *said["speakers"]]))
        return LecturePlan(speakers=speakers, **{name: said[name] for name in PLAN})

    @property
    def words(self) -> dict[str, Any]:
        """What else the plan says."""
        return {name: self.cleaned_data[name] for name in WORDS} | {
            "kind": CATEGORY_NAMES[self.cleaned_data["category"]]
        }


def shown_plan(lecture: Lecture) -> dict[str, Any]:
    """Give a lecture as the form shows it."""
    shown = {name: getattr(lecture, name) for name in (*PLAN, *WORDS)}
    speakers = [row.member_id for row in lecture.speakers.all()]
    lead = speakers[0] if speakers else None
    return shown | {"category": lecture.category, "speakers": speakers, "lead": lead, "seen": lecture.revision}


class ProofForm(forms.Form):
    """How a lecture went and what proves it."""

    audience_count = forms.IntegerField(
        label=_("How many came"),
        min_value=0,
        max_value=1_000_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        help_text=_("The number only; nobody in the audience is named."),
    )
    is_estimated = forms.BooleanField(label=_("Estimated, not counted"), required=False)
    evidence = forms.MultipleChoiceField(
        label=_("What proves it"), choices=list(EVIDENCE.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    has_school_consent = forms.BooleanField(
        label=_("The school agreed to photos of pupils"),
        required=False,
        help_text=_("Pupils under 14 are blurred and never named."),
    )
    lecture_hours = forms.DecimalField(
        label=_("Hours"), required=False, min_value=Decimal("0.1"), max_value=100, max_digits=4, decimal_places=1
    )
    feedback = forms.DecimalField(
        label=_("Average of the feedback"), required=False, min_value=0, max_value=10, max_digits=3, decimal_places=1
    )
    feedback_count = forms.IntegerField(label=_("Answers"), required=False, min_value=1, max_value=1_000_000)
    press_links = PastedTextField(label=_("Press reports"), required=False, longest=2000, rows=2)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def proof(self) -> Proof:
        """What the action takes; the average as tenths."""
        said = self.cleaned_data
        average = said["feedback"]
        given = {name: said[name] for name in PROOF} | {"evidence": tuple(said["evidence"])}
        return Proof(**given, feedback_tenths=None if average is None else int(average * 10))


def shown_proof(lecture: Lecture) -> dict[str, Any]:
    """Give how a lecture went as the form shows it; the hours from its beginning and end where nobody said."""
    shown = {name: getattr(lecture, name) for name in PROOF}
    return shown | {"feedback": lecture.feedback or None, "seen": lecture.revision}


class PublicationForm(forms.Form):
    """Whether a lecture stands on the public page, and whether its speakers agreed to be named."""

    is_published = forms.BooleanField(label=_("On the public page"), required=False)
    shows_speakers = forms.BooleanField(label=_("The speakers agreed to be named there"), required=False)
