"""Each reading is on record before a word is shown; whatever was changed does not open; withdrawn is gone."""

import logging
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.thought_reports.sealed import AT, PLANTED, handed_in
from zuji.foundation.errors import ZujiError
from zuji.thought_reports.actions import erase_expired, read_report, withdraw_report
from zuji.thought_reports.actions.reports import NoSuchReport
from zuji.thought_reports.models import AccessLog, ThoughtReport, ThoughtReportKey, ThoughtReportReceipt

pytestmark = pytest.mark.django_db
CANNOT = "这份汇报无法打开"


def test_author_and_recipient_read_it_and_each_reading_is_on_record(content):
    report = handed_in(content)

    assert read_report(report.pk, by=content.director, at=AT).text == PLANTED
    assert read_report(report.pk, by=content.member, at=AT).text == PLANTED
    assert {(row.reader, row.read_at) for row in report.accesses.all()} == {
        (content.director, AT),
        (content.member, AT),
    }


@pytest.mark.parametrize("who", ["deputy", "officer", "former_director", "other_member", "chair", "vice_chair"])
def test_to_anybody_else_there_is_no_such_report(content, who):
    report = handed_in(content)

    with pytest.raises(NoSuchReport):
        read_report(report.pk, by=getattr(content, who), at=AT)

    assert not AccessLog.objects.exists()


def test_where_the_reading_cannot_be_written_nothing_is_shown(content, monkeypatch, client):
    report = handed_in(content, at=datetime.now(UTC))

    def full(**_fields):
        raise DatabaseError("disk full")

    monkeypatch.setattr(AccessLog.objects, "create", full)
    client.force_login(content.users.director)
    client.raise_request_exception = False

    answer = client.get(reverse("thought_reports:report-detail", args=[report.pk]))

    assert answer.status_code == 500
    assert PLANTED not in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_reading_cannot_be_undone_by_whoever_asked_for_it(content):
    """The transaction is durable: inside another one, which might be rolled back, nothing opens."""
    report = handed_in(content)

    with pytest.raises(RuntimeError), transaction.atomic():
        read_report(report.pk, by=content.director, at=AT)


def test_what_was_opened_shows_no_text_when_it_is_printed(content):
    opened = read_report(handed_in(content).pk, by=content.director, at=AT)

    assert PLANTED not in repr(opened)
    assert PLANTED not in repr(opened.report)
    assert PLANTED not in str(vars(opened.report))


# Whatever was changed


def flipped(report):
    ThoughtReport.objects.filter(pk=report.pk).update(
        ciphertext=bytes([report.ciphertext[0] ^ 1]) + bytes(report.ciphertext[1:])
    )


def cut(report):
    ThoughtReport.objects.filter(pk=report.pk).update(ciphertext=b"short")


def another_nonce(report):
    ThoughtReport.objects.filter(pk=report.pk).update(nonce=bytes(12))


def no_nonce(report):
    ThoughtReport.objects.filter(pk=report.pk).update(nonce=b"")


def another_quarter(report):
    ThoughtReport.objects.filter(pk=report.pk).update(quarter="2018Q1")


def another_key(report):
    ThoughtReportKey.objects.filter(report=report).update(wrapped_key=bytes(48))


def another_version(report):
    ThoughtReportKey.objects.filter(report=report).update(key_version=7)


def no_key(report):
    ThoughtReportKey.objects.filter(report=report).delete()


@pytest.mark.parametrize(
    "change", [flipped, cut, another_nonce, no_nonce, another_quarter, another_key, another_version, no_key]
)
def test_what_was_changed_does_not_open_and_says_so(content, change, client, caplog):
    report = handed_in(content, at=datetime.now(UTC))
    change(report)
    client.force_login(content.users.director)

    with caplog.at_level(logging.DEBUG):
        answer = client.get(reverse("thought_reports:report-detail", args=[report.pk]))
    page = answer.content.decode()

    assert answer.status_code == 410
    assert CANNOT in page
    assert "Traceback" not in page
    assert "Traceback" not in caplog.text
    assert PLANTED not in page + caplog.text


