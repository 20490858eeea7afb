"""Reads of lectures: those of a year, how far the year is, what one still lacks, what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zuji.foundation.wording import plain
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import settings_on, value_on
from zuji.organizations.queries import members_on
from zuji.service.models import Lecture

CONSENT_WANTED = ("pupils",)


@dataclass(frozen=True)
class YearOfLectures:
    """How far a year is. `given` counts what counts; `unconfirmed` was entered too late and waits; no score in it.

    `months`: how many were given in each, January first. `audience` is the headcount of all that were given.
    """

    target: int
    given: int
    planned: int
    unconfirmed: int
    audience: int
    months: tuple[int, ...]

    @property
    def percent(self) -> int:
        """How far the bar goes; a year above its target fills it."""
        return min(100, self.given * 100 // self.target) if self.target else 100


def lectures_of(organization: Organization) -> QuerySet[Any]:
    """Give the lectures of a branch, or of every branch below a committee, newest first, with who speaks."""
    below = Lecture.objects.filter(organization__ancestor_links__ancestor=organization)
    found = below.select_related("organization").prefetch_related("speakers__member")
    return found.order_by("-held_on", "-starts_at", "-pk")


def matching(lectures: Iterable[Lecture], *, category: str = "", speaker: str = "", words: str = "") -> list[Lecture]:
    """Keep those of a category, by a speaker whose name begins or contains what is asked, with the words in it."""
    name, wanted = plain(speaker), plain(words)
    return [
        each
        for each in lectures
        if (not category or each.category == category)
        and (not name or name in plain(each.speaker_names))
        and (not wanted or wanted in plain(f"{each.topic} {each.host} {each.venue}"))
    ]


def year_of(organization: Organization, lectures: Iterable[Lecture], *, year: int, today: date) -> YearOfLectures:
    """Count a year's lectures towards the target that is shown. Takes: the lectures of that year."""
    on = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    settings = settings_on(organization, ["lecture_target", "late_after_days"], on)
    days = settings["late_after_days"].value
    every = list(lectures)
    held = [each for each in every if each.status == "held"]
    given = [each for each in held if not is_late(each, days)]
    return YearOfLectures(
        target=settings["lecture_target"].value,
        given=len(given),
        planned=sum(each.status == "planned" for each in every),
        unconfirmed=len(held) - len(given),
        audience=sum(each.audience_count or 0 for each in held),
        months=tuple(sum(each.held_on.month == month for each in given) for month in range(1, 13)),
    )


def is_late(lecture: Lecture, days: int) -> bool:
    """Say whether a lecture was entered more than so many days afterwards and nobody vouched for it yet (C1)."""
    if lecture.status != "held" or lecture.recorded_on is None or lecture.confirmed_by:
        return False
    return bool((lecture.recorded_on - lecture.held_on).days > days)


def to_do(lecture: Lecture, today: date) -> list[str]:
    """Say what a lecture still lacks, in the order in which it is done; none is an empty list."""
    if lecture.status == "cancelled":
        return []
    if lecture.status == "planned":
        return _before(lecture, today)
    found = []
    if is_late(lecture, value_on(lecture.organization, "late_after_days", lecture.held_on)):
        found.append(_("Entered late: it counts when the head or a deputy confirms it."))
    if lecture.audience_count is None:
        found.append(_("How many came is not entered yet."))
    needed: int = value_on(lecture.organization, "lecture_evidence", lecture.held_on)
    if len(lecture.evidence) < needed:
        there = len(lecture.evidence)
        found.append(
            _("Evidence %(there)s of %(needed)s: it counts, but is marked as short.")
            % {"there": there, "needed": needed}
        )
    if lecture.audience_kind in CONSENT_WANTED and "photos" in lecture.evidence and not lecture.has_school_consent:
        found.append(_("Photos show pupils: ask the school before anything is published."))
    return found


def _before(lecture: Lecture, today: date) -> list[str]:
    found = []
    if not lecture.speaker_names:
        found.append(_("Nobody is named as speaker yet."))
    if not (lecture.host or lecture.venue):
        found.append(_("Neither host nor place is entered yet."))
    days = (today - lecture.held_on).days
    if days > 0:
        found.append(
            ngettext(
                "Its day was %(days)s day ago: say how it went, or call it off.",
                "Its day was %(days)s days ago: say how it went, or call it off.",
                days,
            )
            % {"days": days}
        )
    return found


def lecture_years(organization: Organization) -> list[int]:
    """Give the years with a lecture."""
    below = Lecture.objects.filter(organization__ancestor_links__ancestor=organization)
    return sorted(on.year for on in below.dates("held_on", "year"))


def coming_lectures(organization: Organization, today: date, *, is_public: bool = False) -> list[Lecture]:
    """Give what is planned from today on, the nearest first; for the public only what the branch has published."""
    coming = lectures_of(organization).filter(status="planned", held_on__gte=today).order_by("held_on", "starts_at")
    return list(coming.filter(is_published=True) if is_public else coming)


def has_public_page(organization: Organization) -> bool:
    """Say whether an organization has ever published a lecture: else nobody outside learns that it is there."""
    below = Lecture.objects.filter(organization__ancestor_links__ancestor=organization)
    return bool(below.filter(is_published=True).exists())


def speakers_of(branch: Organization, today: date, lecture: Lecture | None) -> list[Member]:
    """Give who can be named as speaker: the members of the day, and who speaks already."""
    people = list(members_on(branch, today))
    there = {member.pk for member in people}
    if lecture is not None:
        people += [row.member for row in lecture.speakers.select_related("member") if row.member_id not in there]
    return people
