"""A lecture is planned, changed or called off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, free_code, lock_record, set_rows, validate
from zuji.foundation.wording import plain
from zuji.gatherings.actions import refuse_impossible
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.search.actions import keep_findable
from zuji.service.footprints import footprints_of_lecture
from zuji.service.models import HostUnit, Lecture, LectureTopic
from zuji.service.queries.found import findable_of


class LectureWords(TypedDict, total=False):
    """What a plan may say beside topic, day and place."""

    kind: str
    library_topic: LectureTopic | None
    host_unit: HostUnit | None
    organizer_level: str
    audience_kind: str
    is_public_welfare: bool
    theme_multiparty: bool
    host_prepares: str


@dataclass(frozen=True)
class LecturePlan:
    """On what, when, where, and who speaks: members by id, the first named first, and perhaps a guest."""

    topic: str
    held_on: date
    host: str = ""
    venue: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    speakers: Sequence[int] = ()
    guest_speaker: str = ""


@transaction.atomic
def plan_lecture(
    branch: Organization, *, plan: LecturePlan, on: date, by: str, **words: Unpack[LectureWords]
) -> Recorded[Lecture]:
    """Plan a lecture, or enter one already given, whose headcount then follows. A double tap plans none twice.

    A second session on the same topic at the same place that day is refused: it is the same lecture (domain §7).
    Raises RecordingError for that, a day before the branch was founded, or a speaker who is no member that day.
    """
    Organization.objects.select_for_update().get(pk=branch.pk)
    _refuse(branch, plan)
    there = _same_lecture(branch, plan)
    if there is not None and there.starts_at == plan.starts_at:
        return Recorded(there)
    _refuse_second_session(there)
    lecture = Lecture(
        organization=branch,
        code=free_code(Lecture.objects.of(branch), f"LE{plan.held_on:%Y%m%d}"),
        status="planned",
        **_fields(plan),
        **words,
    )
    validate(lecture)
    lecture.save()
    _set_speakers(lecture, plan.speakers)
    note_step(lecture, "planned", on=on, by=by)
    return Recorded(lecture, is_new=True, is_changed=True)


@transaction.atomic
def change_lecture(
    lecture: Lecture, *, plan: LecturePlan, seen: int, on: date, by: str, **words: Unpack[LectureWords]
) -> Lecture:
    """Change a planned lecture, or correct what is said of one that was given; footprints follow.

    Raises StaleRecord; ZujiError for one called off; RecordingError as `plan_lecture`, and for a held one moved to a
    day to come.
    """
    current = lock_record(lecture, seen=seen)
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; plan a new one for the day it was made up."))
    _refuse(current.organization, plan)
    if current.status == "held" and plan.held_on > on:
        raise RecordingError("held_on", _("That day is still to come."))
    _refuse_second_session(_same_lecture(current.organization, plan, without=current.pk))
    for name, value in {**_fields(plan), **words}.items():
        setattr(current, name, value)
    validate(current)
    _set_speakers(current, plan.speakers)
    note_step(current, "changed", on=on, by=by)
    return current


@transaction.atomic
def cancel_lecture(lecture: Lecture, *, reason: str, on: date, by: str) -> Lecture:
    """Call a lecture off, with a reason; it is kept and does not count. Called off already, the first reason stands.

    Raises RecordingError without a reason.
    """
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    current = lock_record(lecture)
    if current.status != "cancelled":
        current.status, current.cancel_reason = "cancelled", reason.strip()[:120]
        note_step(current, "cancelled", on=on, by=by, reason=current.cancel_reason)
    return current


def note_step(lecture: Lecture, what: str, *, on: date, by: str, reason: str = "") -> None:
    """Raise the revision, remember who did what when, let search find it, and post what it amounts to now."""
    lecture.revision += 1
    lecture.changed_by = by
    lecture.save()
    lecture.events.create(what=what, on=on, by=by, reason=reason[:300])
    keep_findable(lecture, findable_of(lecture))
    sync(lecture, footprints_of_lecture(lecture))


def _fields(plan: LecturePlan) -> dict[str, object]:
    fields = dict(vars(plan))
    del fields["speakers"]
    return fields


def _refuse(branch: Organization, plan: LecturePlan) -> None:
    refuse_impossible(branch, held_on=plan.held_on, starts_at=plan.starts_at, ends_at=plan.ends_at)
    named = set(plan.speakers)
    strangers = named - set(members_on(branch, plan.held_on).filter(pk__in=named).values_list("pk", flat=True))
    if strangers:
        names = "、".join(Member.objects.filter(pk__in=strangers).values_list("name", flat=True)) or _("Somebody")
        raise RecordingError("speakers", _("%(name)s is not a member of this branch on that day.") % {"name": names})


def _same_lecture(branch: Organization, plan: LecturePlan, without: int | None = None) -> Lecture | None:
    """Find the lecture on the same topic at the same place on the same day, however its names are written."""
    that_day = Lecture.objects.of(branch).filter(held_on=plan.held_on).exclude(status="cancelled").exclude(pk=without)
    wanted = plain(plan.topic), plain(plan.host), plain(plan.venue)
    return next((each for each in that_day if (plain(each.topic), plain(each.host), plain(each.venue)) == wanted), None)


def _refuse_second_session(there: Lecture | None) -> None:
    if there is not None:
        raise RecordingError(
            "starts_at",
            _("This topic is given there that day already: two sessions are one lecture. Add both headcounts there."),
        )


def _set_speakers(lecture: Lecture, speakers: Sequence[int]) -> None:
    wanted = {who: {"position": position} for position, who in enumerate(dict.fromkeys(speakers), start=1)}
    set_rows(lecture.speakers, "member_id", wanted, is_all=True)
