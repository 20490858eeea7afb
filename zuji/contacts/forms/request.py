"""Input about requests: what is asked, what is answered, and whether that settles it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.contacts.forms.contact import choose
from zuji.entries.models import GROUNDS
from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class RequestForm(forms.Form):
    """A request: one's own, or entered for another on a stated ground."""

    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none())
    matter = forms.CharField(
        label=_("What is it about?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4, "data-draft": "request"}),
        help_text=_("Read by you and by those who keep the branch’s records, by nobody above."),
    )
    asked_on = forms.DateField(label=_("Asked on"), widget=DayInput)
    ground = forms.ChoiceField(label=_("How they told you"), choices=list(GROUNDS.items()))

    def __init__(self, *args: Any, people: Any, own: Member | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        if own is None:
            choose(self, "member", people)
            self.fields["matter"].help_text = _(
                "Read by the member and by those who keep the branch’s records, by nobody above."
            )
        else:
            del self.fields["member"], self.fields["asked_on"], self.fields["ground"]

    @property
    def who(self) -> Member:
        """Whose request it is."""
        member: Member = self.own or self.cleaned_data["member"]
        return member


class AnswerForm(forms.Form):
    """An answer in writing."""

    text = forms.CharField(
        label=_("Answer"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4, "data-draft": "answer"})
    )


class SettlementForm(forms.Form):
    """The member's word on an answer; entered by another, with how the member told them."""

    is_settled = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    ground = forms.ChoiceField(label=_("How they told you"), choices=list(GROUNDS.items()), required=False)
