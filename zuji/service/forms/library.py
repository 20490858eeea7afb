"""Input about topics and host units."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.pasted import PastedLineField, PastedTextField
from zuji.service.models import CATEGORIES


class TopicForm(forms.Form):
    """A topic of the library."""

    title = PastedLineField(label=_("Topic of the lecture"), max_length=120)
    category = forms.ChoiceField(label=_("Category"), choices=list(CATEGORIES.items()))
    outline = PastedTextField(label=_("Outline"), required=False, longest=4000, rows=5)
    duration_minutes = forms.IntegerField(label=_("Minutes it takes"), required=False, min_value=5, max_value=600)
    suited_audience = PastedLineField(label=_("Whom it suits"), required=False, max_length=80)


class HostUnitForm(forms.Form):
    """A unit that hosts lectures."""

    name = PastedLineField(label=_("Name"), max_length=80)
    contact_person = PastedLineField(label=_("Contact person"), required=False, max_length=40)
    phone = PastedLineField(
        label=_("Telephone"),
        required=False,
        max_length=40,
        help_text=_("Read by those who keep the lectures only."),
    )
    address = PastedLineField(label=_("Address"), required=False, max_length=120)