@pytest.mark.parametrize("field", ["author", "recipient"])
def test_a_report_given_to_somebody_else_in_the_tables_does_not_open(content, field):
    report = handed_in(content)
    ThoughtReport.objects.filter(pk=report.pk).update(**{field: content.deputy})

    with pytest.raises(ZujiError) as refused:
        read_report(report.pk, by=content.deputy, at=AT)

    assert CANNOT in str(refused.value)


@pytest.mark.parametrize("with_key", [False, True])
def test_content_moved_to_another_row_does_not_open_there(content, with_key):
    of_member, of_officer = handed_in(content), handed_in(content, author=content.officer, recipient=content.deputy)
    ThoughtReport.objects.filter(pk=of_officer.pk).update(ciphertext=of_member.ciphertext, nonce=of_member.nonce)
    if with_key:
        key = ThoughtReportKey.objects.get(report=of_member)
        ThoughtReportKey.objects.filter(report=of_officer).update(wrapped_key=key.wrapped_key, nonce=key.nonce)

    with pytest.raises(ZujiError) as refused:
        read_report(of_officer.pk, by=content.deputy, at=AT)

    assert CANNOT in str(refused.value)


# Withdrawn, and a year old


def test_withdrawn_the_content_and_the_key_are_gone_and_the_receipt_stays(content):
    report = handed_in(content)
    read_report(report.pk, by=content.director, at=AT)

    withdraw_report(report.pk, by=content.member, at=AT)
    again = withdraw_report(report.pk, by=content.member, at=datetime(2018, 6, 1, tzinfo=UTC))

    assert (again.ciphertext, again.nonce, again.withdrawn_at) == (None, None, AT)
    assert not ThoughtReportKey.objects.exists()
    assert again.accesses.count() == 1
    for reader in (content.member, content.director):
        with pytest.raises(ZujiError):
            read_report(report.pk, by=reader, at=AT)


@pytest.mark.parametrize("who", ["director", "deputy", "officer", "chair"])
def test_nobody_but_the_author_withdraws(content, who):
    report = handed_in(content)

    with pytest.raises(NoSuchReport):
        withdraw_report(report.pk, by=getattr(content, who), at=AT)

    assert ThoughtReportKey.objects.filter(report=report).exists()


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_after_a_year_all_of_it_is_erased_but_the_receipt(content, is_withdrawn):
    report = handed_in(content)
    read_report(report.pk, by=content.director, at=AT)
    if is_withdrawn:
        withdraw_report(report.pk, by=content.member, at=AT)

    assert erase_expired(date(2019, 5, 9)) == 0
    assert erase_expired(date(2019, 5, 10)) == 1
    assert erase_expired(date(2019, 5, 10)) == 0

    assert not ThoughtReport.objects.exists()
    assert not ThoughtReportKey.objects.exists()
    assert not AccessLog.objects.exists()
    assert ThoughtReportReceipt.objects.filter(quarter="2018Q2").count() == 1


def test_a_year_old_it_does_not_open_even_if_nobody_has_erased_it_yet(content):
    report = handed_in(content)

    assert read_report(report.pk, by=content.director, at=datetime(2019, 5, 9, 15, 59, tzinfo=UTC)).text == PLANTED
    with pytest.raises(ZujiError):
        read_report(report.pk, by=content.director, at=datetime(2019, 5, 9, 16, 0, tzinfo=UTC))


def test_handing_in_erases_what_is_a_year_old(content):
    old = handed_in(content)

    handed_in(content, at=datetime(2019, 5, 20, tzinfo=UTC))

    assert not ThoughtReport.objects.filter(pk=old.pk).exists()
    assert ThoughtReport.objects.count() == 1
