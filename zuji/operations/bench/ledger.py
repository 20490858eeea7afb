"""Arrow tables of input rows, and a ledger that is posted to a batch of a kind at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from zuji.kernel.relations import INPUTS

PRESENT = ("present", "online", "late", "left_early")
MARKS = ("", *PRESENT, "leave", "absent")
CREDITS = ("branch", "member")
LATE, CONFIRMED, REVERSED = 0.06, 0.5, 0.01


def text(codes: Any, words: Any) -> Any:
    """Give a text column of codes into a short list of words."""
    return pa.DictionaryArray.from_arrays(pa.array(np.asarray(codes, dtype=np.int32)), pa.array(list(words))).cast(
        pa.string()
    )


def table(relation: str, columns: Mapping[str, Any]) -> Any:
    """Give an Arrow table with the columns of an input relation in order."""
    types = {"int": pa.int64(), "text": pa.string()}
    return pa.table(
        {name: pa.array(columns[name]).cast(types[kind.rstrip("?")]) for name, kind in INPUTS[relation].items()}
    )


def of_rows(relation: str, rows: list[Any]) -> Any:
    """Give an Arrow table of a few rows."""
    return table(relation, {name: [row[name] for row in rows] for name in INPUTS[relation]})


def joined(*parts: dict[str, Any]) -> dict[str, Any]:
    """Put parts of one table under each other."""
    size = [len(next(value for value in part.values() if np.ndim(value))) for part in parts]
    return {
        name: np.concatenate([np.broadcast_to(part[name], n) for part, n in zip(parts, size, strict=True)])
        for name in parts[0]
    }


@dataclass
class Ledger:
    """Footprints as they are posted, a batch of a kind at a time."""

    random: np.random.Generator
    kinds: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    batches: list[dict[str, Any]] = field(default_factory=list)
    posted: int = 0

    def post(self, kind: str, organization: Any, day: Any, about: tuple[str, Any], **more: Any) -> None:
        """Post a footprint for each organization. `about` is a noun and its numbers; 0 stands for nobody and never."""
        for word, words in ((kind, self.kinds), (about[0], self.nouns)):
            if word not in words:
                words.append(word)
        n = len(organization)
        delay = np.where(self.random.random(n) < LATE, self.random.integers(31, 120, n), self.random.integers(0, 8, n))
        batch = {
            "kind": self.kinds.index(kind),
            "noun": self.nouns.index(about[0]),
            "number": about[1],
            "organization_id": organization,
            "day": day,
            "cohort_day": day,
            "recorded_day": day + delay,
            "is_confirmed": (self.random.random(n) < CONFIRMED).astype(np.int64),
            **dict.fromkeys(("credit", "member_id", "actor_id", "due_day", "mark"), 0),
        }
        self.batches.append(batch | more)
        self.posted += n

    def footprints(self) -> Any:
        """Give relation footprint, with some of what was posted reversed."""
        columns = joined(*self.batches)
        undone = np.flatnonzero(self.random.random(self.posted) < REVERSED)
        columns = joined(columns, {name: values[undone] for name, values in columns.items()})
        total = self.posted + len(undone)
        quantity, reverses = np.ones(total, dtype=np.int64), np.zeros(total, dtype=np.int64)
        quantity[self.posted :], reverses[self.posted :] = -1, undone + 1
        nullable = {
            name: pa.array(columns[name], mask=columns[name] == 0) for name in ("member_id", "actor_id", "due_day")
        }
        numbers = pa.array(columns["number"]).cast(pa.string())
        return table(
            "footprint",
            columns
            | nullable
            | {
                "id": np.arange(1, total + 1),
                "kind": text(columns["kind"], self.kinds),
                "credit": text(columns["credit"], CREDITS),
                "about": pc.binary_join_element_wise(text(columns["noun"], self.nouns), numbers, ""),
                "quantity": quantity,
                "mark": text(columns["mark"], MARKS),
                "reverses_id": pa.array(reverses, mask=reverses == 0),
            },
        )
