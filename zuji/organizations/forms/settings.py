"""A setting as people change it: what each change says, and the plain kinds: numbers, marks, topics."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.organizations.models.records import MARKS


class SettingForm(forms.Form):
    """What every change of a setting says: from which day, and by which clause or decision."""

    from_on = forms.DateField(label=_("In force from"), widget=DayInput)
    clause = forms.CharField(
        label=_("By which clause or decision"), max_length=120, help_text=_("It stands beside the setting.")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_from_on(self) -> date:
        """Refuse a day of a year that is over: what was judged then stays as it was."""
        from_on: date = self.cleaned_data["from_on"]
        if not date(self.today.year, 1, 1) <= from_on <= date(self.today.year + 2, 12, 31):
            raise forms.ValidationError(
                _("From this year on, at most two years ahead; the years past stay as they were.")
            )
        return from_on

    @property
    def value(self) -> Any:
        """The setting's value as it is kept."""
        raise NotImplementedError

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        """The value as the fields show it."""
        raise NotImplementedError

    @staticmethod
    def words(value: Any) -> Any:
        """The value in words."""
        raise NotImplementedError


class NumberForm(SettingForm):
    """A number of days or minutes."""

    number = forms.IntegerField(label=_("Number"), min_value=0, max_value=366)
    field_order = ("number", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["number"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"number": value}

    @staticmethod
    def words(value: Any) -> Any:
        return value


class PartsForm(SettingForm):
    """Several figures kept together, each under its field's name: every field but the day and the clause."""

    @property
    def value(self) -> Any:
        return {name: self.cleaned_data[name] for name in self.fields if name not in SettingForm.base_fields}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return dict(value)


class MarksForm(SettingForm):
    """Some of the marks of attendance."""

    marks = forms.MultipleChoiceField(
        label=_("Marks"), choices=list(MARKS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ("marks", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["marks"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"marks": value}

    @staticmethod
    def words(value: Any) -> Any:
        return "、".join(str(MARKS[mark]) for mark in value) or _("none")


class PresentMarksForm(MarksForm):
    """Marks of which there must be one, or nobody could ever be present."""

    def clean_marks(self) -> list[str]:
        """Ask for one mark at least."""
        marks: list[str] = self.cleaned_data["marks"]
        if not marks:
            raise forms.ValidationError(_("Choose one mark at least, or nobody could ever be present."))
        return marks


class TopicsForm(SettingForm):
    """Categories, one a line; none is a choice too."""

    topics = forms.CharField(
        label=_("Categories"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line, such as work or study. Empty: date and form are all that is kept."),
    )
    field_order = ("topics", "from_on", "clause")

    def clean_topics(self) -> list[str]:
        """Read one category a line; a category is a word or two, never a sentence about somebody."""
        topics = list(
            dict.fromkeys(line.strip() for line in str(self.cleaned_data["topics"]).splitlines() if line.strip())
        )
        if len(topics) > 12 or any(len(topic) > 12 for topic in topics):
            raise forms.ValidationError(_("At most twelve categories of at most twelve letters each."))
        return topics

    @property
    def value(self) -> Any:
        return self.cleaned_data["topics"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"topics": "\n".join(value)}

    @staticmethod
    def words(value: Any) -> Any:
        return "、".join(value) or _("none")
