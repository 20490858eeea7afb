"""Settings as people change them: one small form for each, with the day it begins and what it rests on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from zuji.foundation.widgets import DayInput
from zuji.organizations.models.records import MARKS

SHARES = {
    "1/2>": _("more than half"),
    "1/2": _("at least half"),
    "2/3": _("at least two thirds"),
    "3/4": _("at least three quarters"),
    "1/1": _("everybody"),
}
"""Shares as chosen: with “>” they must be exceeded, else reached."""


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


class QuizForm(SettingForm):
    """When a quiz is passed, and how often a member may try."""

    percent = forms.IntegerField(label=_("Passed with, per cent"), min_value=1, max_value=100)
    attempts = forms.IntegerField(label=_("Attempts"), min_value=1, max_value=20)
    field_order = ("percent", "attempts", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {"pass": f"{self.cleaned_data['percent']}/100", "attempts": self.cleaned_data["attempts"]}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"percent": int(Fraction(value["pass"]) * 100), "attempts": value["attempts"]}

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("{percent} %, {attempts} attempts"), **QuizForm.shown(value))


class ResearchPeopleForm(SettingForm):
    """How many must take part for research to be collective: a number, and a part of the members."""

    people = forms.IntegerField(label=_("At least, people"), min_value=1, max_value=200)
    part = forms.IntegerField(label=_("And one member in"), min_value=1, max_value=20)
    field_order = ("people", "part", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {"people": self.cleaned_data["people"], "share": f"1/{self.cleaned_data['part']}"}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"people": value["people"], "part": Fraction(value["share"]).denominator}

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("at least {people}, and one member in {part}"), **ResearchPeopleForm.shown(value))


class ReportWordsForm(SettingForm):
    """How long a research report should be."""

    least = forms.IntegerField(label=_("From, characters"), min_value=0, max_value=20_000)
    most = forms.IntegerField(label=_("To, characters"), min_value=1, max_value=20_000)
    field_order = ("least", "most", "from_on", "clause")

    def clean_most(self) -> int:
        """Refuse a range that ends before it begins."""
        most: int = self.cleaned_data["most"]
        if most < (self.cleaned_data.get("least") or 0):
            raise forms.ValidationError(_("The end of the range lies before its beginning."))
        return most

    @property
    def value(self) -> Any:
        return {name: self.cleaned_data[name] for name in ("least", "most")}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return dict(value)

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("{least} to {most} characters"), **value)


class NoticeForm(SettingForm):
    """Days of notice, by what is called."""

    all_member = forms.IntegerField(label=_("All-member session"), min_value=0, max_value=60)
    committee = forms.IntegerField(label=_("Committee meeting"), min_value=0, max_value=60)
    study = forms.IntegerField(label=_("Study session"), min_value=0, max_value=60)
    field_order = ("all_member", "committee", "study", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {name: self.cleaned_data[name] for name in ("all_member", "committee", "study")}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return dict(value)

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(
            _("all-member session {all_member}, committee meeting {committee}, study session {study}"), **value
        )


class QuorumForm(SettingForm):
    """How many must be present, by kind of meeting."""

    all_member = forms.ChoiceField(label=_("All-member session"), choices=list(SHARES.items()))
    committee = forms.ChoiceField(label=_("Committee meeting"), choices=list(SHARES.items()))
    field_order = ("all_member", "committee", "from_on", "clause")

    @property
    def value(self) -> Any:
        chosen = {name: self.cleaned_data[name] for name in ("all_member", "committee")}
        return {
            kind: {"share": share.removesuffix(">"), "is_exceeded": share.endswith(">")}
            for kind, share in chosen.items()
        }

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {kind: rule["share"] + (">" if rule["is_exceeded"] else "") for kind, rule in value.items()}

    @staticmethod
    def words(value: Any) -> Any:
        shares = {kind: SHARES.get(share, share) for kind, share in QuorumForm.shown(value).items()}
        return format_lazy(_("all-member session: {all_member}; committee meeting: {committee}"), **shares)


class FormulaForm(SettingForm):
    """Which formula of the filing rate is printed first."""

    formula = forms.ChoiceField(
        label=_("Formula"),
        choices=[
            ("strict", _("filed ÷ decided")),
            ("excl_merged", _("filed ÷ (decided − merged)")),
            ("merged_as_filed", _("(filed + merged) ÷ decided")),
        ],
    )
    field_order = ("formula", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["formula"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"formula": value}

    @staticmethod
    def words(value: Any) -> Any:
        return dict(FormulaForm.base_fields["formula"].choices)[value]  # type: ignore[attr-defined]


class SchemeForm(SettingForm):
    """What the letter on a unit's reply means."""

    scheme = forms.ChoiceField(
        label=_("Scheme of classes"),
        choices=[
            ("three_class", _("three classes")),
            ("four_class", _("four classes")),
            ("progress", _("by progress")),
        ],
    )
    field_order = ("scheme", "from_on", "clause")

    @property
    def value(self) -> Any:
        return self.cleaned_data["scheme"]

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return {"scheme": value}

    @staticmethod
    def words(value: Any) -> Any:
        return dict(SchemeForm.base_fields["scheme"].choices)[value]  # type: ignore[attr-defined]


