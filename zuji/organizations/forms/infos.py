"""Settings of infos."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.organizations.forms.settings import PartsForm, SettingForm

MODES = {
    "waivable": _("somebody else where there is somebody; else the author, which is noted"),
    "strict": _("always somebody else than the author"),
}


class InfoWordsForm(PartsForm):
    """How long an info should be, and from when on it is told to be too long; nothing is refused."""

    least = forms.IntegerField(label=_("Wanted from, characters"), min_value=0, max_value=20_000)
    enough = forms.IntegerField(label=_("Wanted up to, characters"), min_value=1, max_value=20_000)
    most = forms.IntegerField(label=_("At most, characters"), min_value=1, max_value=20_000)
    field_order = ("least", "enough", "most", "from_on", "clause")

    def clean(self) -> dict[str, Any]:
        """Refuse lengths out of their order."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        lengths = [said[name] for name in ("least", "enough", "most") if name in said]
        if lengths != sorted(lengths):
            raise forms.ValidationError(_("The three lengths go from the smallest to the largest."))
        return said

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("{least} to {enough} characters, at most {most}"), **value)


class SeparationForm(SettingForm):
    """Who checks and signs what somebody wrote."""

    mode = forms.ChoiceField(label=_("Who checks and signs"), choices=list(MODES.items()), widget=forms.RadioSelect)
    field_order = ("mode", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["mode"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"mode": value}

    @staticmethod
    def words(value: Any) -> Any:
        return MODES[value]
