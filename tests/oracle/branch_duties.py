"""What the branch owes in the year, rule by rule, period by period."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.branch_year import BranchYear
from tests.oracle.days import month_days, quarter_days
from tests.oracle.people import DIRECTOR
from tests.oracle.printing import number, two_decimals
from tests.oracle.reading import Record
from tests.oracle.rulebook import Version

Period = dict[str, Any]
Periods = Iterator[tuple[str, Period]]


def counted(actual: int, version: Version) -> Period:
    return {"actual": actual, "threshold": number(version.threshold), "ok": actual >= version.threshold}


def yearly(branch: BranchYear, rule_id: str, found: list[Record]) -> Periods:
    """One period, the year, in which so many records count."""
    version = branch.rules.in_force(rule_id, date(branch.year, 1, 1))
    if version:
        yield str(branch.year), counted(len(found), version)


def monthly(branch: BranchYear, rule_id: str, found: list[Record]) -> Periods:
    """Twelve periods, each with the records of that month."""
    for month in range(1, 13):
        days = month_days(branch.year, month)
        version = branch.rules.in_force(rule_id, days[0])
        if version:
            yield f"{branch.year}-{month:02}", counted(sum(record.day in days for record in found), version)


def early_plenaries(branch: BranchYear, rule_id: str) -> Periods:
    """R01: plenary study up to the day that the metric names, such as sessions_held_by_03_31."""
    version = branch.rules.in_force(rule_id, date(branch.year, 1, 1))
    if version:
        month, day = version.metric.split("_")[-2:]
        last = date(branch.year, int(month), int(day))
        plenaries = [each for each in branch.dated("study_sessions") if each.cells["kind"] == "plenary"]
        yield str(branch.year), counted(sum(each.day <= last for each in plenaries), version)


def study_tasks(branch: BranchYear, rule_id: str) -> Periods:
    """R02, C15: studied on or before the due date; the task's year is its issue date's."""
    for task in branch.dated("study_tasks"):
        if branch.rules.in_force(rule_id, task.day):
            due, studied = task.dates["due_on"], task.dates.get("studied_on")
            yield (
                task.id,
                {
                    "due": str(due),
                    "studied": str(studied) if studied else None,
                    "ok": studied is not None and studied <= due,
                },
            )


def meetings(branch: BranchYear, rule_id: str) -> Periods:
    """R03."""
    return monthly(branch, rule_id, branch.meetings())


def contacts(branch: BranchYear, rule_id: str) -> Periods:
    """R05, C11: in each quarter, contacts about each member whom C4 names, except the director of its last day."""
    for quarter in range(1, 5):
        days = quarter_days(branch.year, quarter)
        version = branch.rules.in_force(rule_id, days[0])
        if not version:
            continue
        made = [contact for contact in branch.contacts() if contact.day in days]
        for who in branch.people.owing_quarterly(days[-1]):
            if not branch.people.is_in_post(who, days[-1], DIRECTOR):
                about = sum(contact.cells["member_id"] == who for contact in made)
                yield f"{branch.year}Q{quarter}/{who}", counted(about, version)


def node_days(branch: BranchYear, rule_id: str) -> Periods:
    """R07, C18: held from 30 days before to 15 days after the anniversary; a cancelled one is owed all the same."""
    for node in branch.dated("node_days"):
        opens, closes = node.day - timedelta(days=30), node.day + timedelta(days=15)
        if branch.rules.in_force(rule_id, opens):
            held_on = node.dates.get("held_on")
            ok = node.cells["status"] == "held" and held_on is not None and opens <= held_on <= closes
            yield node.id, {"held_on": str(held_on) if held_on else None, "ok": ok}


def articles(branch: BranchYear, rule_id: str) -> Periods:
    """R08."""
    return yearly(branch, rule_id, branch.articles())


def readings(branch: BranchYear, rule_id: str) -> Periods:
    """R09, C14: read 0 to 15 days after publication, which may be in the next year."""
    for issue in branch.dated("journal_issues"):
        if branch.rules.in_force(rule_id, issue.day):
            in_time = [
                session
                for session in branch.records["study_sessions"]
                if session.cells["kind"] == "journal_reading"
                and session.cells["issue_no"] == issue.id
                and issue.day <= session.day <= issue.day + timedelta(days=15)
            ]
            yield issue.id, {"published_on": str(issue.day), "ok": len(in_time) > 0}


def full_attendance(branch: BranchYear, rule_id: str, table: str, kind: str) -> Periods:
    """C17: every required member is present; not owed when cancelled or when nobody is required."""
    for event in branch.dated(table):
        required = branch.people.required_on(event.day)
        if event.cells["status"] == "cancelled" or not required or not branch.rules.in_force(rule_id, event.day):
            continue
        present = sum(branch.is_present(kind, event, who) for who in required)
        yield event.id, {"required": len(required), "present": present, "ok": present == len(required)}


def activities(branch: BranchYear, rule_id: str) -> Periods:
    """R10."""
    return full_attendance(branch, rule_id, "activities", "activity")


def services(branch: BranchYear, rule_id: str) -> Periods:
    """R17."""
    return full_attendance(branch, rule_id, "service_activities", "service")


def filing_rate(branch: BranchYear, rule_id: str) -> Periods:
    """R12, C7 and C10: no verdict when nothing was submitted."""
    version = branch.rules.in_force(rule_id, date(branch.year, 1, 1))
    filed, submitted = len(branch.proposals("filed", "merged")), len(branch.proposals("filed", "merged", "not_filed"))
    if version and submitted > 0:
        yield (
            str(branch.year),
            {
                "submitted": submitted,
                "filed": filed,
                "rate": f"{filed}/{submitted}",
                "threshold": number(version.threshold),
                "ok": Fraction(filed, submitted) >= version.threshold,
            },
        )


def infos(branch: BranchYear, rule_id: str) -> Periods:
    """R13."""
    return monthly(branch, rule_id, branch.infos())


def research(branch: BranchYear, rule_id: str) -> Periods:
    """R14."""
    return yearly(branch, rule_id, branch.research())


def lectures(branch: BranchYear, rule_id: str) -> Periods:
    """R15."""
    return yearly(branch, rule_id, branch.lectures())


DUTIES: dict[str, Callable[[BranchYear, str], Periods]] = {
    "R01": early_plenaries,
    "R02": study_tasks,
    "R03": meetings,
    "R05": contacts,
    "R07": node_days,
    "R08": articles,
    "R09": readings,
    "R10": activities,
    "R12": filing_rate,
    "R13": infos,
    "R14": research,
    "R15": lectures,
    "R17": services,
}


def rule_figures(branch: BranchYear, rule_id: str) -> dict[str, Any]:
    """One rule of the branch's group: its periods, how many are satisfied, and its points, not rescaled."""
    periods = dict(DUTIES[rule_id](branch, rule_id))
    owed, satisfied = len(periods), sum(period["ok"] for period in periods.values())
    weight = branch.rules.weight(rule_id, branch.year)
    return {
        "periods": periods,
        "satisfied": satisfied,
        "owed": owed,
        "weight": number(weight),
        "points": two_decimals(weight * satisfied / owed) if owed else None,
    }
