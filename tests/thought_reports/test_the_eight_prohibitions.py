"""The eight prohibitions on thought reports (domain §10.4), each tried in earnest."""

import ast
import base64
import io
import logging
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as project
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.log import AdminEmailHandler

import zuji
from tests.thought_reports.sealed import AT, PLANTED, handed_in
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import Quarter
from zuji.institutions.actions import refresh
from zuji.institutions.models import Standing
from zuji.operations.verification import differences
from zuji.organizations.actions import assign_post
from zuji.thought_reports import actions
from zuji.thought_reports.actions import read_report, withdraw_report
from zuji.thought_reports.actions.reports import NoSuchReport
from zuji.thought_reports.forms import OverviewForm, ReportForm
from zuji.thought_reports.models import (
    AccessLog,
    ThoughtOverview,
    ThoughtReport,
    ThoughtReportKey,
    ThoughtReportReceipt,
)

pytestmark = pytest.mark.django_db
PACKAGE = Path(zuji.__file__).parent
ROLES = ["director", "deputy", "officer", "member", "former_director", "other_member", "chair", "vice_chair"]
ROLES += ["nobody_yet", "operator"]


def ways_of_writing(text):
    """The text as it might lie somewhere: in any usual encoding, as base64 at any offset, as hex, escaped."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        plain = text.encode(encoding)
        yield from (plain, plain.hex().encode(), plain.hex().upper().encode())
        for lead in range(3):
            # The letters that depend on the text alone, whatever stands before and after it.
            coded = base64.b64encode(bytes(lead) + plain)
            yield coded[4 if lead else 0 : len(coded) - 4]
    yield text.encode("ascii", "backslashreplace")
    yield "".join(f"&#{ord(letter)};" for letter in text).encode()


def is_in(kept):
    """Say whether the planted text is in some bytes, however it is written."""
    return any(way in kept for way in ways_of_writing(PLANTED))


def everything_in_the_database():
    """Each value of each table, as it is stored, as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    kept = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    yield table, kept


def signed_in(world, role):
    client = Client()
    client.force_login(getattr(world.users, role))
    return client


def write_on_the_page(world, **said):
    """The member writes a report on the page; the director opens it. Gives the report and both answers."""
    writer, reader = signed_in(world, "member"), signed_in(world, "director")
    address = reverse("thought_reports:report-create", args=[world.branch.pk])
    said = {"text": PLANTED, "recipient": world.director.pk, "agrees": "on"} | said
    written = writer.post(address, said, follow=True)
    report = ThoughtReport.objects.get()
    return report, written, reader.get(reverse("thought_reports:report-detail", args=[report.pk]))


# 1 Written by the member, about whatever the member chooses; prompts optional; no mandatory stance fields


def test_1_there_is_one_free_text_and_nothing_that_asks_for_a_stance(content):
    assert set(ReportForm.base_fields) == {"text", "recipient", "agrees"}

    for text in ("无", "天气很好", PLANTED):
        report, written, read = write_on_the_page(content, text=text)
        assert written.status_code == 200
        assert text in read.content.decode()
        withdraw_report(report.pk, by=content.member, at=AT)
        report.delete()


def test_1_nobody_writes_for_another(content):
    """The author is who is signed in; no field names another, and one made up is not looked at."""
    report, _written, _read = write_on_the_page(content, author=content.officer.pk, member=content.officer.pk)

    assert report.author == content.member


# 2 Encrypted under a key for each; readable by the author and the one recipient named before sending


def test_2_the_search_below_would_find_what_is_planted(world):
    """Else the next tests would prove nothing."""
    ThoughtOverview.objects.update(text=f"前{PLANTED}后")
    assert any(is_in(kept) for _table, kept in everything_in_the_database())
    for way in (base64.b64encode(b"ab" + PLANTED.encode() + b"c"), PLANTED.encode("utf-16-le"), PLANTED.encode().hex()):
        assert is_in(way if isinstance(way, bytes) else way.encode())


def test_2_the_database_does_not_hold_the_text_in_any_writing(content):
    _report, _written, read = write_on_the_page(content)
    assert PLANTED in read.content.decode()

    tables = {table for table, _kept in everything_in_the_database()}
    assert {"thought_report", "thought_report_key", "access_log", "django_session"} <= tables
    assert [table for table, kept in everything_in_the_database() if is_in(kept)] == []


