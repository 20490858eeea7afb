"""The figures of a branch's year in the shape that people and programs exchange: `zuji figures --format json`."""

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

from zuji.activities.models import NodeDayObservance
from zuji.evaluation.figures import YearOfWork, attendance_of, counted_of
from zuji.evaluation.flags import flags_of
from zuji.evaluation.scores import rounded, score
from zuji.footprints.queries import records_of
from zuji.institutions.models import Duty, Standing
from zuji.institutions.queries.offices import contact_posts
from zuji.institutions.queries.standings import DECIDED, FULFILLED, duties_of, every_duty_of, standings_of
from zuji.organizations.models import Member, Membership, Organization
from zuji.study.models import StudyTaskCompletion

LEVELS = ("city", "province", "national")


def year_of_work(branch: Organization, year: int, *, as_of: date | None = None) -> YearOfWork:
    """Gather what the figures of a year rest on, in few queries."""
    duties = list(duties_of(branch, year).prefetch_related("kinds", "posts"))
    standings = standings_of(branch, year, as_of=as_of)
    by_id = {duty.pk: duty for duty in duties}
    for standing in standings:
        standing.duty = by_id[standing.duty_id]
    return YearOfWork(counted_of(branch, year, as_of=as_of), standings, duties)


def figures(branch: Organization, year: int, *, as_of: date | None = None) -> dict[str, Any]:
    """Give the whole year of a branch: headline, rules, members, scores, flags. Fractions are strings, two decimals."""
    work = year_of_work(branch, year, as_of=as_of)
    branch_score = score(work.duties, work.standings, year=year, credited_to="branch")
    return {
        "year": year,
        "headline": headline(branch, year, work),
        "branch_score": rounded(branch_score.value),
        "rules": rules(branch, year, work, as_of=as_of),
        "members": members(branch, year, work, as_of=as_of),
        "flags": [list(flag) for flag in flags_of(branch, year)],
    }


def headline(branch: Organization, year: int, work: YearOfWork) -> dict[str, Any]:
    """Give the year's headline figures."""
    months = Counter(info.on.month for info in work.of("info.reported"))
    readings = work.standings_where(trigger="journal.issued")
    decided = work.total("proposal.submitted") - work.total("proposal.withdrawn") - work.total("proposal.pending")
    filed = work.total("proposal.filed") + work.total("proposal.merged")
    return {
        "members_on_12_31": on_roll(branch, date(year, 12, 31)).count(),
        "meetings_held": work.total("meeting.held"),
        "months_with_meeting": work.satisfied(work.standings_where(kind="meeting.held")),
        "node_days": work.satisfied(work.standings_where(trigger="node_day.planned")),
        "articles": work.total("journal.submitted"),
        "journal_issues": len(readings),
        "readings_in_time": work.satisfied(readings),
        "theme_activities": len(work.standings_where(trigger="activity.held")),
        "proposals_submitted": decided,
        "proposals_filed": filed,
        "filing_rate": f"{filed}/{decided}",
        "filing_rate_pct": rounded(Fraction(100 * filed, decided)) if decided else None,
        "service_activities": len(work.standings_where(trigger="service.held")),
        "infos_total": work.total("info.reported"),
        "infos_by_month": [months[month] for month in range(1, 13)],
        "infos_adopted": infos_adopted(work),
        "research": work.total("research.completed"),
        "lectures": work.total("lecture.given"),
        "contacts_counted": contacts_counted(branch, work),
        "thought_reports": thought_reports_in_time(year, work),
        "study_tasks_in_time": work.satisfied(work.standings_where(trigger="study_task.issued")),
    }


def infos_adopted(work: YearOfWork) -> dict[str, int]:
    """Count infos by the highest level that adopted them, levels without any left out."""
    level_of: dict[str, str] = {info.about: "none" for info in work.of("info.reported")}
    for level in ("county", *LEVELS):
        for adopted in work.of(f"info.adopted_{level}"):
            level_of[adopted.about] = level
    counted = Counter(level_of.values())
    return {level: counted[level] for level in ("none", "county", *LEVELS) if counted[level]}


def contacts_counted(branch: Organization, work: YearOfWork) -> int:
    """Count contacts made by someone who held, that day, an office that makes them count (C11)."""
    held = list(branch.post_assignments.filter(post__in=contact_posts(branch)))
    contacts = work.of("contact.made")
    return sum(any(post.member_id == c.actor_id and post.covers(c.on) for post in held) for c in contacts)


def thought_reports_in_time(year: int, work: YearOfWork) -> int:
    """Count thought reports handed in within the quarter they are for."""
    reports = work.of("thought_report.submitted", "member")
    return sum(report.about == f"{year}Q{(report.on.month + 2) // 3}" for report in reports)


def rules(branch: Organization, year: int, work: YearOfWork, *, as_of: date | None = None) -> dict[str, Any]:
    """Give every rule that feeds the branch's score: its owed periods with what was measured, and its points.

    A rule that is in force in another year only is given too, with nothing owed.
    """
    decided: dict[str, list[Standing]] = {}
    for standing in work.standings:
        if standing.status in DECIDED:
            decided.setdefault(standing.duty.code, []).append(standing)
    triggers = records_of(s.window_key for group in decided.values() for s in group if ":" in s.window_key)
    done = days_done(branch, triggers, as_of=as_of)
    numbers = dict(Member.objects.filter(memberships__organization=branch).values_list("pk", "member_no"))
    found = {}
    for line in score(every_duty_of(branch), work.standings, year=year, credited_to="branch").lines:
        periods = {}
        for standing in decided.get(line.code, []):
            record = triggers.get(standing.window_key)
            key = record.code if record else standing.window_key
            if standing.member_id:
                key = f"{key}/{numbers[standing.member_id]}"
            periods[key] = measured(standing, record, done)
        found[line.code] = {
            "periods": dict(sorted(periods.items())),
            "satisfied": line.satisfied,
            "owed": line.owed,
            "weight": plain(line.weight),
            "points": rounded(line.points),
        }
    return dict(sorted(found.items()))


