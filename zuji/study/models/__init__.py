"""Nouns of study, one file for each kind."""

from zuji.study.models.materials import ReadingList, StudyMaterial
from zuji.study.models.plan import StudyPlan, StudyPlanItem
from zuji.study.models.quiz import (
    LETTERS,
    QUESTION_KINDS,
    QuestionImport,
    Quiz,
    QuizAttempt,
    QuizItem,
    QuizQuestion,
    digest_of,
)
from zuji.study.models.reflections import VISIBILITIES, StudyReflection, word_count
from zuji.study.models.work import (
    SESSION_KINDS,
    StudyAttendance,
    StudyCheckIn,
    StudyEvent,
    StudyGuest,
    StudyLeaveRequest,
    StudyMakeUp,
    StudyReply,
    StudySession,
    StudyTask,
    StudyTaskCompletion,
)

__all__ = [
    "LETTERS",
    "QUESTION_KINDS",
    "SESSION_KINDS",
    "VISIBILITIES",
    "QuestionImport",
    "Quiz",
    "QuizAttempt",
    "QuizItem",
    "QuizQuestion",
    "ReadingList",
    "StudyAttendance",
    "StudyCheckIn",
    "StudyEvent",
    "StudyGuest",
    "StudyLeaveRequest",
    "StudyMakeUp",
    "StudyMaterial",
    "StudyPlan",
    "StudyPlanItem",
    "StudyReflection",
    "StudyReply",
    "StudySession",
    "StudyTask",
    "StudyTaskCompletion",
    "digest_of",
    "word_count",
]
