"""Input about node days and theme activities, turned into clean values."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.activities.models import NodeDay, NodeDayRule
from zuji.foundation.widgets import DayInput
from zuji.gatherings.forms import AttendanceForm


class PlanForm(forms.Form):
    """Which days of the calendar are in the year's plan."""

    rules: Any = forms.ModelMultipleChoiceField(
        label=_("Days of the plan"),
        queryset=NodeDayRule.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, offered: Any, names: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rules"].queryset = offered  # type: ignore[attr-defined]
        self.fields["rules"].label_from_instance = lambda rule: names[rule.pk]  # type: ignore[attr-defined]


class RuleForm(forms.Form):
    """A day of one's own."""

    name = forms.CharField(label=_("Name"), max_length=80)
    on = forms.DateField(label=_("Day"), widget=DayInput)
    comes_back = forms.BooleanField(label=_("Every year on this day"), required=False, initial=True)
    since_year = forms.IntegerField(label=_("Counted since the year"), required=False, min_value=1, max_value=2100)


class AnnouncementForm(forms.Form):
    """The announced day of a rule in a year."""

    rule: Any = forms.ModelChoiceField(queryset=NodeDayRule.objects.none(), widget=forms.HiddenInput)
    on = forms.DateField(label=_("Announced day"), widget=DayInput)

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rule"].queryset = offered  # type: ignore[attr-defined]


class ObservanceForm(AttendanceForm):
    """When and how a branch marked a node day, and who came."""

    held_on = forms.DateField(label=_("Marked on"), widget=DayInput)
    form = forms.CharField(
        label=_("How"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"list": "forms-of-marking"}),
    )
    guests = None  # type: ignore[assignment]


class ActivityForm(forms.Form):
    """A theme activity to be planned."""

    name = forms.CharField(label=_("Name"), max_length=120)
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    organiser = forms.CharField(label=_("Organiser"), max_length=60, required=False)
    venue = forms.CharField(label=_("Place"), max_length=80, required=False)


FORMS_OF_MARKING = ("仪式", "座谈会", "参观", "演讲", "音乐会", "书画展", "征文", "观影", "走访慰问")
"""Offered while one types; any other word may stand."""


def first_day(node_day: NodeDay, today: date) -> date:
    """Give the day the form begins with: the anniversary, or today where that is still to come."""
    return min(node_day.anniversary_on, today)
