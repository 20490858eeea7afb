"""Input about receipts: whose report came in, and when; there is no field for what it says (domain §10.4)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class ReceiptForm(forms.Form):
    """One receipt; the member is the button that is tapped."""

    on = forms.DateField(label=_("Handed in on"), widget=DayInput)
    member = forms.ModelChoiceField(queryset=Member.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["member"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
        field.queryset = people
