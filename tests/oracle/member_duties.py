"""What each member owes in the year, and the member's score."""

from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from tests.oracle.branch_year import BranchYear
from tests.oracle.days import quarter_days
from tests.oracle.printing import score
from tests.oracle.reading import Record
from tests.oracle.rulebook import Version

Done = tuple[int, int]  # satisfied, owed
MONTHS_THAT_WAIVE_THE_PROPOSAL = 6


def reports_in_time(branch: BranchYear, quarter: int) -> list[Record]:
    """Marks for that very quarter, given within it by one who is a member on the day."""
    days = quarter_days(branch.year, quarter)
    return [
        report
        for report in branch.records["thought_reports"]
        if report.cells["quarter"] == f"{branch.year}Q{quarter}"
        and report.cells["mark"] == "submitted"
        and report.day in days
        and branch.people.is_member(report.cells["member_id"], report.day)
    ]


def yearly_version(branch: BranchYear, rule_id: str, member_id: str) -> Version | None:
    """C5, C9: the version that a yearly personal duty goes by; None for one who has no such duty."""
    if not branch.people.has_yearly_duty(member_id, branch.year):
        return None
    return branch.rules.in_force(rule_id, date(branch.year, 1, 1))


def attendance(branch: BranchYear, member_id: str) -> Done:
    """Present and required over the meetings that count (C2)."""
    required = [meeting for meeting in branch.meetings() if member_id in branch.people.required_on(meeting.day)]
    return sum(branch.is_present("meeting", meeting, member_id) for meeting in required), len(required)


def attendance_share(branch: BranchYear, member_id: str) -> Done:
    """R04: no verdict when no meeting required the member."""
    present, required = attendance(branch, member_id)
    version = yearly_version(branch, "R04", member_id)
    if version is None or required == 0:
        return 0, 0
    return int(Fraction(present, required) >= version.threshold), 1


def thought_reports(branch: BranchYear, member_id: str) -> Done:
    """R06: quarters with a report among the quarters owed (C4)."""
    satisfied = owed = 0
    for quarter in range(1, 5):
        days = quarter_days(branch.year, quarter)
        version = branch.rules.in_force("R06", days[0])
        if version and member_id in branch.people.owing_quarterly(days[-1]):
            given = sum(report.cells["member_id"] == member_id for report in reports_in_time(branch, quarter))
            owed += 1
            satisfied += given >= version.threshold
    return satisfied, owed


def own_proposal(branch: BranchYear, member_id: str) -> Done:
    """R11: waived by six exempt months or more (C5)."""
    version = yearly_version(branch, "R11", member_id)
    waived = branch.people.exempt_months(member_id, branch.year) >= MONTHS_THAT_WAIVE_THE_PROPOSAL
    if version is None or waived:
        return 0, 0
    return int(len(branch.signed_by(member_id)) >= version.threshold), 1


def infos_of(branch: BranchYear, member_id: str) -> int:
    return sum(info.cells["member_id"] == member_id for info in branch.infos())


def infos_threshold(branch: BranchYear, member_id: str) -> int | None:
    """R16: the minimum for the member's full months, rounded down (C5)."""
    version = yearly_version(branch, "R16", member_id)
    if version is None:
        return None
    return floor(version.threshold * branch.people.full_months(member_id, branch.year) / 12)


def own_infos(branch: BranchYear, member_id: str) -> Done:
    """R16: a minimum of 0 is not owed."""
    minimum = infos_threshold(branch, member_id)
    if not minimum:
        return 0, 0
    return int(infos_of(branch, member_id) >= minimum), 1


DUTIES = {"R04": attendance_share, "R06": thought_reports, "R11": own_proposal, "R16": own_infos}


def member_score(branch: BranchYear, member_id: str) -> str | None:
    """C12 over the member's rules; C5: none for who is not a member on 31 December."""
    if not branch.people.is_member(member_id, date(branch.year, 12, 31)):
        return None
    weights = {rule_id: branch.rules.weight(rule_id, branch.year) for rule_id in DUTIES}
    return score([(weights[rule_id], *duty(branch, member_id)) for rule_id, duty in DUTIES.items()])


def member_figures(branch: BranchYear, member_id: str) -> dict[str, Any]:
    """One member's line."""
    present, required = attendance(branch, member_id)
    submitted, owed = thought_reports(branch, member_id)
    return {
        "on_roll_12_31": branch.people.is_member(member_id, date(branch.year, 12, 31)),
        "attendance": {"present": present, "required": required},
        "thought": {"submitted": submitted, "owed": owed},
        "proposals_signed": len(branch.signed_by(member_id)),
        "proposal_owed": own_proposal(branch, member_id)[1] == 1,
        "infos": infos_of(branch, member_id),
        "infos_threshold": infos_threshold(branch, member_id),
        "score": member_score(branch, member_id),
    }
