"""Input about what calls for a visit: who, which of four words, and since when it is known."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.contacts.forms.contact import choose
from zuji.contacts.models import OCCASIONS
from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class OccasionForm(forms.Form):
    """Who is to be visited. There is no field for what happened."""

    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none())
    occasion = forms.ChoiceField(
        label=_("What calls for the visit"), choices=list(OCCASIONS.items()), widget=forms.RadioSelect
    )
    learned_on = forms.DateField(label=_("Known since"), widget=DayInput)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "member", people)
