"""Input about what is to be done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import PeopleForm
from zuji.meetings.models import ActionItem
from zuji.organizations.models import Member

PLACES = ("meeting", "list", "me")


class ActionItemForm(PeopleForm):
    """Who does it by when, and why that changes."""

    people_fields = ("owner",)
    owner = forms.ModelChoiceField(label=_("By whom"), queryset=Member.objects.none(), required=False)
    due_on = forms.DateField(label=_("Due"), required=False, widget=DayInput)
    reason = forms.CharField(label=_("Why it changes"), max_length=120)

    @property
    def changed_fields(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        return {"owner_id": said["owner"].pk if said["owner"] else None, "due_on": said["due_on"]}


def shown_item(item: ActionItem) -> dict[str, Any]:
    """Give something to be done as the form shows it."""
    return {"owner": item.owner_id, "due_on": item.due_on}


class CompletionForm(forms.Form):
    """From which page something was ticked off: there its reader goes on."""

    back = forms.ChoiceField(choices=[(place, "") for place in PLACES], required=False)

    @property
    def place(self) -> str:
        """Where to go on; nonsense leads to the meeting."""
        return str(self.cleaned_data.get("back") or "meeting") if self.is_valid() else "meeting"
