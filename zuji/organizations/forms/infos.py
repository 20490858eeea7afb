"""Settings of infos."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.organizations.forms.settings import SettingForm

MODES = {
    "waivable": _("somebody else where there is somebody; else the author, which is noted"),
    "strict": _("always somebody else than the author"),
}


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
