"""Input about service activities."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField
from zuji.foundation.widgets import DayInput, TimeInput
from zuji.service.models import ACTIVITY_KINDS


class ActivityForm(forms.Form):
    """A service activity to be planned."""

    name = PastedLineField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(ACTIVITY_KINDS.items()))
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    starts_at = forms.TimeField(label=_("Starts at"), required=False, widget=TimeInput)
    venue = PastedLineField(label=_("Place"), max_length=80, required=False)
    organiser = PastedLineField(label=_("Organiser"), max_length=60, required=False)
    beneficiary_count = forms.IntegerField(
        label=_("How many were helped"), required=False, min_value=0, max_value=1_000_000
    )
    donation_note = PastedLineField(
        label=_("What was given"),
        max_length=200,
        required=False,
        help_text=_("Such as books and how many. Money never passes through here."),
    )
