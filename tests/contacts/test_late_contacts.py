"""Entered more than thirty days late, a contact is kept and flagged, and counts once somebody else vouches (C1)."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import confirm_contact, make_contact
from zuji.contacts.queries import contact_lines
from zuji.evaluation.flags import flags_of
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.institutions.actions import refresh
from zuji.institutions.queries.standings import standings_of
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db
ON = date(2018, 5, 4)
IN_TIME, LATE = date(2018, 6, 3), date(2018, 6, 4)
"""Thirty days after, and thirty-one."""


def contact(world, today, **given):
    said = {"by_member": world.director, "member": world.member, "on": ON, "form": "电话", "today": today}
    return make_contact(world.branch, **(said | given)).record


def status_of_second_quarter(world):
    refresh(world.branch, 2018, today=date(2019, 6, 1))
    found = [s for s in standings_of(world.branch, 2018) if s.duty.code == "director-contacts"]
    return next(s.status for s in found if s.window_key == "2018Q2" and s.member_id == world.member.pk)


def test_on_the_thirtieth_day_it_is_not_late(world):
    contact(world, IN_TIME)

    assert status_of_second_quarter(world) == "met"


def test_a_day_later_it_does_not_count_and_is_flagged(world):
    made = contact(world, LATE)

    assert status_of_second_quarter(world) == "missed"
    assert (made.code, "LATE_UNCONFIRMED") in flags_of(world.branch, 2018)


def test_vouched_for_by_somebody_else_it_counts(world):
    made = confirm_contact(contact(world, LATE), by="乔二木")

    assert status_of_second_quarter(world) == "met"
    assert (made.code, "LATE_CONFIRMED") in flags_of(world.branch, 2018)


def test_who_entered_it_does_not_vouch_for_it(world):
    with pytest.raises(ZujiError) as refused:
        confirm_contact(contact(world, LATE), by="田一禾")

    assert str(refused.value) == "这是您自己录入的，须由另一人确认。"


def test_vouched_for_twice_the_first_name_stands(world):
    made = confirm_contact(contact(world, LATE), by="乔二木")

    assert confirm_contact(made, by="江五洲").confirmed_by == "乔二木"


def test_entered_again_the_first_day_stays_the_day_it_was_entered(world):
    contact(world, IN_TIME)

    assert contact(world, date(2018, 8, 1), form="面谈").recorded_on == IN_TIME


def test_how_late_is_late_is_the_branchs_setting(world):
    set_policy(world.branch, key="late_after_days", value=60, from_on=date(2018, 1, 1))
    contact(world, LATE)

    assert status_of_second_quarter(world) == "met"


def test_until_then_the_list_says_that_it_does_not_count(world):
    made = contact(world, LATE)

    line = next(
        line
        for line in contact_lines(world.branch, Quarter(2018, 2), today=date(2018, 7, 1))
        if line.member == world.member
    )
    assert made.pk in line.unconfirmed
    assert not line.is_contacted


# The page


def test_the_head_or_a_deputy_confirms_it_in_one_tap(world, client):
    made = contact(world, LATE, by=world.users.officer, ground="phone")
    client.force_login(world.users.deputy)
    page = client.get(reverse("contacts:contact-list", args=[world.branch.pk]) + "?quarter=2018Q2").content.decode()
    assert "迟录，未经确认，暂不计入" in page
    assert reverse("contacts:confirmation-create", args=[made.pk]) in page

    client.post(reverse("contacts:confirmation-create", args=[made.pk]))

    made.refresh_from_db()
    assert made.confirmed_by == "乔二木"


def test_ones_own_entry_is_refused_with_a_sentence(world, client):
    made = contact(world, LATE, by=world.users.director)
    client.force_login(world.users.director)

    answer = client.post(reverse("contacts:confirmation-create", args=[made.pk]), follow=True)

    assert "这是您自己录入的" in answer.content.decode()


@pytest.mark.parametrize("role", ["officer", "member", "chair", "other_member"])
def test_nobody_else_confirms(world, client, role):
    made = contact(world, LATE)
    client.force_login(getattr(world.users, role))

    assert client.post(reverse("contacts:confirmation-create", args=[made.pk])).status_code == 404
