"""Who gets what of thought reports: role × action; what is not one's own is not there (404)."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests.thought_reports.sealed import PLANTED, choose_content, handed_in
from zuji.thought_reports.models import AccessLog, ThoughtReport

pytestmark = pytest.mark.django_db

# The member's report to the director, in a branch that chose content.
ANSWERS = """
                        nobody newcomer other former member officer deputy director vice chair operator
GET  receipt-list       302    404      404   200    200    200     200    200      200  200   200
GET  report-create      302    404      404   200    200    200     200    200      404  404   404
POST report-create      302    404      404   200    200    200     200    200      404  404   404
GET  report-list        302    404      404   200    200    200     200    200      404  404   404
GET  received-list      302    404      404   200    200    200     200    200      404  404   404
GET  report-detail      302    404      404   404    200    404     404    200      404  404   404
GET  withdrawal-create  302    404      404   404    200    404     404    404      404  404   404
POST withdrawal-create  302    404      404   404    302    404     404    404      404  404   404
POST removal-create     302    404      404   404    404    302     302    302      404  404   302
GET  setting-edit       302    404      404   404    404    404     404    200      404  404   404
POST setting-edit       302    404      404   404    404    404     404    200      404  404   404
GET  overview-list      302    404      404   404    404    200     200    200      200  200   200
GET  overview-edit      302    404      404   404    404    404     404    200      404  404   404
POST overview-edit      302    404      404   404    404    404     404    200      404  404   404
"""
ROLES = ANSWERS.strip().splitlines()[0].split()
LONG_NAMES = {"newcomer": "nobody_yet", "other": "other_member", "former": "former_director", "vice": "vice_chair"}
OF_CONTENT = ["report-create", "report-list", "received-list", "report-detail", "withdrawal-create"]


def expected():
    for line in ANSWERS.strip().splitlines()[1:]:
        method, name, *statuses = line.split()
        yield from ((method, name, role, int(status)) for role, status in zip(ROLES, statuses, strict=True))


def address(world, name, report=None):
    number = report.pk if report else "00000000-0000-4000-8000-000000000000"
    arguments = {
        "report-list": [],
        "received-list": [],
        "report-detail": [number],
        "withdrawal-create": [number],
        "removal-create": [report.receipt_id if report else 0],
        "overview-edit": [world.branch.pk, "2018H2"],
    }
    return reverse(f"thought_reports:{name}", args=arguments.get(name, [world.branch.pk]))


def signed_in(world, role):
    client = Client()
    if role != "nobody":
        client.force_login(getattr(world.users, LONG_NAMES.get(role, role)))
    return client


def asked(world, role, method, name, report=None):
    client = signed_in(world, role)
    return (client.post if method == "POST" else client.get)(address(world, name, report)).status_code


@pytest.mark.parametrize(("method", "name", "role", "status"), list(expected()))
def test_everybody_gets_what_the_table_says(content, method, name, role, status):
    report = handed_in(content, at=datetime.now(UTC))

    assert asked(content, role, method, name, report) == status
    assert AccessLog.objects.exists() is (name == "report-detail" and status == 200)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", OF_CONTENT)
def test_where_marks_are_kept_there_is_no_such_page_for_anybody(world, name, method):
    for role in ROLES[1:]:
        status = asked(world, role, method, name)

        assert status == 404 or (status == 405 and method == "POST"), role


def test_where_marks_are_kept_nothing_leads_to_one(world):
    for role in ("member", "officer", "director"):
        page = signed_in(world, role).get(address(world, "receipt-list")).content.decode()

        assert "/thought-reports/new/" not in page
        assert address(world, "report-list") not in re.findall('href="([^"]*)"', page)


def test_back_on_marks_what_was_handed_in_is_still_its_authors(content):
    report = handed_in(content, at=datetime.now(UTC))
    content.branch.policy_settings.all().delete()

    assert asked(content, "member", "GET", "report-list") == 200
    assert asked(content, "director", "GET", "received-list") == 200
    assert asked(content, "member", "GET", "report-detail", report) == 200
    assert asked(content, "member", "GET", "report-create") == 404
    assert asked(content, "member", "POST", "withdrawal-create", report) == 302


def test_a_member_of_the_other_branch_writes_in_their_own_only(content):
    choose = content.other_branch.policy_settings
    choose.create(key="thought_report_content", value="content", from_on="2018-01-01")
    client = signed_in(content, "other")

    assert client.get(reverse("thought_reports:report-create", args=[content.other_branch.pk])).status_code == 200
    assert client.get(reverse("thought_reports:report-create", args=[content.branch.pk])).status_code == 404


def test_an_account_that_is_closed_reads_nothing(content):
    report = handed_in(content, at=datetime.now(UTC))
    client = signed_in(content, "director")
    content.users.director.is_active = False
    content.users.director.save()

    assert client.get(address(content, "report-detail", report)).status_code == 302
    assert not AccessLog.objects.exists()


def test_an_operator_who_is_made_the_recipients_account_is_still_nobody_else(content):
    """Being a superuser adds nothing: what counts is the member behind the account."""
    report = handed_in(content, at=datetime.now(UTC))
    content.users.deputy.is_superuser = True
    content.users.deputy.save()

    assert asked(content, "deputy", "GET", "report-detail", report) == 404


def test_nothing_is_written_without_a_token(content):
    report = handed_in(content, at=datetime.now(UTC))
    client = Client(enforce_csrf_checks=True)
    client.force_login(content.users.member)

    assert client.post(address(content, "withdrawal-create", report)).status_code == 403
    assert client.post(address(content, "report-create"), {"text": PLANTED}).status_code == 403
    assert ThoughtReport.objects.sealed().count() == 1


def test_choosing_content_opens_the_writing_page_that_day(world):
    assert asked(world, "member", "GET", "report-create") == 404

    choose_content(world)

    assert asked(world, "member", "GET", "report-create") == 200
