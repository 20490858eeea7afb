"""Whole small worlds for hypothesis: trees, people who come and go, rules that change, facts on every edge.

Whatever has a date draws it mostly from the edges laid before it (ends of months, spans, windows, due days), one day
before or after; most work is aimed at some duty. Hypothesis draws how many rows of each sort there are and a seed for
what they say, so worlds are full and unlike each other (row by row it repeats itself), and a failing one still shrinks.
Two things are never drawn, because the tables and the duty language refuse them: overlapping spans of one member in one
branch, and a window that opens more than a year before its trigger or closes more than two after.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.kernel.rows import Row, World, empty_world, organizations_in
from zuji.kernel.calendar import periods_of
from zuji.kernel.days import FOREVER, day_number

CENTRE, CITY, OTHER_CITY = 1, 2, 3
BRANCHES = (11, 12, 13)
PARENTS = {CENTRE: None, CITY: CENTRE, OTHER_CITY: CENTRE, 11: CITY, 12: CITY, 13: OTHER_CITY}
WORK = ("work.done", "paper.filed", "paper.merged", "paper.withdrawn")
EVENTS = {"gathering.held": "gathering.attended", "rally.held": "rally.attended"}
TRIGGERS = ("task.issued", "issue.published", "rally.held")
POSTS = ("director", "deputy")
MARKS = ("present", "late", "leave", "absent", "unheard_of")
CADENCES = ("monthly", "quarterly", "half_yearly", "yearly", "yearly", "per_trigger", "per_trigger")
BEARINGS = (
    ("branch", "", "branch"),
    ("post", "", "branch"),
    ("member", "", "member"),
    ("member", "", "branch"),
    ("branch", "member", "branch"),
    ("post", "member", "branch"),
    ("branch", "member", "member"),
)


@dataclass(repr=False)
class Generated:
    """A world with the year and the day from which it is to be judged."""

    year: int
    as_of: int
    world: World

    def __repr__(self) -> str:
        """Leave out the calendar: everybody has one."""
        rows = "\n".join(f"{name}: {row}" for name in self.world if name != "period" for row in self.world[name])
        return f"{self.year} as of {self.as_of}\n{rows}"


@dataclass
class Maker:
    """Makes one world, table by table; `edges` grows as it goes."""

    random: Random
    year: int
    branches: tuple[int, ...]
    world: World
    edges: list[int] = field(default_factory=list)
    subjects: list[str] = field(default_factory=lambda: [""])

    def one(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def chance(self) -> bool:
        return self.random.random() < 0.5

    def day(self) -> int:
        """A day in or near the year, most often an edge or its neighbour."""
        if self.number(0, 7) == 0:
            return self.first + self.number(-400, 500)
        return int(self.one(*self.edges)) + self.one(0, 0, -1, 1)

    def days(self, most: int) -> list[int]:
        """Some different days in order."""
        return sorted({self.day() for _ in range(self.number(0, most))})

    def add(self, table: str, **row: Any) -> Row:
        self.world[table].append(row)
        return row

    @property
    def first(self) -> int:
        return day_number(date(self.year, 1, 1))

    @property
    def members(self) -> tuple[int, ...]:
        return (101, 102, 103)

    # -- the frame

    def edges_of_the_year(self) -> None:
        for period in periods_of(self.year):
            first, last = day_number(period.first_on), day_number(period.last_on)
            self.edges += [first, last + 1, last - 29, last]
            self.subjects.append(period.key)
        self.edges += [day_number(date(self.year, month, day)) for month, day in ((3, 31), (6, 30), (7, 1), (12, 31))]

    def tree(self) -> None:
        levels = {CENTRE: "centre", CITY: "city", OTHER_CITY: "city", **dict.fromkeys(self.branches, "branch")}
        organizations_in(self.world, PARENTS, levels)

    def policies(self, most_changes: int) -> None:
        for number in (1, 2):
            self.add("policy", id=number, late_after_days=self.one(0, 30, 30, 45))
            for mark in MARKS[:-1]:
                meaning = {"present": (1, 0), "late": (self.number(0, 1), 0), "leave": (0, self.number(0, 1))}
                is_present, is_excused = meaning.get(mark, (0, 0))
                self.add("policy_mark", policy_id=number, mark=mark, is_present=is_present, is_excused=is_excused)
        for organization in self.world["organization"]:
            bounds = [self.first - 20_000, *self.days(most_changes), FOREVER]
            for start, end in pairwise(bounds):
                self.add(
                    "policy_span",
                    organization_id=organization["id"],
                    policy_id=self.number(1, 2),
                    from_day=start,
                    until_day=end,
                )

    def limits(self, most: int) -> None:
        """What policies take away from kinds of work, and of which office's holders they ask it."""
        for number in (1, 2):
            for kind in WORK[:most]:
                if self.chance():
                    owed_by = self.one("", "", "delegate")
                    self.add(
                        "policy_kind",
                        policy_id=number,
                        kind=kind,
                        counts=self.one("all", "own", "none"),
                        owed_by=owed_by,
                    )
        for member in self.members:
            if self.chance():
                start, end = sorted((self.day(), self.day()))
                self.add(
                    "public_office",
                    member_id=member,
                    kind=self.one("delegate", "delegate", "other"),
                    from_on=self.one(None, start),
                    until_on=self.one(end + 1, FOREVER),
                )

    # -- people

    def people(self, count: int) -> None:
        for member in self.members[:count]:
            self.memberships_of(member)
            for _ in range(self.one(0, 0, 0, 1, 3)):
                start, end = sorted((self.day(), self.day()))
                self.exempt(member, start, end + 1)
        for _ in range(2 * count - 2):
            start, end = sorted((self.day(), self.day()))
            self.add(
                "post_assignment",
                organization_id=self.one(*self.branches),
                member_id=self.one(*self.members),
                post=self.one(*POSTS),
                from_day=start,
                until_day=self.one(end + 1, FOREVER),
            )
            self.edges += [start, end + 1]

    def memberships_of(self, member: int) -> None:
        """One line of spans through branches (leaves, transfers, returns, adjacent spans), at times a second one."""
        bounds = [self.first - self.one(4000, 4000, 40), *self.days(3), FOREVER]
        if self.number(0, 7) == 0:  # comes only when the year is over, where windows of its triggers are still open
            bounds = [self.first + 365 + self.number(0, 60), FOREVER]
            self.exempt(member, self.first, self.first + self.one(31, 181, 181, 365))
        homes = [self.one(*self.branches, self.branches[0], None) for _ in bounds[1:]]
        for (start, end), home in zip(pairwise(bounds), homes, strict=True):
            if home is not None and start < end:
                self.join(member, home, start, end)
        if self.number(0, 3) == 0:
            elsewhere = self.one(CITY, *(b for b in self.branches if b not in homes))
            self.join(member, elsewhere, self.first + self.number(-30, 200), FOREVER)

    def join(self, member: int, organization: int, start: int, end: int) -> None:
        number = len(self.world["membership"]) + 1
        self.add("membership", id=number, organization_id=organization, member_id=member, from_day=start, until_day=end)
        self.edges += [start, end] if end != FOREVER else [start]

    def exempt(self, member: int, start: int, end: int) -> None:
        number = len(self.world["exemption"]) + 1
        self.add("exemption", id=number, member_id=member, from_day=start, until_day=end)
        self.edges += [start, end]

    # -- facts

    def footprint(self, kind: str, organization: int, day: int, about: str, **more: Any) -> Row:
        return self.add(
            "footprint",
            **{
                "id": len(self.world["footprint"]) + 1,
                "kind": kind,
                "organization_id": organization,
                "credit": "branch",
                "member_id": None,
                "actor_id": None,
                "about": about,
                "day": day,
                "cohort_day": day,
                "due_day": None,
                "quantity": 1,
                "mark": "",
                "recorded_day": day,
                "is_confirmed": 0,
                "reverses_id": None,
            }
            | more,
        )

    def entered(self, day: int) -> dict[str, int]:
        """When something was recorded, around what is still in time, and whether someone confirmed it."""
        return {"recorded_day": day + self.one(0, 0, 0, 0, 0, 1, 30, 31, 45, 46), "is_confirmed": self.number(0, 1)}

    def triggers(self, count: int) -> None:
        for number in range(count):
            day = self.day()
            kind = self.one(*TRIGGERS)
            due = self.one(None, day + self.number(0, 60), day + self.number(0, 60), day + 400)
            about = f"trigger:{number}"
            self.subjects += [about, about]
            owner = self.one(CENTRE, CITY, CITY, *self.branches)
            self.footprint(kind, owner, day, about, due_day=due, **self.entered(day))
            self.edges += [day, day, day + 15, day - 30, *([due, due] if due is not None else [])]

    def events(self, count: int) -> None:
        for number in range(count):
            day = self.day()
            owner = self.one(CITY, self.branches[0], *self.branches)
            about = f"event:{number}"
            self.footprint(self.one(*EVENTS), owner, day, about, **self.entered(day))
            self.edges.append(day)

    def marks(self, share: int) -> None:
        for event in [f for f in self.world["footprint"] if f["kind"] in EVENTS]:
            for member in self.members:
                for branch in self.branches:
                    if self.number(0, 2) < share * 3 - 1:
                        self.footprint(
                            EVENTS[event["kind"]],
                            branch,
                            event["day"],
                            event["about"],
                            credit="member",
                            member_id=member,
                            mark=self.one(*MARKS),
                            recorded_day=event["day"] + self.one(0, 90),
                        )

    def work(self, count: int) -> None:
        for _ in range(count if self.world["duty"] else 0):
            kind, day, about, credit = self.aimed() if self.number(0, 5) else self.stray()
            if kind in EVENTS:
                about = f"event of work:{len(self.world['footprint'])}"
            home, member, actor = self.doers()
            self.footprint(
                kind,
                home,
                day,
                about,
                credit=credit,
                member_id=member,
                actor_id=actor,
                cohort_day=day - self.one(0, 0, 0, 0, 40, 365, 1500),
                quantity=self.one(1, 1, 1, 2, 5, 0, -1),
                **self.entered(day),
            )

    def doers(self) -> tuple[int, int | None, int | None]:
        """A branch with one of its people of any time and a holder of office, as a rule; or anybody."""
        if self.number(0, 4) == 0 or not self.world["membership"]:
            return self.one(*self.branches), self.one(None, *self.members), self.one(None, *self.members)
        home = self.one(self.world["membership"][0], self.one(*self.world["membership"]))
        offices = [
            a["member_id"] for a in self.world["post_assignment"] if a["organization_id"] == home["organization_id"]
        ]
        return home["organization_id"], home["member_id"], self.one(*offices, *self.members)

    def stray(self) -> tuple[str, int, str, str]:
        return self.one(*WORK), self.day(), self.one(*self.subjects), self.one("branch", "member")

    def aimed(self) -> tuple[str, int, str, str]:
        """Something done for a duty: in one of its windows or just beside."""
        duty = self.one(*self.world["duty"])
        kinds = [kind["kind"] for kind in self.world["duty_kind"] if kind["duty_id"] == duty["id"]]
        if duty["cadence"] == "per_trigger":
            triggers = [f for f in self.world["footprint"] if f["kind"] == duty["trigger_kind"]]
            if not triggers:
                return self.stray()
            trigger = self.one(*triggers)
            first, last = trigger["day"] + duty["opens_offset"], trigger["day"] + duty["closes_offset"]
            if duty["closes_by"] == "due" and trigger["due_day"] is not None:
                first, last = trigger["day"] - 366, trigger["due_day"]
            about = trigger["about"]
        else:
            periods = [p for p in self.world["period"] if p["cadence"] == duty["cadence"] and p["year"] == self.year]
            period = self.one(periods[duty["id"] % len(periods)], self.one(*periods))  # much of it in the same window
            first, last, about = period["first_day"], period["last_day"], period["key"]
        day = self.one(first, last, (first + last) // 2, (first + last) // 2, first - 1, last + 1)
        return self.one(*kinds), day, self.one(about, about, about, ""), duty["credited_to"]

    def reversals(self, count: int) -> None:
        posted = list(self.world["footprint"])
        for footprint in self.random.sample(posted, min(count, len(posted))):
            number = len(self.world["footprint"]) + 1
            undone = {"id": number, "reverses_id": footprint["id"], "quantity": -footprint["quantity"]}
            self.world["footprint"].append(footprint | undone)

    # -- rules

    def duties(self, count: int) -> None:
        for _ in range(count):
            terms = self.terms()
            kinds, actors, excluded = self.kinds_of(terms), self.some_posts(), self.some_posts()
            versions = list(pairwise([self.first - 4000, *self.days(2), FOREVER]))
            if len(versions) > 1 and self.number(0, 3) == 0:
                versions.remove(self.one(*versions))
            for start, end in versions:
                duty = len(self.world["duty"]) + 1
                asks_office = terms["measure"] in ("count", "ratio") and bool(actors)
                changed = terms | {"minimum_n": max(1, terms["minimum_n"] + self.one(0, 1))}
                self.add("duty", id=duty, **changed, needs_actor_post=int(asks_office), from_day=start, until_day=end)
                for part, kind, sign in kinds:
                    self.add("duty_kind", duty_id=duty, kind=kind, part=part, sign=sign)
                for role, posts in (("actor", actors if asks_office else ()), ("excluded", excluded)):
                    for post in posts:
                        self.add("duty_post", duty_id=duty, role=role, post=post)

    def some_posts(self) -> tuple[str, ...]:
        return tuple(self.one((), (), POSTS[:1], POSTS))

    def terms(self) -> dict[str, Any]:
        bearer, about, credited_to = self.one(*BEARINGS)
        is_personal = bearer == "member" or about == "member"
        measure = self.one("count", "count", "ratio", "share" if is_personal else "coverage")
        cadence = "per_trigger" if measure == "coverage" else self.one(*CADENCES)
        is_minimum_whole = measure == "count"
        terms: dict[str, Any] = {
            "organization_id": self.one(CENTRE, CITY, CITY, *self.branches),
            "bearer": bearer,
            "about": about,
            "credited_to": credited_to,
            "cadence": cadence,
            "measure": measure,
            "minimum_n": self.number(1, 4) if is_minimum_whole else self.one(1, 2, 17),
            "minimum_d": 1 if is_minimum_whole else self.one(1, 2, 3, 20),
            "about_window": self.number(0, 1) if measure in ("count", "ratio") else 0,
        }
        return terms | self.timing(cadence, measure) | self.conditions(is_personal, cadence, measure)

    def timing(self, cadence: str, measure: str) -> dict[str, Any]:
        timing = dict.fromkeys(("opens_offset", "closes_offset", "deadline_month", "deadline_day"), 0)
        if cadence == "per_trigger":
            opens, closes = sorted((self.one(0, -30, -366), self.one(0, 15, 15, 366)))
            kind = self.trigger_kind(EVENTS if measure == "coverage" else TRIGGERS)
            return timing | {
                "trigger_kind": kind,
                "opens_offset": opens,
                "closes_offset": closes,
                "closes_by": self.one("offset", "offset", "due"),
            }
        if cadence == "yearly" and self.chance():
            timing["deadline_month"], timing["deadline_day"] = self.one((3, 31), (2, 28), (12, 31), (6, 15))
        return {**timing, "trigger_kind": "", "closes_by": "offset"}

    def trigger_kind(self, kinds: Iterable[str]) -> str:
        """One of some kinds, rather one that happened."""
        happened = [f["kind"] for f in self.world["footprint"] if f["kind"] in kinds]
        return str(self.one(*happened, *happened, *kinds))

    def conditions(self, is_personal: bool, cadence: str, measure: str) -> dict[str, int]:
        stated: dict[str, int] = dict.fromkeys(
            (
                "prorate_months",
                "owed_on_last_day",
                "minimum_days",
                "joined_by_month",
                "joined_by_day",
                "waive_exempt_on_last_day",
                "waive_exempt_months",
            ),
            0,
        )
        if is_personal:
            stated["owed_on_last_day"] = self.number(0, 1)
            stated["minimum_days"] = self.one(0, 0, 30, 1)
            if self.number(0, 2) == 0:
                stated["joined_by_month"], stated["joined_by_day"] = self.one((6, 30), (1, 1), (12, 31))
            stated["waive_exempt_on_last_day"] = self.number(0, 1)
            stated["waive_exempt_months"] = self.one(0, 0, 1, 6)
            if measure == "count" and cadence == "yearly":
                stated["prorate_months"] = self.one(0, 12, 12, 7)
        return stated

    def kinds_of(self, terms: dict[str, Any]) -> list[tuple[str, str, int]]:
        if terms["measure"] in ("share", "coverage"):
            held = terms["trigger_kind"] if terms["measure"] == "coverage" else self.one(*EVENTS)
            return [("numerator", EVENTS[held], 1), ("denominator", held, 1)]
        kinds = (*WORK, WORK[0], *EVENTS)
        if terms["measure"] == "count":
            return [("numerator", kind, self.one(1, 1, -1)) for kind in {self.one(*kinds), self.one(*kinds)}]
        return [
            (part, kind, self.one(1, 1, 1, -1))
            for part in ("numerator", "denominator")
            for kind in {self.one(*kinds), self.one(*kinds)}
        ]


@st.composite
def worlds(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Generated:
    """Draw a world of one to three branches, three members and a few rules and facts around one year."""
    year = draw(st.sampled_from((2018, 2020)))
    branches = BRANCHES[: draw(st.integers(1, 3))]
    maker = Maker(Random(0), year, branches, empty_world(years=(year - 1, year, year + 1)))
    maker.edges_of_the_year()
    maker.tree()
    steps = (
        (maker.policies, 0, 1),
        (maker.people, 1, 3),
        (maker.limits, 0, 2),
        (maker.triggers, 0, 4),
        (maker.events, 0, 4),
        (maker.duties, 1, 5),
        (maker.marks, 0, 1),
        (maker.work, 0, 200),
        (maker.reversals, 0, 6),
    )
    for step, least, most in steps:
        maker.random.seed(draw(st.integers(0, 2**32)))
        step(draw(st.integers(least, most)))
    return Generated(year, maker.one(FOREVER, FOREVER, maker.day()), maker.world)
