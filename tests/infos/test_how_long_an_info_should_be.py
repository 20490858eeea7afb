"""How long an info should be is a dated setting; the pages tell it with its source, and refuse nothing."""

from datetime import date

import pytest

from tests.infos.steps import begin, sent
from tests.infos.test_the_pages_of_infos import page
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db


@pytest.fixture
def shorter(world):
    """The city asks for infos of 20 to 40 characters at most, from July 2018 on."""
    value = {"least": 20, "enough": 30, "most": 40}
    set_policy(
        world.city, key="info_words", value=value, from_on=date(2018, 7, 1), clause="信息工作办法第三条", by="齐七星"
    )
    return world


def test_as_shipped_the_form_says_six_hundred_to_twelve_hundred(world, client):
    _answer, text = page(client, world.users.member, "info-create", world.branch.pk)

    assert all(number in text for number in ("600", "1200", "1500"))
    assert "篇幅规定：" in text


def test_what_the_city_decided_is_told_with_its_clause(shorter, client):
    _answer, text = page(client, shorter.users.member, "info-create", shorter.branch.pk)

    assert "最多40字" in text
    assert "信息工作办法第三条" in text


def test_one_that_is_longer_is_told_to_be_and_by_which_rule(shorter, client):
    _answer, text = page(client, shorter.users.member, "info-detail", begin(shorter).pk)

    assert "超过40字" in text
    assert "信息工作办法第三条" in text


def test_one_sent_before_its_day_is_judged_by_what_held_then(shorter, client):
    _answer, text = page(client, shorter.users.member, "info-detail", sent(shorter, on=date(2018, 6, 5)).pk)

    assert "篇幅" not in text
