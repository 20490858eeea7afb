"""Input of steps and of handling."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput
from zuji.proposals.actions.steps import BY_A_BODY, Step, step_fields
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import CLASSES, LEVELS, SATISFACTIONS, SCHEMES, UNIT_ROLES
from zuji.proposals.queries.grounds import Ground


class StepForm(forms.Form):
    """One step: its day, who decided it, by which paper and why; and what this step says besides."""

    on = forms.DateField(label=_("On"), widget=DayInput)
    body = PastedLineField(label=_("By which body"), max_length=80, required=False)
    document_no = PastedLineField(label=_("Number of the document"), max_length=60, required=False)
    ground = forms.ChoiceField(label=_("Ground for not filing"), required=False)
    merged_with = forms.ModelChoiceField(
        label=_("Merged into one kept here"), queryset=Proposal.objects.none(), required=False
    )
    merged_into = PastedLineField(label=_("or into another, by its number"), max_length=40, required=False)
    cppcc_level = forms.ChoiceField(label=_("CPPCC of"), choices=list(LEVELS.items()), initial="city", required=False)
    place = PastedLineField(label=_("Place"), max_length=40, required=False)
    term_no = forms.IntegerField(label=_("Term"), min_value=1, max_value=99, required=False)
    session_no = forms.IntegerField(label=_("Session"), min_value=1, max_value=20, required=False)
    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=9999, required=False)
    supervisor = PastedLineField(label=_("Supervised by"), max_length=60, required=False)
    reason = PastedLineField(label=_("Reason or remark"), max_length=300, required=False)

    def __init__(self, *args: Any, what: str, others: Any, grounds: Iterable[Ground] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.what = what
        wanted = step_fields(what)
        unwanted = {
            "ground": ("ground",),
            "merged": ("merged_with", "merged_into"),
            "number": ("cppcc_level", "place", "term_no", "session_no", "number"),
            "supervisor": ("supervisor",),
        }
        for name, fields in unwanted.items():
            if not wanted[name]:
                for each in fields:
                    del self.fields[each]
        if "ground" in self.fields:
            field = self.fields["ground"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.choices = [("", "—"), *((each.code, _dated(each)) for each in grounds)]
        if "merged_with" in self.fields:
            field = self.fields["merged_with"]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.queryset = others
        for each in ("number", "term_no", "session_no", "place"):
            if each in self.fields:
                self.fields[each].required = True
        self.fields["body"].required = what in BY_A_BODY
        if what in ("withdrawn", "returned"):
            self.fields["reason"].required = True

    @property
    def step(self) -> Step:
        """What the action takes."""
        said = self.cleaned_data
        number = None
        if "number" in said:
            number = (said["cppcc_level"], said["place"], said["term_no"], said["session_no"], said["number"])
        kept = ("on", "body", "document_no", "reason", "ground", "merged_into", "merged_with", "supervisor")
        return Step(what=self.what, number=number, **{name: said[name] for name in kept if said.get(name)})


def _dated(ground: Ground) -> Any:
    """A ground with its last day, where it has one: a step may be entered later."""
    if ground.until_on is None:
        return ground.label
    return format_lazy(_("{ground} (until {day})"), ground=ground.label, day=ground.until_on - timedelta(days=1))


class GroundForm(forms.Form):
    """A ground for not filing, from a day on."""

    label = PastedLineField(
        label=_("Words of the ground"),
        max_length=60,
        help_text=_("Its words never change; other words are another ground."),
    )
    from_on = forms.DateField(label=_("In force from"), widget=DayInput)
    source = PastedLineField(
        label=_("By which rule or decision"), max_length=120, help_text=_("It stands beside the ground.")
    )


class GroundEndForm(forms.Form):
    """The first day on which a ground no longer holds."""

    until_on = forms.DateField(label=_("First day no longer in force"), widget=DayInput)
    source = PastedLineField(label=_("By which rule or decision"), max_length=120)


class AssignmentForm(forms.Form):
    """Which unit handles a proposal, in which role, from when."""

    unit = PastedLineField(label=_("Unit"), max_length=80)
    role = forms.ChoiceField(label=_("Role"), choices=list(UNIT_ROLES.items()))
    assigned_on = forms.DateField(label=_("Assigned on"), widget=DayInput)
    document_no = PastedLineField(label=_("Number of the document"), max_length=60, required=False)


class ContactForm(forms.Form):
    """When the unit contacted and consulted the proposer, and asked for more time."""

    contacted_on = forms.DateField(label=_("Contacted on"), widget=DayInput, required=False)
    consulted_on = forms.DateField(label=_("Consulted in person on"), widget=DayInput, required=False)
    extended_on = forms.DateField(label=_("Extension told on"), widget=DayInput, required=False)


class ReplyForm(forms.Form):
    """A reply: the letter on it and the scheme that gives the letter its meaning."""

    replied_on = forms.DateField(label=_("Replied on"), widget=DayInput)
    scheme = forms.ChoiceField(label=_("Scheme of classes"), choices=list(SCHEMES.items()))
    reply_class = forms.ChoiceField(
        label=_("Class"), choices=[(letter, letter) for letter in sorted(set().union(*CLASSES.values()))]
    )
    document_no = PastedLineField(label=_("Number of the document"), max_length=60, required=False)
    text = PastedTextField(label=_("What it says"), rows=6, required=False)


class FeedbackForm(forms.Form):
    """How content the proposer is, with the handling and with its result."""

    process = forms.ChoiceField(
        label=_("With how it was handled"), choices=list(SATISFACTIONS.items()), widget=forms.RadioSelect
    )
    result = forms.ChoiceField(
        label=_("With what came of it"), choices=list(SATISFACTIONS.items()), widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("On"), widget=DayInput)
    asks_again = forms.BooleanField(label=_("Ask for it to be handled again"), required=False)
