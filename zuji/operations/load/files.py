"""One CSV file as rows with their physical lines, whatever its encoding; what keeps the whole file from being read."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

LARGEST = 20 * 1024 * 1024
MOST_ROWS = 200_000
MOST_BROKEN = 1000
ENCODINGS = ("utf-8-sig", "gb18030")
LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


class UnreadableFile(Exception):  # noqa: N818 - what is raised is the file that nobody can read
    """A file that cannot be read at all; the message is a sentence for its author."""


@dataclass(frozen=True)
class RawRow:
    """A row as it stands: its first physical line (from 1), its cells by column, and what is wrong with its shape."""

    line: int
    cells: dict[str, str]
    trouble: str = ""


@dataclass(frozen=True)
class Sheet:
    """A file that could be read."""

    columns: tuple[str, ...]
    rows: tuple[RawRow, ...]
    ignored: tuple[str, ...] = field(default=())


def read_sheet(path: Path, required: Sequence[str], optional: Sequence[str]) -> Sheet:
    """Read a CSV file. Raises UnreadableFile, with the one sentence that its author needs."""
    lines = [line for line in LINE_END.split(read_text(path)) if line]
    parsed = parse(lines)
    first = next(parsed, None)
    if first is None:
        raise UnreadableFile(_("The file is empty; it should begin with a line of column names."))
    columns = read_header(first[1], required)
    rows = []
    for number, cells, trouble in parsed:
        if trouble or any(cell.strip() for cell in cells):
            rows.append(shape(number, cells, trouble, columns))
        if len(rows) > MOST_ROWS:
            raise UnreadableFile(
                _("The file has more than %(most)s rows; split it and load the parts one after the other.")
                % {"most": MOST_ROWS}
            )
    known = {*required, *optional}
    return Sheet(columns, tuple(rows), tuple(column for column in columns if column and column not in known))


def read_text(path: Path) -> str:
    """Read a text file in UTF-8 or GB18030."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(
                _("The file is larger than %(most)s MB; split it and load the parts one after the other.")
                % {"most": LARGEST // 1024 // 1024}
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            _("The file cannot be opened: %(why)s.") % {"why": error.strerror or type(error).__name__}
        ) from error
    if b"\0" in content:
        raise UnreadableFile(_("This is not a text file; save the table as CSV (UTF-8) and load that."))
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(_("The text is neither UTF-8 nor GB18030; save the table as CSV (UTF-8)."))


def parse(lines: list[str]) -> Iterator[tuple[int, list[str], str]]:
    """Give each record with the line it begins on; one that breaks the form of CSV is given as trouble and passed over.

    A quotation mark that is never closed costs its own line only, not the rest of the file.
    """
    before = csv.field_size_limit(LARGEST)
    try:
        start, broken = 0, 0
        while start < len(lines):
            reader = csv.reader(lines[start:], strict=True)
            done = 0
            try:
                for cells in reader:
                    yield start + done + 1, cells, ""
                    done = reader.line_num
                return
            except csv.Error as error:
                broken += 1
                if broken > MOST_BROKEN:
                    raise UnreadableFile(_("This is not a CSV file: its quotation marks do not fit.")) from error
                yield (
                    start + done + 1,
                    [lines[start + done].rstrip("\r\n")],
                    _("The quotation marks of this row do not fit."),
                )
                start += done + 1
    finally:
        csv.field_size_limit(before)


def read_header(cells: list[str], required: Sequence[str]) -> tuple[str, ...]:
    """Take the column names, in whatever order. Raises UnreadableFile for one that is missing or stands twice."""
    columns = tuple(plain(cell) for cell in cells)
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        raise UnreadableFile(_("The column “%(column)s” stands there twice.") % {"column": quoted(twice[0])})
    missing = [column for column in required if column not in columns]
    if missing:
        raise UnreadableFile(
            _("The column “%(missing)s” is missing; the file has: %(found)s.")
            % {
                "missing": "、".join(missing),
                "found": "、".join(quoted(column) for column in columns[:20] if column) or "—",
            }
        )
    return columns


def shape(number: int, cells: list[str], trouble: str, columns: tuple[str, ...]) -> RawRow:
    """Put a record's cells under their columns, and say where they are too many or too few."""
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if not trouble and len(cells) != len(columns):
        trouble = _("The row has %(found)s cells, the header has %(wanted)s.") % {
            "found": len(cells),
            "wanted": len(columns),
        }
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    row = {column: cell for column, cell in zip(columns, padded, strict=False) if column}
    row |= {f"#{place}": cell for place, cell in enumerate(cells[len(columns) :], start=len(columns) + 1)}
    return RawRow(number, row, trouble)


def plain(text: str) -> str:
    """Give a name or number without spaces around it and with half-width letters and digits."""
    return unicodedata.normalize("NFKC", text).strip().strip("\ufeff")


def quoted(text: str) -> str:
    """Give a piece of somebody's text as a sentence may show it: one line, nothing invisible, not too long."""
    shown = "".join(character if character.isprintable() else "␣" for character in text[:41])
    return shown if len(text) <= 40 else shown[:40] + "…"
