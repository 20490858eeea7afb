"""People are found by name, by pinyin and by initials, in every reading of their name."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from zuji.foundation.spelling import keys_of
from zuji.organizations.actions import register_member, set_membership
from zuji.organizations.models import NameKey
from zuji.search.queries import people_found_by

pytestmark = pytest.mark.django_db


def found(world, query, role="member"):
    """The names that a role finds."""
    user = getattr(world.users, role)
    return [each.member.name for each in people_found_by(user, query)]


def join(world, name, number="M80", *, branch=None, until_on=None):
    """Somebody of that name belongs to a branch."""
    branch = branch or world.branch
    member, _is_new = register_member(branch, member_no=number, name=name)
    set_membership(member, branch, from_on=date(2015, 1, 1), until_on=until_on)
    return member


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("张三丰", {"zhangsanfeng", "zsf"}),
        ("单小云", {"shanxiaoyun", "danxiaoyun", "sxy", "dxy"}),
        ("仇英", {"qiuying", "chouying", "qy", "cy"}),
        ("吕布", {"lvbu", "lb"}),
    ],
)
def test_every_reading_of_a_name_is_a_way_to_type_it(name, keys):
    assert keys <= set(keys_of(name))


@pytest.mark.parametrize(
    "query",
    ["张三丰", "张三", "三丰", "張三豐", "zsf", "ZSF", "zs", "ｚｓｆ", "zhangsanfeng", "Zhang San Feng", "zhangsan"],
)
def test_a_colleague_is_found_however_the_name_is_typed(world, query):
    join(world, "张三丰")

    assert found(world, query) == ["张三丰"]


def test_a_traditional_name_is_found_as_it_is_written_and_by_initials(world):
    join(world, "張三豐")

    assert found(world, "張三豐") == found(world, "zsf") == ["張三豐"]


@pytest.mark.parametrize("query", ["zsfx", "z", "三张", "", "%", "_", "💐"])
def test_what_is_no_beginning_of_a_name_finds_nobody(world, query):
    join(world, "张三丰")

    assert found(world, query) == []


def test_two_of_one_name_are_both_found(world):
    join(world, "张三丰", "M80")
    join(world, "张三丰", "M81")

    assert found(world, "zsf") == ["张三丰", "张三丰"]


def test_who_belongs_to_another_branch_is_not_found(world):
    join(world, "张三丰", branch=world.other_branch)

    assert found(world, "zsf") == found(world, "张三丰") == []
    assert found(world, "zsf", "chair") == ["张三丰"]


def test_who_has_left_is_not_found(world):
    join(world, "张三丰", until_on=date(2018, 1, 1))

    assert found(world, "zsf") == []


def test_who_belongs_nowhere_finds_nobody(world):
    join(world, "张三丰")

    assert found(world, "张三丰", "nobody_yet") == []


def test_whose_name_changes_is_found_by_the_new_one(world):
    join(world, "张三丰")
    join(world, "李四光")

    assert (found(world, "zsf"), found(world, "lsg")) == ([], ["李四光"])


def test_two_of_one_name_are_typed_one_way(world):
    join(world, "张三丰", "M80")
    join(world, "张三丰", "M81")

    assert sorted(NameKey.objects.filter(name="张三丰").values_list("key", flat=True)) == keys_of("张三丰")


def test_those_of_before_are_typed_as_those_of_today(world):
    join(world, "张三丰")
    NameKey.objects.all().delete()

    import_module("zuji.organizations.migrations.0005_how_names_are_typed").spell(apps, None)

    assert found(world, "zsf") == ["张三丰"]
