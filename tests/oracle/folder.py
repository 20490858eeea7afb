"""The year's figures of one branch, straight from its CSV folder, by the conventions C1-C18.

Meant as an independent opinion: day by day, person by person, exact fractions, no cleverness. Where the conventions
leave room, this is how they are read here:

- Registers (members, exemptions, posts, rules) have no flags; a row with a bad date is left out.
- Flags are about records whose own date lies in the year. A refused record belongs to its own date's year if that can
  be read, else to the year its text begins with, else to every year; nothing but BAD_DATE is said of it. Lateness,
  duplicates and strangers are flagged whatever the record's status. Attendance and research members have no flags.
- A record that names an unknown member counts for nothing; one that names nobody counts for the branch.
- A contact's maker must be in office that day and known, but need not be a member; contacts are owed in a vacancy too.
- A period whose first day has no version in force, and a rule without a denominator, are not owed and not listed.
- A thought report is in time when it is for that very quarter, within it, from one who is a member that day.
- The filing rate counts proposals whoever signed; a signature counts once for each signer and proposal.
- A study before the issue date is in time. A cancelled node day is owed; a cancelled activity or service is not.
- Only all-member meetings count, for meetings and for attendance. The first mark of a member at an event wins.
- R04, R11 and R16 are yearly personal duties: R04 too is owed only by those whom C5 names.
- The 30 days of C4 and the 30 June of C5 look at the one span that covers the day; full months at all spans.
- A score without any weight owed is null. A filing rate with nothing submitted is "0/0", its per cent null.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracle.branch_duties import rule_figures
from tests.oracle.branch_year import BranchYear, read_branch_year
from tests.oracle.days import month_days
from tests.oracle.flags import flags
from tests.oracle.member_duties import member_figures, reports_in_time
from tests.oracle.printing import score, two_decimals
from tests.oracle.reading import Record

ADOPTERS = ("none", "city", "province", "national")


def figures(folder: Path, year: int) -> dict[str, Any]:
    """All figures of the year, in the shape of expected.json."""
    branch = read_branch_year(folder, year)
    rules = {rule_id: rule_figures(branch, rule_id) for rule_id in branch.rules.ids("branch")}
    lines = [(branch.rules.weight(rule_id, year), rule["satisfied"], rule["owed"]) for rule_id, rule in rules.items()]
    return {
        "year": year,
        "headline": headline(branch, rules),
        "branch_score": score(lines),
        "rules": rules,
        "members": {who: member_figures(branch, who) for who in branch.people.of_year(year)},
        "flags": flags(branch),
    }


def headline(branch: BranchYear, rules: dict[str, Any]) -> dict[str, Any]:
    """The figures that a yearly summary begins with."""
    filed, submitted = len(branch.proposals("filed", "merged")), len(branch.proposals("filed", "merged", "not_filed"))
    infos = branch.infos()
    return {
        "members_on_12_31": sum(branch.people.is_member(who, date(branch.year, 12, 31)) for who in branch.people.known),
        "meetings_held": len(branch.meetings()),
        "months_with_meeting": total(rules, "R03", "satisfied"),
        "node_days": total(rules, "R07", "satisfied"),
        "articles": len(branch.articles()),
        "journal_issues": total(rules, "R09", "owed"),
        "readings_in_time": total(rules, "R09", "satisfied"),
        "theme_activities": total(rules, "R10", "owed"),
        "proposals_submitted": submitted,
        "proposals_filed": filed,
        "filing_rate": f"{filed}/{submitted}",
        "filing_rate_pct": percent(filed, submitted),
        "service_activities": total(rules, "R17", "owed"),
        "infos_total": len(infos),
        "infos_by_month": [sum(info.day in month_days(branch.year, month) for info in infos) for month in range(1, 13)],
        "infos_adopted": adopted(infos),
        "research": len(branch.research()),
        "lectures": len(branch.lectures()),
        "contacts_counted": len(branch.contacts()),
        "thought_reports": sum(len(reports_in_time(branch, quarter)) for quarter in range(1, 5)),
        "study_tasks_in_time": total(rules, "R02", "satisfied"),
    }


def total(rules: dict[str, Any], rule_id: str, key: str) -> int:
    """A rule's owed or satisfied periods; 0 when the branch has no such rule."""
    return rules[rule_id][key] if rule_id in rules else 0


def percent(part: int, whole: int) -> str | None:
    return two_decimals(Fraction(part * 100, whole)) if whole else None


def adopted(infos: list[Record]) -> dict[str, int]:
    """How many infos each body adopted; bodies that adopted none are left out."""
    by_body = {body: sum((info.cells["adopted_by"] or "none") == body for info in infos) for body in ADOPTERS}
    return {body: count for body, count in by_body.items() if count}