def test_2_nor_does_a_dump_of_it_nor_any_file_of_the_installation(content, key_file):
    write_on_the_page(content)
    dump = io.StringIO()
    call_command("dumpdata", stdout=dump, verbosity=0)
    dumped = dump.getvalue()

    assert "thought_reports.thoughtreportkey" in dumped
    assert not is_in(dumped.encode())
    assert PLANTED not in dumped.encode().decode("unicode_escape", "replace")
    files = [path for folder in (project.HOME, key_file.parent) for path in folder.rglob("*") if path.is_file()]
    assert key_file in files
    assert [path for path in files if is_in(path.read_bytes())] == []


def test_2_each_report_has_a_key_and_a_nonce_of_its_own(content):
    one, two = handed_in(content), handed_in(content, author=content.officer)

    assert bytes(one.ciphertext) != bytes(two.ciphertext)
    assert bytes(one.nonce) != bytes(two.nonce)
    assert bytes(one.key.wrapped_key) != bytes(two.key.wrapped_key)
    assert len(bytes(one.key.wrapped_key)) == 32 + 16


def test_2_the_recipient_is_named_above_the_button_before_sending(content):
    page = (
        signed_in(content, "member")
        .get(reverse("thought_reports:report-create", args=[content.branch.pk]))
        .content.decode()
    )
    form = page[page.index('<form class="above"') :]

    assert re.search(r"checked[^>]*>\s*<span>田一禾</span>", form)
    assert form.index("田一禾") < form.index("提交汇报</button>")


def test_2_there_is_no_back_door_for_an_administrator():
    assert "django.contrib.admin" not in project.INSTALLED_APPS
    assert not any("admin" in app.name for app in apps.get_app_configs())


def addresses(world, report):
    """Every page of thought reports, and those that speak of members and records."""
    branch, receipt = world.branch.pk, report.receipt_id
    named = [
        ("thought_reports:receipt-list", [branch]),
        ("thought_reports:report-create", [branch]),
        ("thought_reports:setting-edit", [branch]),
        ("thought_reports:overview-list", [branch]),
        ("thought_reports:overview-edit", [branch, "2018H1"]),
        ("thought_reports:report-list", []),
        ("thought_reports:received-list", []),
        ("thought_reports:report-detail", [report.pk]),
        ("thought_reports:withdrawal-create", [report.pk]),
        ("footprints:timeline", [branch]),
        ("footprints:record-detail", ["thought_report_receipt", receipt]),
        ("institutions:board", [branch]),
        ("institutions:duty-detail", [branch, "thought-reports", report.submitted_at.year]),
        ("organizations:member-list", [branch]),
        ("evaluation:me", []),
        ("evaluation:member-detail", [world.member.pk]),
        ("site:organization-list", []),
    ]
    paths = [reverse(name, args=arguments) for name, arguments in named]
    paths += [f"{paths[0]}?quarter={report.quarter}", f"{paths[0]}?q={PLANTED[:3]}"]
    return [*paths, reverse("footprints:record-detail", args=["thought_report", 1])]


@pytest.mark.parametrize("role", ROLES)
def test_2_no_page_shows_it_to_anybody_but_the_reading_page_to_author_and_recipient(content, role):
    report, _written, _read = write_on_the_page(content)
    client = signed_in(content, role)

    shown = {path for path in addresses(content, report) if PLANTED[:4] in client.get(path).content.decode()}

    reading_page = reverse("thought_reports:report-detail", args=[report.pk])
    asked = {path for path in shown if f"q={PLANTED[:3]}" not in path}
    assert asked == ({reading_page} if role in ("member", "director") else set())


def test_2_nothing_of_it_is_logged_at_any_level_or_sent(content, caplog, capfd):
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, logger="django"):
        connection.force_debug_cursor = True
        try:
            _report, written, read = write_on_the_page(content)
        finally:
            connection.force_debug_cursor = False
    out, err = capfd.readouterr()

    assert any(record.name == "django.db.backends" for record in caplog.records)
    assert PLANTED in read.content.decode()
    assert not is_in(caplog.text.encode())
    assert not is_in((out + err).encode())
    assert mail.outbox == []
    assert [str(message) for message in written.context["messages"]] == ["汇报已提交。"]


