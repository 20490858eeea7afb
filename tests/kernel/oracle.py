"""A judge without SQL, written from what the words mean and with no thought for speed: loop by loop, day by day.

It shares with the statements nothing but the names of columns. Where the two differ, one of them is wrong.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.kernel.rows import Row, World
from zuji.kernel.days import day_number

Standing = tuple[Any, ...]


@dataclass(frozen=True)
class Window:
    """When a duty is owed: `opens` chooses the version, `first` to `last` is what counts, `roll_day` asks who is in."""

    key: str
    opens: int
    first: int
    last: int
    roll_day: int


@dataclass
class Done:
    """What was done in a window."""

    numerator: int = 0
    denominator: int = 0
    is_late: bool = False
    last_on: int | None = None

    def saw(self, day: int) -> None:
        self.last_on = day if self.last_on is None else max(self.last_on, day)


class Oracle:
    """Judges one year of a world, seen from a day."""

    def __init__(self, world: World, *, year: int, as_of: int) -> None:
        self.world = world
        self.year = year
        self.as_of = as_of

    def standings(self, organization_id: int) -> list[Standing]:
        """Judge every branch at or below an organization."""
        found = []
        for branch in self.world["organization"]:
            if branch["level"] == "branch" and self.is_below(branch["id"], organization_id):
                for duty in self.world["duty"]:
                    if self.is_below(branch["id"], duty["organization_id"]):
                        found += self.standings_of(duty, branch["id"])
        return found

    def standings_of(self, duty: Row, branch: int) -> Iterator[Standing]:
        for window in self.windows(duty, branch):
            if not duty["from_day"] <= window.opens < duty["until_day"]:
                continue
            if duty["bearer"] == "member" or duty["about"] == "member":
                for member in sorted({m["member_id"] for m in self.world["membership"]}):
                    span = self.span_asked(branch, member, window)
                    if span is not None:
                        yield self.standing(duty, branch, member, window, self.why_not_owed(duty, span, window))
            else:
                yield self.standing(duty, branch, 0, window, "")

    # -- the tree, the people and the rules of the day

    def is_below(self, lower: int, upper: int) -> bool:
        return any(
            link["ancestor_id"] == upper and link["descendant_id"] == lower
            for link in self.world["organization_closure"]
        )

    def is_member(self, branch: int, member: int, day: int) -> bool:
        return any(
            m["organization_id"] == branch and m["member_id"] == member and m["from_day"] <= day < m["until_day"]
            for m in self.world["membership"]
        )

    def is_exempt(self, member: int, day: int) -> bool:
        return any(e["member_id"] == member and e["from_day"] <= day < e["until_day"] for e in self.world["exemption"])

    def holds(self, branch: int, member: int, posts: set[str], day: int) -> bool:
        return any(
            a["organization_id"] == branch
            and a["member_id"] == member
            and a["post"] in posts
            and a["from_day"] <= day < a["until_day"]
            for a in self.world["post_assignment"]
        )

    def policy(self, organization: int, day: int) -> Row:
        (span,) = [
            s
            for s in self.world["policy_span"]
            if s["organization_id"] == organization and s["from_day"] <= day < s["until_day"]
        ]
        return next(p for p in self.world["policy"] if p["id"] == span["policy_id"])

    def limits(self, organization: int, day: int) -> list[Row]:
        policy = self.policy(organization, day)
        return [k for k in self.world["policy_kind"] if k["policy_id"] == policy["id"]]

    def is_not_asked(self, duty: Row, branch: int, member: int, day: int) -> bool:
        kinds = {k["kind"] for k in self.world["duty_kind"] if k["duty_id"] == duty["id"]}
        asked = {k["owed_by"] for k in self.limits(branch, day) if k["kind"] in kinds and k["owed_by"]}
        held = {
            o["kind"]
            for o in self.world["public_office"]
            if o["member_id"] == member and (o["from_on"] is None or o["from_on"] <= day) and day < o["until_on"]
        }
        return bool(asked - held)

    def is_set_aside(self, footprint: Row) -> bool:
        for limit in self.limits(footprint["organization_id"], footprint["day"]):
            if limit["kind"] == footprint["kind"]:
                is_led = footprint["actor_id"] in (None, footprint["member_id"])
                # what nobody did in person is nobody's own
                is_own = is_led and footprint["member_id"] is not None
                return limit["counts"] == "none" or (limit["counts"] == "own" and not is_own)
        return False

    def posts(self, duty: Row, role: str) -> set[str]:
        return {p["post"] for p in self.world["duty_post"] if p["duty_id"] == duty["id"] and p["role"] == role}

    def terms(self, duty: Row, part: str) -> dict[str, int]:
        return {
            k["kind"]: k["sign"] for k in self.world["duty_kind"] if k["duty_id"] == duty["id"] and k["part"] == part
        }

    # -- windows and whom they bind

    def windows(self, duty: Row, branch: int) -> Iterator[Window]:
        if duty["cadence"] == "per_trigger":
            yield from self.windows_of_triggers(duty, branch)
            return
        months = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}[duty["cadence"]]
        for first_month in range(1, 13, months):
            last_month = first_month + months - 1
            first = day_number(date(self.year, first_month, 1))
            last = day_number(date(self.year, last_month, monthrange(self.year, last_month)[1]))
            closes = last
            if duty["deadline_month"]:
                closes = day_number(date(self.year, duty["deadline_month"], duty["deadline_day"]))
            yield Window(self.key(duty["cadence"], first_month), first, first, closes, last)

    def key(self, cadence: str, first_month: int) -> str:
        if cadence == "monthly":
            return f"{self.year}-{first_month:02}"
        if cadence == "quarterly":
            return f"{self.year}Q{(first_month + 2) // 3}"
        return f"{self.year}H{1 if first_month == 1 else 2}" if cadence == "half_yearly" else f"{self.year}"

    def windows_of_triggers(self, duty: Row, branch: int) -> Iterator[Window]:
        for trigger in self.world["footprint"]:
            day = trigger["day"]
            if trigger["kind"] != duty["trigger_kind"] or not self.stands(trigger):
                continue
            if not self.is_below(branch, trigger["organization_id"]):
                continue
            if not day_number(date(self.year, 1, 1)) <= day <= day_number(date(self.year, 12, 31)):
                continue
            opens = day + duty["opens_offset"]
            if duty["closes_by"] == "offset":
                closes = day + duty["closes_offset"]
                yield Window(trigger["about"], opens, opens, closes, closes)
            elif trigger["due_day"] is not None:  # what has no due day cannot be done by it
                due = trigger["due_day"]
                yield Window(trigger["about"], opens, day - 366, due, due)

    def span_asked(self, branch: int, member: int, window: Window) -> Row | None:
        """The member's last span begun by the day the roll is called, if it reaches into the window."""
        begun = [
            m
            for m in self.world["membership"]
            if m["organization_id"] == branch and m["member_id"] == member and m["from_day"] <= window.roll_day
        ]
        if not begun:
            return None
        last = max(begun, key=lambda m: m["from_day"])
        return last if last["until_day"] > window.opens else None

    def why_not_owed(self, duty: Row, span: Row, window: Window) -> str:
        branch, member, day = span["organization_id"], span["member_id"], window.roll_day
        if duty["owed_on_last_day"] and not self.is_member(branch, member, day):
            return "not_on_roll"
        if day - span["from_day"] + 1 < duty["minimum_days"]:
            return "too_new"
        if duty["joined_by_month"]:
            joined_by = day_number(date(self.year, duty["joined_by_month"], duty["joined_by_day"]))
            if span["from_day"] > joined_by:
                return "joined_late"
        if self.holds(branch, member, self.posts(duty, "excluded"), day):
            return "holds_post"
        if self.is_not_asked(duty, branch, member, day):
            return "no_office"
        if duty["waive_exempt_on_last_day"] and self.is_exempt(member, day):
            return "exempt"
        if duty["waive_exempt_months"] and self.exempt_months(member) >= duty["waive_exempt_months"]:
            return "exempt_months"
        if duty["prorate_months"] and int(self.prorated(duty, branch, member)) == 0:
            return "minimum_zero"
        return ""

    def months(self) -> Iterator[range]:
        for month in range(1, 13):
            first = day_number(date(self.year, month, 1))
            yield range(first, first + monthrange(self.year, month)[1])

    def exempt_months(self, member: int) -> int:
        return sum(all(self.is_exempt(member, day) for day in month) for month in self.months())

    def full_months(self, branch: int, member: int) -> int:
        return sum(
            all(self.is_member(branch, member, day) for day in month)
            and not all(self.is_exempt(member, day) for day in month)
            for month in self.months()
        )

    def prorated(self, duty: Row, branch: int, member: int) -> Fraction:
        minimum = Fraction(duty["minimum_n"], duty["minimum_d"])
        return minimum * self.full_months(branch, member) / duty["prorate_months"]

    # -- footprints

    def stands(self, footprint: Row) -> bool:
        return footprint["reverses_id"] is None and all(
            other["reverses_id"] != footprint["id"] for other in self.world["footprint"]
        )

    def is_late(self, footprint: Row) -> bool:
        allowed = self.policy(footprint["organization_id"], footprint["day"])["late_after_days"]
        return bool(footprint["recorded_day"] - footprint["day"] > allowed)

    def counts(self, footprint: Row) -> bool:
        if footprint["mark"] or not self.stands(footprint) or footprint["day"] > self.as_of:
            return False
        if self.is_late(footprint) and not footprint["is_confirmed"]:
            return False
        if self.is_set_aside(footprint):
            return False
        member = footprint["member_id"]
        return member is None or self.is_member(footprint["organization_id"], member, footprint["day"])

    def is_evidence(self, footprint: Row, duty: Row, branch: int, member: int, window: Window) -> bool:
        day = footprint["cohort_day"] if duty["measure"] == "ratio" else footprint["day"]
        if footprint["organization_id"] != branch or not window.first <= day <= window.last:
            return False
        if footprint["credit"] != duty["credited_to"] or not self.counts(footprint):
            return False
        if member and footprint["member_id"] != member:
            return False
        if duty["about_window"] and footprint["about"] != window.key:
            return False
        if not duty["needs_actor_post"]:
            return True
        return self.holds(branch, footprint["actor_id"], self.posts(duty, "actor"), footprint["day"])

    def done(self, duty: Row, branch: int, member: int, window: Window) -> Done:
        done = Done()
        if duty["measure"] in ("share", "coverage"):
            self.see_who_came(done, duty, branch, member, window)
            return done
        for footprint in self.world["footprint"]:
            above = self.terms(duty, "numerator").get(footprint["kind"])
            below = self.terms(duty, "denominator").get(footprint["kind"])
            if (above is None and below is None) or not self.is_evidence(footprint, duty, branch, member, window):
                continue
            done.numerator += (above or 0) * footprint["quantity"]
            done.denominator += (below or 0) * footprint["quantity"]
            done.is_late = done.is_late or self.is_late(footprint)
            done.saw(footprint["day"])
        return done

    # -- who came

    def see_who_came(self, done: Done, duty: Row, branch: int, member: int, window: Window) -> None:
        for event in self.world["footprint"]:
            if event["kind"] not in self.terms(duty, "denominator") or not self.counts(event):
                continue
            if not self.is_below(branch, event["organization_id"]):
                continue
            if duty["measure"] == "coverage" and event["about"] != window.key:
                continue
            if duty["measure"] == "share" and not window.first <= event["day"] <= window.last:
                continue
            everyone = {m["member_id"] for m in self.world["membership"]}
            for person in {member} if duty["measure"] == "share" else everyone:
                self.see_whether_came(done, event, branch, person)

    def see_whether_came(self, done: Done, event: Row, branch: int, member: int) -> None:
        if not self.is_member(branch, member, event["day"]) or self.is_exempt(member, event["day"]):
            return
        done.saw(event["day"])
        meaning = self.meaning_of(self.mark(event, branch, member), branch, event["day"])
        if meaning["is_excused"]:
            return
        done.denominator += 1
        done.numerator += meaning["is_present"]

    def mark(self, event: Row, branch: int, member: int) -> str:
        for footprint in self.world["footprint"]:
            is_asked = footprint["about"] == event["about"] and footprint["member_id"] == member
            if is_asked and footprint["mark"] and footprint["organization_id"] == branch and self.stands(footprint):
                return str(footprint["mark"])
        return ""

    def meaning_of(self, mark: str, branch: int, day: int) -> Row:
        policy = self.policy(branch, day)
        for known in self.world["policy_mark"]:
            if known["policy_id"] == policy["id"] and known["mark"] == mark:
                return known
        return {"is_present": 0, "is_excused": 0}

    # -- the verdict

    def standing(self, duty: Row, branch: int, member: int, window: Window, exclusion: str) -> Standing:
        minimum_n, minimum_d, is_floored = duty["minimum_n"], duty["minimum_d"], 0
        needed = Fraction(minimum_n, minimum_d)
        if member and duty["prorate_months"]:
            minimum_n *= self.full_months(branch, member)
            minimum_d *= duty["prorate_months"]
            is_floored = 1
            needed = Fraction(int(self.prorated(duty, branch, member)))
        done = self.done(duty, branch, member, window)
        return (
            duty["id"],
            branch,
            member,
            self.year,
            window.key,
            window.opens,
            window.first,
            window.last,
            exclusion,
            minimum_n,
            minimum_d,
            is_floored,
            done.numerator,
            done.denominator,
            int(done.is_late),
            done.last_on,
            self.status(duty, window, exclusion, done, needed),
        )

    def status(self, duty: Row, window: Window, exclusion: str, done: Done, needed: Fraction) -> str:
        if exclusion:
            return "waived" if exclusion in ("exempt", "exempt_months") else "not_applicable"
        is_count = duty["measure"] == "count"
        if is_count and done.numerator >= needed:
            return "met"
        if self.as_of < window.opens:
            return "pending"
        if self.as_of <= window.last:
            return "due"
        if is_count:
            return "missed"
        if done.denominator <= 0:
            return "not_applicable"
        return "met" if Fraction(done.numerator, done.denominator) >= needed else "missed"
