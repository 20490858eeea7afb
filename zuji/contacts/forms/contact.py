"""Input about contacts: with whom, when, how; never what was talked about."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.contacts.models import FORMS, KINDS, VisitOccasion
from zuji.entries.models import GROUNDS
from zuji.foundation.widgets import DayInput
from zuji.organizations.models import Member


class MadeForm(forms.Form):
    """When and by whom something was done: by oneself, or by another who told on a stated ground.

    `tapped`: the field that is the button beside a name.
    """

    tapped = ""

    on = forms.DateField(label=_("Day"), widget=DayInput)
    by_member = forms.ModelChoiceField(label=_("Contacted by"), queryset=Member.objects.none(), empty_label=None)
    ground = forms.ChoiceField(label=_("How they told you"), choices=list(GROUNDS.items()))

    def __init__(self, *args: Any, holders: Sequence[Member], own: Member | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        makers = [own] if own else holders
        choose(self, "by_member", Member.objects.filter(pk__in=[maker.pk for maker in makers]).order_by("member_no"))
        if own:
            self.fields["by_member"].widget = forms.HiddenInput()
            del self.fields["ground"]

    def clean(self) -> None:
        if self.tapped in self.errors:
            self.add_error(None, _("Please tap the button beside a name."))


class ContactForm(MadeForm):
    """One contact; the member is the button that is tapped."""

    tapped = "member"
    kind = forms.ChoiceField(
        label=_("What it was"), choices=[(kind, KINDS[kind]) for kind in ("contact", "heart_talk")], required=False
    )
    form = forms.ChoiceField(label=_("How"), choices=[(form, form) for form in FORMS])
    topic = forms.ChoiceField(label=_("What it was about"), required=False)
    member = forms.ModelChoiceField(queryset=Member.objects.none(), widget=forms.HiddenInput)
    field_order = ("on", "kind", "form", "topic", "by_member", "ground", "member")

    def __init__(self, *args: Any, people: Any, topics: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "member", people)
        if topics:
            field = self.fields["topic"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker which field this is
            field.choices = [("", _("not said")), *((topic, topic) for topic in topics)]
        else:
            del self.fields["topic"]

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or "contact"


class VisitForm(MadeForm):
    """One visit; what called for it is the button that is tapped."""

    tapped = "occasion"
    occasion = forms.ModelChoiceField(queryset=VisitOccasion.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, occasions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["by_member"].label = _("Visited by")
        choose(self, "occasion", occasions)


def choose(form: forms.Form, name: str, queryset: Any) -> None:
    """Let a field choose among some rows."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker which field this is
    field.queryset = queryset