def broken(*_arguments, **_named):
    raise RuntimeError("something broke")


@pytest.mark.parametrize(
    "place",
    [
        "zuji.thought_reports.actions.keys.seal",
        "zuji.thought_reports.actions.keys.padded",
        "zuji.thought_reports.actions.reports.erase_expired",
        "zuji.thought_reports.views.reports.redirect",
        "django.forms.fields.CharField.clean",
    ],
)
def test_2_an_error_while_it_is_handed_in_tells_nobody_what_was_typed(content, place, monkeypatch, caplog, settings):
    settings.ADMINS = [("Operator", "operator@example.org")]
    handler = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(handler)
    client = signed_in(content, "member")
    client.raise_request_exception = False
    monkeypatch.setattr(place, broken)
    try:
        answer = client.post(
            reverse("thought_reports:report-create", args=[content.branch.pk]),
            {"text": PLANTED, "recipient": content.director.pk, "agrees": "on"},
        )
    finally:
        logging.getLogger("django.request").removeHandler(handler)

    assert answer.status_code == 500
    (sent, *_others) = mail.outbox
    told = "".join([sent.subject, sent.body, *(body for body, _kind in sent.alternatives)])
    assert "something broke" in told
    assert "sensitive_variables_wrapper" in told
    assert not is_in(told.encode())
    assert not is_in(caplog.text.encode())
    assert not is_in(answer.content)


def test_2_an_error_while_it_is_read_tells_nobody_what_it_says(content, monkeypatch, caplog, settings):
    settings.ADMINS = [("Operator", "operator@example.org")]
    report = handed_in(content, at=datetime.now(UTC))
    handler = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(handler)
    monkeypatch.setattr("zuji.thought_reports.views.reports.render", broken)
    client = signed_in(content, "director")
    client.raise_request_exception = False
    try:
        answer = client.get(reverse("thought_reports:report-detail", args=[report.pk]))
    finally:
        logging.getLogger("django.request").removeHandler(handler)

    (sent, *_others) = mail.outbox
    told = "".join([sent.body, *(body for body, _kind in sent.alternatives)])
    assert answer.status_code == 500
    assert not is_in((told + caplog.text + answer.content.decode()).encode())


def test_2_no_browser_and_no_proxy_keeps_a_page_of_it(content):
    report, _written, read = write_on_the_page(content)
    client = signed_in(content, "member")
    for name, arguments in (
        ("report-detail", [report.pk]),
        ("report-list", []),
        ("withdrawal-create", [report.pk]),
        ("report-create", [content.branch.pk]),
    ):
        answer = client.get(reverse(f"thought_reports:{name}", args=arguments))
        assert "no-store" in answer.headers["Cache-Control"], name
    page = read.content.decode()
    assert PLANTED not in re.search(r"<title>.*?</title>", page, re.DOTALL).group()


def test_2_nothing_typed_is_kept_on_the_device(content):
    """A phone may be shared: no draft, no history of the page, no spelling sent away, no filling in."""
    client = signed_in(content, "officer")
    page = client.get(reverse("thought_reports:report-create", args=[content.branch.pk])).content.decode()
    form = page[page.index('<form class="above"') : page.rindex("</form>")]

    assert "data-draft" not in form
    assert "data-keep" not in form
    assert 'autocomplete="off"' in form
    assert 'spellcheck="false"' in form
    assert 'hx-history="false"' in form


# 3 Every read is logged and visible to the author at once; delegation opens nothing old


def test_3_the_author_sees_each_reading_at_once(content):
    report, _written, _read = write_on_the_page(content)

    page = signed_in(content, "member").get(reverse("thought_reports:report-list")).content.decode()

    assert [row.reader for row in AccessLog.objects.filter(report=report)] == [content.director]
    assert "田一禾打开" in page


def test_3_asking_for_the_head_of_the_page_opens_nothing(content):
    report = handed_in(content, at=datetime.now(UTC))

    answer = signed_in(content, "director").head(reverse("thought_reports:report-detail", args=[report.pk]))

    assert answer.status_code == 405
    assert not AccessLog.objects.exists()


