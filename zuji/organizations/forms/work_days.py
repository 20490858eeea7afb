"""A list of holidays and worked weekends."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WorkDaysForm(forms.Form):
    """A list of holidays and worked weekends, one day a line."""

    text = forms.CharField(label=_("The list"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 12}))
