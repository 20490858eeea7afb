"""A paper report is ticked in: a day, and never a word of what it says (domain §10.4)."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import exempt
from zuji.thought_reports.actions import take_back, tick_in
from zuji.thought_reports.forms import ReceiptForm
from zuji.thought_reports.models import ThoughtReportReceipt
from zuji.thought_reports.queries.receipts import receipt_lines

pytestmark = pytest.mark.django_db
SECOND = Quarter(2018, 2)
ON = date(2018, 6, 20)


def ticked(world, **given):
    said = {"member": world.member, "quarter": SECOND, "on": ON, "by": world.users.officer, "today": date(2018, 7, 1)}
    return tick_in(world.branch, **(said | given))


def standing() -> int:
    return Footprint.objects.standing().filter(kind="thought_report.submitted", about="2018Q2").count()


def test_a_tick_leaves_one_footprint_about_its_quarter(world):
    ticked(world)

    assert standing() == 1


def test_a_double_tap_is_one_receipt_and_the_first_day_stands(world):
    ticked(world)
    again = ticked(world, on=date(2018, 6, 25))

    assert not again.is_new
    assert ThoughtReportReceipt.objects.get(quarter="2018Q2").submitted_on == ON
    assert standing() == 1


def test_a_tick_taken_back_is_reversed_and_gone(world):
    take_back(ticked(world).record)

    assert standing() == 0
    assert not ThoughtReportReceipt.objects.filter(quarter="2018Q2").exists()


@pytest.mark.parametrize("on", [date(2018, 7, 2), date(2018, 3, 31)])
def test_a_day_to_come_or_before_the_quarter_is_refused_by_name(world, on):
    with pytest.raises(RecordingError) as refused:
        ticked(world, on=on)

    assert refused.value.field == "on"


def test_a_stranger_hands_in_nothing(world):
    with pytest.raises(ZujiError):
        ticked(world, member=world.other_member)


def test_those_still_waited_for_come_first_and_the_exempt_are_not_waited_for(world):
    ticked(world, member=world.director)
    exempt(world.deputy, world.branch, from_on=date(2018, 1, 1), until_on=None, reason="病", approved_by="市委会")

    lines = receipt_lines(world.branch, SECOND, today=date(2018, 7, 1))

    assert [line.member.name for line in lines if line.is_waited_for] == ["石三川", "林四维", "江五洲"]
    assert [line.member.name for line in lines[3:]] == ["田一禾", "乔二木"]


def test_there_is_no_field_for_what_a_report_says():
    kept = {field.name for field in ThoughtReportReceipt._meta.get_fields()}

    assert set(ReceiptForm.base_fields) == {"on", "member"}
    assert kept == {"id", "organization", "member", "quarter", "submitted_on", "created_at", "updated_at"}


# The page


def address(world) -> str:
    return reverse("thought_reports:receipt-list", args=[world.branch.pk]) + "?quarter=2018Q2"


def test_one_tap_ticks_a_report_in(world, client):
    client.force_login(world.users.officer)
    page = client.get(address(world)).content.decode()
    assert "还有 5 份未交" in page
    assert page.count("尚未提交") == 5

    client.post(address(world), {"on": ON.isoformat(), "member": world.member.pk})

    assert ThoughtReportReceipt.objects.get(quarter="2018Q2").member == world.member
    assert "还有 4 份未交" in client.get(address(world)).content.decode()


def test_a_member_reads_the_own_receipt_and_nobody_elses(world, client):
    ticked(world, on=date(2018, 6, 20))
    ticked(world, member=world.deputy, on=date(2018, 6, 21))
    client.force_login(world.users.member)

    page = client.get(address(world)).content.decode()

    assert "6月20日" in page
    assert "6月21日" not in page


def test_the_level_above_ticks_nothing_in_and_reads_no_list(world, client):
    ticked(world)
    client.force_login(world.users.chair)

    assert "林四维" not in client.get(address(world)).content.decode()
    assert client.post(address(world), {"on": ON.isoformat(), "member": world.member.pk}).status_code == 404


def test_a_member_takes_nothing_back(world, client):
    receipt = ticked(world).record
    client.force_login(world.users.member)

    assert client.post(reverse("thought_reports:removal-create", args=[receipt.pk])).status_code == 404