def test_3_a_successor_or_delegate_does_not_open_what_was_there_before(content):
    report = handed_in(content)
    content.director.post_assignments.all().update(until_on=date(2018, 6, 1))
    assign_post(content.officer, content.branch, post="branch_director", from_on=date(2018, 6, 1), until_on=None)
    later = datetime(2018, 6, 5, tzinfo=UTC)

    for who in (content.officer, content.deputy):
        with pytest.raises(NoSuchReport):
            read_report(report.pk, by=who, at=later)

    assert read_report(report.pk, by=content.director, at=later).text == PLANTED
    assert [row.reader for row in AccessLog.objects.all()] == [content.director]


# 4 No scoring, ranking, tagging, alerts, classification, search, embedding, export, analysis


def modules_outside():
    for path in PACKAGE.rglob("*.py"):
        if PACKAGE / "thought_reports" not in path.parents:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


SECRET = {"ThoughtReport", "ThoughtReportKey", "AccessLog", "KeyVersion"}


def test_4_no_other_module_knows_the_reports():
    """The importer knows receipts, commands rotate and erase; nobody else may so much as name a report."""
    allowed = {"record_receipt", "rotate_keys", "erase_expired", "footprints_of", "ThoughtReportReceipt"}
    for path, tree in modules_outside():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("zuji.thought_reports"):
                assert {alias.name for alias in node.names} <= allowed, path
            if isinstance(node, ast.Import):
                assert not any(alias.name.startswith("zuji.thought_reports") for alias in node.names), path
            if isinstance(node, ast.Name | ast.Attribute):
                assert (node.id if isinstance(node, ast.Name) else node.attr) not in SECRET, path
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert node.value not in {f"thought_reports.{name}" for name in SECRET}, path


def test_4_no_statement_of_the_kernel_knows_their_tables():
    for path in PACKAGE.rglob("*.sql"):
        said = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(thought_report|access_log|thought_report_key)\b(?!\.)", said), path


def test_4_a_report_has_no_field_for_a_score_a_tag_or_a_word():
    kept = {field.name for field in ThoughtReport._meta.concrete_fields}

    assert kept == {
        "id", "receipt", "author", "recipient", "quarter", "submitted_at", "expires_on", "nonce", "ciphertext",
        "withdrawn_at", "created_at", "updated_at",
    }  # fmt: skip


def test_4_the_text_is_opened_in_one_place_only():
    """Nothing but `read_report` opens a report, and nothing but one page calls it."""
    callers = {"open_sealed": set(), "read_report": set()}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in callers:
                    callers[name].add(path.relative_to(PACKAGE).as_posix())

    assert callers == {
        "open_sealed": {"thought_reports/actions/reports.py"},
        "read_report": {"thought_reports/views/reports.py"},
    }


def test_4_only_that_it_was_handed_in_reaches_the_ledger(content):
    report = handed_in(content)

    rows = Footprint.objects.filter(about=report.quarter, member=content.member)
    assert [(row.kind, row.source) for row in rows] == [
        ("thought_report.submitted", f"thought_report_receipt:{report.receipt.pk}")
    ]
    assert not Footprint.objects.filter(source__contains=str(report.pk)).exists()
    assert list(differences()) == []


def test_4_nothing_counts_what_it_says(content):
    handed_in(content, text="无")
    handed_in(content, author=content.officer, text=PLANTED * 50)

    counted = Footprint.objects.filter(kind="thought_report.submitted", about="2018Q2")
    assert len({(row.quantity, row.mark, row.happened_on) for row in counted}) == 1


# 5 Not attachable to evaluation, awards, transfers, back-ups in clear or notifications


