"""Input about votes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.meetings.actions.votes import CHOICES, Motion
from zuji.meetings.models import AgendaItem, Meeting, Tally, Vote
from zuji.meetings.queries.votes import majority_choices

CHOICE_WORDS = {"for": _("in favour"), "against": _("against it"), "abstained": _("I abstain")}


def _count(label: Any) -> forms.IntegerField:
    numbers = forms.NumberInput(attrs={"inputmode": "numeric", "min": 0})
    return forms.IntegerField(label=label, min_value=0, max_value=9999, widget=numbers)


class TallyForm(forms.Form):
    """The numbers on each side; invalid papers where there are papers."""

    for_count = _count(_("Votes for"))
    against_count = _count(_("Votes against"))
    abstained_count = _count(_("Abstentions"))
    invalid_count = _count(_("Invalid papers"))

    def __init__(self, *args: Any, method: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.method = method
        if method != "paper_ballot":
            del self.fields["invalid_count"]
        if method == "secret_ballot":
            for name in ("for_count", "against_count", "abstained_count"):
                del self.fields[name]

    @property
    def tally(self) -> Tally:
        """The numbers."""
        said = self.cleaned_data
        invalid = said.get("invalid_count", 0)
        return Tally(said["for_count"], said["against_count"], said["abstained_count"], invalid)


class VoteForm(TallyForm):
    """A question put to the vote, and its numbers where they were counted in the room."""

    question = forms.CharField(
        label=_("What is voted on"), max_length=200, help_text=_("Such as “Adopt the amended institution”.")
    )
    agenda_item = forms.ModelChoiceField(
        label=_("Matter of the agenda"), queryset=AgendaItem.objects.none(), required=False
    )
    majority = forms.ChoiceField(label=_("Majority"), widget=forms.RadioSelect, initial="simple")
    field_order = ("question", "agenda_item", "majority", "for_count", "against_count", "abstained_count")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        matter, majority = self.fields["agenda_item"], self.fields["majority"]
        assert isinstance(matter, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        assert isinstance(majority, forms.ChoiceField)  # noqa: S101 - the same
        matter.queryset = meeting.agenda.all()
        majority.choices = majority_choices(meeting)

    @property
    def motion(self) -> Motion:
        """What is put to the vote."""
        said = self.cleaned_data
        item = said["agenda_item"]
        return Motion(said["question"], self.method, said["majority"], item.pk if item else None)


class CorrectionForm(TallyForm):
    """Other numbers of a vote, and why; `seen` is the revision of the meeting that the page showed."""

    reason = forms.CharField(label=_("Why it is corrected"), max_length=120)
    seen = forms.IntegerField(widget=forms.HiddenInput)


def shown_tally(vote: Vote) -> dict[str, Any]:
    """Give a vote as the correction form shows it."""
    return {**vars(vote.tally), "seen": vote.meeting.revision}


class BallotForm(forms.Form):
    """A member's choice. Kept nowhere in the browser either."""

    choice = forms.ChoiceField(
        label=_("Your vote"),
        choices=[(code, CHOICE_WORDS[code]) for code in CHOICES],
        widget=forms.RadioSelect(attrs={"autocomplete": "off"}),
    )


class ReasonForm(forms.Form):
    """Why something is taken back or dropped."""

    reason = forms.CharField(label=_("Reason"), max_length=120)
