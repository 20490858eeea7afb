"""立案率: the counts of a year and the rate in its three formulas, as exact fractions (domain §4.6, C7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zuji.foundation.numbers import percent
from zuji.institutions.models import Standing
from zuji.institutions.queries.wording import measured_words
from zuji.organizations.models import Organization
from zuji.proposals.models import Proposal

FORMULAS: dict[str, str | Promise] = {
    "strict": _("filed ÷ decided"),
    "excl_merged": _("filed ÷ (decided − merged)"),
    "merged_as_filed": _("(filed + merged) ÷ decided"),
}
ALL = {
    "submitted": Q(),
    "withdrawn": Q(status="withdrawn"),
    "pending": Q(status="undecided"),
    "filed": Q(status="filed"),
    "merged": Q(status="merged"),
    "converted": Q(status="converted"),
    "not_filed": Q(status__in=("not_filed", "converted")),
}


@dataclass(frozen=True)
class RateCounts:
    """What became of the proposals submitted in a year; `converted` are among those not filed."""

    submitted: int
    withdrawn: int
    pending: int
    filed: int
    merged: int
    converted: int
    not_filed: int

    @property
    def decided(self) -> int:
        """D = S − W − P."""
        return self.submitted - self.withdrawn - self.pending

    def fraction(self, formula: str) -> tuple[int, int]:
        """Give numerator and denominator of a formula, never divided."""
        return {
            "strict": (self.filed, self.decided),
            "excl_merged": (self.filed, self.decided - self.merged),
            "merged_as_filed": (self.filed + self.merged, self.decided),
        }[formula]


@dataclass(frozen=True)
class RateLine:
    """One formula with its numbers; without a denominator there is no rate."""

    code: str
    formula: str | Promise
    numerator: int
    denominator: int
    is_default: bool

    @property
    def words(self) -> str:
        """The rate as printed, empty where there is nothing to divide by."""
        return percent(self.numerator, self.denominator) if self.denominator > 0 else ""


@dataclass(frozen=True)
class ClauseVerdict:
    """How the clause itself judges the year: its own sentence, number and verdict."""

    standing: Standing
    words: str

    @property
    def state(self) -> str:
        return str(self.standing.status)


def rate_counts(organization: Organization, year: int, basis: str = "submission") -> RateCounts:
    """Count a year's proposals of an organization and below it, each once however many signed; one query.

    Takes: `basis`, the setting `filing_rate_year_basis`: by "submission" one counts in the year it was submitted;
    by "decision" in the year it was decided or withdrawn, and one still being screened in no year.
    Source: domain §4.6, §12-D.
    """
    counted: dict[str, Any] = {name: Count("pk", filter=which, distinct=True) for name, which in ALL.items() if which}
    counted["submitted"] = Count("pk", distinct=True)
    below = Proposal.objects.filter(organization__ancestor_links__ancestor=organization, submitted_on__isnull=False)
    if basis == "decision":
        # loaded rows may be decided on no known day; their footprints then stand on the day of submission
        below = below.exclude(status="undecided").alias(decision_on=Coalesce("decided_on", "submitted_on"))
        below = below.filter(decision_on__year=year)
    else:
        below = below.filter(submitted_on__year=year)
    return RateCounts(**below.aggregate(**counted))


def rate_lines(counts: RateCounts, default: str) -> list[RateLine]:
    """Give the three formulas, the one that the setting names first."""
    codes = sorted(FORMULAS, key=lambda code: code != default)
    return [RateLine(code, FORMULAS[code], *counts.fraction(code), is_default=code == default) for code in codes]


def clause_verdicts(standings: Iterable[Standing]) -> list[ClauseVerdict]:
    """Pick the standings that judge a rate of filing, whatever the formula their clause writes down."""
    return [
        ClauseVerdict(standing, measured_words(standing))
        for standing in standings
        if standing.duty.measure == "ratio"
        and any(kind.kind == "proposal.filed" and kind.part == "numerator" for kind in standing.duty.kinds.all())
    ]
