"""Made-up events of the branch and the city: meetings, study, node days, activities, and who came."""

from datetime import date

from tests.oracle.days import DAY
from tests.oracle.made.dice import STRANGER, Dice, Row

PRESENT_MARKS = ("present", "present", "present", "online", "late", "left_early")
ABSENT_MARKS = ("leave", "absent")


def meetings(dice: Dice) -> list[Row]:
    rows = []
    for number in range(dice.count(0, 18)):
        day = dice.day()
        rows.append(
            {
                "meeting_id": f"MT{number:02}",
                "held_on": str(day),
                "start": "18:30",
                "end": "20:30",
                "venue": "文化活动室",
                "topic": "学习交流",
                "kind": "committee" if dice.chance(0.1) else "all_member",
                "status": "cancelled" if dice.chance(0.1) else "held",
                **dice.recorded(day),
            }
        )
    return dice.spoil(rows, "held_on", "recorded_on")


def events(dice: Dice, prefix: str, name: str) -> list[Row]:
    """Theme or service activities."""
    rows = [
        {
            "activity_id": f"{prefix}{number:02}",
            "name": name,
            "organiser": "市委会",
            "held_on": str(dice.day()),
            "status": "cancelled" if dice.chance(0.15) else "held",
        }
        for number in range(dice.count(0, 6))
    ]
    return dice.spoil(rows, "held_on")


def attendance(dice: Dice, kind: str, event_ids: list[str], people: list[str]) -> list[Row]:
    """Half of the events see everybody; second rows contradict the first; a stranger comes along."""
    rows = []
    for event_id in event_ids:
        share = dice.pick([1.0, 1.0, 0.97, 0.8, 0.6])
        for who in [*people, STRANGER]:
            if dice.chance(0.03):
                continue
            mark = dice.pick(PRESENT_MARKS if dice.chance(share) else ABSENT_MARKS)
            rows.append({"event_kind": kind, "event_id": event_id, "member_id": who, "mark": mark})
            if dice.chance(0.03):
                rows.append(rows[-1] | {"mark": dice.pick(PRESENT_MARKS + ABSENT_MARKS)})
    return rows


def journal_issues(dice: Dice) -> list[Row]:
    rows = [
        {"issue_no": f"{dice.year}-{number}", "journal": "《绥化民进》", "published_on": str(dice.day())}
        for number in range(1, dice.count(0, 6) + 1)
    ]
    return dice.spoil(rows, "published_on")


def study_sessions(dice: Dice, issues: list[Row]) -> list[Row]:
    """Plenaries anywhere; readings around the day of publication and around the fifteenth day after it."""
    sessions = [("plenary", "", dice.day()) for _ in range(dice.count(0, 3))]
    sessions += [("plenary", "", date(dice.year, 3, 31) + dice.pick([0, 1]) * DAY)]
    for issue in issues:
        for _ in range(dice.pick([0, 1, 1, 2])):
            kind = "plenary" if dice.chance(0.05) else "journal_reading"
            sessions.append((kind, issue["issue_no"], beside(dice, issue["published_on"], (-1, 0, 0, 7, 14, 15, 16))))
    rows = [
        {"session_id": f"ST{number:02}", "held_on": str(day), "kind": kind, "topic": "集中学习", "issue_no": issue_no}
        for number, (kind, issue_no, day) in enumerate(sessions)
    ]
    return dice.spoil(rows, "held_on")


def beside(dice: Dice, text: str, offsets: tuple[int, ...]) -> date:
    """A day so many days from the written one, or any day when that one was spoilt."""
    try:
        return date.fromisoformat(text) + dice.pick(offsets) * DAY
    except ValueError:
        return dice.day()


def study_tasks(dice: Dice) -> list[Row]:
    rows = []
    for number in range(dice.count(0, 6)):
        issued_on = dice.day()
        due_on = issued_on + dice.pick([0, 1, 30, 60]) * DAY
        studied_on = dice.pick([due_on, due_on, due_on - DAY, due_on + DAY, issued_on - DAY, None])
        rows.append(
            {
                "task_id": f"TK{number:02}",
                "material": f"学习材料之{number}",
                "issued_on": str(issued_on),
                "due_on": str(due_on),
                "studied_on": str(studied_on or ""),
                "evidence": "学习笔记",
            }
        )
    return dice.spoil(rows, "issued_on", "due_on", "studied_on")


def node_days(dice: Dice) -> list[Row]:
    rows = []
    for number in range(dice.count(0, 6)):
        anniversary_on = dice.day() + dice.pick([0, 0, 0, 29, 30, 31]) * DAY
        held_on = anniversary_on + dice.pick([-31, -30, -29, 0, 0, 14, 15, 16]) * DAY
        is_cancelled = dice.chance(0.15)
        rows.append(
            {
                "node_id": f"ND{number:02}",
                "name": f"纪念日之{number}",
                "anniversary_on": str(anniversary_on),
                "held_on": "" if is_cancelled and dice.chance(0.5) else str(held_on),
                "form": "座谈会",
                "status": "cancelled" if is_cancelled else "held",
            }
        )
    return dice.spoil(rows, "anniversary_on", "held_on")
