"""One branch in one year: its registers, its rules, and the records that count."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.oracle.people import DIRECTOR, VICE_DIRECTOR, People
from tests.oracle.reading import TABLES, Record, Refused, Row, read_rows, read_table
from tests.oracle.rulebook import Rulebook

PRESENT = ("present", "online", "late", "left_early")
LATE_CONFIRMED = "LATE_CONFIRMED"
LATE_UNCONFIRMED = "LATE_UNCONFIRMED"


@dataclass
class BranchYear:
    """Everything the folder says, and the year it is asked about."""

    year: int
    people: People
    rules: Rulebook
    records: dict[str, list[Record]]
    refused: dict[str, list[Refused]]
    signatures: list[Row]
    marks: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def dated(self, table: str) -> list[Record]:
        """The records whose own date lies in the year, whether they count or not."""
        return [record for record in self.records[table] if record.day.year == self.year]

    def names_a_stranger(self, record: Record) -> bool:
        """C13: it names somebody who is not a member on the record's day; who names nobody names no stranger."""
        who = record.cells.get("member_id", "")
        return who != "" and not self.people.is_member(who, record.day)

    def is_present(self, kind: str, event: Record, member_id: str) -> bool:
        return self.marks.get((kind, event.id, member_id)) in PRESENT

    def meetings(self) -> list[Record]:
        """All-member meetings that count (C1, C3)."""
        return [
            meeting
            for meeting in self.dated("meetings")
            if meeting.cells["kind"] == "all_member" and meeting.cells["status"] == "held" and exists(meeting)
        ]

    def infos(self) -> list[Record]:
        """Infos that count (C1, C8, C13)."""
        return [
            info
            for info in self.dated("infos")
            if exists(info) and info.cells["duplicate_of"] == "" and not self.names_a_stranger(info)
        ]

    def articles(self) -> list[Record]:
        return [article for article in self.dated("articles") if not self.names_a_stranger(article)]

    def lectures(self) -> list[Record]:
        """Lectures that count (C1, C13), the cancelled ones left out."""
        return [
            lecture
            for lecture in self.dated("lectures")
            if lecture.cells["status"] == "held" and exists(lecture) and not self.names_a_stranger(lecture)
        ]

    def is_made_in_office(self, contact: Record) -> bool:
        return self.people.is_in_post(contact.cells["by_member_id"], contact.day, DIRECTOR, VICE_DIRECTOR)

    def contacts(self) -> list[Record]:
        """C11: made by someone in office that day, with someone who is a member that day."""
        return [
            contact
            for contact in self.dated("contacts")
            if self.is_made_in_office(contact)
            and contact.cells["by_member_id"] in self.people.known
            and self.people.is_member(contact.cells["member_id"], contact.day)
        ]

    def research(self) -> list[Record]:
        return [piece for piece in self.dated("research") if piece.cells["collective"] == "yes"]

    def proposals(self, *statuses: str) -> list[Record]:
        return [proposal for proposal in self.dated("proposals") if proposal.cells["status"] in statuses]

    def signed_by(self, member_id: str) -> list[Record]:
        """Proposals of the year, not withdrawn, that carry the member's signature, given as a member (C6, C7, C13)."""
        signed = {row["proposal_id"] for row in self.signatures if row["member_id"] == member_id}
        return [
            proposal
            for proposal in self.dated("proposals")
            if proposal.id in signed
            and proposal.cells["status"] != "withdrawn"
            and self.people.is_member(member_id, proposal.day)
        ]


def lateness(record: Record) -> str | None:
    """C1: recorded more than 30 days after its own date; None when it is not late."""
    recorded_on = record.dates.get("recorded_on")
    if recorded_on is None or recorded_on - record.day <= timedelta(days=30):
        return None
    return LATE_CONFIRMED if record.cells.get("confirmed_by", "") else LATE_UNCONFIRMED


def exists(record: Record) -> bool:
    """C1: whether it exists for counting."""
    return lateness(record) != LATE_UNCONFIRMED


def read_branch_year(folder: Path, year: int) -> BranchYear:
    """Read the whole folder."""
    records: dict[str, list[Record]] = {}
    refused: dict[str, list[Refused]] = {}
    for name in TABLES:
        records[name], refused[name] = read_table(folder, name)
    return BranchYear(
        year=year,
        people=People(records["members"], records["exemptions"], records["posts"]),
        rules=Rulebook(records["rules"]),
        records=records,
        refused=refused,
        signatures=read_rows(folder, "proposal_signers"),
        marks=first_marks(read_rows(folder, "attendance")),
    )


def first_marks(rows: list[Row]) -> dict[tuple[str, str, str], str]:
    """The mark of each member at each event; of several rows the first wins."""
    marks: dict[tuple[str, str, str], str] = {}
    for row in rows:
        marks.setdefault((row["event_kind"], row["event_id"], row["member_id"]), row["mark"])
    return marks