def test_5_nothing_can_be_attached_to_a_report_or_a_report_to_anything():
    relations = {
        (model.__name__, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields(include_hidden=True)
        if field.is_relation and not field.auto_created and field.related_model is ThoughtReport
    }

    assert relations == {("ThoughtReportKey", "report"), ("AccessLog", "report")}
    assert {field.related_model.__name__ for field in ThoughtReport._meta.concrete_fields if field.is_relation} == {
        "ThoughtReportReceipt",
        "Member",
    }


def test_5_nobody_comes_to_a_report_from_a_member_or_a_receipt():
    for model in (ThoughtReport._meta.get_field("author").related_model, ThoughtReportReceipt):
        visible = {relation.related_model for relation in model._meta.related_objects}
        assert ThoughtReport not in visible


def test_5_a_back_up_of_the_database_alone_opens_nothing(content, key_file):
    report = handed_in(content)
    key_file.unlink()

    with pytest.raises(ZujiError):
        read_report(report.pk, by=content.director, at=AT)


# 6 The author may withdraw; content and key are gone, the dated receipt stays


def test_6_withdrawn_content_and_key_are_gone_and_the_standing_is_as_it_was(content):
    report = handed_in(content)
    before = standings(content)

    withdraw_report(report.pk, by=content.member, at=AT)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM thought_report_key")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT ciphertext, nonce FROM thought_report")
        assert cursor.fetchall() == [(None, None)]
    assert ThoughtReportReceipt.objects.get(quarter="2018Q2").submitted_on == date(2018, 5, 10)
    assert Footprint.objects.standing().filter(kind="thought_report.submitted", about="2018Q2").count() == 1
    assert standings(content) == before
    assert list(differences()) == []


def standings(world, but=""):
    refresh(world.branch, 2018, today=date(2019, 1, 10))
    rows = Standing.objects.filter(organization=world.branch, year=2018).exclude(duty__code=but)
    left_out = {"id"}
    return sorted(
        str([getattr(row, field.attname) for field in Standing._meta.concrete_fields if field.name not in left_out])
        for row in rows
    )


# 7 The overview is typed by the director in general terms; no quoting or counting; names are refused


def test_7_an_overview_offers_nothing_to_quote_or_count(content):
    write_on_the_page(content)
    page = (
        signed_in(content, "director")
        .get(reverse("thought_reports:overview-edit", args=[content.branch.pk, "2018H2"]))
        .content.decode()
    )
    form = page[page.index('<form class="above"') : page.rindex("</form>")]

    assert set(OverviewForm.base_fields) == {"text"}
    assert re.findall(r"<textarea[^>]*>\s*(.*?)</textarea>", form, re.DOTALL) == [""]
    assert not any(name in form for name in ("林四维", "石三川", PLANTED[:3]))
    assert {field.name for field in ThoughtOverview._meta.concrete_fields if field.is_relation} == {"organization"}


@pytest.mark.parametrize(
    "text",
    [
        "林四维思想稳定",
        "林 四 维",
        "林　四　维",
        "林\u200b四\u2060维",
        "林·四·维",
        "林-四_维",
        "林1四2维",
        "林,四,维",
        "《林》四维",
        "林\n四\n维",
    ],
)
def test_7_an_overview_that_names_somebody_is_refused(content, text):
    with pytest.raises(ZujiError) as refused:
        actions.write_overview(content.branch, half_year="2018H2", text=text, by="田一禾", today=date(2018, 12, 1))

    assert "林四维" in str(refused.value)
    assert not ThoughtOverview.objects.filter(half_year="2018H2").exists()


# 8 Late or missing → a reminder only; at most the configured points


def test_8_a_late_report_and_a_missing_one_touch_their_own_duty_only(content):
    """A late one is a footprint as any other, about its quarter; a missing one is nothing at all."""
    before = standings(content, but="thought-reports")
    handed_in(content)
    handed_in(content, author=content.officer, quarter=Quarter(2018, 1))

    late = Footprint.objects.get(member=content.officer, kind="thought_report.submitted")
    assert (late.about, late.quantity, late.mark) == ("2018Q1", 1, "")
    assert standings(content, but="thought-reports") == before
    own = Standing.objects.filter(organization=content.branch, year=2018, duty__code="thought-reports")
    assert {standing.status for standing in own.filter(member=content.director)} == {"missed"}
    assert list(differences()) == []


def test_8_no_verb_here_punishes():
    """What the app can do is all of this, and none of it takes anything from anybody."""
    assert set(actions.__all__) == {
        "choose_content", "erase_expired", "hand_in_report", "read_report", "record_receipt", "rotate_keys",
        "take_back", "tick_in", "withdraw_report", "write_overview",
    }  # fmt: skip
    assert ThoughtReportKey._meta.get_fields()
