"""`zuji reindex` mends the search index, and `zuji verify` names what differs in it."""

from datetime import date

import pytest
from django.db import connection

from zuji.meetings.actions import approve_minutes
from zuji.meetings.models import MeetingMinutes
from zuji.operations import findables
from zuji.operations.main import main
from zuji.operations.verification import differences
from zuji.proposals.models import Proposal
from zuji.search.index import Index
from zuji.search.models import SearchDocument

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def approved(world):
    """The minutes of January, approved."""
    minutes = MeetingMinutes.objects.get(meeting=world.held)
    return approve_minutes(minutes, on=date(2018, 2, 1), by="田一禾")


def change(statement):
    """Write to the database past every model."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def differs():
    """What is said of search."""
    return [sentence for sentence in differences() if sentence.startswith("search:")]


def forget_minutes():
    SearchDocument.objects.filter(noun="meeting_minutes").delete()


def misquote_minutes():
    SearchDocument.objects.filter(noun="meeting_minutes").update(title="别的")


def forget_record():
    Proposal.objects.all().delete()


def empty_index():
    Index().clear()


def spoil_index():
    change("UPDATE search_index SET folded = 'x'")


def leave_an_orphan():
    Index().add([(999, ["无主"], "无主")])


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (forget_minutes, "search: not as its record meeting_minutes:"),
        (misquote_minutes, "search: not as its record meeting_minutes:"),
        (empty_index, "search: the index differs at "),
        (spoil_index, "search: the index differs at "),
        (leave_an_orphan, "search: the index holds 999, which is no document"),
    ],
)
def test_what_differs_is_named_and_mended(approved, capsys, harm, sentence):
    assert differs() == []

    harm()

    assert sentence in differs()[0]
    assert main(["reindex"]) == 0
    assert capsys.readouterr().out == f"Findable: {SearchDocument.objects.count()}.\n"
    assert differs() == []


def test_a_record_that_is_gone_is_forgotten(world, capsys):
    there = SearchDocument.objects.count()
    forget_record()

    main(["reindex"])

    assert SearchDocument.objects.count() == there - 1
    assert capsys.readouterr().out == f"Findable: {there - 1}.\n"


def test_nothing_to_index_is_no_error(world, capsys, monkeypatch):
    monkeypatch.setattr(findables, "FINDABLES", ())
    SearchDocument.objects.all().delete()

    assert main(["reindex"]) == 0
    assert capsys.readouterr().out == "Findable: 0.\n"
