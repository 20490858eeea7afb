"""Reads of texts: the shipped templates, a version on a day, clauses with how their duties stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from zuji.foundation.numbers import day
from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import Duty, Institution, InstitutionClause, InstitutionVersion, Standing
from zuji.institutions.queries.duty_page import summed_words, worst_of
from zuji.institutions.queries.phrases import (
    ClauseInPhrases,
    Phrases,
    clause_in_phrases,
    phrases_of,
    phrases_of_terms,
)
from zuji.kernel.clauses import InstitutionText, TextErrors, parse_text
from zuji.kernel.language import DutyError
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class ShippedTemplate:
    """A template text that a branch adopts."""

    code: str
    title: str
    text: str


def shipped_templates(exclude: Iterable[str] = ()) -> list[ShippedTemplate]:
    """Give the shipped templates, those with a title in `exclude` left out."""
    found = []
    for path in sorted((files("zuji.institutions") / "texts").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".md"):
            text = path.read_text(encoding="utf-8")
            title = text.partition("\n")[0].lstrip("# ").strip()
            if title not in exclude:
                found.append(ShippedTemplate(path.name.partition("_")[0], title, text))
    return found


def shipped_template(code: str) -> ShippedTemplate | None:
    """Give one shipped template by its code."""
    return next((template for template in shipped_templates() if template.code == code), None)


@dataclass(frozen=True)
class CheckedText:
    """What a text says: its clauses and duties, or every mistake by line."""

    parsed: InstitutionText | None
    errors: tuple[DutyError, ...]

    @property
    def duties(self) -> list[Phrases]:
        """What the text makes due."""
        return [phrases_of_terms(terms) for terms in self.parsed.duties] if self.parsed else []

    @property
    def clauses(self) -> list[ClauseInPhrases]:
        """The clauses with what they make due."""
        return [clause_in_phrases(clause) for clause in self.parsed.clauses] if self.parsed else []


def checked(text: str) -> CheckedText:
    """Parse a text for its writer."""
    try:
        return CheckedText(parse_text(text), ())
    except TextErrors as error:
        return CheckedText(None, error.errors)


def version_on(institution: Institution, on: date) -> InstitutionVersion | None:
    """Give the version in force on a day, else the last that was, else the newest draft."""
    versions = institution.versions.select_related("institution__organization")
    in_force = versions.filter(from_on__lte=on, until_on__gt=on).order_by("-from_on").first()
    return in_force or versions.filter(Q(from_on__lte=on)).order_by("-from_on").first() or versions.last()


@dataclass(frozen=True)
class InstitutionLine:
    """An institution in a list: since when it is in force, and the draft somebody is writing."""

    institution: Institution
    from_on: date | None
    version_count: int
    is_from_above: bool
    url: str
    draft_url: str


def institution_lines(institutions: Iterable[Institution], branch: Organization, on: date) -> list[InstitutionLine]:
    """Lay institutions out for a list; `versions` and `organization` are prefetched."""
    return [_institution_line(institution, branch, on) for institution in institutions]


def _institution_line(institution: Institution, branch: Organization, on: date) -> InstitutionLine:
    versions = list(institution.versions.all())
    in_force = [
        v for v in versions if v.from_on is not None and v.from_on <= on and (v.until_on is None or v.until_on > on)
    ]
    drafts = [v for v in versions if not v.is_immutable]
    return InstitutionLine(
        institution,
        in_force[-1].from_on if in_force else None,
        len(versions),
        institution.organization_id != branch.pk,
        reverse("institutions:institution-detail", args=[branch.pk, institution.pk]),
        reverse("institutions:version-detail", args=[drafts[-1].pk]) if drafts else "",
    )


@dataclass(frozen=True)
class DutyCard:
    """A duty beside its clause: its phrases, how it stands in the year, and what will take its place."""

    phrases: Phrases
    status: str
    now: str
    url: str
    upcoming: str


@dataclass(frozen=True)
class ClauseWithDuties:
    """A clause and the cards of what it makes due."""

    clause: InstitutionClause | ClauseInPhrases
    cards: tuple[DutyCard, ...]


def clauses_with_standings(
    version: InstitutionVersion, standings: list[Standing], branch: Organization, period: ChosenPeriod
) -> list[ClauseWithDuties]:
    """Put beside each clause its duties and how a branch's year stands against them."""
    if not version.is_immutable:
        return [_clause_of_draft(clause) for clause in checked(version.text).clauses]
    by_duty: dict[int, list[Standing]] = {}
    for standing in standings:
        by_duty.setdefault(standing.duty_id, []).append(standing)
    cards: dict[int, list[DutyCard]] = {}
    for duty in version.duties.order_by("id"):
        cards.setdefault(duty.clause_id, []).append(_card(duty, by_duty.get(duty.pk, []), branch, period))
    return [ClauseWithDuties(clause, tuple(cards.get(clause.pk, []))) for clause in version.clauses.all()]


def _card(duty: Duty, standings: list[Standing], branch: Organization, period: ChosenPeriod) -> DutyCard:
    url = reverse("institutions:duty-detail", args=[branch.pk, duty.code, period.year]) if standings else ""
    upcoming = _("another text from %(day)s") % {"day": day(duty.until_on)} if duty.until_on else ""
    now = f"{period.year}{_(': ')}{summed_words(standings)}" if standings else ""
    return DutyCard(
        phrases_of(duty.sentence, duty.title), worst_of(standings) if standings else "pending", now, url, upcoming
    )


def _clause_of_draft(clause: ClauseInPhrases) -> ClauseWithDuties:
    return ClauseWithDuties(clause, tuple(DutyCard(phrases, "pending", "", "", "") for phrases in clause.duties))