def days_done(branch: Organization, triggers: dict[str, Any], *, as_of: date | None) -> dict[str, date]:
    """Give, for each study task and node day, the day on which the branch's own record says that it was done.

    A day is said even where it does not count: too late, or of a node day that was called off.
    """
    done = {
        **{
            f"study_task:{row.task_id}": row.studied_on
            for row in StudyTaskCompletion.objects.of(branch)
            if row.studied_on
        },
        **{f"node_day:{row.node_day_id}": row.held_on for row in NodeDayObservance.objects.of(branch) if row.held_on},
    }
    return {key: on for key, on in done.items() if key in triggers and (as_of is None or on <= as_of)}


def measured(standing: Standing, trigger: Any, done: dict[str, date]) -> dict[str, Any]:
    """Say what was measured in one period, and the verdict."""
    duty = standing.duty
    ok = standing.status in FULFILLED
    if duty.measure == "coverage":
        return {"required": standing.denominator, "present": standing.numerator, "ok": ok}
    if duty.measure in ("ratio", "share"):
        rate = f"{standing.numerator}/{standing.denominator}"
        return {
            "submitted": standing.denominator,
            "filed": standing.numerator,
            "rate": rate,
            "threshold": plain(Fraction(standing.minimum_n, standing.minimum_d)),
            "ok": ok,
        }
    if duty.trigger_kind == "study_task.issued":
        on = done.get(standing.window_key)
        return {"due": trigger.due_on.isoformat(), "studied": on.isoformat() if on else None, "ok": ok}
    if duty.trigger_kind == "node_day.planned":
        on = done.get(standing.window_key)
        return {"held_on": on.isoformat() if on else None, "ok": ok}
    if duty.trigger_kind == "journal.issued":
        return {"published_on": trigger.published_on.isoformat(), "ok": ok}
    minimum = Fraction(standing.minimum_n, standing.minimum_d)
    return {"actual": standing.numerator, "threshold": plain(minimum), "ok": ok}


def members(
    branch: Organization, year: int, work: YearOfWork, *, as_of: date | None = None
) -> dict[str, dict[str, Any]]:
    """Give everyone with a span in the year: attendance, what they handed in, and their score."""
    last_day = date(year, 12, 31)
    present = attendance_of(branch, year, as_of=as_of)
    on_last_day = set(on_roll(branch, last_day).values_list("pk", flat=True))
    in_year = Membership.objects.filter(organization=branch, from_on__lte=last_day, until_on__gt=date(year, 1, 1))
    people = Member.objects.filter(memberships__in=in_year).distinct().order_by("member_no")
    by_member: dict[int, list[Standing]] = {}
    for standing in work.standings:
        if standing.member_id and standing.duty.bearer == "member":
            by_member.setdefault(standing.member_id, []).append(standing)
    signed = Counter(f.member_id for f in work.of("proposal.signed", "member"))
    infos = Counter(f.member_id for f in work.of("info.reported", "member"))
    return {
        member.member_no: _member_figures(
            work.duties,
            by_member.get(member.pk, []),
            year=year,
            is_on_roll=member.pk in on_last_day,
            attendance=present.get(member.pk, (0, 0)),
            signed=signed[member.pk],
            infos=infos[member.pk],
        )
        for member in people
    }


def _member_figures(  # noqa: PLR0913 - what is known of one member, each by its name
    duties: list[Duty],
    standings: list[Standing],
    *,
    year: int,
    is_on_roll: bool,
    attendance: tuple[int, int],
    signed: int,
    infos: int,
) -> dict[str, Any]:
    def of(kind: str) -> list[Standing]:
        return [s for s in standings if any(k.kind == kind for k in s.duty.kinds.all())]

    thought = [s for s in of("thought_report.submitted") if s.status in DECIDED]
    signing = of("proposal.signed")
    reporting = [s for s in of("info.reported") if s.exclusion in ("", "minimum_zero")]
    total = score(duties, standings, year=year, credited_to="member")
    return {
        "on_roll_12_31": is_on_roll,
        "attendance": {"present": attendance[0], "required": attendance[1]},
        "thought": {"submitted": sum(s.status in FULFILLED for s in thought), "owed": len(thought)},
        "proposals_signed": signed,
        "proposal_owed": any(s.status in DECIDED for s in signing),
        "infos": infos,
        "infos_threshold": reporting[0].minimum_n // reporting[0].minimum_d if reporting else None,
        "score": rounded(total.value) if is_on_roll else None,
    }


def on_roll(branch: Organization, on: date) -> Any:
    """Give the members of a branch on a day."""
    return Member.objects.filter(
        memberships__organization=branch, memberships__from_on__lte=on, memberships__until_on__gt=on
    )


def plain(value: Fraction) -> int | float:
    """Write an exact number as JSON does: whole where it is whole."""
    return value.numerator if value.denominator == 1 else float(value)
