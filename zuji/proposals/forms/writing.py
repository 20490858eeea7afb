"""Input of texts: proposals, materials, signatures, offices."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.entries.models import GROUNDS
from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import ForMemberForm, PeopleForm
from zuji.organizations.models import Member, Organization, PublicOffice
from zuji.proposals.actions.writing import TEXT_FIELDS
from zuji.proposals.models import Proposal, ProposalMaterial
from zuji.proposals.models.words import CATEGORIES, COMMITTEE_FORMS, FORMS, TIMINGS


class ProposalForm(forms.Form):
    """A proposal's text; one matter, with situation, analysis and suggestions."""

    form = forms.ChoiceField(label=_("Form"), choices=list(FORMS.items()))
    title = PastedLineField(
        label=_("Subject"), max_length=160, help_text=_("One matter only, usually no longer than 30 characters.")
    )
    situation = PastedTextField(label=_("Situation"), rows=5, required=False)
    analysis = PastedTextField(label=_("Analysis"), rows=5, required=False)
    suggestions = PastedTextField(
        label=_("Suggestions"), rows=6, required=False, help_text=_("One a line; each names who can do it.")
    )
    category = forms.ChoiceField(label=_("Category"), choices=[("", "—"), *CATEGORIES.items()], required=False)
    suggested_unit = PastedLineField(label=_("Suggested handling unit"), max_length=80, required=False)
    timing = forms.ChoiceField(label=_("When"), choices=list(TIMINGS.items()))
    contact = PastedLineField(label=_("Contact"), max_length=80, required=False)
    is_public = forms.BooleanField(label=_("May be made public"), required=False, initial=True)
    wants_consultation = forms.BooleanField(label=_("Wishes to be consulted in person"), required=False, initial=True)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, organization: Organization, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_committee = organization.level != "branch"
        kept = self.initial.get("form")
        field = self.fields["form"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker which field this is
        field.choices = [
            (form, label) for form, label in FORMS.items() if (form in COMMITTEE_FORMS) == is_committee or form == kept
        ]

    @property
    def text(self) -> dict[str, Any]:
        """What the actions take."""
        return {name: self.cleaned_data[name] for name in TEXT_FIELDS}


def shown_proposal(proposal: Proposal) -> dict[str, Any]:
    """Give a proposal as the form shows it."""
    return {name: getattr(proposal, name) for name in TEXT_FIELDS} | {"seen": proposal.revision}


class MaterialForm(ForMemberForm):
    """A material: one's own, or written down for a member."""

    title = PastedLineField(label=_("Subject"), max_length=160)
    text = PastedTextField(label=_("What is wrong, why, and what could be done"), rows=10)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order: tuple[str, ...] = ("member", "title", "text", "ground")


class MaterialTextForm(forms.Form):
    """A material's words, to be changed."""

    title = PastedLineField(label=_("Subject"), max_length=160)
    text = PastedTextField(label=_("What is wrong, why, and what could be done"), rows=10)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


def shown_material(material: ProposalMaterial) -> dict[str, Any]:
    """Give a material as the form shows it."""
    return {"title": material.title, "text": material.text, "seen": material.revision}


class SignatureForm(PeopleForm):
    """Whose signature is entered, and how they told."""

    people_fields = ("member",)
    member = forms.ModelChoiceField(
        label=_("Member"),
        queryset=Member.objects.none(),
        error_messages={"invalid_choice": _("This is not a member of the branch and cannot sign its proposal.")},
    )
    signed_on = forms.DateField(label=_("Signed on"), widget=DayInput)
    ground = forms.ChoiceField(label=_("How it was told"), choices=list(GROUNDS.items()))


class OfficeForm(PeopleForm):
    """A member's public office, from a day until another."""

    people_fields = ("member",)
    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none())
    kind = forms.ChoiceField(label=_("Office"), choices=list(PublicOffice.KINDS.items()))
    level = forms.ChoiceField(label=_("Level"), choices=list(PublicOffice.LEVELS.items()))
    session = forms.CharField(label=_("Term"), max_length=20, required=False)
    from_on = forms.DateField(label=_("First day"), widget=DayInput)
    until_on = forms.DateField(label=_("First day no longer held"), widget=DayInput, required=False)
