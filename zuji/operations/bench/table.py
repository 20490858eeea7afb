"""What was measured, as lines of a plain table: figure, what stands beside it, ratio, aim, whether it holds."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("what", "figure", "beside", "ratio", "aim", "holds")


@dataclass(frozen=True)
class Line:
    """One thing measured. `is_asserted` marks what the command fails for; a time never is."""

    what: str
    figure: str
    beside: str = ""
    ratio: float | None = None
    aim: str = ""
    holds: bool | None = None
    is_asserted: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as words."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        holds = {None: "", True: "yes", False: "no"}[self.holds]
        return self.what, self.figure, self.beside, ratio, self.aim, holds

    @property
    def fails(self) -> bool:
        """Whether something that must hold does not."""
        return self.is_asserted and self.holds is False


def at_most(what: str, figure: float, beside: float, *, aim: float, form: str) -> Line:
    """Give the line of a figure whose ratio to another is aimed at."""
    ratio = figure / beside
    return Line(what, form.format(figure), form.format(beside), ratio, f"≤ {aim:g}", ratio <= aim)


def table(title: str, lines: Sequence[Line]) -> str:
    """Give lines under a title as text with columns."""
    rows = [HEADINGS, *(line.cells for line in lines)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    written = [
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return "\n".join([title, *written, ""])


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in cell)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))
