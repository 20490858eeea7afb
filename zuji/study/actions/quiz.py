"""Verbs of quizzes: set one, answer it, enter a result for a member, take back what was entered by mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.entries.actions import enter_for, forget_entry
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on
from zuji.study.footprints import footprints_of_quiz
from zuji.study.models import Quiz, QuizAttempt, QuizItem, QuizQuestion
from zuji.study.queries.quiz import questions_of


class QuizFields(TypedDict):
    """What is said of a quiz; `draw` questions are drawn by `seed`, all are taken where it is None."""

    title: str
    opens_on: date
    closes_on: date
    draw: int | None
    seed: int


@dataclass(frozen=True)
class PaperResult:
    """What came of a quiz on paper: how many were right, on which day, and how it was told."""

    right_count: int
    taken_on: date
    ground: str
    token: str


@transaction.atomic
def set_quiz(branch: Organization, **fields: Unpack[QuizFields]) -> Recorded[Quiz]:
    """Set a quiz under the rule of the day it opens. The same again is the first one: a double tap is none.

    Raises RecordingError for days that cannot be, a title in use, or more questions than there are.
    """
    title, opens_on, closes_on = fields["title"].strip(), fields["opens_on"], fields["closes_on"]
    _refuse_days(branch, opens_on, closes_on)
    Organization.objects.select_for_update().get(pk=branch.pk)
    there = Quiz.objects.of(branch).filter(title=title).first()
    if there is not None:
        if (there.opens_on, there.closes_on) != (opens_on, closes_on):
            raise RecordingError("title", _("There is a quiz of this title already."))
        return Recorded(there)
    numbers = drawn(list(QuizQuestion.objects.of(branch).values_list("pk", flat=True)), fields["draw"], fields["seed"])
    rule = value_on(branch, "quiz", opens_on)
    quiz = Quiz.objects.create(
        organization=branch,
        title=title,
        opens_on=opens_on,
        closes_on=closes_on,
        seed=fields["seed"] if fields["draw"] else None,
        pass_share=rule["pass"],
        attempt_limit=rule["attempts"],
    )
    QuizItem.objects.bulk_create(
        QuizItem(quiz=quiz, question_id=number, place=place) for place, number in enumerate(numbers, start=1)
    )
    return Recorded(quiz, is_new=True, is_changed=True)


def _refuse_days(branch: Organization, opens_on: date, closes_on: date) -> None:
    refuse_absurd(opens_on=opens_on, closes_on=closes_on)
    if branch.founded_month and opens_on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("opens_on", _("That is before the branch was founded (%(month)s).") % founded)
    if closes_on < opens_on:
        raise RecordingError("closes_on", _("It cannot close before it opens."))


def drawn(numbers: list[int], draw: int | None, seed: int) -> list[int]:
    """Draw questions out of all by a seed: the same seed draws the same ones again. All of them where `draw` is None.

    Raises RecordingError where there are fewer.
    """
    if not numbers:
        raise RecordingError("draw", _("There are no questions yet. Please take in a workbook of questions first."))
    if draw is None:
        return numbers
    if not 1 <= draw <= len(numbers):
        raise RecordingError("draw", _("There are %(number)s questions to draw from.") % {"number": len(numbers)})
    return Random(seed).sample(numbers, draw)  # noqa: S311 - anybody may draw again and see that it was fair


@transaction.atomic
def hand_in(quiz: Quiz, member: Member, *, token: str, answers: Mapping[int, str], on: date) -> QuizAttempt:
    """Mark what a member answered; the same page sent twice is one attempt. Several answers are right when all are.

    Takes: question id → letters. Raises ZujiError for a quiz that is not open, a member's last attempt gone, a
    question left out, or somebody who is not a member that day.
    """
    current = Quiz.objects.select_for_update().get(pk=quiz.pk)
    there: QuizAttempt | None = current.attempts.filter(member=member, token=token).first()
    if there is not None:
        return there
    if not current.opens_on <= on <= current.closes_on:
        raise ZujiError(_("This quiz is not open today."))
    _refuse_person(current, member, on)
    questions = list(questions_of(current))
    for place, question in enumerate(questions, start=1):
        if not answers.get(question.pk):
            raise ZujiError(_("Please answer question %(number)s.") % {"number": place})
    given = {question.pk: "".join(sorted(set(answers[question.pk]))) for question in questions}
    attempt: QuizAttempt = QuizAttempt.objects.create(
        organization_id=current.organization_id,
        quiz=current,
        member=member,
        token=token,
        taken_on=on,
        right_count=sum(given[question.pk] == question.answer for question in questions),
        asked_count=len(questions),
        answers={str(number): letters for number, letters in given.items()},
    )
    sync(current, footprints_of_quiz(current))
    return attempt


def _refuse_person(quiz: Quiz, member: Member, on: date) -> None:
    if not members_on(quiz.organization, on).filter(pk=member.pk).exists():
        raise ZujiError(_("%(name)s is not a member of this branch on that day.") % {"name": member})
    if quiz.attempts.filter(member=member).count() >= quiz.attempt_limit:
        raise ZujiError(_("All %(number)s attempts have been made.") % {"number": quiz.attempt_limit})


@transaction.atomic
def enter_result(quiz: Quiz, member: Member, *, result: PaperResult, by: str, today: date) -> QuizAttempt:
    """Enter for a member what came of the quiz on paper; it is an attempt as any other, and the member may object.

    Raises RecordingError for a day to come or on which it was not open, or more right than asked; ZujiError as hand_in.
    """
    current = Quiz.objects.select_for_update().get(pk=quiz.pk)
    there: QuizAttempt | None = current.attempts.filter(member=member, token=result.token).first()
    if there is not None:
        return there
    if result.taken_on > today:
        raise RecordingError("taken_on", _("That day is still to come."))
    if not current.opens_on <= result.taken_on <= current.closes_on:
        raise RecordingError("taken_on", _("The quiz was not open on that day."))
    asked = current.items.count()
    if not 0 <= result.right_count <= asked:
        raise RecordingError("right_count", _("There are %(number)s questions in it.") % {"number": asked})
    _refuse_person(current, member, result.taken_on)
    attempt: QuizAttempt = QuizAttempt.objects.create(
        organization_id=current.organization_id,
        quiz=current,
        member=member,
        token=result.token,
        taken_on=result.taken_on,
        right_count=result.right_count,
        asked_count=asked,
        entered_by=by[:40],
    )
    enter_for(attempt, member, organization=current.organization, ground=result.ground, by=by, on=today)
    sync(current, footprints_of_quiz(current))
    return attempt


@transaction.atomic
def take_back_result(attempt: QuizAttempt) -> None:
    """Take back a result entered by mistake. Raises ZujiError for what a member answered in person: that stays."""
    quiz = Quiz.objects.select_for_update().get(pk=attempt.quiz_id)
    if not attempt.entered_by:
        raise ZujiError(_("What a member answered in person stays."))
    forget_entry(attempt)
    attempt.delete()
    sync(quiz, footprints_of_quiz(quiz))


@transaction.atomic
def remove_quiz(quiz: Quiz) -> None:
    """Take back a quiz that nobody has taken. Raises ZujiError where somebody has."""
    current = Quiz.objects.select_for_update().get(pk=quiz.pk)
    if current.attempts.exists():
        raise ZujiError(_("Somebody has taken this quiz already, so it stays."))
    current.delete()
