"""The board of the demo's year, loaded once for all these tests: what it shows, and how little it asks for it."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

import zuji
from zuji.accounts.models import User
from zuji.foundation.cells import NOTHING_DUE
from zuji.operations.load.loading import load_folder

pytestmark = pytest.mark.django_db
YEAR_2018 = Path(zuji.__file__).parent / "demo_data" / "suihua_2018"


@pytest.fixture(scope="module")
def demo_branch(django_db_setup, django_db_blocker):
    """Load the year once for all tests below, and clear the tables after them."""
    with django_db_blocker.unblock():
        branch = load_folder(YEAR_2018, organization="教育二支部").branch
    yield branch
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def read_board(demo_branch, db, client):
    client.force_login(User.objects.create_user("reader", is_superuser=True))

    def read():
        return client.get(reverse("institutions:board", args=[demo_branch.pk]), {"year": 2018})

    return read


def rows_of(page):
    return {row.title: row for group in page.context["groups"] for row in group.rows}


def test_2018_stands_under_its_six_institutions(read_board):
    titles = [group.institution.title for group in read_board().context["groups"]]

    assert titles == [
        "支部政治理论学习制度",
        "支部主任会员联系制度",
        "会员思想动态汇报制度",
        "支部会议管理制度",
        "支部会员工作考核评价制度",
        "支部信息报告报送制度",
    ]


def test_2018_shows_its_months_and_quarters(read_board):
    rows = rows_of(read_board())

    infos = rows["社情民意信息月报送"]
    assert [cell.number for cell in infos.cells] == ["6", "6", "7", "6", "8", "6", "7", "6", "7", "6", "9", "6"]
    assert {cell.state for cell in infos.cells} == {"met"}
    assert [cell.span for cell in rows["主任联系会员"].cells] == [3, 3, 3, 3]
    assert [cell.number for cell in rows["季度思想动态汇报"].cells] == ["13/13"] * 4


def test_2018_leaves_the_months_blank_in_which_nothing_falls_due(read_board):
    cells = rows_of(read_board())["会刊逐期集中阅读"].cells

    assert [cell.state for cell in cells] == [NOTHING_DUE, "met"] * 6
    assert [cell.detail for cell in cells if cell.detail] == [f"2018-{number}" for number in range(1, 7)]


def test_2018_draws_the_year_as_tracks(read_board):
    rows = rows_of(read_board())

    assert rows["提案立案率"].track.text == "12 ÷ 14 = 85.7%"
    assert (rows["公益讲座"].track.percent, rows["公益讲座"].track.text) == (100, "40 场")
    assert rows["会员到会率"].track.text == "13 人全部完成"


def test_2018_comes_to_its_sums(read_board):
    context = read_board().context

    assert (context["board"].fulfilled, context["board"].owed) == (196, 196)
    assert [(each.value, each.note) for each in context["headlines"]] == [("12", "次"), ("80", "条"), ("40", "场")]


def test_every_row_of_the_board_is_a_whole_year(read_board):
    for row in rows_of(read_board()).values():
        assert row.track or sum(cell.span for cell in row.cells) == 12, row.title


def test_the_board_asks_at_most_twelve_questions(read_board, django_assert_max_num_queries):
    read_board()

    with django_assert_max_num_queries(12):
        read_board()
