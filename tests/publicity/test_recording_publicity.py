"""Issues of the committee's journal and articles handed in to it."""

from datetime import date

import pytest

from tests.recording import small_branch, standing_kinds
from zuji.foundation.errors import ZujiError
from zuji.publicity.actions import record_issue, record_submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return small_branch()


def test_an_issue_is_published_once(world):
    fields = {"code": "2018-1", "journal": "《绥化民进》", "published_on": date(2018, 1, 28)}

    assert record_issue(world.city, **fields).is_new
    assert not record_issue(world.city, **fields).is_changed
    assert standing_kinds() == ["journal.issued"]


def test_an_article_counts_for_branch_and_author(world):
    record_submission(world.branch, code="AR01", member_id=world.member.pk, title="札记", submitted_on=date(2018, 1, 5))

    assert standing_kinds() == ["journal.submitted", "journal.submitted"]


def test_an_article_of_nobody_is_the_branchs(world):
    record_submission(world.branch, code="AR01", title="支部简讯", submitted_on=date(2018, 1, 5))

    assert standing_kinds() == ["journal.submitted"]


def test_an_absurd_day_is_refused(world):
    with pytest.raises(ZujiError):
        record_issue(world.city, code="2018-1", journal="", published_on=date(1018, 1, 28))
