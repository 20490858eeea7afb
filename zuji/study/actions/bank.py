"""Verbs of the bank of questions: read a workbook, take in what is new of it, take it back as a whole."""

from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.organizations.models import Organization
from zuji.study.models import QuestionImport, Quiz, QuizQuestion
from zuji.study.queries.quiz import sorted_rows
from zuji.study.workbooks.questions import read_workbook

QUESTION_FIELDS = ("kind", "text", "options", "answer", "explanation", "digest")


@transaction.atomic
def read_questions(branch: Organization, *, content: bytes, file_name: str, by: str, on: date) -> QuestionImport:
    """Read a workbook to be looked at; nothing of it is in the bank yet. One read before and not taken in is dropped.

    Raises RecordingError for what is no workbook of questions.
    """
    read = read_workbook(content)
    QuestionImport.objects.of(branch).filter(state="preview").delete()
    source: QuestionImport = QuestionImport.objects.create(
        organization=branch,
        file_name=file_name[-120:],
        rows=[asdict(question) for question in read.questions],
        refused=[list(refused) for refused in read.refused],
        read_on=on,
        entered_by=by[:40],
    )
    return source


@transaction.atomic
def take_in(source: QuestionImport) -> int:
    """Take in what is new in a workbook, and say how much that was; twice, or the same file again, changes nothing."""
    Organization.objects.select_for_update().get(pk=source.organization_id)
    current = QuestionImport.objects.select_for_update().filter(pk=source.pk).first()
    if current is None or current.state == "taken":
        return 0
    found = sorted_rows(current)
    if not found.new:
        current.delete()
        return 0
    QuizQuestion.objects.bulk_create(
        QuizQuestion(
            organization_id=current.organization_id, source=current, **{name: row[name] for name in QUESTION_FIELDS}
        )
        for row in found.new
    )
    current.state, current.rows, current.refused = "taken", [], [list(refused) for refused in found.refused]
    current.save(update_fields=["state", "rows", "refused", "updated_at"])
    return len(found.new)


@transaction.atomic
def take_back_import(source: QuestionImport) -> None:
    """Take a whole workbook back. Raises ZujiError where a quiz asks some of it: what was answered stays."""
    Organization.objects.select_for_update().get(pk=source.organization_id)
    quiz = Quiz.objects.filter(questions__source=source).first()
    if quiz is not None:
        raise ZujiError(_("“%(quiz)s” asks questions of this workbook, so it stays.") % {"quiz": quiz})
    source.delete()
