"""People are found by name, by pinyin and by initials, in every reading of their name."""

from datetime import date

import pytest

from zuji.organizations.actions import register_member, set_membership
from zuji.search.actions import learn_names
from zuji.search.models import NameKey
from zuji.search.names import keys_of
from zuji.search.queries import names_to_learn, people_found_by

pytestmark = pytest.mark.django_db


def found(world, query, role="member"):
    """The names that a role finds."""
    user = getattr(world.users, role)
    learn_names(names_to_learn(user, most=100))
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


def test_a_name_is_learnt_once(world):
    join(world, "张三丰")
    found(world, "zsf")

    assert names_to_learn(world.users.chair, most=100) != ["张三丰"]
    before = NameKey.objects.count()
    learn_names(["张三丰"])
    assert NameKey.objects.count() == before
