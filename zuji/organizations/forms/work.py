"""Settings of study, research and gatherings."""

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.organizations.forms.settings import PartsForm, SettingForm

SHARES = {
    "1/2>": _("more than half"),
    "1/2": _("at least half"),
    "2/3": _("at least two thirds"),
    "3/4": _("at least three quarters"),
    "1/1": _("everybody"),
}
"""Shares as chosen: with “>” they must be exceeded, else reached."""


class QuizForm(SettingForm):
    """When a quiz is passed, and how often a member may try."""

    percent = forms.IntegerField(label=_("Passed with, per cent"), min_value=1, max_value=100)
    attempts = forms.IntegerField(label=_("Attempts"), min_value=1, max_value=20)
    field_order = ("percent", "attempts", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {"pass": f"{self.cleaned_data['percent']}/100", "attempts": self.cleaned_data["attempts"]}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"percent": int(Fraction(value["pass"]) * 100), "attempts": value["attempts"]}

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("{percent} %, {attempts} attempts"), **QuizForm.shown(value))


class ResearchPeopleForm(SettingForm):
    """How many must take part for research to be collective: a number, and a part of the members."""

    people = forms.IntegerField(label=_("At least, people"), min_value=1, max_value=200)
    part = forms.IntegerField(label=_("And one member in"), min_value=1, max_value=20)
    field_order = ("people", "part", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {"people": self.cleaned_data["people"], "share": f"1/{self.cleaned_data['part']}"}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"people": value["people"], "part": Fraction(value["share"]).denominator}

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("at least {people}, and one member in {part}"), **ResearchPeopleForm.shown(value))


class ReportWordsForm(PartsForm):
    """How long a research report should be."""

    least = forms.IntegerField(label=_("From, characters"), min_value=0, max_value=20_000)
    most = forms.IntegerField(label=_("To, characters"), min_value=1, max_value=20_000)
    field_order = ("least", "most", "from_on", "clause")

    def clean_most(self) -> int:
        """Refuse a range that ends before it begins."""
        most: int = self.cleaned_data["most"]
        if most < (self.cleaned_data.get("least") or 0):
            raise forms.ValidationError(_("The end of the range lies before its beginning."))
        return most

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("{least} to {most} characters"), **value)


class NoticeForm(PartsForm):
    """Days of notice, by what is called."""

    all_member = forms.IntegerField(label=_("All-member session"), min_value=0, max_value=60)
    committee = forms.IntegerField(label=_("Committee meeting"), min_value=0, max_value=60)
    study = forms.IntegerField(label=_("Study session"), min_value=0, max_value=60)
    field_order = ("all_member", "committee", "study", "from_on", "clause")

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(
            _("all-member session {all_member}, committee meeting {committee}, study session {study}"), **value
        )


class QuorumForm(SettingForm):
    """How many must be present, by kind of meeting."""

    all_member = forms.ChoiceField(label=_("All-member session"), choices=list(SHARES.items()))
    committee = forms.ChoiceField(label=_("Committee meeting"), choices=list(SHARES.items()))
    field_order = ("all_member", "committee", "from_on", "clause")

    @property
    def value(self) -> Any:
        chosen = {name: self.cleaned_data[name] for name in ("all_member", "committee")}
        return {
            kind: {"share": share.removesuffix(">"), "is_exceeded": share.endswith(">")}
            for kind, share in chosen.items()
        }

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {kind: rule["share"] + (">" if rule["is_exceeded"] else "") for kind, rule in value.items()}

    @staticmethod
    def words(value: Any) -> Any:
        shares = {kind: SHARES.get(share, share) for kind, share in QuorumForm.shown(value).items()}
        return format_lazy(_("all-member session: {all_member}; committee meeting: {committee}"), **shares)
