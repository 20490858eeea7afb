"""Every setting with the form that changes it, in the order of the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zuji.organizations.forms.infos import InfoWordsForm, SeparationForm
from zuji.organizations.forms.proposals import (
    FormulaForm,
    HandlingForm,
    LengthsForm,
    OneCaseForm,
    OneCaseScopeForm,
    SchemeForm,
    YearBasisForm,
)
from zuji.organizations.forms.settings import MarksForm, NumberForm, PresentMarksForm, SettingForm, TopicsForm
from zuji.organizations.forms.work import NoticeForm, QuizForm, QuorumForm, ReportWordsForm, ResearchPeopleForm
from zuji.organizations.models import Organization
from zuji.organizations.policies import InForce, settings_on


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
    "one_case_counts": Editor(
        _("One case each: what counts"),
        _("Each signature and each material counts by what holds on its own day; standings follow."),
        OneCaseForm,
    ),
    "one_case_scope": Editor(
        _("One case each: who owes one"),
        _("What holds on the last day of the year decides; of whom it is not asked, nothing is missing."),
        OneCaseScopeForm,
    ),
    "filing_rate_year_basis": Editor(
        _("Filing rate, year"),
        _("For the formulas on the page of the rate; a clause is judged by the year of submission."),
        YearBasisForm,
    ),
    "info_words": Editor(
        _("Length of infos, characters"), _("What is longer is told to be too long, and still taken."), InfoWordsForm
    ),
    "sod_mode": Editor(
        _("Checking and signing infos"),
        _("A small branch may have nobody else: then the ladder says that its author signed it, and why."),
        SeparationForm,
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


@dataclass(frozen=True)
class SettingLine:
    """One setting as a page shows it: what it is called, its value in words, where it comes from."""

    key: str
    editor: Editor
    setting: InForce

    @property
    def words(self) -> Any:
        """The value as people say it."""
        return self.editor.form.words(self.setting.value)


def setting_lines(organization: Organization, keys: Iterable[str], on: date) -> list[SettingLine]:
    """Give settings of an organization as they hold on a day, in the order asked for; in one query."""
    asked = list(keys)
    in_force = settings_on(organization, asked, on)
    return [SettingLine(key, EDITORS[key], in_force[key]) for key in asked]
