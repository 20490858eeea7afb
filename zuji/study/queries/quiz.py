"""Reads of quizzes: what a workbook would bring, a branch's bank and quizzes, and who has passed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.study.models import QUESTION_KINDS, QuestionImport, Quiz, QuizAttempt, QuizQuestion, digest_of


@dataclass(frozen=True)
class SortedRows:
    """What a workbook would bring: rows that are new, rows that are in the bank already, and (row, reason)."""

    new: tuple[dict[str, Any], ...]
    there: tuple[dict[str, Any], ...]
    refused: tuple[tuple[int, str], ...]


def sorted_rows(source: QuestionImport) -> SortedRows:
    """Sort the rows of a workbook against the bank as it is now: the same asked with another answer is refused."""
    known = dict(QuizQuestion.objects.of(source.organization).values_list("digest", "answer"))
    new, there, refused = [], [], [(row, reason) for row, reason in source.refused]
    for row in source.rows:
        digest = digest_of(row["kind"], row["text"], row["options"])
        if digest not in known:
            known[digest] = row["answer"]
            new.append(row | {"digest": digest})
        elif known[digest] == row["answer"]:
            there.append(row)
        else:
            reason = _("The same question stands there with the answer %(answer)s.") % {"answer": known[digest]}
            refused.append((row["row"], reason))
    return SortedRows(tuple(new), tuple(there), tuple(sorted(refused)))


def imports_of(branch: Organization) -> QuerySet[QuestionImport]:
    """Give the workbooks taken in, the latest first, with how many questions came of each."""
    taken: QuerySet[QuestionImport] = QuestionImport.objects.of(branch).filter(state="taken")
    return taken.annotate(question_count=Count("questions"))


def bank_counts(branch: Organization) -> list[tuple[Any, int]]:
    """Count a branch's questions by kind: (word, number)."""
    counted = QuizQuestion.objects.of(branch).order_by().values_list("kind").annotate(number=Count("pk"))
    numbers = dict(counted)
    return [(word, numbers.get(kind, 0)) for kind, word in QUESTION_KINDS.items()]


def quizzes_of(branch: Organization) -> QuerySet[Quiz]:
    """Give a branch's quizzes, the latest first, with how many questions each asks."""
    quizzes: QuerySet[Quiz] = Quiz.objects.of(branch)
    return quizzes.annotate(question_count=Count("items"))


def questions_of(quiz: Quiz) -> QuerySet[QuizQuestion]:
    """Give the questions of a quiz in their order."""
    return QuizQuestion.objects.filter(items__quiz=quiz).order_by("items__place")


def attempts_of(quiz: Quiz, member: Member | None) -> list[QuizAttempt]:
    """Give a member's attempts at a quiz, the first one first."""
    if member is None:
        return []
    return list(QuizAttempt.objects.filter(quiz=quiz, member=member).select_related("quiz").order_by("taken_on", "pk"))


def best_of(attempts: list[QuizAttempt]) -> QuizAttempt | None:
    """Give the attempt that counts: the best, of several the first."""
    return max(attempts, key=lambda attempt: (attempt.share, -attempt.pk), default=None)


@dataclass(frozen=True)
class QuizLine:
    """A member and how they did at a quiz."""

    member: Member
    best: QuizAttempt | None
    attempts: tuple[QuizAttempt, ...]


def quiz_lines(quiz: Quiz, *, today: date) -> list[QuizLine]:
    """Give everybody on the roll with their attempts, by number: no ranking. For those who keep the records."""
    made: dict[int, list[QuizAttempt]] = {}
    for attempt in quiz.attempts.select_related("member", "quiz"):
        made.setdefault(attempt.member_id, []).append(attempt)
    on = max(quiz.opens_on, min(today, quiz.closes_on))
    people = {member.pk: member for member in members_on(quiz.organization, on)}
    people |= {attempts[0].member_id: attempts[0].member for attempts in made.values()}
    listed = sorted(people.values(), key=lambda member: member.member_no)
    return [QuizLine(m, best_of(made.get(m.pk, [])), tuple(made.get(m.pk, []))) for m in listed]


@dataclass(frozen=True)
class Marked:
    """A question with what was answered; `right` are the letters of the answer, empty while they are not told."""

    question: QuizQuestion
    given: str
    right: str

    @property
    def is_right(self) -> bool:
        """Say whether all of it was right, and nothing else."""
        return self.given == self.question.answer

    @property
    def given_words(self) -> str:
        """What was answered, as people say it."""
        return self._words(self.given)

    @property
    def right_words(self) -> str:
        """What is right, as people say it."""
        return self._words(self.right)

    def _words(self, letters: str) -> str:
        """Give the letters, or the word itself where there are only two."""
        if self.question.kind != "judgement":
            return letters
        return dict(self.question.lettered).get(letters, "")


def marked_of(attempt: QuizAttempt, *, is_told: bool) -> list[Marked]:
    """Give an attempt question by question; none for one on paper."""
    if not attempt.answers:
        return []
    return [
        Marked(question, attempt.answers.get(str(question.pk), ""), question.answer if is_told else "")
        for question in questions_of(attempt.quiz)
    ]


def is_key_told(quiz: Quiz, attempts: list[QuizAttempt], *, today: date) -> bool:
    """Say whether a member may see the right answers: once no attempt is left, one has passed, or it is closed."""
    passed = any(attempt.share >= quiz.share for attempt in attempts)
    return passed or len(attempts) >= quiz.attempt_limit or today > quiz.closes_on
