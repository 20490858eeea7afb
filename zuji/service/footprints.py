"""How service counts: the city's activities expect everybody; a lecture counts once for branch and each speaker."""

from zuji.footprints.facts import Fact, reference_to
from zuji.service.models import Lecture, ServiceActivity


def footprints_of_activity(activity: ServiceActivity) -> list[Fact]:
    """A committee's activity held, and the marks of those who have one; to come or called off, it is not owed (C17).

    A branch's own leaves none: SRV-1 asks for the committee's, and one more would be owed by everybody.
    """
    if activity.status != "held" or activity.organization.level == "branch":
        return []
    own = reference_to(activity)
    held = Fact(
        kind="service.held",
        organization_id=activity.organization_id,
        credit="branch",
        about=own,
        happened_on=activity.held_on,
    )
    marks = [
        Fact(
            kind="service.attended",
            organization_id=attendance.organization_id,
            credit="member",
            member_id=attendance.member_id,
            about=own,
            happened_on=activity.held_on,
            mark=attendance.mark,
        )
        for attendance in activity.attendance.all()
    ]
    return [held, *marks]


def footprints_of_lecture(lecture: Lecture) -> list[Fact]:
    """A lecture given: one for the branch, naming the first speaker, and one for each speaker."""
    if lecture.status != "held":
        return []
    speakers = [speaker.member_id for speaker in lecture.speakers.all()]

    def given(credit: str, member_id: int | None) -> Fact:
        return Fact(
            kind="lecture.given",
            organization_id=lecture.organization_id,
            credit=credit,
            member_id=member_id,
            about=reference_to(lecture),
            happened_on=lecture.held_on,
            recorded_on=lecture.recorded_on,
            is_confirmed=bool(lecture.confirmed_by),
        )

    return [given("branch", speakers[0] if speakers else None), *[given("member", speaker) for speaker in speakers]]
