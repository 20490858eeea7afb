"""What search finds of an info: title and text once it is sent; who may read a hit is `InfoQuerySet.readable_by`."""

from zuji.foundation.clock import local_date
from zuji.infos.models import COUNTED_STATES, Info
from zuji.search.findable import Findable


def findable_of(info: Info) -> Findable | None:
    """Give what is searched of an info; nothing while it is on its way, and once it is taken back."""
    if info.submitted_at is None or info.state not in COUNTED_STATES:
        return None
    return Findable(info.title, info.text, local_date(info.submitted_at))
