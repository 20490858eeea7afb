"""Quizzes: a branch's bank of questions, the workbooks it came from, quizzes drawn from it, and their attempts."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from fractions import Fraction

from django.db import models
from django.utils.translation import gettext_lazy as _

from zuji.foundation.models import Stamped
from zuji.foundation.numbers import percent
from zuji.organizations.models import ConfidentialQuerySet, Member, Organization, RecordQuerySet

QUESTION_KINDS = {"single": _("one answer"), "multiple": _("several answers"), "judgement": _("true or false")}
LETTERS = "ABCDEFGH"
IMPORT_STATES = {"preview": _("not taken in yet"), "taken": _("taken in")}


def digest_of(kind: str, text: str, options: Sequence[str]) -> str:
    """Tell whether two questions ask the same, whatever their spaces and widths; the answer is not asked."""
    asked = ["".join(unicodedata.normalize("NFKC", part).split()) for part in (kind, text, *options)]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


class QuestionImport(Stamped):
    """One workbook of questions: read, looked at, then taken in as a whole, and taken back as a whole.

    `rows` are the questions as they were read; `refused` the rows that could not be, as [row, reason].
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=list(IMPORT_STATES.items()), default="preview")
    rows = models.JSONField(default=list)
    refused = models.JSONField(default=list)
    read_on = models.DateField()
    entered_by = models.CharField(max_length=40)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "question_import"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name


class QuizQuestion(Stamped):
    """One question of a branch's bank; it never changes, so that what was answered stays what was asked.

    `options` are texts, the first of them A; `answer` the letters of all right ones, in order: A, ACD. `digest` tells
    whether the same is asked already.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    source = models.ForeignKey(QuestionImport, models.CASCADE, related_name="questions")
    kind = models.CharField(max_length=10, choices=list(QUESTION_KINDS.items()))
    text = models.CharField(max_length=1000)
    options = models.JSONField()
    answer = models.CharField(max_length=8)
    explanation = models.CharField(max_length=1000, blank=True)
    digest = models.CharField(max_length=64)

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "quiz_question"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "digest"], name="quiz_question_asked_once")]

    def __str__(self) -> str:
        return self.text

    @property
    def lettered(self) -> list[tuple[str, str]]:
        """The options with their letters."""
        return list(zip(LETTERS, self.options, strict=False))


class Quiz(Stamped):
    """A quiz of a branch. The rule it is under is written into it when it is set, so that a later rule moves nothing.

    `seed` is what the questions were drawn by, null where all were taken; `pass_share` a fraction such as 60/100.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    opens_on = models.DateField()
    closes_on = models.DateField()
    seed = models.PositiveIntegerField(null=True, blank=True)
    pass_share = models.CharField(max_length=12)
    attempt_limit = models.PositiveSmallIntegerField()
    questions = models.ManyToManyField(QuizQuestion, through="QuizItem", related_name="quizzes")

    objects = RecordQuerySet.as_manager()

    class Meta:
        db_table = "quiz"
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["organization", "title"], name="quiz_title_unique"),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="quiz_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def share(self) -> Fraction:
        """What share of the questions must be right."""
        return Fraction(self.pass_share)

    @property
    def share_words(self) -> str:
        """The same as people say it: 60%."""
        return percent(self.share.numerator, self.share.denominator)


class QuizItem(models.Model):
    """A question in a quiz, and its place in it."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="items")
    question = models.ForeignKey(QuizQuestion, models.PROTECT, related_name="items")
    place = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "quiz_item"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "question"], name="quiz_asks_a_question_once"),
            models.UniqueConstraint(fields=["quiz", "place"], name="quiz_item_place_unique"),
        ]


class QuizAttempt(Stamped):
    """One attempt of a member at a quiz. `answers` are the letters given, by question; none where it was on paper.

    `token` is what the page was opened with: the same page sent twice is one attempt.
    """

    is_told_with_record = False

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    quiz = models.ForeignKey(Quiz, models.PROTECT, related_name="attempts")
    member = models.ForeignKey(Member, models.PROTECT, related_name="quiz_attempts")
    token = models.CharField(max_length=32)
    taken_on = models.DateField()
    right_count = models.PositiveSmallIntegerField()
    asked_count = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    entered_by = models.CharField(max_length=40, blank=True)

    objects = ConfidentialQuerySet.as_manager()

    class Meta:
        db_table = "quiz_attempt"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["quiz", "member", "token"], name="quiz_attempt_handed_in_once"),
            models.CheckConstraint(
                condition=models.Q(asked_count__gt=0, right_count__lte=models.F("asked_count")),
                name="quiz_attempt_right_among_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.right_count}/{self.asked_count}"

    @property
    def share(self) -> Fraction:
        """What share of the questions was right, exactly."""
        return Fraction(self.right_count, self.asked_count)

    @property
    def is_passed(self) -> bool:
        """Say whether this attempt passes; exactly the share asked for is enough."""
        return self.share >= self.quiz.share
