"""What one load knows while it goes through the files: whose they are, who is a member, what was found wrong."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from zuji.institutions.queries.offices import contact_posts
from zuji.kernel.rules_table import RuleRow
from zuji.operations.load.cells import NOT_A_MEMBER, Finding, Line, RefusedLine
from zuji.operations.load.files import quoted
from zuji.organizations.models import Member, Organization, PolicySpan, PostAssignment

NEW, CHANGED, UNCHANGED, DOUBTFUL, REFUSED = "new", "changed", "unchanged", "doubtful", "refused"
OUTCOMES = (NEW, CHANGED, UNCHANGED, DOUBTFUL, REFUSED)


@dataclass(frozen=True)
class Refusal:
    """A finding at its place, with the row it was found in."""

    file: str
    line: int
    finding: Finding
    code: str
    year: int | None
    row: dict[str, str]


@dataclass
class EventMarks:
    """An event, the marks that members of the branch have at it, and those that the files add or change."""

    event: Any
    on: date
    kept: dict[int, str]
    wanted: dict[int, str] = field(default_factory=dict)


@dataclass
class Load:
    """One load of one folder into one branch."""

    branch: Organization
    committee: Organization
    members: dict[str, int] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)
    marks: dict[tuple[str, str], "EventMarks"] = field(default_factory=dict)
    rules: dict[str, list[tuple[Line, RuleRow]]] = field(default_factory=dict)
    loaded_codes: dict[str, set[str]] = field(default_factory=dict)

    def know_members(self) -> None:
        """Read whose cards the branch keeps, by number."""
        rows = Member.objects.filter(registered_at=self.branch)
        self.members = dict(rows.values_list("member_no", "pk"))

    def member(self, line: Line, column: str, *, remark: str = "", further: tuple[Finding, ...] = ()) -> int:
        """Find a member by number. Raises RefusedLine, with the flag of the file at hand, for one nobody knows."""
        number = line.name(column)
        if number not in self.members:
            reason = _("There is no member “%(number)s”.") % {"number": quoted(number)}
            raise RefusedLine(column, reason, remark, further)
        return self.members[number]

    def stranger(self, line: Line, column: str, *further: Finding) -> RefusedLine:
        """Give the refusal of a record that names somebody nobody knows (C13), with what else is wrong with it."""
        reason = _("There is no member “%(number)s”.") % {"number": quoted(line.name(column))}
        return RefusedLine(column, reason, NOT_A_MEMBER, further)

    @cached_property
    def _late_after(self) -> list[tuple[date, date | None, int]]:
        spans = PolicySpan.objects.filter(organization=self.branch).select_related("policy")
        return [(span.from_on, span.until_on, span.policy.late_after_days) for span in spans]

    def lateness(self, on: date, recorded_on: date | None, confirmed_by: str) -> list[Finding]:
        """Say of a record that is refused for another reason that it was entered late too (C1)."""
        days = next((late for start, end, late in self._late_after if start <= on and (end is None or on < end)), None)
        if days is None or recorded_on is None or (recorded_on - on).days <= days:
            return []
        remark = "LATE_CONFIRMED" if confirmed_by else "LATE_UNCONFIRMED"
        return [Finding("recorded_on", _("The record was entered late."), remark)]

    @cached_property
    def _contact_posts(self) -> set[str]:
        return contact_posts(self.branch)

    def is_out_of_office(self, number: str, on: date) -> bool:
        """Say whether somebody holds none of the posts that make a contact count (C11)."""
        held = PostAssignment.objects.filter(
            organization=self.branch,
            member_id=self.members.get(number, 0),
            post__in=self._contact_posts,
            from_on__lte=on,
            until_on__gt=on,
        )
        return not held.exists()

    def count(self, file: str, outcome: str) -> None:
        """Count what became of a row."""
        self.counts.setdefault(file, Counter())[outcome] += 1

    def refuse(self, file: str, line: Line, finding: Finding, *, code: str, year: int | None) -> None:
        """Keep a finding for the row's author."""
        self.refusals.append(Refusal(file, line.number, finding, code, year, dict(line.cells)))

    def taken(self, file: str, code: str) -> None:
        """Note that a record was taken, so that an earlier refusal of it is mended."""
        self.loaded_codes.setdefault(file, set()).add(code)


def outcome_of(*recorded: Any) -> str:
    """Say what became of a row that went into one or more records."""
    if any(each.is_new for each in recorded):
        return NEW
    return CHANGED if any(each.is_changed for each in recorded) else UNCHANGED
