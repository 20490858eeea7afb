"""Input about entries: the member's word, and the answer to an objection."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.entries.models import ANSWERS


class EntryAnswerForm(forms.Form):
    """Agree, or object in words; `seen` is the revision that the page showed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=list(ANSWERS.items()))
    objection = forms.CharField(
        label=_("What is wrong?"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReplyForm(forms.Form):
    """An answer to an objection."""

    reply = forms.CharField(label=_("Answer"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
