"""A branch that chose content, and reports of its members."""

from datetime import UTC, date, datetime

from django.utils import timezone

from zuji.foundation.clock import local_date
from zuji.foundation.periods import quarter_of
from zuji.organizations.actions import set_policy
from zuji.thought_reports.actions import hand_in_report

PLANTED = "玄鸟至ZQX暗语"
AT = datetime(2018, 5, 10, 1, 30, tzinfo=UTC)


def choose_content(world, *, from_on=date(2018, 1, 1)):
    return set_policy(
        world.branch, key="thought_report_content", value="content", from_on=from_on, clause="支部大会决议"
    )


def handed_in(world, **given):
    """The member's report to the director, in May 2018 unless said otherwise."""
    at = given.pop("at", AT)
    said = {"author": world.member, "recipient": world.director, "text": PLANTED}
    said["quarter"] = quarter_of(local_date(at))
    return hand_in_report(world.branch, **(said | given), at=at)


def now():
    return timezone.now()
