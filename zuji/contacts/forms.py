"""Input about contacts: with whom, when, how; never what was talked about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.contacts.models import FORMS
from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class ContactForm(forms.Form):
    """One contact; the member is the button that is tapped."""

    on = forms.DateField(label=_("Day"), widget=DayInput)
    form = forms.ChoiceField(label=_("How"), choices=[(form, form) for form in FORMS])
    by_member = forms.ModelChoiceField(label=_("Contacted by"), queryset=Member.objects.none(), empty_label=None)
    member = forms.ModelChoiceField(queryset=Member.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, holders: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, queryset in (("member", people), ("by_member", people.filter(pk__in=[h.pk for h in holders]))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.queryset = queryset
