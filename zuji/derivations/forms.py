"""Input about links between records that are there already."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

WAYS = {"source": _("this was written from it"), "output": _("it was written from this")}


class LinkForm(forms.Form):
    """Another record, and which of both was written from which."""

    way = forms.ChoiceField(label=_("How they belong together"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    other = forms.ChoiceField(label=_("The other record"))

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        other = self.fields["other"]
        assert isinstance(other, forms.ChoiceField)  # noqa: S101 - tells the type checker which field this is
        other.choices = choices
