"""Input about gatherings, turned into clean values."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.entries.models import GROUNDS
from zuji.foundation.widgets import DayInput
from zuji.gatherings.models import LEAVE_KINDS
from zuji.organizations.models import Member
from zuji.organizations.models.records import MARKS

MARK_LOOKS = {"present": "good", "online": "good", "absent": "bad"}
MARKS_IN_ORDER = (
    "present", "late", "leave", "absent", "left_early", "online", "sick_leave", "official_leave", "exempt",
)  # fmt: skip
"""The order in which a tap moves on: what happens most comes first."""
COUNTED = {
    "present": "present online late left_early",
    "leave": "leave sick_leave official_leave",
    "absent": "absent",
}
"""What the bar below counts along: which marks go together under one word."""


def seen_now(form: forms.Form, gathering: Any) -> None:
    """After a clash has been told, let the next save of the same page stand: its writer has seen both."""
    data: Any = form.data
    data = data.copy()
    data["seen"] = str(type(gathering).objects.values_list("revision", flat=True).get(pk=gathering.pk))
    form.data = data


class PeopleForm(forms.Form):
    """A form that offers people of one branch in some of its fields."""

    people_fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.people_fields:
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.queryset = people


class AttendanceForm(forms.Form):
    """One mark for each person expected, and the guests; `seen` is the revision the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    guests = forms.CharField(
        label=_("Guests and members of other branches"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One person a line: name, then where from."),
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[Member],
        first: dict[int, str] | None = None,
        signed_in: set[int] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.signed_in, first = people, signed_in or set(), first or {}
        self.names = told_apart(people)
        for member in people:
            self.fields[f"mark-{member.pk}"] = forms.ChoiceField(
                label=self.names[member.pk], choices=list(MARKS.items()), initial=first.get(member.pk)
            )

    def clean_guests(self) -> tuple[tuple[str, str], ...]:
        """Read a guest a line: the name, then, after a comma or a space, where from."""
        found = []
        for line in str(self.cleaned_data["guests"]).splitlines():
            plain = unicodedata.normalize("NFKC", line).replace("、", ",").replace("(", ",").replace(")", "")
            name, _comma, unit = plain.strip().replace("\t", " ").partition("," if "," in plain else " ")
            if not name.strip():
                continue
            if len(name.strip()) > 40 or len(unit.strip()) > 60:
                raise forms.ValidationError(_("“%(line)s” is too long for a guest.") % {"line": line[:40]})
            found.append((name.strip(), unit.strip()))
        return tuple(dict.fromkeys(found))

    @property
    def marks(self) -> dict[int, str]:
        """The marks by member id."""
        return {member.pk: self.cleaned_data[f"mark-{member.pk}"] for member in self.people}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What `ui/person_choice.html` shows of each person."""
        choices = [{"value": mark, "label": MARKS[mark], "look": MARK_LOOKS.get(mark, "")} for mark in MARKS_IN_ORDER]
        return [
            {
                "name": self.names[member.pk],
                "field_name": f"mark-{member.pk}",
                "choices": choices,
                "value": self[f"mark-{member.pk}"].value(),
                "is_signed_in": member.pk in self.signed_in,
            }
            for member in self.people
        ]

    @property
    def counts(self) -> dict[str, dict[str, Any]]:
        """How many are present, on leave, absent, as the page begins, and which marks that is."""
        marks = [self[f"mark-{member.pk}"].value() for member in self.people]
        return {
            word: {"marks": counted, "number": sum(mark in counted.split() for mark in marks)}
            for word, counted in COUNTED.items()
        }


def told_apart(people: Sequence[Member]) -> dict[int, str]:
    """Name people so that two of the same name can be told apart: by their number too."""
    how_often = Counter(member.name for member in people)
    return {m.pk: f"{m.name} {m.member_no}" if how_often[m.name] > 1 else m.name for m in people}


def shown_guests(guests: Sequence[tuple[str, str]]) -> str:
    """Give the guests as the form shows them."""
    return "\n".join(f"{name}，{unit}" if unit else name for name, unit in guests)


class BranchListForm(AttendanceForm):
    """Who of a branch came to an activity of its committee; `seen` says which marks the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)  # type: ignore[assignment]
    guests = None  # type: ignore[assignment]


class ReasonForm(forms.Form):
    """Why a day was not marked, or an activity is called off."""

    reason = forms.CharField(label=_("Why it did not take place"), max_length=120)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CancellationForm(forms.Form):
    """Why it did not take place."""

    reason = forms.CharField(label=_("Why it did not take place"), max_length=120)


class ForMemberForm(PeopleForm):
    """Something of a member: one's own, or entered for another on a stated ground."""

    people_fields = ("member",)
    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none())
    ground = forms.ChoiceField(label=_("How it was told"), choices=list(GROUNDS.items()))

    def __init__(self, *args: Any, people: Any, own: Member | None, **kwargs: Any) -> None:
        super().__init__(*args, people=people, **kwargs)
        self.own = own
        if own is not None:
            del self.fields["member"], self.fields["ground"]

    @property
    def who(self) -> Member:
        """Whose it is."""
        member: Member = self.own or self.cleaned_data["member"]
        return member

    @property
    def how(self) -> str:
        """On what ground it was entered."""
        return "own" if self.own else str(self.cleaned_data["ground"])


class LeaveForm(ForMemberForm):
    """Leave from a gathering."""

    kind = forms.ChoiceField(label=_("Kind of leave"), choices=list(LEAVE_KINDS.items()), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), max_length=120, required=False, help_text=_("Read by those who keep the records only.")
    )
    field_order: tuple[str, ...] = ("member", "kind", "reason", "ground")


class StandingLeaveForm(LeaveForm):
    """Leave from everything for a while."""

    from_on = forms.DateField(label=_("First day"), widget=DayInput)
    until_on = forms.DateField(label=_("Last day"), widget=DayInput)
    field_order = ("member", "kind", "from_on", "until_on", "reason", "ground")


class LeaveDecisionForm(forms.Form):
    """Whether a leave is granted."""

    state = forms.ChoiceField(choices=[("granted", ""), ("declined", "")])


class MakeUpForm(ForMemberForm):
    """When and how a member studied afterwards what was missed."""

    studied_on = forms.DateField(label=_("Studied on"), widget=DayInput)
    note = forms.CharField(
        label=_("What was studied"),
        max_length=120,
        required=False,
        help_text=_("Such as the notes or the material read."),
    )
    field_order = ("member", "studied_on", "note", "ground")


class SignInStateForm(forms.Form):
    """Whether members may sign in."""

    state = forms.ChoiceField(choices=[("open", ""), ("closed", "")])


class CodeForm(forms.Form):
    """The code on the screen."""

    code = forms.CharField(
        label=_("Code on the screen"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        """Take full-width digits and spaces as they come."""
        return unicodedata.normalize("NFKC", str(self.cleaned_data["code"])).replace(" ", "")
