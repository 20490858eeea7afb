"""Branch-years made to be awkward: seeded, quick, full of boundary days and of records that must not count."""

import csv
from pathlib import Path

from tests.oracle.made import events, people, work
from tests.oracle.made.dice import Dice, Row
from tests.oracle.made.rules import rules


def write_world(folder: Path, seed: int, year: int) -> None:
    """Write one branch's CSV folder; the same seed and year give the same files."""
    dice = Dice(seed, year)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in world(dice).items():
        # A missing file means the same as an empty one; both spellings of utf-8 are met in practice.
        if rows:
            write_rows(folder / f"{name}.csv", rows, dice.pick(["utf-8", "utf-8-sig"]))


def world(dice: Dice) -> dict[str, list[Row]]:
    """All tables; registers first, because records gather around their days."""
    tables = {"members": people.members(dice)}
    who = sorted({row["member_id"] for row in tables["members"]})
    tables["exemptions"] = people.exemptions(dice, who)
    tables["posts"] = people.posts(dice, who)
    tables["rules"] = rules(dice)
    tables |= events_of(dice, who)
    officers = sorted({row["member_id"] for row in tables["posts"]})
    tables["infos"] = work.infos(dice, who)
    tables["articles"] = work.articles(dice, who)
    tables["lectures"] = work.lectures(dice, who)
    tables["proposals"], tables["proposal_signers"] = work.proposals(dice, who)
    tables["research"], tables["research_members"] = work.research(dice, who)
    tables["contacts"] = work.contacts(dice, who, officers)
    tables["thought_reports"] = work.thought_reports(dice, who)
    return tables


def events_of(dice: Dice, who: list[str]) -> dict[str, list[Row]]:
    """What is held, and who came."""
    tables = {
        "meetings": events.meetings(dice),
        "activities": events.events(dice, "AC", "读书活动"),
        "service_activities": events.events(dice, "SV", "社区服务日"),
        "journal_issues": events.journal_issues(dice),
        "study_tasks": events.study_tasks(dice),
        "node_days": events.node_days(dice),
    }
    tables["study_sessions"] = events.study_sessions(dice, tables["journal_issues"])
    tables["attendance"] = [
        *events.attendance(dice, "meeting", [row["meeting_id"] for row in tables["meetings"]], who),
        *events.attendance(dice, "activity", [row["activity_id"] for row in tables["activities"]], who),
        *events.attendance(dice, "service", [row["activity_id"] for row in tables["service_activities"]], who),
    ]
    return tables


def write_rows(path: Path, rows: list[Row], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
