"""How infos count: for the branch and for the author, on the Shanghai date of reporting (C16)."""

from zuji.footprints.facts import Fact, reference_to
from zuji.foundation.clock import local_date
from zuji.infos.models import Info

_ADOPTED = ("adopted", "merged_adopted")


def footprints_of(info: Info) -> list[Fact]:
    """Which facts an info amounts to now. A duplicate is kept as such and counts for nobody (C8)."""

    def fact(kind: str, credit: str) -> Fact:
        return Fact(
            kind=kind,
            organization_id=info.organization_id,
            credit=credit,
            member_id=info.member_id,
            about=reference_to(info),
            happened_on=local_date(info.submitted_at),
            recorded_on=info.recorded_on,
            is_confirmed=bool(info.confirmed_by),
        )

    if info.duplicate_of:
        return [fact("info.duplicate", "member" if info.member_id else "branch")]
    levels = sorted({outcome.level for outcome in info.outcomes.all() if outcome.kind in _ADOPTED})
    adopted = [fact(f"info.adopted_{level}", "branch") for level in levels]
    own = [fact("info.reported", "member")] if info.member_id else []
    return [fact("info.reported", "branch"), *own, *adopted]
