"""A record's page: its fields in words, who took part, and what it left in the ledger."""

from datetime import date

import pytest
from django.apps import apps
from django.urls import reverse

from tests.world import report_info
from zuji.contacts.models import MemberContact
from zuji.footprints.kinds import NOUNS
from zuji.infos.models import Info
from zuji.meetings.actions import record_meeting
from zuji.service.models import ServiceActivity
from zuji.thought_reports.models import ThoughtReportReceipt

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_page(world, client):
    def as_role(role, record):
        client.force_login(getattr(world.users, role))
        return client.get(reverse("footprints:record-detail", args=[record._meta.db_table, record.pk]))

    return as_role


def test_every_noun_has_a_page(world, open_page):
    for noun, told in NOUNS.items():
        record = apps.get_model(told.model).objects.first()

        assert record is not None, f"the world has no {noun}"
        assert open_page("director", record).status_code == 200, noun


def test_it_shows_the_fields_in_words_and_who_took_part(world, open_page):
    page = open_page("member", world.held).content.decode()

    assert "2018年1月19日" in page
    assert "会员大会" in page
    assert "田一禾" in page
    assert "到场" in page


def test_it_shows_what_was_taken_back(world, open_page):
    info = Info.objects.filter(code="IN010").get()
    report_info(world, "IN010", date(2018, 3, 10))

    page = open_page("member", info).content.decode()

    assert "已不成立" in page
    assert "已冲销：记录有更正" in page
    assert "2018年3月10日" in page


def test_a_record_that_counts_for_nothing_says_so(world, open_page):
    meeting = record_meeting(
        world.branch, code="MT02", held_on=date(2018, 2, 9), topic="取消的会", kind="all_member", status="cancelled"
    ).record

    page = open_page("member", meeting)

    assert page.context["footprints"] == []
    assert "没有：已取消" in page.content.decode()


PERSONAL = """
                  contact  receipt
director          200      200
deputy            200      200
officer           200      200
member            200      200
former_director   404      404
other_member      404      404
chair             200      200
vice_chair        200      200
nobody_yet        404      404
operator          200      200
"""


def test_what_concerns_one_member_is_read_by_that_member_and_those_entitled(world, open_page):
    for line in PERSONAL.strip().splitlines()[1:]:
        role, contact, receipt = line.split()

        assert open_page(role, MemberContact.objects.get()).status_code == int(contact), role
        assert open_page(role, ThoughtReportReceipt.objects.get()).status_code == int(receipt), role


def test_what_is_not_personal_is_read_by_the_whole_branch_and_nobody_else(world, open_page):
    info = Info.objects.get(code="IN010")

    statuses = {role: open_page(role, info).status_code for role in ("former_director", "other_member", "nobody_yet")}

    assert statuses == {"former_director": 200, "other_member": 404, "nobody_yet": 404}


def test_what_a_committee_shares_shows_each_branch_its_own_people_only(world, open_page):
    activity = ServiceActivity.objects.get()

    here, there = open_page("member", activity), open_page("other_member", activity)

    assert len(here.context["sheet"].people) == 5
    assert here.context["mark_count"] == 5
    assert there.status_code == 200
    assert there.context["sheet"].people == ()
    assert there.context["mark_count"] == 0
    assert "田一禾" not in there.content.decode()


@pytest.mark.parametrize("reference", ["info/999999999", "info/" + "9" * 40, "secret/1", "accounts_user/1"])
def test_what_does_not_exist_is_not_there(world, client, reference):
    client.force_login(world.users.operator)

    assert client.get(f"/records/{reference}/").status_code == 404
