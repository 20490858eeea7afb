"""Input about reflections: what is said, how far it is read, and how one on paper came."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.entries.models import GROUNDS
from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import ForMemberForm
from zuji.organizations.models import Member
from zuji.study.actions import Received, Written
from zuji.study.models import VISIBILITIES, StudyReflection


class ReflectionForm(ForMemberForm):
    """A reflection: one's own, or entered for another on a stated ground, with the day it came."""

    title = forms.CharField(label=_("Title"), max_length=80)
    text = forms.CharField(
        label=_("Reflection"), max_length=50_000, required=False, widget=forms.Textarea(attrs={"rows": 14})
    )
    visibility = forms.ChoiceField(
        label=_("Who may read it"), choices=list(VISIBILITIES.items()), widget=forms.RadioSelect, initial="own"
    )
    on = forms.DateField(label=_("Handed in on"), widget=DayInput)
    ground = forms.ChoiceField(label=_("How it was told"), choices=list(GROUNDS.items()), initial="paper")
    field_order = ("member", "title", "text", "visibility", "on", "ground")

    def __init__(self, *args: Any, own: Member | None, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if own is not None:
            del self.fields["on"]
        self.fields["text"].required = own is None

    @property
    def written(self) -> Written:
        """What the actions take."""
        said = self.cleaned_data
        return Written(said["title"], said["text"], said["visibility"])

    @property
    def received(self) -> Received:
        """How one entered for another came."""
        return Received(self.cleaned_data["on"], self.how)


def shown_reflection(reflection: StudyReflection) -> dict[str, Any]:
    """Give a reflection as the form shows it."""
    return {name: getattr(reflection, name) for name in ("title", "text", "visibility")}


class ConsentForm(forms.Form):
    """Whether the journal may have it."""

    state = forms.ChoiceField(choices=[("given", ""), ("revoked", "")])
