"""Settings as people read and change them: in words, with the day, the clause and the name; the past stays."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.foundation.clock import today
from zuji.organizations.actions import set_policy
from zuji.organizations.forms import EDITORS
from zuji.organizations.models import PolicySetting
from zuji.organizations.policies import DEFAULTS, settings_on, value_on

pytestmark = pytest.mark.django_db
CHANGED_ELSEWHERE = {"thought_report_content", "votes"}
"""Settings that have a page of their own, or, as the rules of voting, none yet."""


def page(world, key=""):
    if key:
        return reverse("organizations:setting-edit", args=[world.branch.pk, key])
    return reverse("organizations:setting-list", args=[world.branch.pk])


def said(**fields):
    return {"from_on": today().isoformat(), "clause": "2018年第一次会员大会决定", **fields}


def test_every_setting_has_a_page():
    assert set(EDITORS) | CHANGED_ELSEWHERE == set(DEFAULTS)


@pytest.mark.parametrize("key", EDITORS)
def test_what_is_shipped_can_be_shown_and_saved_again(key):
    form_class = EDITORS[key].form
    form = form_class(form_class.shown(DEFAULTS[key]) | said(), today=today())

    assert form.is_valid(), form.errors
    assert form.value == DEFAULTS[key]
    assert str(form_class.words(DEFAULTS[key]))


def test_members_read_them_with_where_they_come_from(world, client):
    set_policy(world.city, key="make_up_days", value=10, from_on=date(2018, 1, 1), clause="学习制度第六条", by="齐七星")
    client.force_login(world.users.member)

    text = client.get(page(world)).content.decode()

    assert "市委会" in text
    assert "学习制度第六条" in text
    assert "齐七星" in text
    assert "过半数" in text
    assert reverse("organizations:setting-edit", args=[world.branch.pk, "quorum"]) not in text


def test_the_director_changes_one_from_a_day_on(world, client):
    client.force_login(world.users.director)

    answer = client.post(page(world, "present_marks"), said(marks=["present", "online"]))

    setting = PolicySetting.objects.get(organization=world.branch, key="present_marks")
    assert answer.status_code == 302
    assert (setting.value, setting.set_by) == (["present", "online"], "田一禾")
    assert value_on(world.branch, "present_marks", date(2018, 6, 1)) == DEFAULTS["present_marks"]
    assert value_on(world.branch, "present_marks", today()) == ["present", "online"]


@pytest.mark.parametrize(
    ("role", "status"),
    [("director", 302), ("chair", 302), ("deputy", 404), ("officer", 404), ("member", 404), ("other_member", 404)],
)
def test_who_may_change(world, client, role, status):
    client.force_login(getattr(world.users, role))

    assert client.post(page(world, "late_minutes"), said(number=20)).status_code == status


@pytest.mark.parametrize(
    ("key", "fields", "sentence"),
    [
        ("late_minutes", {"number": "-1"}, "number"),
        ("late_minutes", {"number": "一"}, "number"),
        ("late_minutes", {"number": "5", "from_on": "2018-01-01"}, "以往年份不变"),
        ("late_minutes", {"number": "5", "from_on": "2199-01-01"}, "以往年份不变"),
        ("late_minutes", {"number": "5", "clause": ""}, "clause"),
        ("present_marks", {}, "至少选一种"),
        ("present_marks", {"marks": ["asleep"]}, "marks"),
        ("quorum", {"all_member": "2/1", "committee": "1/2"}, "all_member"),
        ("info_words", {"least": 600, "enough": 500, "most": 1500}, "从小到大"),
        ("contact_topics", {"topics": "他最近情绪很不好，家里出了一些事情"}, "每类最多十二字"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(world, client, key, fields, sentence):
    client.force_login(world.users.director)

    answer = client.post(page(world, key), said(**fields))

    assert answer.status_code == 200
    assert not PolicySetting.objects.exists()
    errors = answer.context["form"].errors
    assert sentence in errors or sentence in str(errors)


def test_there_is_no_page_of_a_setting_that_there_is_not(world, client):
    client.force_login(world.users.director)

    assert client.get(page(world, "no-such-thing")).status_code == 404


def test_all_are_read_in_one_query(world, django_assert_num_queries):
    set_policy(world.city, key="late_minutes", value=5, from_on=date(2018, 1, 1))
    set_policy(world.branch, key="late_minutes", value=7, from_on=date(2018, 2, 1))
    set_policy(world.branch, key="late_minutes", value=9, from_on=date(2018, 3, 1))

    with django_assert_num_queries(1):
        found = settings_on(world.branch, list(EDITORS), date(2018, 2, 15))

    assert (found["late_minutes"].value, found["late_minutes"].organization) == (7, world.branch)
    assert found["quorum"].organization is None
