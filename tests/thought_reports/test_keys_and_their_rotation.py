"""The installation's key lies in a file of its own; renewed and destroyed, it takes old back-ups along."""

import json
import stat

import pytest
from django.db import connection

from tests.thought_reports.sealed import AT, PLANTED, handed_in
from zuji.foundation.errors import ZujiError
from zuji.operations.main import command_line
from zuji.thought_reports import keyring
from zuji.thought_reports.actions import read_report, rotate_keys, withdraw_report
from zuji.thought_reports.models import KeyVersion, ThoughtReport, ThoughtReportKey

pytestmark = pytest.mark.django_db


def text_of(report, world):
    return read_report(report.pk, by=world.director, at=AT).text


def rows_of(report):
    """What a back-up of the database holds of a report."""
    return ThoughtReport.objects.get(pk=report.pk), ThoughtReportKey.objects.get(report=report)


def restored(rows):
    ThoughtReport.objects.filter(pk=rows[0].pk).delete()
    for row in rows:
        row.save(force_insert=True)
    return rows[0]


def run(*line):
    options = command_line().parse_args(line)
    return options.run(options)


# The file


def test_the_key_is_made_when_first_needed_readable_by_its_owner_only(content, key_file):
    assert not key_file.exists()

    handed_in(content)

    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert list(json.loads(key_file.read_text())) == ["1"]
    assert [path.name for path in key_file.parent.iterdir()] == ["report_keys"]


def test_the_key_is_neither_the_secret_key_nor_in_the_database(content, key_file, settings):
    handed_in(content)
    (key,) = json.loads(key_file.read_text()).values()

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for value in (value for row in cursor.fetchall() for value in row):
                kept = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                assert bytes.fromhex(key) not in kept, table
                assert key.encode() not in kept, table
    assert key not in settings.SECRET_KEY


def test_a_key_file_that_others_can_read_is_not_used(content, key_file, caplog):
    report = handed_in(content)
    key_file.chmod(0o640)

    with pytest.raises(ZujiError) as refused:
        text_of(report, content)

    assert "管理员" in str(refused.value)
    assert "chmod 600" in caplog.text


@pytest.mark.parametrize("said", ["", "no json", "[]", '{"1": 5}', '{"1": "00"}', '{"x": "00"}', '{"1": "zz"}'])
def test_a_broken_key_file_is_told_to_the_operator_and_its_text_to_nobody(content, key_file, said, caplog):
    report = handed_in(content)
    key_file.write_text(said)

    with pytest.raises(ZujiError):
        text_of(report, content)

    assert str(key_file) in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_missing_or_foreign_key_file_is_not_covered_up_by_a_new_one(content, key_file, is_gone):
    handed_in(content)
    if is_gone:
        key_file.unlink()
    else:
        key_file.write_text(json.dumps({"1": "00" * 32}))

    with pytest.raises(ZujiError):
        handed_in(content, author=content.officer)
    with pytest.raises(keyring.KeyFileError):
        rotate_keys()

    assert key_file.exists() is not is_gone
    assert ThoughtReport.objects.count() == 1


def test_of_two_who_begin_at_once_one_key_holds(key_file):
    first = keyring.begin(b"1" * 32)

    assert keyring.begin(b"2" * 32) == first == {1: b"1" * 32}
    assert [path.name for path in key_file.parent.iterdir()] == ["report_keys"]


def test_what_stood_in_the_file_is_written_over(key_file, tmp_path):
    keyring.begin(b"1" * 32)
    (tmp_path / "same").hardlink_to(key_file)

    keyring.write({2: b"2" * 32})

    assert set((tmp_path / "same").read_bytes()) == {0}
    assert keyring.read() == {2: b"2" * 32}


# Rotation


def test_every_report_opens_after_a_rotation_and_the_old_key_is_gone(content, key_file):
    reports = [handed_in(content), handed_in(content, author=content.officer)]
    before = key_file.read_text()

    done = rotate_keys()

    assert (done.version, done.moved, done.unopened, done.destroyed) == (2, 2, 0, [1])
    assert [text_of(report, content) for report in reports] == [PLANTED, PLANTED]
    assert list(keyring.read()) == [2]
    assert json.loads(before)["1"] not in key_file.read_text()
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert handed_in(content, author=content.deputy).key.key_version == 2


def test_a_back_up_from_before_a_withdrawal_opens_until_the_keys_are_rotated(content):
    """What docs/thought-reports.md says of back-ups, both ways round."""
    report = handed_in(content)
    back_up = rows_of(report)
    withdraw_report(report.pk, by=content.member, at=AT)
    assert text_of(restored(back_up), content) == PLANTED

    withdraw_report(report.pk, by=content.member, at=AT)
    rotate_keys()

    with pytest.raises(ZujiError):
        text_of(restored(back_up), content)


def test_an_old_key_kept_on_purpose_is_destroyed_the_next_time(content):
    report = handed_in(content)

    assert rotate_keys(is_old_kept=True).destroyed == []
    assert list(keyring.read()) == [1, 2]
    assert rotate_keys().destroyed == [1, 2]
    assert text_of(report, content) == PLANTED


def test_a_report_that_cannot_be_opened_keeps_its_old_key(content):
    report, whole = handed_in(content), handed_in(content, author=content.officer)
    ThoughtReportKey.objects.filter(report=report).update(wrapped_key=bytes(48))

    done = rotate_keys()

    assert (done.moved, done.unopened, done.destroyed) == (1, 1, [])
    assert text_of(whole, content) == PLANTED


def test_a_rotation_that_fails_half_way_loses_nothing(content, monkeypatch):
    report = handed_in(content)

    def full(**_fields):
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(KeyVersion.objects, "create", full)
        with pytest.raises(OSError, match="disk full"):
            rotate_keys()

    assert text_of(report, content) == PLANTED
    assert rotate_keys().destroyed == [1, 2]
    assert text_of(report, content) == PLANTED


# The commands


def test_the_command_rotates_and_says_what_it_did(content, capsys):
    report = handed_in(content)

    assert run("rotate-thought-report-keys") == 0

    assert "第 2 号密钥" in capsys.readouterr().out
    assert text_of(report, content) == PLANTED


def test_the_command_fails_where_a_report_cannot_be_moved(content):
    ThoughtReportKey.objects.filter(report=handed_in(content)).update(wrapped_key=bytes(48))

    assert run("rotate-thought-report-keys", "--keep-old") == 1


def test_the_command_erases_what_is_a_year_old(content, capsys):
    handed_in(content)

    assert run("erase-thought-reports") == 0

    assert "1 份" in capsys.readouterr().out
    assert not ThoughtReport.objects.exists()
