"""Quizzes: the list, one quiz, setting one, answering it, and results on paper."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.gatherings.permissions import can_record
from zuji.organizations.models import Member
from zuji.organizations.permissions import own_member, visible_branch, visible_organization
from zuji.organizations.policies import value_on
from zuji.organizations.queries import members_on, name_of
from zuji.study import actions
from zuji.study.forms.quiz import AnswersForm, QuizForm, ResultForm
from zuji.study.models import Quiz, QuizAttempt
from zuji.study.permissions import can_read_attempt
from zuji.study.queries.quiz import (
    attempts_of,
    best_of,
    is_key_told,
    marked_of,
    questions_of,
    quiz_lines,
    quizzes_of,
)

LARGEST_SEED = 2**31


def quiz_list(request: HttpRequest, organization_id: int) -> HttpResponse:
    """A branch's quizzes."""
    branch = visible_branch(request.user, organization_id)
    context = {
        "organization": branch,
        "quizzes": quizzes_of(branch),
        "today": today(),
        "may_record": can_record(request.user, branch),
    }
    return render(request, "study/quiz_list.html", context)


@require_http_methods(["GET", "POST"])
def quiz_create(request: HttpRequest, organization_id: int) -> HttpResponse:
    """Set a quiz from the bank."""
    branch = visible_organization(request.user, organization_id, action="record_work")
    form = QuizForm(request.POST or None, initial={"opens_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            recorded = actions.set_quiz(branch, seed=secrets.randbelow(LARGEST_SEED), **form.cleaned_data)
        except RecordingError as error:
            form.add_error(error.field, str(error))
        else:
            return redirect("study:quiz-detail", number=recorded.record.pk)
    rule = value_on(branch, "quiz", today())
    unset = Quiz(pass_share=rule["pass"], attempt_limit=rule["attempts"])
    context = {"organization": branch, "form": form, "rule": unset}
    return render(request, "study/quiz_form.html", context)


def _quiz_for(request: HttpRequest, number: int) -> Quiz:
    quizzes = Quiz.objects.visible_to(request.user).select_related("organization__parent")
    found: Quiz = get_object_or_404(quizzes, pk=number)
    return found


def _quiz_to_record(request: HttpRequest, number: int) -> Quiz:
    quiz = _quiz_for(request, number)
    if not can_record(request.user, quiz.organization):
        raise Http404
    return quiz


def _taker(request: HttpRequest, quiz: Quiz) -> Member | None:
    own = own_member(request.user)
    if own is None or not members_on(quiz.organization, today()).filter(pk=own.pk).exists():
        return None
    return own


def quiz_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One quiz: one's own attempts, and for who keeps the records everybody's."""
    quiz = _quiz_for(request, number)
    own = attempts_of(quiz, own_member(request.user))
    may_record = can_record(request.user, quiz.organization)
    is_open = quiz.opens_on <= today() <= quiz.closes_on
    context = {
        "organization": quiz.organization,
        "quiz": quiz,
        "question_count": quiz.items.count(),
        "own": own,
        "best": best_of(own),
        "may_take": is_open and len(own) < quiz.attempt_limit and _taker(request, quiz) is not None,
        "is_to_come": today() < quiz.opens_on,
        "may_record": may_record,
        "lines": quiz_lines(quiz, today=today()) if may_record else [],
    }
    return render(request, "study/quiz_detail.html", context)


@require_http_methods(["GET", "POST"])
def attempt_create(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a quiz, all of it on one page."""
    quiz = _quiz_for(request, number)
    own = _taker(request, quiz)
    if own is None:
        raise Http404
    if request.method == "GET" and not quiz.opens_on <= today() <= quiz.closes_on:
        messages.info(request, _("This quiz is not open today."))
        return redirect("study:quiz-detail", number=quiz.pk)
    questions = list(questions_of(quiz))
    form = AnswersForm(request.POST or None, questions=questions, initial={"token": secrets.token_hex(16)})
    if request.method == "POST" and form.is_valid():
        try:
            attempt = actions.hand_in(quiz, own, token=form.cleaned_data["token"], answers=form.answers, on=today())
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("study:attempt-detail", number=attempt.pk)
    context = {"organization": quiz.organization, "quiz": quiz, "form": form}
    return render(request, "study/attempt_form.html", context)


def _attempt_for(request: HttpRequest, number: int) -> QuizAttempt:
    attempts = QuizAttempt.objects.visible_to(request.user)
    found: QuizAttempt = get_object_or_404(attempts.select_related("organization__parent", "quiz", "member"), pk=number)
    if not can_read_attempt(request.user, found):
        raise Http404
    return found


def attempt_detail(request: HttpRequest, number: int) -> HttpResponse:
    """How one attempt went; the right answers are told when nothing can be gained by them any more."""
    attempt = _attempt_for(request, number)
    attempts = attempts_of(attempt.quiz, attempt.member)
    is_told = is_key_told(attempt.quiz, attempts, today=today())
    context: dict[str, Any] = {
        "organization": attempt.organization,
        "attempt": attempt,
        "quiz": attempt.quiz,
        "marked": marked_of(attempt, is_told=is_told),
        "is_told": is_told,
        "may_take_back": bool(attempt.entered_by) and can_record(request.user, attempt.organization),
    }
    return render(request, "study/attempt_detail.html", context)


@require_http_methods(["GET", "POST"])
def result_create(request: HttpRequest, number: int) -> HttpResponse:
    """Enter for a member what came of the quiz on paper."""
    quiz = _quiz_to_record(request, number)
    on = max(quiz.opens_on, min(today(), quiz.closes_on))
    form = ResultForm(
        request.POST or None,
        people=members_on(quiz.organization, on),
        initial={"token": secrets.token_hex(16), "taken_on": on},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.enter_result(quiz, said["member"], result=form.result, by=name_of(request.user), today=today())
        except RecordingError as error:
            form.add_error(error.field, str(error))
        except ZujiError as error:
            form.add_error(None, str(error))
        else:
            return redirect("study:quiz-detail", number=quiz.pk)
    context = {
        "organization": quiz.organization,
        "quiz": quiz,
        "form": form,
        "question_count": quiz.items.count(),
    }
    return render(request, "study/result_form.html", context)


@require_POST
def result_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a result entered by mistake."""
    attempt = _attempt_for(request, number)
    if not can_record(request.user, attempt.organization):
        raise Http404
    quiz = attempt.quiz
    try:
        actions.take_back_result(attempt)
    except ZujiError as error:
        messages.error(request, str(error))
    return redirect("study:quiz-detail", number=quiz.pk)


@require_POST
def quiz_removal_create(request: HttpRequest, number: int) -> HttpResponse:
    """Take back a quiz that nobody has taken."""
    quiz = _quiz_to_record(request, number)
    try:
        actions.remove_quiz(quiz)
    except ZujiError as error:
        messages.error(request, str(error))
        return redirect("study:quiz-detail", number=number)
    return redirect("study:quiz-list", organization_id=quiz.organization_id)


def quiz_paper(request: HttpRequest, number: int) -> HttpResponse:
    """The quiz on paper; with `?key=yes` the right answers stand below it."""
    quiz = _quiz_to_record(request, number)
    context = {
        "organization": quiz.organization,
        "quiz": quiz,
        "questions": questions_of(quiz),
        "has_key": request.GET.get("key") == "yes",
    }
    return render(request, "study/quiz_paper.html", context)
