"""The working calendar: lists taken over by hand, inherited down the tree, nearest first."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import import_work_days
from zuji.organizations.models import WorkDayException
from zuji.organizations.queries import shipped_work_days, work_day_exceptions, work_days_of

pytestmark = pytest.mark.django_db


def test_the_list_of_2018_is_the_state_councils():
    """27 days of seven holidays and six worked weekends; the new year of 2019 moved three days of December more."""
    lines = shipped_work_days(2018).strip().splitlines()[1:]

    assert sum(",放假," in line for line in lines) == 27 + 2
    assert sum(",上班," in line for line in lines) == 6 + 1
    assert "2018-02-15,放假,春节" in lines
    assert "2018-09-29,上班,国庆节" in lines


def test_a_list_that_nobody_brought_along_is_empty():
    assert shipped_work_days(1990) == ""


def test_a_committees_list_reaches_the_branch(world):
    assert work_day_exceptions(world.branch)[date(2018, 10, 1)] is False
    assert work_day_exceptions(world.branch)[date(2018, 2, 24)] is True


def test_taken_over_again_it_changes_nothing(world):
    assert import_work_days(world.city, text=shipped_work_days(2018)) == 0


def test_the_nearest_list_decides(world):
    import_work_days(world.branch, text="2018-10-01,上班,值班")

    assert work_day_exceptions(world.branch)[date(2018, 10, 1)] is True
    assert work_day_exceptions(world.other_branch)[date(2018, 10, 1)] is False
    assert [day.name for day in work_days_of(world.branch, 2018) if day.on == date(2018, 10, 1)] == ["值班"]


def test_a_day_named_again_takes_the_new_word_and_one_as_usual_is_taken_back(world):
    changed = import_work_days(world.city, text="2018-10-01,上班\n\n2018-10-02,照常,\n2018-10-03,放假,国庆节\n")

    found = work_day_exceptions(world.city)
    assert changed == 2
    assert found[date(2018, 10, 1)] is True
    assert date(2018, 10, 2) not in found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2018-02-30,放假,春节", "1"),
        ("day,what,name\n2018-02-15,休息,春节", "2"),
        ("2018-02-15", "1"),
        ("<script>,放假", "1"),
    ],
)
def test_a_line_that_makes_no_sense_is_named_and_nothing_is_taken(world, text, line):
    before = WorkDayException.objects.count()

    with pytest.raises(RecordingError) as refused:
        import_work_days(world.branch, text=f"{text}\n2019-01-01,放假,元旦")

    assert f"第{line}行" in str(refused.value)
    assert refused.value.field == "text"
    assert WorkDayException.objects.count() == before


def test_an_absurd_year_is_refused(world):
    with pytest.raises(RecordingError):
        import_work_days(world.branch, text="0218-02-15,放假,春节")


# The page


def address(organization, year):
    return reverse("organizations:work-day-list", args=[organization.pk]) + f"?year={year}"


def test_the_page_shows_the_year_and_offers_what_zuji_brings_along(world, client):
    client.force_login(world.users.director)

    page = client.get(address(world.branch, 2018)).content.decode()

    assert "10月1日" in page
    assert "国庆节" in page
    assert "2018-02-11,上班,春节" in page


def test_a_list_is_taken_over_from_the_page(world, client):
    client.force_login(world.users.director)

    answer = client.post(address(world.branch, 2019), {"text": "2019-01-01,放假,元旦"}, follow=True)

    assert "已采用 1 天。" in answer.content.decode()
    assert work_day_exceptions(world.branch)[date(2019, 1, 1)] is False


def test_what_was_typed_stays_where_it_is_refused(world, client):
    client.force_login(world.users.director)

    page = client.post(address(world.branch, 2019), {"text": "2019-01-01,休,元旦"}).content.decode()

    assert "不合格式" in page
    assert "2019-01-01,休,元旦" in page


def test_who_may_not_load_records_takes_nothing_over(world, client):
    for role in ("member", "chair", "other_member", "nobody_yet"):
        client.force_login(getattr(world.users, role))

        assert client.post(address(world.branch, 2019), {"text": "2019-01-01,放假"}).status_code == 404, role
    assert date(2019, 1, 1) not in work_day_exceptions(world.branch)
