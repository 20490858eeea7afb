"""Settings go down the tree; the nearest in force on the day wins, and every day has one."""

from datetime import date, timedelta

import pytest

from zuji.foundation.errors import ZujiError
from zuji.organizations.actions import add_organization, set_policy
from zuji.organizations.models import PolicySpan
from zuji.organizations.policies import BEGINNING, DEFAULTS

pytestmark = pytest.mark.django_db


def late_after(organization, on):
    """How many days after the event a record is late there, on a day."""
    return PolicySpan.objects.get(organization=organization, from_on__lte=on, until_on__gt=on).policy.late_after_days


def test_without_a_setting_the_default_holds(world):
    assert late_after(world.branch, date(2018, 1, 1)) == DEFAULTS["late_after_days"]


def test_a_committees_setting_reaches_every_branch_below(world):
    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1))

    assert [late_after(each, date(2018, 1, 1)) for each in (world.city, world.branch, world.other_branch)] == [45] * 3


def test_the_nearest_setting_wins(world):
    set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 1, 1))
    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1))

    assert late_after(world.branch, date(2018, 6, 1)) == 10
    assert late_after(world.other_branch, date(2018, 6, 1)) == 45


def test_a_setting_holds_from_its_day_to_the_day_before_it_ends(world):
    set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 3, 1), until_on=date(2018, 5, 1))

    days = [date(2018, 2, 28), date(2018, 3, 1), date(2018, 4, 30), date(2018, 5, 1)]

    assert [late_after(world.branch, on) for on in days] == [30, 10, 10, 30]


def test_where_the_nearest_has_ended_the_one_above_holds_again(world):
    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1))
    set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 3, 1), until_on=date(2018, 5, 1))

    assert [late_after(world.branch, on) for on in (date(2018, 4, 1), date(2018, 6, 1))] == [10, 45]


def test_of_two_open_settings_in_one_place_the_later_holds(world):
    set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 1, 1))
    set_policy(world.branch, key="late_after_days", value=20, from_on=date(2018, 7, 1))

    assert [late_after(world.branch, on) for on in (date(2018, 6, 30), date(2018, 7, 1))] == [10, 20]


def test_what_an_attendance_mark_means_is_a_setting(world):
    set_policy(world.branch, key="present_marks", value=["present"], from_on=date(2018, 1, 1))

    policy = PolicySpan.objects.get(organization=world.branch, until_on__gt=date(9999, 1, 1)).policy

    assert {mark.mark for mark in policy.marks.all() if mark.is_present} == {"present"}
    assert {mark.mark for mark in policy.marks.all() if mark.is_excused} == set(DEFAULTS["excused_marks"])


def test_the_spans_cover_every_day_without_overlap(world):
    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1), until_on=date(2019, 1, 1))
    set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 3, 1), until_on=date(2018, 5, 1))
    set_policy(world.branch, key="excused_marks", value=["exempt"], from_on=date(2018, 5, 1))

    spans = list(PolicySpan.objects.filter(organization=world.branch).order_by("from_on"))

    assert spans[0].from_on == BEGINNING
    assert [span.until_on for span in spans[:-1]] == [span.from_on for span in spans[1:]]
    assert spans[-1].until_on is None
    assert all(span.until_on is None or span.until_on - span.from_on >= timedelta(days=1) for span in spans)


def test_a_new_branch_is_under_its_committees_settings_at_once(world):
    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1))

    third = add_organization(name="三支部", level="branch", parent=world.city)

    assert late_after(third, date(2018, 6, 1)) == 45


def test_equal_settings_are_one_policy(world):
    ids = {span.policy_id for span in PolicySpan.objects.filter(from_on=BEGINNING)}

    assert len(ids) == 1


def test_a_setting_raises_the_revision_of_everything_below(world):
    world.branch.refresh_from_db()
    before = world.branch.people_revision

    set_policy(world.city, key="late_after_days", value=45, from_on=date(2018, 1, 1))

    world.branch.refresh_from_db()
    assert world.branch.people_revision == before + 1


def test_there_is_no_setting_that_nobody_declared(world):
    with pytest.raises(ZujiError):
        set_policy(world.branch, key="colour", value="red", from_on=date(2018, 1, 1))


def test_a_setting_that_ends_before_it_begins_is_refused(world):
    with pytest.raises(ZujiError):
        set_policy(world.branch, key="late_after_days", value=10, from_on=date(2018, 1, 1), until_on=date(2018, 1, 1))
