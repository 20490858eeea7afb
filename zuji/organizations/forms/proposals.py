"""Settings of proposals."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.organizations.forms.settings import PartsForm, SettingForm


class FormulaForm(SettingForm):
    """Which formula of the filing rate is printed first."""

    formula = forms.ChoiceField(
        label=_("Formula"),
        choices=[
            ("strict", _("filed ÷ decided")),
            ("excl_merged", _("filed ÷ (decided − merged)")),
            ("merged_as_filed", _("(filed + merged) ÷ decided")),
        ],
    )
    field_order = ("formula", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["formula"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"formula": value}

    @staticmethod
    def words(value: Any) -> Any:
        return dict(FormulaForm.base_fields["formula"].choices)[value]  # type: ignore[attr-defined]


class OneCaseForm(SettingForm):
    """What counts as a member's one case (domain §12-A)."""

    counts_material = forms.BooleanField(
        label=_("Materials count"),
        required=False,
        help_text=_("Whoever is not a CPPCC member writes material; unticked, only signed proposals count."),
    )
    signers = forms.ChoiceField(
        label=_("Of a joint proposal"),
        choices=[("joint", _("it counts for everyone who signed")), ("first_only", _("only for the first proposer"))],
        widget=forms.RadioSelect,
    )
    field_order = ("counts_material", "signers", "from_on", "clause")

    @property
    def value(self) -> Any:
        material = ["material"] if self.cleaned_data["counts_material"] else []
        return [*material, self.cleaned_data["signers"]]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {
            "counts_material": "material" in value,
            "signers": "first_only" if "first_only" in value else "joint",
        }

    @staticmethod
    def words(value: Any) -> Any:
        material = _("materials count") if "material" in value else _("materials do not count")
        signers = (
            _("a joint proposal counts for the first proposer only")
            if "first_only" in value
            else _("a joint proposal counts for everyone who signed")
        )
        return format_lazy("{}；{}", material, signers)


class OneCaseScopeForm(SettingForm):
    """Who owes a case (domain §12-B)."""

    SCOPES = {"all": _("every member who is not exempt"), "cppcc_members": _("CPPCC members only")}
    scope = forms.ChoiceField(label=_("Who owes one"), choices=list(SCOPES.items()), widget=forms.RadioSelect)
    field_order = ("scope", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["scope"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"scope": value}

    @staticmethod
    def words(value: Any) -> Any:
        return OneCaseScopeForm.SCOPES[value]


class YearBasisForm(SettingForm):
    """In which year the formulas count a proposal (domain §12-D)."""

    BASES = {"submission": _("by the year of submission"), "decision": _("by the year of the decision")}
    basis = forms.ChoiceField(label=_("Counted"), choices=list(BASES.items()), widget=forms.RadioSelect)
    field_order = ("basis", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["basis"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"basis": value}

    @staticmethod
    def words(value: Any) -> Any:
        return YearBasisForm.BASES[value]


class SchemeForm(SettingForm):
    """What the letter on a unit's reply means."""

    scheme = forms.ChoiceField(
        label=_("Scheme of classes"),
        choices=[
            ("three_class", _("three classes")),
            ("four_class", _("four classes")),
            ("progress", _("by progress")),
        ],
    )
    field_order = ("scheme", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["scheme"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"scheme": value}

    @staticmethod
    def words(value: Any) -> Any:
        return dict(SchemeForm.base_fields["scheme"].choices)[value]  # type: ignore[attr-defined]


class LengthsForm(PartsForm):
    """From how many characters on a proposal is called long; nothing is refused."""

    subject = forms.IntegerField(label=_("Subject, characters"), min_value=10, max_value=160)
    text = forms.IntegerField(label=_("Text, characters"), min_value=200, max_value=20_000)
    field_order = ("subject", "text", "from_on", "clause")

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("subject {subject}, text {text} characters"), **value)


class HandlingForm(PartsForm):
    """Days for those who handle a proposal, and for who answers them."""

    days = forms.IntegerField(label=_("Days until the reply"), min_value=1, max_value=366)
    extended_days = forms.IntegerField(label=_("Days with extension"), min_value=1, max_value=730)
    again_days = forms.IntegerField(label=_("Days for handling again"), min_value=1, max_value=366)
    feedback_days = forms.IntegerField(label=_("Days for the proposer’s feedback"), min_value=1, max_value=366)
    field_order = ("days", "extended_days", "again_days", "feedback_days", "from_on", "clause")

    @staticmethod
    def words(value: Any) -> Any:
        words = _("reply {days}, extended {extended_days}, again {again_days}, feedback {feedback_days}")
        return format_lazy(words, **value)
