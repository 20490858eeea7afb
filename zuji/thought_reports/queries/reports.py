"""Reads around sealed reports: who may receive one, whose are whose, what the branch chose. Never what one says."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zuji.organizations.models import Member, Organization, PolicySetting
from zuji.organizations.permissions import own_member
from zuji.organizations.queries import posts_on
from zuji.thought_reports.models import AccessLog, ThoughtReport
from zuji.thought_reports.permissions import author_in, can_choose_setting, can_read_overviews

RECEIVING_POSTS = ("branch_director", "deputy_branch_director")
"""Who may be named as the recipient, the first that is held before the others (domain §10.4.2)."""


def recipients_for(author: Member, branch: Organization, on: date) -> list[Member]:
    """Give who may be named as the recipient of somebody's report on a day: the director, then the deputies."""
    held = {number: posts for number, posts in posts_on(branch, on).items() if number != author.pk}
    numbers = [number for post in RECEIVING_POSTS for number, posts in held.items() if post in posts]
    people = Member.objects.in_bulk(numbers)
    return [people[number] for number in dict.fromkeys(numbers)]


@dataclass(frozen=True)
class ReportLine:
    """A report as a list shows it: without a word of it, with every reading of it."""

    report: ThoughtReport
    accesses: list[AccessLog]
    is_open: bool


def reports_by(author: Member, *, today: date) -> list[ReportLine]:
    """Give what somebody wrote, the newest first, each with who opened it and when (domain §10.4.3)."""
    written = ThoughtReport.objects.filter(author=author).select_related("recipient").defer("ciphertext")
    return _lines(written.prefetch_related("accesses__reader"), today)


def reports_for(recipient: Member, *, today: date) -> list[ReportLine]:
    """Give what was addressed to somebody, the newest first; who else would ask gets nothing."""
    addressed = ThoughtReport.objects.filter(recipient=recipient).select_related("author").defer("ciphertext")
    return _lines(addressed.prefetch_related("accesses__reader"), today)


def _lines(reports: Any, today: date) -> list[ReportLine]:
    return [
        ReportLine(report, list(report.accesses.all()), report.withdrawn_at is None and today < report.expires_on)
        for report in reports
    ]


def standing_report(author: Member, branch: Organization, quarter: str) -> ThoughtReport | None:
    """Give the report of a quarter that is in the recipient's hands, if any."""
    found: ThoughtReport | None = (
        ThoughtReport.objects.sealed()
        .filter(author=author, receipt__organization=branch, quarter=quarter)
        .select_related("recipient")
        .first()
    )
    return found


@dataclass(frozen=True)
class Ways:
    """Which pages of thought reports a reader has in a branch, besides the receipts."""

    writes: bool
    has_written: bool
    has_received: bool
    reads_overviews: bool
    chooses: bool

    @property
    def lead_on(self) -> bool:
        """Say whether there is any."""
        return self.writes or self.has_written or self.has_received or self.reads_overviews or self.chooses


def ways_of(user: Any, branch: Organization, *, today: date) -> Ways:
    """Say which ways lead on for a reader. Where the branch keeps marks only, nothing speaks of content."""
    member = own_member(user)
    return Ways(
        writes=author_in(user, branch, today) is not None,
        has_written=ThoughtReport.objects.filter(author=member).exists() if member else False,
        has_received=ThoughtReport.objects.filter(recipient=member).exists() if member else False,
        reads_overviews=can_read_overviews(user, branch),
        chooses=can_choose_setting(user, branch),
    )


def settings_of(branch: Organization) -> list[PolicySetting]:
    """Give what the branch itself chose about its reports, the latest first."""
    return list(branch.policy_settings.filter(key="thought_report_content").order_by("-from_on"))
