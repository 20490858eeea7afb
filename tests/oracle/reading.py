"""Reading the CSV folder: rows into records, and rows with an impossible date set aside."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.oracle.days import read_day, read_instant

Row = dict[str, str]


@dataclass(frozen=True)
class Table:
    """How one file is read: whose date is the record's own, which dates must be there, which may be empty."""

    own: str
    must: tuple[str, ...]
    may: tuple[str, ...] = ()
    ident: str = ""


@dataclass(frozen=True)
class Record:
    """A row whose dates can all be read; `day` is its own date, `dates` has those columns that are filled."""

    id: str
    day: date
    cells: Row
    dates: dict[str, date]


@dataclass(frozen=True)
class Refused:
    """A row with a date that is impossible, unreadable or missing; `own_text` is what stands as its own date."""

    id: str
    own_text: str
    own_day: date | None

    def is_of(self, year: int) -> bool:
        """Its own date's year if that can be read, else the year its text begins with, else every year."""
        if self.own_day is not None:
            return self.own_day.year == year
        begins = re.match(r"[0-9]{4}", self.own_text)
        return begins is None or int(begins.group()) == year


TABLES = {
    "activities": Table("held_on", ("held_on",), ident="activity_id"),
    "articles": Table("submitted_on", ("submitted_on",), ident="article_id"),
    "contacts": Table("on", ("on",), ident="contact_id"),
    "infos": Table("submitted_at", ("submitted_at",), ("recorded_on",), ident="info_id"),
    "journal_issues": Table("published_on", ("published_on",), ident="issue_no"),
    "lectures": Table("held_on", ("held_on",), ("recorded_on",), ident="lecture_id"),
    "meetings": Table("held_on", ("held_on",), ("recorded_on",), ident="meeting_id"),
    "node_days": Table("anniversary_on", ("anniversary_on",), ("held_on",), ident="node_id"),
    "proposals": Table("submitted_on", ("submitted_on",), ident="proposal_id"),
    "research": Table("report_on", (), ("report_on", "from_on", "to_on"), ident="research_id"),
    "service_activities": Table("held_on", ("held_on",), ident="activity_id"),
    "study_sessions": Table("held_on", ("held_on",), ident="session_id"),
    "study_tasks": Table("issued_on", ("issued_on", "due_on"), ("studied_on",), ident="task_id"),
    # A thought report has no id of its own; record_id makes one of quarter and member.
    "thought_reports": Table("submitted_on", ("submitted_on",)),
    # Registers, not records: a row that cannot be read is left out, and nothing is flagged.
    "exemptions": Table("from_on", ("from_on",), ("to_on",), ident="member_id"),
    "members": Table("joined_branch_on", ("joined_branch_on",), ("left_on",), ident="member_id"),
    "posts": Table("from_on", ("from_on",), ("to_on",), ident="member_id"),
    "rules": Table("effective_from", ("effective_from",), ("effective_to",), ident="rule_id"),
}
REGISTERS = ("exemptions", "members", "posts", "rules")


def read_rows(folder: Path, name: str) -> list[Row]:
    """The rows of one CSV file, cells stripped; a missing file is an empty one."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]


def read_table(folder: Path, name: str) -> tuple[list[Record], list[Refused]]:
    """The records of one file, and its refused rows."""
    records: list[Record] = []
    refused: list[Refused] = []
    own = TABLES[name].own
    for row in read_rows(folder, name):
        try:
            dates = read_dates(name, row)
        except ValueError:
            refused.append(read_refused(name, row))
            continue
        # Only research may lack its own date: without a report it counts in no year.
        if own in dates:
            records.append(Record(record_id(name, row), dates[own], row, dates))
    return records, refused


def read_dates(name: str, row: Row) -> dict[str, date]:
    """The filled date columns; ValueError when a date is impossible, or missing where one must be."""
    table = TABLES[name]
    dates = {}
    for column in (*table.must, *table.may):
        text = row.get(column, "")
        if text or column in table.must:
            dates[column] = read_date(column, text)
    return dates


def read_refused(name: str, row: Row) -> Refused:
    """What is still known of a refused row: its id and, perhaps, its own date."""
    own = TABLES[name].own
    text = row.get(own, "")
    try:
        day = read_date(own, text)
    except ValueError:
        day = None
    return Refused(record_id(name, row), text, day)


def read_date(column: str, text: str) -> date:
    return read_instant(text) if column.endswith("_at") else read_day(text)


def record_id(name: str, row: Row) -> str:
    if name == "thought_reports":
        return f"{row['quarter']}/{row['member_id']}"
    return row[TABLES[name].ident]
