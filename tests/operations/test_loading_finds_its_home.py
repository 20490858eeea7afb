"""Whose a folder is: the branch by name, the committee above it, found or made."""

import pytest

from zuji.foundation.errors import ZujiError
from zuji.operations.verification import tree_differences
from zuji.organizations.actions import add_organization
from zuji.organizations.models import Organization, PolicySpan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_without_anything_there_a_committee_is_made_by_the_name_the_files_use(folder):
    folder.write("activities", "AC01,演唱会,民进绥化市委会,2018-05-12,held")

    load = folder.load("一支部")

    assert (load.branch.level, load.branch.parent) == ("branch", load.committee)
    assert (load.committee.level, load.committee.name) == ("city", "民进绥化市委会")


def test_without_a_name_in_the_files_it_is_the_city_committee(folder):
    assert folder.load("一支部").committee.name == "市委会"


def test_the_only_city_committee_is_taken(folder):
    city = add_organization(name="绥化", level="city")

    assert folder.load("一支部").committee == city


def test_several_committees_must_be_told_apart(folder):
    add_organization(name="绥化", level="city")
    add_organization(name="大庆", level="city")

    with pytest.raises(ZujiError, match="--parent"):
        folder.load("一支部")

    assert folder.load("一支部", parent="大庆").committee.name == "大庆"


def test_a_branch_is_found_by_its_short_name_and_stays_where_it_is(folder):
    city = add_organization(name="绥化", level="city")
    add_organization(name="大庆", level="city")
    branch = add_organization(name="民进绥化市一支部", short_name="一支部", level="branch", parent=city)

    load = folder.load("一支部")

    assert (load.branch, load.committee) == (branch, city)


def test_a_branch_that_stands_alone_is_placed_below_the_committee(folder):
    add_organization(name="一支部", level="branch")

    load = folder.load("一支部", parent="绥化")

    assert load.branch.parent == load.committee
    assert list(tree_differences()) == []
    assert PolicySpan.objects.filter(organization=load.branch).exists()


def test_a_branch_is_not_moved(folder):
    folder.load("一支部", parent="绥化")

    with pytest.raises(ZujiError, match="already belongs to “绥化”"):
        folder.load("一支部", parent="大庆")

    assert not Organization.objects.filter(name="大庆").exists()


@pytest.mark.parametrize("name", ["", "   ", "长" * 81, "一\n支部", "一\u202e支部"])
def test_what_cannot_be_a_name_is_refused(folder, name):
    with pytest.raises(ZujiError, match="cannot be the name"):
        folder.load(name)


def test_a_committee_is_not_a_branch_nor_a_branch_a_committee(folder):
    folder.load("一支部", parent="绥化")

    with pytest.raises(ZujiError, match="is not a branch"):
        folder.load("绥化")
    with pytest.raises(ZujiError, match="is a branch"):
        folder.load("二支部", parent="一支部")


def test_two_branches_of_one_name_are_told_apart_by_nobody(folder):
    for city in ("绥化", "大庆"):
        add_organization(name="一支部", level="branch", parent=add_organization(name=city, level="city"))

    with pytest.raises(ZujiError, match="More than one"):
        folder.load("一支部")
