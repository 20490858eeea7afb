"""How infos count: for the branch and for the author, on the Shanghai date of reporting (C16)."""

from zuji.footprints.facts import Fact, reference_to
from zuji.foundation.clock import local_date
from zuji.infos.models import COUNTED_STATES, Info

_ADOPTED = ("adopted", "merged_adopted")


def footprints_of(info: Info) -> list[Fact]:
    """Which facts an info amounts to now. A duplicate is kept as such and counts for nobody (C8).

    What became of it counts with its sending, whenever it is heard of: a late instruction scores in the year of the
    work it honours (decision 0009). Until it is sent, while it is back to be mended, and once withdrawn, it is nothing.
    """
    sent_at = info.submitted_at
    if sent_at is None or info.state not in COUNTED_STATES:
        return []

    def fact(kind: str, credit: str) -> Fact:
        return Fact(
            kind=kind,
            organization_id=info.organization_id,
            credit=credit,
            member_id=info.member_id,
            about=reference_to(info),
            happened_on=local_date(sent_at),
            recorded_on=info.recorded_on,
            is_confirmed=bool(info.confirmed_by),
        )

    if info.duplicate_of:
        return [fact("info.duplicate", "member" if info.member_id else "branch")]
    adopted = [fact(f"info.adopted_{level}", "branch") for level in _levels(info, _ADOPTED)]
    instructed = [fact(f"info.instructed_{level}", "branch") for level in _levels(info, ("instructed",))]
    own = [fact("info.reported", "member")] if info.member_id else []
    return [fact("info.reported", "branch"), *own, *adopted, *instructed]


def _levels(info: Info, kinds: tuple[str, ...]) -> list[str]:
    return sorted({outcome.level for outcome in info.outcomes.all() if outcome.kind in kinds})
