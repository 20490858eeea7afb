"""A duty as one row: what a sentence of an institution makes due, and the only thing the judgement reads of a rule."""

from dataclasses import dataclass, field
from fractions import Fraction

CADENCES = ("monthly", "quarterly", "half_yearly", "yearly", "per_trigger")
MEASURES = ("count", "ratio", "coverage", "share")
BEARERS = ("branch", "member", "post")


@dataclass(frozen=True)
class KindTerm:
    """One footprint kind in a measure: its part (`numerator` or `denominator`) and its sign (+1 or -1)."""

    kind: str
    part: str = "numerator"
    sign: int = 1


@dataclass(frozen=True)
class DutyTerms:
    """The terms of one duty. Grain: one duty block of one clause; field for field the columns of relation `duty`.

    `code` names the duty within its institution. `minimum` is exact, in the unit `unit` (次, 条, 件 …) for a count and
    a plain fraction for the other measures. `bearer_post`, `excluded_posts` and `actor_posts` are post codes.
    Offsets are days from the trigger's own day. `closes_by` is `offset` or `due` (the trigger's own due day). Month
    and day numbers are 0 where the sentence states none. `about_window`: only footprints about this very window's
    trigger or period count.
    """

    code: str
    title: str
    bearer: str
    cadence: str
    measure: str
    minimum: Fraction
    unit: str
    kinds: tuple[KindTerm, ...]
    credited_to: str
    weight: Fraction = Fraction(0)
    bearer_post: str = ""
    about: str = ""
    excluded_posts: tuple[str, ...] = ()
    actor_posts: tuple[str, ...] = ()
    trigger_kind: str = ""
    opens_offset: int = 0
    closes_offset: int = 0
    closes_by: str = "offset"
    about_window: bool = False
    deadline_month: int = 0
    deadline_day: int = 0
    prorate_months: int = 0
    owed_on_last_day: bool = False
    minimum_days: int = 0
    joined_by_month: int = 0
    joined_by_day: int = 0
    waive_exempt_on_last_day: bool = False
    waive_exempt_months: int = 0
    evidence: str = field(default="", compare=False)
