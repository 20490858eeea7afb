"""What a record app hands to the ledger: facts, as plain values."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Fact:
    """One fact that a record amounts to now. Grain: one footprint.

    `about` and the ledger's `source` are references (see `reference_to`). `cohort_on` defaults to `happened_on`; an
    empty `recorded_on` means entered on the day.
    """

    kind: str
    organization_id: int
    credit: str
    about: str
    happened_on: date
    member_id: int | None = None
    actor_id: int | None = None
    cohort_on: date | None = None
    due_on: date | None = None
    quantity: int = 1
    mark: str = ""
    recorded_on: date | None = None
    is_confirmed: bool = False

    def complete(self) -> "Fact":
        """Fill in the dates that follow from the day it happened."""
        return replace(
            self, cohort_on=self.cohort_on or self.happened_on, recorded_on=self.recorded_on or self.happened_on
        )


def reference_to(record: Any) -> str:
    """Name a record across apps: noun and number, such as "info:15"."""
    return f"{record._meta.db_table}:{record.pk}"
