"""How study counts: tasks open windows, completions and sessions are done work, marks say who came."""

from zuji.footprints.facts import Fact, reference_to
from zuji.study.models import (
    Quiz,
    QuizAttempt,
    StudyPlan,
    StudyReflection,
    StudySession,
    StudyTask,
    StudyTaskCompletion,
)

_SESSION_KINDS = {"plenary": "plenary_study.held", "journal_reading": "reading.held"}


def footprints_of_task(task: StudyTask) -> list[Fact]:
    """A task opens a window for every branch below, from its issue to its own due date (C15)."""
    return [
        Fact(
            kind="study_task.issued",
            organization_id=task.organization_id,
            credit="branch",
            about=reference_to(task),
            happened_on=task.issued_on,
            due_on=task.due_on,
        )
    ]


def footprints_of_completion(completion: StudyTaskCompletion) -> list[Fact]:
    """A material studied, on the day it was; nothing while it is not."""
    if completion.studied_on is None:
        return []
    return [
        Fact(
            kind="study_task.studied",
            organization_id=completion.organization_id,
            credit="branch",
            about=f"study_task:{completion.task_id}",
            happened_on=completion.studied_on,
        )
    ]


def footprints_of_session(session: StudySession) -> list[Fact]:
    """A session held, about the issue it reads if it reads one (C14), and a mark for each member who has one.

    Nothing while it is planned, or when it was called off.
    """
    if session.status != "held":
        return []
    own = reference_to(session)
    held = Fact(
        kind=_SESSION_KINDS.get(session.kind, "study.held"),
        organization_id=session.organization_id,
        credit="branch",
        about=f"journal_issue:{session.issue_id}" if session.issue_id else own,
        happened_on=session.held_on,
        recorded_on=session.recorded_on,
        is_confirmed=bool(session.confirmed_by),
    )
    marks = [
        Fact(
            kind="study.attended",
            organization_id=attendance.organization_id,
            credit="member",
            member_id=attendance.member_id,
            about=own,
            happened_on=session.held_on,
            mark=attendance.mark,
        )
        for attendance in session.attendance.all()
    ]
    return [held, *marks]


def footprints_of_quiz(quiz: Quiz) -> list[Fact]:
    """That a member took a quiz, on the day of the first attempt, and passed it, on the day of the first that passes.

    Each once, however often it was tried (domain §3).
    """
    by_day = sorted(quiz.attempts.all(), key=lambda attempt: (attempt.taken_on, attempt.pk))
    taken: dict[int, QuizAttempt] = {}
    passed: dict[int, QuizAttempt] = {}
    for attempt in by_day:
        taken.setdefault(attempt.member_id, attempt)
        if attempt.share >= quiz.share:
            passed.setdefault(attempt.member_id, attempt)
    return [
        Fact(
            kind=kind,
            organization_id=attempt.organization_id,
            credit="member",
            member_id=attempt.member_id,
            about=reference_to(quiz),
            happened_on=attempt.taken_on,
        )
        for kind, first in (("quiz.taken", taken), ("quiz.passed", passed))
        for attempt in first.values()
    ]


def footprints_of_plan(plan: StudyPlan) -> list[Fact]:
    """That a branch took over the committee's plan of a year, on the day it first did; nothing for one of its own."""
    if plan.parent_plan_id is None or plan.adopted_on is None:
        return []
    return [
        Fact(
            kind="study_plan.adopted",
            organization_id=plan.organization_id,
            credit="branch",
            about=f"study_plan:{plan.parent_plan_id}",
            happened_on=plan.adopted_on,
        )
    ]


def footprints_of_reflection(reflection: StudyReflection) -> list[Fact]:
    """That a member handed in a reflection, whoever may read it; nothing of a draft."""
    if reflection.handed_in_on is None:
        return []
    return [
        Fact(
            kind="study_reflection.written",
            organization_id=reflection.organization_id,
            credit="member",
            member_id=reflection.member_id,
            about=reference_to(reflection),
            happened_on=reflection.handed_in_on,
        )
    ]
