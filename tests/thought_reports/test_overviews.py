"""The overview of half a year: the director's own words, without a name, read by keepers and the level above."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.recording import RecordingError
from zuji.thought_reports.actions import write_overview
from zuji.thought_reports.models import ThoughtOverview
from zuji.thought_reports.queries.overviews import half_year_of, names_in

pytestmark = pytest.mark.django_db
TODAY = date(2018, 12, 1)


def written(world, **given):
    said = {"half_year": "2018H2", "text": "思想稳定。", "by": "田一禾", "today": TODAY}
    return write_overview(world.branch, **(said | given))


def test_one_a_half_year_corrected_in_place(world):
    written(world)
    written(world, text="思想稳定，工作积极。")

    assert ThoughtOverview.objects.get(half_year="2018H2").text == "思想稳定，工作积极。"


@pytest.mark.parametrize("half_year", ["2019H1", "2018H3", "2018", "", "2018Q1", "x" * 99])
def test_what_is_no_half_year_or_still_to_come_is_refused(world, half_year):
    with pytest.raises(RecordingError) as refused:
        written(world, half_year=half_year)

    assert refused.value.field == "half_year"


def test_an_empty_one_is_refused(world):
    with pytest.raises(RecordingError) as refused:
        written(world, text=" \n")

    assert refused.value.field == "text"


def test_everybody_ever_of_the_branch_is_on_the_roster_and_nobody_else(world):
    assert names_in("田一禾、乔二木、石三川、林四维、江五洲、陆六合", world.branch) == [
        "田一禾",
        "乔二木",
        "石三川",
        "林四维",
        "江五洲",
    ]
    assert names_in("陆六合", world.other_branch) == ["陆六合"]


def test_who_left_the_branch_is_still_on_its_roster(world):
    world.member.memberships.update(until_on=date(2018, 2, 1))

    assert names_in("林四维已转出", world.branch) == ["林四维"]


@pytest.mark.parametrize("said", ["anna lee", "ＡＮＮＡ　ＬＥＥ", "A.n.n.a-L e e", "Anna\u00adLee"])
def test_latin_names_are_found_however_they_are_written(world, said):
    world.member.name = "Anna Lee"
    world.member.save()

    assert names_in(f"会员{said}表示", world.branch) == ["Anna Lee"]


def test_a_name_of_one_letter_or_of_none_is_not_looked_for(world):
    world.member.name = "林"
    world.member.save()

    assert names_in("森林防火", world.branch) == []


def test_the_half_year_of_a_day():
    assert [half_year_of(date(2018, month, 1)) for month in (1, 6, 7, 12)] == ["2018H1", "2018H1", "2018H2", "2018H2"]


# The pages


def address(world, half_year="2018H2"):
    return reverse("thought_reports:overview-edit", args=[world.branch.pk, half_year])


def test_the_director_writes_it_and_the_level_above_reads_it(world, client):
    client.force_login(world.users.director)
    client.post(address(world), {"text": "总体平稳"})

    for who in (world.users.chair, world.users.officer):
        client.force_login(who)
        page = client.get(reverse("thought_reports:overview-list", args=[world.branch.pk])).content.decode()

        assert "总体平稳" in page
        assert "2018年下半年" in page
        assert address(world) not in page


def test_a_name_is_refused_on_the_page_with_all_that_was_typed_kept(world, client):
    client.force_login(world.users.director)

    page = client.post(address(world), {"text": "总体平稳，林四维同志除外"}).content.decode()

    assert "请去掉：林四维" in page
    assert "总体平稳，林四维同志除外" in page


def test_one_that_is_there_is_corrected(world, client):
    client.force_login(world.users.director)

    assert "会员思想稳定" in client.get(address(world, "2018H1")).content.decode()


@pytest.mark.parametrize("half_year", ["2018H3", "2099H1", "x"])
def test_a_half_year_that_is_none_has_no_page(world, client, half_year):
    client.force_login(world.users.director)

    assert client.get(address(world, half_year)).status_code == 404


def test_a_branch_without_one_says_so(world, client):
    client.force_login(world.users.chair)

    page = client.get(reverse("thought_reports:overview-list", args=[world.other_branch.pk])).content.decode()

    assert "还没有综述" in page
