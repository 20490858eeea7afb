"""Input about infos, turned into clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import ForMemberForm
from zuji.infos.actions import Destination, OutcomeSaid, Written
from zuji.infos.models import BODY_KINDS, LEVELS, OUTCOME_KINDS, CommissionedTopic, Info
from zuji.infos.queries.bodies import committee_named
from zuji.infos.queries.likeness import LikeText
from zuji.organizations.models import Member, Organization

PARTS = ("title", "situation", "analysis", "suggestions", "contact")


class InfoForm(ForMemberForm):
    """The parts of an info (§5): one's own, or entered for another; kept as typed where it is refused."""

    title = PastedLineField(label=_("Title"), max_length=160, help_text=_("Say what the problem is, in one line."))
    situation = PastedTextField(
        label=_("Situation and problem"),
        rows=8,
        required=False,
        help_text=_("What is the case: where, since when, whom."),
    )
    analysis = PastedTextField(label=_("Why it is so"), rows=5, required=False)
    suggestions = PastedTextField(
        label=_("Suggestions"), rows=6, required=False, help_text=_("What should be done, and by which body.")
    )
    contact = PastedLineField(
        label=_("How to reach the author"), max_length=80, required=False, help_text=_("Stays in the branch.")
    )
    topic: Any = forms.ModelChoiceField(
        label=_("Answers a topic that was asked for"), queryset=CommissionedTopic.objects.none(), required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ("member", "ground", *PARTS, "topic", "seen")

    def __init__(self, *args: Any, own: Member | None, topics: Any, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        self.fields["topic"].queryset = topics  # type: ignore[attr-defined]

    @property
    def written(self) -> Written:
        """What the actions take."""
        said = self.cleaned_data
        topic = said.get("topic")
        parts: dict[str, Any] = {name: said[name] for name in PARTS}
        return Written(**parts, topic_id=topic.pk if topic else None)


class InfoChangeForm(InfoForm):
    """The same for one that is there: whose it is stays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, own=None, people=Member.objects.none(), **kwargs)
        del self.fields["member"], self.fields["ground"]


def shown_info(info: Info) -> dict[str, Any]:
    """Give an info as the form shows it."""
    return {name: getattr(info, name) for name in PARTS} | {"topic": info.topic_id, "seen": info.revision}


class HandInForm(forms.Form):
    """The author vouches for the text."""

    is_clear = forms.BooleanField(
        label=_("It holds no secret of state, no secret of work, and nobody’s privacy."), required=False
    )


class SendingForm(forms.Form):
    """To whom an info is sent; for each text that is the same or nearly, why all the same."""

    to_parent = forms.BooleanField(required=False, initial=True)
    body = PastedLineField(label=_("And to another body"), max_length=80, required=False)
    body_kind = forms.ChoiceField(label=_("What sort of body"), choices=list(BODY_KINDS.items()), initial="cppcc")
    on = forms.DateField(
        label=_("Sent on"), widget=DayInput, help_text=_("Earlier where it went on paper and is entered now.")
    )
    is_direct = forms.BooleanField(label=_("Sent straight by a CPPCC member"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    why_own = PastedLineField(label=_("Why nobody else signs it"), max_length=200, required=False)

    def __init__(self, *args: Any, branch: Organization, alike: list[LikeText], signs_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not signs_own:
            del self.fields["why_own"]
        self.branch, self.alike = branch, [each for each in alike if each.verdict != "same_matter"]
        if branch.parent is None:
            del self.fields["to_parent"]
        else:
            self.fields["to_parent"].label = str(branch.parent)
        for place, _each in enumerate(self.alike):
            label = _("Why it is sent all the same")
            self.fields[f"reason_{place}"] = PastedLineField(label=label, max_length=200, required=False)

    @property
    def with_reasons(self) -> list[tuple[LikeText, Any]]:
        """Each text that is the same or nearly, with the field for the reason."""
        return [(each, self[f"reason_{place}"]) for place, each in enumerate(self.alike)]

    @property
    def destinations(self) -> list[Destination]:
        """The bodies that were ticked or named."""
        said, found = self.cleaned_data, []
        if said.get("to_parent") and self.branch.parent is not None:
            found.append(Destination(str(self.branch.parent), "capd", self.branch.parent.pk))
        if said["body"]:
            found.append(_destination(said, near=self.branch, is_direct=said["is_direct"]))
        return found

    @property
    def reasons(self) -> dict[str, str]:
        """Reference of a like text to the reason given."""
        return {each.about: self.cleaned_data[f"reason_{place}"] for place, each in enumerate(self.alike)}


def _destination(said: dict[str, Any], *, near: Organization, is_direct: bool = False) -> Destination:
    """The body that was named; a committee above by its name reaches that desk as if it were ticked."""
    committee = committee_named(said["body"], near)
    kind = "capd" if committee else said["body_kind"]
    return Destination(said["body"], kind, committee.pk if committee else None, is_direct=is_direct)


class ForwardForm(forms.Form):
    """To whom a desk passes an info on: the committee above it, or a further body by name."""

    to_above = forms.BooleanField(required=False)
    body = PastedLineField(label=_("To another body"), max_length=80, required=False)
    body_kind = forms.ChoiceField(label=_("What sort of body"), choices=list(BODY_KINDS.items()), initial="cppcc")
    on = forms.DateField(label=_("Day"), widget=DayInput)

    def __init__(self, *args: Any, desk: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk, self.above = desk, desk.parent
        if self.above is None:
            del self.fields["to_above"]
        else:
            self.fields["to_above"].label = str(self.above)

    @property
    def destination(self) -> Destination:
        """What the action takes."""
        if self.cleaned_data.get("to_above") and self.above is not None:
            return Destination(str(self.above), "capd", self.above.pk)
        return _destination(self.cleaned_data, near=self.desk)


class OutcomeForm(forms.Form):
    """What a body did; a desk passes on by a step of its own, which reaches the next desk."""

    kind = forms.ChoiceField(label=_("What it did"), choices=list(OUTCOME_KINDS.items()), widget=forms.RadioSelect)
    body = PastedLineField(label=_("Which body"), max_length=80)
    body_kind = forms.ChoiceField(label=_("What sort of body"), choices=list(BODY_KINDS.items()))
    level = forms.ChoiceField(label=_("Level"), choices=list(LEVELS.items()), initial="city")
    on = forms.DateField(label=_("On which day"), widget=DayInput)
    issue_no = PastedLineField(label=_("Issue or number"), max_length=40, required=False)
    proof = PastedLineField(
        label=_("Which paper says so"), max_length=120, required=False, help_text=_("A scan can be added to the info.")
    )

    def __init__(self, *args: Any, desk: Organization | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if desk is not None:
            own = [(kind, label) for kind, label in OUTCOME_KINDS.items() if kind != "forwarded"]
            self.fields["kind"].choices = own  # type: ignore[attr-defined]

    @property
    def said(self) -> OutcomeSaid:
        """What the action takes."""
        return OutcomeSaid(**self.cleaned_data)


class ReasonForm(forms.Form):
    """Why, in words the author reads."""

    reason = PastedTextField(label=_("Reason"), longest=300, rows=3)


class TopicForm(forms.Form):
    """A topic to be asked for."""

    title = PastedLineField(label=_("Topic"), max_length=120)
    wanted = PastedTextField(label=_("What it should be about"), longest=2000, rows=3, required=False)
    due_on = forms.DateField(label=_("Wanted by"), widget=DayInput, required=False)


class NewsForm(forms.Form):
    """A piece of news about an activity."""

    title = PastedLineField(label=_("Title"), max_length=120)
    on = forms.DateField(label=_("Sent on"), widget=DayInput)
    text = PastedTextField(label=_("Text"), rows=5, required=False)
