"""Going through one file row by row: whatever is wrong with a row stays with that row."""

from collections import Counter

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.operations.load.cells import BAD_DATE, Finding, Line, RefusedLine, year_of
from zuji.operations.load.context import DOUBTFUL, REFUSED, Load
from zuji.operations.load.files import RawRow, Sheet
from zuji.operations.load.tables import Table

COLUMNS = {"starts_at": "start", "ends_at": "end", "audience_count": "audience", "is_collective": "collective"}
"""Fields that the files call otherwise."""


def run_table(load: Load, table: Table, sheet: Sheet) -> dict[int, Line]:
    """Take every row of a file. Gives the lines whose outcome is decided later, by number."""
    load.counts.setdefault(table.file, Counter())
    taken: dict[tuple[str, ...], int] = {}
    waiting = {}
    for raw in sheet.rows:
        line = Line.of(raw)
        try:
            outcome = run_row(load, table, raw, line, taken)
        except RefusedLine as refusal:
            refuse(load, table, line, refusal)
            continue
        if outcome is None:
            waiting[line.number] = line
        else:
            settle(load, table, line, outcome)
    return waiting


def run_row(load: Load, table: Table, raw: RawRow, line: Line, taken: dict[tuple[str, ...], int]) -> str | None:
    """Take one row, alone in its transaction. Raises RefusedLine, whatever goes wrong."""
    if raw.trouble:
        raise RefusedLine("", raw.trouble)
    line.read_days(table.must, table.may)
    key = tuple(line.name(column) for column in table.key)
    if key and key in taken:
        reason = _("Line %(line)s already has a row of this number.") % {"line": taken[key]}
        raise RefusedLine(table.key[0], reason)
    try:
        with transaction.atomic():
            outcome = table.take(load, line)
    except RecordingError as error:
        raise RefusedLine(column_of(table, error.field), str(error)) from error
    except ZujiError as error:
        raise RefusedLine("", str(error)) from error
    except (DataError, IntegrityError) as error:
        raise RefusedLine("", _("The database does not take this row.")) from error
    taken[key] = line.number
    return outcome


def column_of(table: Table, field: str) -> str:
    """Name the column that a field was read from."""
    if field == "code":
        return table.key[0]
    return COLUMNS.get(field, field)


def settle(load: Load, table: Table, line: Line, outcome: str) -> None:
    """Count a row that was taken; with doubts, they are kept too."""
    load.count(table.file, DOUBTFUL if line.doubts else outcome)
    if line.doubts:
        keep(load, table, line, line.doubts)
    else:
        load.taken(table.file, table.code_of(line))


def refuse(load: Load, table: Table, line: Line, refusal: RefusedLine) -> None:
    """Keep a row that was not taken."""
    load.count(table.file, REFUSED)
    keep(load, table, line, refusal.findings)


def keep(load: Load, table: Table, line: Line, findings: list[Finding] | tuple[Finding, ...]) -> None:
    """Keep what was found in a row, one finding a column."""
    own = table.own or next(iter((*table.must, *table.may)), "")
    year = line.days[own].year if own in line.days else year_of(line, own)
    for finding in {each.column: each for each in reversed(findings)}.values():
        is_flag = finding.remark and not (table.is_register and finding.remark == BAD_DATE)
        load.refuse(
            table.file,
            line,
            finding if is_flag else Finding(finding.column, finding.reason),
            code=table.code_of(line),
            year=year,
        )
