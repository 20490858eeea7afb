"""Reads of research: a year's projects, whether one was done together, and the timeline of its life."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zuji.derivations.steps import DatedStep
from zuji.foundation.numbers import day
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import settings_on, value_on
from zuji.organizations.queries import members_on
from zuji.research.models import (
    CONVERSION_KINDS,
    EVENTS,
    REPORT_PARTS,
    SPEECH_FORMS,
    SPEECH_LEVELS,
    PlenarySpeech,
    ResearchProject,
    ResearchReport,
    ResearchTopic,
)
from zuji.search.findable import Findable

NEXT = {
    "topic": _("write the plan and file it"),
    "planned": _("go there, and note each stop"),
    "under_way": _("write the report and have it signed off"),
    "reported": _("make proposals, infos and speeches of it"),
    "closed": "",
    "called_off": "",
}
"""What comes next, by state."""


def _in_year(year: int) -> Q:
    """A project belongs to the year of its report; without one to that of its first day, its choice, its entry."""
    reported = Q(report_on__year=year)
    begun = Q(report_on__isnull=True, from_on__year=year)
    chosen = Q(report_on__isnull=True, from_on__isnull=True, chosen_on__year=year)
    entered = Q(report_on__isnull=True, from_on__isnull=True, chosen_on__isnull=True, created_at__year=year)
    return reported | begun | chosen | entered


def projects_of(branch: Organization, year: int, user: Any) -> QuerySet[ResearchProject]:
    """Give a branch's projects of a year that a user may read, newest first, with `people` who take part."""
    visible: QuerySet[ResearchProject] = ResearchProject.objects.visible_to(user).of(branch).filter(_in_year(year))
    return visible.annotate(people=Count("participations")).order_by("-report_on", "-from_on", "-pk")


def project_years(branch: Organization) -> list[int]:
    """Give the years in which there is research, in order."""
    days = ResearchProject.objects.of(branch).values_list("report_on", "from_on", "chosen_on", "created_at__date")
    return sorted({next(filter(None, row)).year for row in days})


def people_for(project: ResearchProject, on: date) -> QuerySet[Member]:
    """Give who may take part: the branch's members on a day, and those who were named before."""
    there = Q(pk__in=project.participations.values("member_id"))
    of_branch = Q(pk__in=members_on(project.organization, on).values("pk"))
    return Member.objects.filter(there | of_branch).order_by("member_no")


def open_topics(branch: Organization, user: Any) -> QuerySet[ResearchTopic]:
    """Give the topics that members suggested, newest first."""
    visible: QuerySet[ResearchTopic] = ResearchTopic.objects.visible_to(user).of(branch)
    return visible.select_related("suggested_by", "project")


def speeches_of(branch: Organization, year: int, user: Any) -> QuerySet[PlenarySpeech]:
    """Give a branch's speeches of a year, newest first."""
    visible: QuerySet[PlenarySpeech] = PlenarySpeech.objects.visible_to(user).of(branch).filter(on__year=year)
    return visible.select_related("speaker").order_by("-on", "-pk")


def speakers_for(speech: PlenarySpeech) -> QuerySet[Member]:
    """Give who may have given a speech: the branch's members on its day, and whoever is named already."""
    of_branch = Q(pk__in=members_on(speech.organization, speech.on).values("pk"))
    return Member.objects.filter(of_branch | Q(pk=speech.speaker_id)).order_by("member_no")


def words_of_speech(speech: PlenarySpeech) -> str:
    """Give what stands of a speech, to compare with what was typed."""
    short = [speech.title, speech.get_form_display(), speech.body, speech.get_level_display(), day(speech.on)]
    return "\n".join([*short, str(speech.speaker or ""), speech.text]).strip()


@dataclass(frozen=True)
class Togetherness:
    """Whether research was done together, and why: so many of the branch's members, so many needed."""

    came: int
    members: int
    needed: int

    @property
    def is_collective(self) -> bool:
        """Say whether enough took part."""
        return self.came >= self.needed


def togetherness_of(project: ResearchProject, on: date) -> Togetherness:
    """Count who took part against what collective research needs: a number, and a share of the members rounded up.

    Source: domain §12 U, max(3, ⌈1/3⌉); the policy is that of the day.
    """
    rule = value_on(project.organization, "research_min_people", on)
    members = members_on(project.organization, on).count()
    needed = max(int(rule["people"]), ceil(Fraction(rule["share"]) * members))
    return Togetherness(project.participations.count(), members, needed)


@dataclass(frozen=True)
class Length:
    """How long a report is against how long it should be."""

    count: int
    least: int
    most: int

    @property
    def is_right(self) -> bool:
        """Say whether it lies in the range."""
        return self.least <= self.count <= self.most


def length_of(report: ResearchReport | None, branch: Organization, on: date) -> Length:
    """Measure a report; none has no characters."""
    rule = settings_on(branch, ["research_report_words"], on)["research_report_words"].value
    return Length(report.word_count if report else 0, rule["least"], rule["most"])


def findable_of(project: ResearchProject) -> Findable:
    """Give what is searched of a project: its title, and the words of its report once it is signed off."""
    report = getattr(project, "report", None) if project.report_on else None
    said = [getattr(report, name) for name in REPORT_PARTS] if report else []
    return Findable(project.title, "\n".join(filter(None, said)), project.report_on or project.from_on)


def findable_of_speech(speech: PlenarySpeech) -> Findable:
    """Give what is searched of a speech."""
    return Findable(speech.title, speech.text, speech.on)


DAYS = {
    "chosen": "chosen_on",
    "plan_filed": "plan_filed_on",
    "begun": "begun_on",
    "signed_off": "report_on",
    "closed": "closed_on",
    "called_off": "called_off_on",
}
"""On which day of a project each step of its life stands."""


def steps_of(numbers: Iterable[int]) -> dict[int, list[DatedStep]]:
    """Give the steps of projects by their numbers, and the outputs that are no record of their own."""
    rows = ResearchProject.objects.filter(pk__in=numbers).prefetch_related("events", "conversions")
    return {project.pk: _steps(project) for project in rows}


def _steps(project: ResearchProject) -> list[DatedStep]:
    bodies = {event.what: event.body for event in project.events.all()}
    days = [(what, getattr(project, day)) for what, day in DAYS.items()]
    own = [DatedStep(on, EVENTS[what], bodies.get(what, "")) for what, on in days if on]
    outputs = project.conversions.all()
    return own + [DatedStep(each.on, CONVERSION_KINDS[each.kind], note=each.title) for each in outputs]


def steps_of_speeches(numbers: Iterable[int]) -> dict[int, list[DatedStep]]:
    """Give the one step of each speech by their numbers: when and where it was given."""
    return {
        speech.pk: [DatedStep(speech.on, SPEECH_FORMS[speech.form], speech.body, SPEECH_LEVELS[speech.level])]
        for speech in PlenarySpeech.objects.filter(pk__in=numbers)
    }
