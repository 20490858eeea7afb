"""Input about the year's plan and its tasks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.numbers import month
from zuji.foundation.widgets import DayInput
from zuji.study.models import SESSION_KINDS


def _months() -> list[tuple[int, str]]:
    return [(number, month(number)) for number in range(1, 13)]


class PlanItemForm(forms.Form):
    """What is to be studied in a month."""

    topic = forms.CharField(label=_("Topic"), max_length=160)
    month = forms.TypedChoiceField(label=_("Month"), choices=_months, coerce=int)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(SESSION_KINDS.items()), initial="monthly")


class YearForm(forms.Form):
    """Which year's plan is taken over."""

    year = forms.IntegerField(min_value=1945, max_value=2100)


class TaskForm(forms.Form):
    """A task of the year."""

    material = forms.CharField(label=_("Material to be studied"), max_length=120)
    issued_on = forms.DateField(label=_("Issued on"), widget=DayInput)
    due_on = forms.DateField(label=_("Due on"), widget=DayInput)


class CompletionForm(forms.Form):
    """On which day a branch studied a task."""

    studied_on = forms.DateField(label=_("Studied on"), widget=DayInput)
    evidence = forms.CharField(
        label=_("Evidence"),
        max_length=80,
        required=False,
        help_text=_("Such as the session's record or a sign-in sheet."),
    )
