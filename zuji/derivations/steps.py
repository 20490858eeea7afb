"""What a record app tells the picture of a chain: the steps of its records, each on its own day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class DatedStep:
    """One step in the life of a record: what, on which day (None where the source states none), by or at which body.

    `level` is that body's; `note` the paper that says so, or the name of what was made.
    """

    on: date | None
    what: Any
    body: str = ""
    level: Any = ""
    note: str = ""

    @property
    def where(self) -> str:
        """Body and level, each said once: “省委办公厅（省）”, but “市政协” alone, which names its level itself."""
        level = str(self.level)
        if not self.body or level in self.body:
            return self.body or level
        return f"{self.body}（{level}）" if level else self.body


StepsOf = Callable[[Iterable[int]], dict[int, list[DatedStep]]]
"""Gives the steps of records by their numbers, in any order; what a record may not tell yet is left out.

`footprints.kinds.NOUNS` names such a function of each noun that has one. Who may see the records is the caller's.
"""


def in_order(steps: Iterable[DatedStep]) -> tuple[DatedStep, ...]:
    """Put steps in the order of their days, those without one last."""
    return tuple(sorted(steps, key=lambda step: step.on or date.max))
