"""Made-up work of members: infos, articles, lectures, proposals, research, contacts and thought reports."""

from datetime import date, datetime, time, timedelta, timezone

from tests.oracle.days import BEIJING, DAY, quarter_days
from tests.oracle.made.dice import STRANGER, Dice, Row

OFFSETS = (8, 8, 8, 8, 0, 9, -5, 5.5)
HOURS = (time(0, 0), time(0, 30), time(10, 0), time(16, 0), time(23, 59, 59))
STATUSES = ("filed", "filed", "filed", "merged", "not_filed", "withdrawn", "undecided")


def infos(dice: Dice, people: list[str]) -> list[Row]:
    """Infos around midnight and in other time zones, some of them duplicates of earlier ones."""
    rows: list[Row] = []
    for number in range(dice.count(0, 45)):
        day = dice.day()
        is_duplicate = bool(rows) and dice.chance(0.1)
        rows.append(
            {
                "info_id": f"IN{number:02}",
                "member_id": dice.who(people),
                "title": f"关于完善公共服务的建议之{number}",
                "submitted_at": instant(dice, day),
                "channel": "市委会",
                "adopted_by": dice.pick(["", "", "city", "province", "national"]),
                "duplicate_of": dice.pick(rows)["info_id"] if is_duplicate else "",
                **dice.recorded(day),
            }
        )
    return dice.spoil(rows, "submitted_at", "recorded_on")


def instant(dice: Dice, day: date) -> str:
    """Some moment of that Beijing day, written in some offset."""
    zone = timezone(timedelta(hours=dice.pick(OFFSETS)))
    return datetime.combine(day, dice.pick(HOURS), BEIJING).astimezone(zone).isoformat()


def articles(dice: Dice, people: list[str]) -> list[Row]:
    rows = [
        {
            "article_id": f"AR{number:02}",
            "member_id": dice.who(people),
            "title": f"学习札记之{number}",
            "submitted_on": str(dice.day()),
            "journal": "《绥化民进》",
            "issue_no": "",
        }
        for number in range(dice.count(0, 7))
    ]
    return dice.spoil(rows, "submitted_on")


def lectures(dice: Dice, people: list[str]) -> list[Row]:
    rows = []
    for number in range(dice.count(0, 8)):
        day = dice.day()
        rows.append(
            {
                "lecture_id": f"LC{number:02}",
                "member_id": dice.who(people),
                "kind": "家庭教育",
                "topic": "时间管理",
                "held_on": str(day),
                "host": "某街道妇联",
                "audience": str(dice.count(5, 90)),
                "status": dice.pick(["held", "held", "held", "cancelled"]),
                **dice.recorded(day),
            }
        )
    return dice.spoil(rows, "held_on", "recorded_on")


def proposals(dice: Dice, people: list[str]) -> tuple[list[Row], list[Row]]:
    """Proposals in every status, and their signatures, a few of them written down twice."""
    rows: list[Row] = []
    signatures: list[Row] = []
    for number in range(dice.count(0, 14)):
        proposal_id = f"PR{number:02}"
        status = dice.pick(STATUSES)
        rows.append(
            {
                "proposal_id": proposal_id,
                "title": f"关于改进公共服务的提案之{number}",
                "submitted_on": str(dice.day()),
                "status": status,
                "merged_into": dice.pick(rows)["proposal_id"] if status == "merged" and rows else "",
                "handling_body": "市教育局",
            }
        )
        signatures += signatures_under(dice, proposal_id, people)
    return dice.spoil(rows, "submitted_on"), signatures


def signatures_under(dice: Dice, proposal_id: str, people: list[str]) -> list[Row]:
    signers = dice.random.sample(people, dice.pick([1, 1, 1, 2, 3]))
    if dice.chance(0.05):
        signers.append(STRANGER)
    if dice.chance(0.05):
        signers.append(signers[0])
    roles = ["lead"] + ["joint"] * (len(signers) - 1)
    return [
        {"proposal_id": proposal_id, "member_id": who, "role": role} for who, role in zip(signers, roles, strict=True)
    ]


def research(dice: Dice, people: list[str]) -> tuple[list[Row], list[Row]]:
    """Research, and who took part, among them people who are no members on the report's day."""
    rows, participants = [], []
    for number in range(dice.pick([0, 1, 1, 2, 3])):
        day = dice.day()
        rows.append(
            {
                "research_id": f"RS{number:02}",
                "title": f"社区养老现状调研之{number}",
                "from_on": str(day - 20 * DAY),
                "to_on": str(day - 10 * DAY),
                "collective": dice.pick(["yes", "yes", "no"]),
                "report_on": "" if dice.chance(0.2) else str(day),
            }
        )
        took_part = [*dice.random.sample(people, dice.count(0, len(people))), *dice.pick([[], [], [STRANGER]])]
        participants += [{"research_id": rows[-1]["research_id"], "member_id": who} for who in took_part]
    return rows, participants


def contacts(dice: Dice, people: list[str], officers: list[str]) -> list[Row]:
    """Mostly by somebody who holds a post at some time, often not on that day."""
    rows = [
        {
            "contact_id": f"CT{number:02}",
            "by_member_id": dice.who(officers) if dice.chance(0.85) else dice.who(people),
            "member_id": dice.who(people),
            "on": str(dice.day()),
            "form": dice.pick(["面谈", "电话", "走访"]),
        }
        for number in range(dice.count(0, 40))
    ]
    return dice.spoil(rows, "on")


def thought_reports(dice: Dice, people: list[str]) -> list[Row]:
    """At most one mark for each quarter and member, on or just beside the quarter's ends, or some other day."""
    rows = []
    quarters = [(dice.year - 1, 4), *((dice.year, quarter) for quarter in range(1, 5)), (dice.year + 1, 1)]
    for who in [*people, STRANGER]:
        for year, quarter in quarters:
            days = quarter_days(year, quarter)
            near = [days[0] - DAY, days[0], days[-1], days[-1], days[-1] + DAY, dice.pick(days), dice.pick(days)]
            if dice.chance(0.05 if who == STRANGER else 0.75):
                rows.append(
                    {
                        "member_id": who,
                        "quarter": f"{year}Q{quarter}",
                        "submitted_on": str(dice.pick([*near, dice.day()])),
                        "mark": "submitted",
                    }
                )
    return dice.spoil(rows, "submitted_on")
