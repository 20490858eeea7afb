"""A report is sealed for one reader, once a quarter, where the branch chose so; what is refused says why."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from tests.thought_reports.sealed import AT, PLANTED, choose_content, handed_in
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import assign_post
from zuji.thought_reports.actions import read_report, take_back, tick_in, withdraw_report
from zuji.thought_reports.actions.reports import LONGEST, a_year_after
from zuji.thought_reports.models import ThoughtReport, ThoughtReportKey, ThoughtReportReceipt
from zuji.thought_reports.queries.reports import recipients_for

pytestmark = pytest.mark.django_db
ON = date(2018, 5, 10)


def receipts():
    return ThoughtReportReceipt.objects.filter(quarter="2018Q2")


def test_a_report_leaves_its_receipt_and_one_footprint(content):
    report = handed_in(content)

    assert receipts().get() == report.receipt
    assert report.receipt.submitted_on == ON
    assert [f.kind for f in Footprint.objects.standing().filter(about="2018Q2")] == ["thought_report.submitted"]
    assert not EntryForMember.objects.filter(about=f"thought_report_receipt:{report.receipt.pk}").exists()


def test_nothing_counts_as_a_report_too(content):
    report = handed_in(content, text="无")

    assert read_report(report.pk, by=content.director, at=AT).text == "无"
    assert receipts().count() == 1


def test_how_long_a_report_is_cannot_be_told_from_what_is_kept(content):
    short = handed_in(content, text="无")
    long = handed_in(content, author=content.officer, text="字" * 1000)

    assert len(short.ciphertext) == len(long.ciphertext)


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"text": " \n "}, "text", "请写点什么"),
        ({"text": "字" * (LONGEST + 1)}, "text", "5000"),
        ({"quarter": Quarter(2018, 3)}, "on", "季度"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_leaves_nothing(content, given, field, sentence):
    with pytest.raises(RecordingError) as refused:
        handed_in(content, **given)

    assert refused.value.field == field
    assert sentence in str(refused.value)
    assert not receipts().exists()
    assert not ThoughtReport.objects.exists()


@pytest.mark.parametrize("who", ["officer", "former_director", "chair", "other_member", "member"])
def test_nobody_but_the_director_and_deputies_receives_reports(content, who):
    with pytest.raises(RecordingError) as refused:
        handed_in(content, recipient=getattr(content, who))

    assert refused.value.field == "recipient"
    assert not ThoughtReport.objects.exists()


def test_the_director_comes_first_and_oneself_not_at_all(content):
    assert recipients_for(content.member, content.branch, ON) == [content.director, content.deputy]
    assert recipients_for(content.director, content.branch, ON) == [content.deputy]
    assert recipients_for(content.member, content.branch, date(2017, 5, 1)) == [content.former_director, content.deputy]


def test_who_holds_two_posts_is_named_once(content):
    assign_post(
        content.director, content.branch, post="deputy_branch_director", from_on=date(2018, 1, 1), until_on=None
    )

    assert recipients_for(content.member, content.branch, ON) == [content.director, content.deputy]


def test_a_stranger_hands_in_nothing(content):
    with pytest.raises(ZujiError):
        handed_in(content, author=content.other_member)


def test_where_marks_are_kept_nothing_is_handed_in(world):
    with pytest.raises(ZujiError) as refused:
        handed_in(world)

    assert "不保存" in str(refused.value)
    assert not ThoughtReport.objects.exists()


def test_the_choice_holds_from_its_day_on(world):
    choose_content(world, from_on=date(2018, 5, 10))

    with pytest.raises(ZujiError):
        handed_in(world, at=datetime(2018, 5, 9, 15, 59, tzinfo=UTC))
    assert handed_in(world, at=datetime(2018, 5, 9, 16, 0, tzinfo=UTC)).receipt.submitted_on == ON


def test_a_second_report_of_a_quarter_is_refused_and_the_first_stands(content):
    first = handed_in(content)

    with pytest.raises(ZujiError) as refused:
        handed_in(content, text="另一份")

    assert "2018年5月10日" in str(refused.value)
    assert read_report(first.pk, by=content.member, at=AT).text == PLANTED
    assert ThoughtReport.objects.count() == ThoughtReportKey.objects.count() == receipts().count() == 1


def test_the_database_too_refuses_a_second_one(content):
    first = handed_in(content)
    twin = ThoughtReport.objects.get(pk=first.pk)
    twin.pk = "00000000-0000-4000-8000-000000000000"

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_withdrawn_another_may_be_handed_in_and_the_first_day_stands(content):
    withdraw_report(handed_in(content).pk, by=content.member, at=AT)

    second = handed_in(content, text="另一份", at=datetime(2018, 6, 1, 4, tzinfo=UTC))

    assert second.receipt.submitted_on == ON
    assert read_report(second.pk, by=content.director, at=AT).text == "另一份"


def test_a_report_of_a_quarter_past_is_late_and_nothing_else(content):
    report = handed_in(content, quarter=Quarter(2018, 1), author=content.officer)

    assert (report.receipt.quarter, report.receipt.submitted_on) == ("2018Q1", ON)


# Beside the paper ones


def test_a_tick_by_somebody_else_is_an_entry_for_the_member(world):
    ticked = tick_in(
        world.branch, member=world.member, quarter=Quarter(2018, 2), on=ON, by=world.users.officer, today=ON
    )

    entry = EntryForMember.objects.get(about=f"thought_report_receipt:{ticked.record.pk}")
    assert (entry.member, entry.ground, entry.entered_by, entry.entered_on) == (world.member, "paper", "石三川", ON)


def test_a_tick_by_oneself_is_none(world):
    ticked = tick_in(
        world.branch, member=world.officer, quarter=Quarter(2018, 2), on=ON, by=world.users.officer, today=ON
    )

    assert not EntryForMember.objects.filter(about=f"thought_report_receipt:{ticked.record.pk}").exists()


def test_a_tick_taken_back_takes_its_entry_along(world):
    ticked = tick_in(
        world.branch, member=world.member, quarter=Quarter(2018, 2), on=ON, by=world.users.officer, today=ON
    )
    about = f"thought_report_receipt:{ticked.record.pk}"
    take_back(ticked.record)

    assert not EntryForMember.objects.filter(about=about).exists()


def test_a_report_after_a_paper_one_keeps_its_receipt_and_speaks_for_itself(content):
    ticked = tick_in(
        content.branch, member=content.member, quarter=Quarter(2018, 2), on=ON, by=content.users.officer, today=ON
    )

    report = handed_in(content, at=datetime(2018, 6, 1, 4, tzinfo=UTC))

    assert report.receipt == ticked.record
    assert report.receipt.submitted_on == ON
    assert not EntryForMember.objects.filter(about=f"thought_report_receipt:{ticked.record.pk}").exists()


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_nobody_takes_back_the_receipt_of_a_report_handed_in_here(content, is_withdrawn):
    report = handed_in(content)
    if is_withdrawn:
        withdraw_report(report.pk, by=content.member, at=AT)

    with pytest.raises(ZujiError):
        take_back(report.receipt)

    assert receipts().count() == 1


@pytest.mark.parametrize(
    ("on", "then"),
    [
        (date(2018, 5, 10), date(2019, 5, 10)),
        (date(2020, 2, 29), date(2021, 3, 1)),
        (date(2019, 2, 28), date(2020, 2, 28)),
    ],
)
def test_a_year_is_a_year(on, then):
    assert a_year_after(on) == then
