"""查重: which texts of the branch's and the city's pool are like an info, as far as the reader may know."""

from dataclasses import dataclass
from typing import Any

from zuji.duplicates.queries import Match, texts_like
from zuji.footprints.facts import reference_to
from zuji.footprints.queries import records_of
from zuji.infos.models import Info
from zuji.organizations.models import Organization


@dataclass(frozen=True)
class LikeText:
    """A text like the one to be sent. `info` only where the reader may read it; else it is somebody's of the pool."""

    about: str
    percent: int
    verdict: str
    info: Info | None


def pool_of(branch: Organization) -> list[int]:
    """Give the organizations whose texts an info is compared with: all below the committee above, and that itself."""
    root = branch.parent or branch
    return list(Organization.objects.below(root).values_list("pk", flat=True))


def texts_like_info(info: Info) -> list[Match]:
    """Give the texts that were sent and are like an info, the likest first."""
    return texts_like(info.text, organizations=pool_of(info.organization), without=reference_to(info))


def likeness_for(info: Info, user: Any) -> list[LikeText]:
    """Give the texts like an info, with the record only where the user may read its text."""
    matches = texts_like_info(info)
    found = records_of(match.about for match in matches)
    numbers = [record.pk for record in found.values() if isinstance(record, Info)]
    readable = set(Info.objects.readable_by(user).filter(pk__in=numbers).values_list("pk", flat=True))
    return [
        LikeText(
            match.about,
            round(match.score * 100),
            match.verdict,
            found[match.about] if match.about in found and found[match.about].pk in readable else None,
        )
        for match in matches
    ]
