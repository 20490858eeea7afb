"""How node days and theme activities count: the committee's plan opens windows, the branch's marking fills them."""

from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.footprints.facts import Fact, reference_to


def footprints_of_node_day(node_day: NodeDay) -> list[Fact]:
    """A node day in the plan opens a window around its anniversary, whose year it has (C18)."""
    return [
        Fact(
            kind="node_day.planned",
            organization_id=node_day.organization_id,
            credit="branch",
            about=reference_to(node_day),
            happened_on=node_day.anniversary_on,
        )
    ]


def footprints_of_observance(observance: NodeDayObservance) -> list[Fact]:
    """A node day marked by a branch, on the day it was; nothing when it was planned or cancelled."""
    if observance.held_on is None or observance.status != "held":
        return []
    return [
        Fact(
            kind="node_day.held",
            organization_id=observance.organization_id,
            credit="branch",
            about=f"node_day:{observance.node_day_id}",
            happened_on=observance.held_on,
        )
    ]


def footprints_of_activity(activity: ThemeActivity) -> list[Fact]:
    """A theme activity held, and the marks of those who have one; one to come or called off is not owed (C17)."""
    if activity.status != "held":
        return []
    own = reference_to(activity)
    held = Fact(
        kind="activity.held",
        organization_id=activity.organization_id,
        credit="branch",
        about=own,
        happened_on=activity.held_on,
    )
    marks = [
        Fact(
            kind="activity.attended",
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