class LengthsForm(SettingForm):
    """From how many characters on a proposal is called long; nothing is refused."""

    subject = forms.IntegerField(label=_("Subject, characters"), min_value=10, max_value=160)
    text = forms.IntegerField(label=_("Text, characters"), min_value=200, max_value=20_000)
    field_order = ("subject", "text", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {name: self.cleaned_data[name] for name in ("subject", "text")}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return dict(value)

    @staticmethod
    def words(value: Any) -> Any:
        return format_lazy(_("subject {subject}, text {text} characters"), **value)


class HandlingForm(SettingForm):
    """Days for those who handle a proposal, and for who answers them."""

    days = forms.IntegerField(label=_("Days until the reply"), min_value=1, max_value=366)
    extended_days = forms.IntegerField(label=_("Days with extension"), min_value=1, max_value=730)
    again_days = forms.IntegerField(label=_("Days for handling again"), min_value=1, max_value=366)
    feedback_days = forms.IntegerField(label=_("Days for the proposer’s feedback"), min_value=1, max_value=366)
    field_order = ("days", "extended_days", "again_days", "feedback_days", "from_on", "clause")

    @property
    def value(self) -> Any:
        return {name: self.cleaned_data[name] for name in ("days", "extended_days", "again_days", "feedback_days")}

    @staticmethod
    def shown(value: Any) -> dict[str, Any]:
        return dict(value)

    @staticmethod
    def words(value: Any) -> Any:
        words = _("reply {days}, extended {extended_days}, again {again_days}, feedback {feedback_days}")
        return format_lazy(words, **value)


@dataclass(frozen=True)
class Editor:
    """How one setting is called, what it decides, and the form that changes it."""

    label: str | Promise
    help: str | Promise
    form: type[SettingForm]


EDITORS: dict[str, Editor] = {
    "present_marks": Editor(
        _("Marks that count as present"), _("The numerator of every rate of attendance."), PresentMarksForm
    ),
    "excused_marks": Editor(
        _("Marks that excuse"), _("Whoever has one leaves the denominator of every rate of attendance."), MarksForm
    ),
    "late_after_days": Editor(
        _("Late entry, days"),
        _("What is entered more days after it happened is marked late, and counts when somebody else confirms it."),
        NumberForm,
    ),
    "late_minutes": Editor(
        _("Late arrival, minutes"), _("Who signs in more minutes after the beginning is proposed as late."), NumberForm
    ),
    "make_up_days": Editor(
        _("Making up, days"), _("Within so many days making up completes what was missed."), NumberForm
    ),
    "contact_topics": Editor(
        _("What a contact may be about"),
        _("Categories that stand with date and form; what was said is never kept."),
        TopicsForm,
    ),
    "visit_days": Editor(
        _("Visits, days"), _("Within so many days of learning of it a member is visited."), NumberForm
    ),
    "request_working_days": Editor(
        _("Answers to requests, working days"),
        _("Within so many working days a member's request is answered."),
        NumberForm,
    ),
    "notice_days": Editor(_("Notice, days before"), _("Notice that goes out later is told to be late."), NoticeForm),
    "quorum": Editor(_("Quorum"), _("The share of those expected who must be present."), QuorumForm),
    "quiz": Editor(_("Quizzes"), _("What share must be right, and how often a member may try."), QuizForm),
    "lecture_target": Editor(
        _("Lectures a year, target"), _("Shown beside the lectures given; it scores nothing by itself."), NumberForm
    ),
    "lecture_evidence": Editor(
        _("Evidence of a lecture, sorts"),
        _("A lecture that was given with less counts, and is marked as short."),
        NumberForm,
    ),
    "research_min_people": Editor(
        _("Collective research, people"),
        _("Research with fewer is somebody's own; the report's signer confirms it."),
        ResearchPeopleForm,
    ),
    "research_report_words": Editor(
        _("Research reports, characters"), _("A longer or shorter report is told, not refused."), ReportWordsForm
    ),
    "filing_rate_formula": Editor(
        _("Filing rate, formula"), _("Printed first; a duty is judged by its own clause."), FormulaForm
    ),
    "proposal_handling": Editor(
        _("Handling of proposals, days"), _("Overdue handling is shown, never punished."), HandlingForm
    ),
    "reply_scheme": Editor(_("Classes of replies"), _("Letters are compared within one scheme only."), SchemeForm),
    "proposal_lengths": Editor(
        _("Length of proposals"), _("What is longer is told to be long, and still taken."), LengthsForm
    ),
    "credit_minutes": Editor(_("An hour of study, minutes"), _("Hours are shown, never scored."), NumberForm),
}
"""The settings that a branch changes on its page of settings, in the order shown."""


class WorkDaysForm(forms.Form):
    """A list of holidays and worked weekends, one day a line."""

    text = forms.CharField(label=_("The list"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 12}))
