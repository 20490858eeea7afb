"""Reads of texts: the shipped templates, a version on a day, clauses with how their duties stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from django.db.models import Q
from django.urls import reverse

from zuji.foundation.periods import ChosenPeriod
from zuji.institutions.models import Duty, Institution, InstitutionClause, InstitutionVersion, Standing
from zuji.institutions.queries.standings import FULFILLED, OWED
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
    def duty_count(self) -> int:
        return sum(len(clause.duties) for clause in self.parsed.clauses) if self.parsed else 0


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
class DutyCard:
    """A duty beside its clause: the sentence, and how it stands in the year."""

    duty: Duty
    url: str
    fulfilled: int
    owed: int
    missed: int
    due: int

    @property
    def status(self) -> str:
        """The worst thing to be said of it now."""
        if self.missed:
            return "missed"
        return "due" if self.due else "met" if self.fulfilled else "pending"


@dataclass(frozen=True)
class ClauseWithDuties:
    """A clause and the cards of what it makes due."""

    clause: InstitutionClause
    cards: tuple[DutyCard, ...]


def clauses_with_standings(
    version: InstitutionVersion, standings: list[Standing], branch: Organization, period: ChosenPeriod
) -> list[ClauseWithDuties]:
    """Put beside each clause its duties and how a branch's year stands against them."""
    by_code: dict[str, list[Standing]] = {}
    for standing in standings:
        by_code.setdefault(standing.duty.code, []).append(standing)
    cards: dict[int, list[DutyCard]] = {}
    for duty in version.duties.order_by("id"):
        found = by_code.get(duty.code, [])
        url = reverse("institutions:duty-detail", args=[branch.pk, duty.code, period.year]) if found else ""
        cards.setdefault(duty.clause_id, []).append(
            DutyCard(
                duty,
                url,
                sum(s.status in FULFILLED for s in found),
                sum(s.status in OWED for s in found),
                sum(s.status == "missed" for s in found),
                sum(s.status == "due" for s in found),
            )
        )
    if version.is_immutable:
        return [ClauseWithDuties(clause, tuple(cards.get(clause.pk, []))) for clause in version.clauses.all()]
    return _clauses_of_draft(version)


def _clauses_of_draft(version: InstitutionVersion) -> list[ClauseWithDuties]:
    parsed = checked(version.text).parsed
    if parsed is None:
        return []
    return [
        ClauseWithDuties(InstitutionClause(number=clause.number, label=clause.label, text=clause.text), ())
        for clause in parsed.clauses
    ]
