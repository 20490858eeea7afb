"""Input about materials and reading lists."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from zuji.study.actions import Material

ON_THE_WEB = _("An address begins with http:// or https://.")


class SearchForm(forms.Form):
    """Words of a title."""

    q = forms.CharField(label=_("Words of the title"), required=False, max_length=80)


class MaterialForm(forms.Form):
    """A material: its address, or the text itself."""

    title = forms.CharField(label=_("Title"), max_length=120)
    source = forms.CharField(label=_("Source"), max_length=80, required=False)
    url = forms.CharField(
        label=_("Address on the web"),
        max_length=300,
        required=False,
        validators=[URLValidator(schemes=["http", "https"], message=ON_THE_WEB)],
        widget=forms.URLInput,
    )
    text = forms.CharField(
        label=_("Text, where it is not on the web"),
        max_length=100_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    @property
    def material(self) -> Material:
        """What the action takes."""
        return Material(**self.cleaned_data)


class ReadingListForm(forms.Form):
    """A reading list: its title and what is to be read."""

    title = forms.CharField(label=_("Title"), max_length=80)
    materials: Any = forms.ModelMultipleChoiceField(
        label=_("What is to be read"), queryset=None, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, materials: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["materials"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - tells the type checker which field
        field.queryset = materials
