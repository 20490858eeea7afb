"""A member's own days for the calendar of their telephone: where they are expected, and where they speak."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from zuji.activities.models import ThemeActivity
from zuji.footprints.facts import reference_to
from zuji.foundation.calendar_file import Entry
from zuji.meetings.models import Meeting
from zuji.organizations.models import Member, Membership
from zuji.organizations.queries import posts_on
from zuji.service.calendar_file import entry_of
from zuji.service.models import Lecture, ServiceActivity
from zuji.study.models import StudySession

LOOKS_BACK = timedelta(days=31)
"""How long what is over stays in a calendar that asks again."""


def own_days(member: Member, today: date) -> list[Entry]:
    """Give a member's days from a month ago on: meetings, study, activities for everybody, and lectures of their own.

    Of the branch the member belongs to on the day; what is called off says so. No one else's name is in it.
    """
    found = [*_called_together(member, today - LOOKS_BACK), *_lectures(member, today - LOOKS_BACK)]
    return sorted(found, key=lambda entry: (entry.on, entry.about))


def _called_together(member: Member, since: date) -> Iterator[Entry]:
    for span in Membership.objects.filter(member=member, until_on__gt=since).select_related("organization"):
        branch, days = span.organization, Q(held_on__gte=max(since, span.from_on))
        if span.until_on is not None:
            days &= Q(held_on__lt=span.until_on)
        for model in (Meeting, StudySession):
            for gathering in model.objects.filter(days, organization=branch):
                if not gathering.is_for_committee or member.pk in posts_on(branch, gathering.held_on):
                    yield _entry(gathering, gathering.topic)
        for shared in (ServiceActivity, ThemeActivity):
            for activity in shared.objects.of(branch).filter(days):
                yield _entry(activity, activity.name)


def _entry(record: Any, title: str) -> Entry:
    return Entry(
        about=reference_to(record),
        title=title,
        on=record.held_on,
        changed_at=record.updated_at,
        sequence=getattr(record, "revision", 0),
        starts_at=getattr(record, "starts_at", None),
        ends_at=getattr(record, "ends_at", None),
        where=record.venue,
        is_cancelled=record.status == "cancelled",
    )


def _lectures(member: Member, since: date) -> Iterator[Entry]:
    rows = Lecture.objects.filter(speakers__member=member, held_on__gte=since)
    for lecture in rows.prefetch_related("speakers__member"):
        yield entry_of(lecture, names_speakers=False)
