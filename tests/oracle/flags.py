"""What is said about records that do not count, or count in spite of something."""

from collections.abc import Iterator

from tests.oracle.branch_year import BranchYear, lateness
from tests.oracle.reading import REGISTERS

BEARER_IS_ASKED = ("articles", "infos", "lectures", "thought_reports")
LATENESS_IS_ASKED = ("infos", "lectures", "meetings")
NOT_A_MEMBER = "NOT_A_MEMBER"


def flags(branch: BranchYear) -> list[list[str]]:
    """[record id, code] of every record whose own date lies in the year, sorted, each pair once."""
    found = {
        *bad_dates(branch),
        *strangers(branch),
        *signing_strangers(branch),
        *vain_contacts(branch),
        *late_entries(branch),
        *duplicates(branch),
    }
    return [list(pair) for pair in sorted(found)]


def bad_dates(branch: BranchYear) -> Iterator[tuple[str, str]]:
    for name, rows in branch.refused.items():
        if name not in REGISTERS:
            yield from ((row.id, "BAD_DATE") for row in rows if row.is_of(branch.year))


def strangers(branch: BranchYear) -> Iterator[tuple[str, str]]:
    for name in BEARER_IS_ASKED:
        yield from ((record.id, NOT_A_MEMBER) for record in branch.dated(name) if branch.names_a_stranger(record))


def signing_strangers(branch: BranchYear) -> Iterator[tuple[str, str]]:
    """A signature has no id of its own and carries its proposal's."""
    days = {proposal.id: proposal.day for proposal in branch.dated("proposals")}
    for row in branch.signatures:
        day = days.get(row["proposal_id"])
        if day is not None and not branch.people.is_member(row["member_id"], day):
            yield row["proposal_id"], NOT_A_MEMBER


def vain_contacts(branch: BranchYear) -> Iterator[tuple[str, str]]:
    """The maker must be in office that day and known; the one contacted must be a member that day."""
    for contact in branch.dated("contacts"):
        maker, contacted = contact.cells["by_member_id"], contact.cells["member_id"]
        if not branch.is_made_in_office(contact):
            yield contact.id, "NOT_IN_OFFICE"
        if maker not in branch.people.known or not branch.people.is_member(contacted, contact.day):
            yield contact.id, NOT_A_MEMBER


def late_entries(branch: BranchYear) -> Iterator[tuple[str, str]]:
    for name in LATENESS_IS_ASKED:
        for record in branch.dated(name):
            code = lateness(record)
            if code:
                yield record.id, code


def duplicates(branch: BranchYear) -> Iterator[tuple[str, str]]:
    yield from ((info.id, "DUPLICATE") for info in branch.dated("infos") if info.cells["duplicate_of"])
