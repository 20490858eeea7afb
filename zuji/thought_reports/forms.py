"""Input about receipts, reports, the branch's choice and overviews."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class ReceiptForm(forms.Form):
    """One receipt: the member is the button that is tapped. There is no field for what a report says (domain §10.4)."""

    on = forms.DateField(label=_("Handed in on"), widget=DayInput)
    member = forms.ModelChoiceField(queryset=Member.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self.fields["member"], people)


def _choose_from(field: forms.Field, people: Any) -> None:
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
    field.queryset = people


class ReportForm(forms.Form):
    """A report: about whatever the member chooses, to one person, by consent. No field asks for a stance.

    Nothing typed is left on the device: no draft, no spelling sent elsewhere, nothing for the browser to remember.
    """

    text = forms.CharField(
        label=_("What you would like to tell"),
        help_text=_("Whatever you choose: work, life, study, what you wish of the branch. “none” is enough."),
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off", "spellcheck": "false"}),
    )
    recipient = forms.ModelChoiceField(
        label=_("Only this person reads it"), queryset=Member.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    agrees = forms.BooleanField(
        label=_("I agree that the person named above reads this report. I may withdraw it at any time.")
    )

    def __init__(self, *args: Any, recipients: list[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self.fields["recipient"], Member.objects.filter(pk__in=[member.pk for member in recipients]))
        # The director first, as they may be named, not by number.
        self.fields["recipient"].choices = [(member.pk, member.name) for member in recipients]  # type: ignore[attr-defined]


class ChoiceForm(forms.Form):
    """How the branch keeps its reports, from which day, by what ground."""

    value = forms.ChoiceField(
        label=_("What is kept"),
        choices=[
            ("marks", _("Only that a report came in, and when")),
            ("content", _("Reports are written here, sealed, for one reader")),
        ],
        widget=forms.RadioSelect,
    )
    from_on = forms.DateField(label=_("From"), widget=DayInput)
    clause = forms.CharField(
        label=_("Clause or resolution"), max_length=120, help_text=_("What this rests on, such as a members’ meeting.")
    )


class OverviewForm(forms.Form):
    """The overview of half a year. There is no field to quote or count anything."""

    text = forms.CharField(
        label=_("In general terms"),
        max_length=3000,
        help_text=_("How the branch is minded, without naming or quoting anybody."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
