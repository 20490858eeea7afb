"""Whatever happens between disk and database, no row stands without its content; at most a content stands alone."""

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection, connections, transaction
from django.utils import timezone

from tests.attachments import samples
from tests.attachments.conftest import AT, contents_on
from tests.recording import small_branch
from zuji.attachments import actions
from zuji.attachments.models import Attachment
from zuji.attachments.storage import ContentStorage, attachment_storage
from zuji.foundation.recording import RecordingError
from zuji.operations import main as command
from zuji.study import actions as study

DAY = timedelta(days=1)


@pytest.fixture
def session(transactional_db):
    """A record with nothing around it, and a database that commits."""
    branch = small_branch().branch
    said = {"held_on": AT.date(), "kind": "monthly", "topic": "学习宪法"}
    return study.record_session(branch, code="SS1", **said).record


def attach(session, content: bytes = samples.PDF, name: str = "议题材料.pdf"):
    upload = ContentFile(content, name=name)
    return actions.attach(session, organization=session.organization, upload=upload, by="石三川", at=AT)


def age(disk: Path, days: int = 2) -> None:
    then = time.time() - days * 24 * 3600
    for path in disk.glob("??/*"):
        os.utime(path, (then, then))


# A power cut


def test_the_content_is_on_the_disk_before_its_row_is(session, disk, monkeypatch):
    settled = []
    monkeypatch.setattr("zuji.attachments.storage.os.fsync", lambda descriptor: settled.append(descriptor))
    monkeypatch.setattr(
        Attachment.objects, "create", lambda **row: settled.append(contents_on(disk)) or Attachment(**row)
    )

    attach(session)

    assert len(settled) == 4  # the content, its folder, the folder of all, then the row
    assert len(settled[3]) == 1


def test_a_crash_while_writing_leaves_no_content_under_its_name(session, disk, monkeypatch):
    def crash(descriptor):
        raise OSError("no space left")

    monkeypatch.setattr("zuji.attachments.storage.os.fsync", crash)

    with pytest.raises(RecordingError):
        attach(session)

    assert contents_on(disk) == []


def test_a_half_content_under_the_name_is_written_anew(session, disk):
    kept = attach(session).record
    Path(kept.file.path).write_bytes(samples.PDF[:10])

    attach(session)

    assert kept.file.open().read() == samples.PDF


def test_a_transaction_that_fails_afterwards_leaves_an_orphan_and_no_row(session, disk):
    with transaction.atomic():
        attach(session)
        transaction.set_rollback(True)

    assert not Attachment.objects.exists()
    assert len(contents_on(disk)) == 1


def test_a_file_that_the_disk_lost_comes_back_when_it_is_sent_again(session):
    kept = attach(session).record
    Path(kept.file.path).unlink()

    assert not attach(session).is_new
    assert kept.file.open().read() == samples.PDF


def test_only_the_owner_of_the_installation_may_read_contents(session, disk):
    kept = attach(session).record

    assert Path(kept.file.path).stat().st_mode & 0o077 == 0
    assert disk.stat().st_mode & 0o077 == 0


def test_no_content_has_an_address_of_its_own(session, client):
    kept = attach(session).record

    with pytest.raises(ValueError, match="through their page"):
        kept.file.url  # noqa: B018 - asking is the test
    for path in (f"/files/{kept.file.name}", f"/media/{kept.file.name}", f"/static/{kept.file.name}"):
        assert client.get(path, follow=True).status_code in (200, 404)
        assert samples.PDF not in client.get(path, follow=True).content


# Two at once


def together(*calls) -> list:
    """Run calls at the same time, each with a connection of its own; gives what they gave or raised.

    SQLite lets one write at a time in any case, and in memory has one connection: there one follows the other.
    """
    found = []

    def run(call):
        try:
            found.append(call())
        except RecordingError as error:
            found.append(error)

    if connection.vendor == "sqlite":
        for call in calls:
            run(call)
        return found
    barrier = threading.Barrier(len(calls))

    def run_apart(call):
        barrier.wait()
        run(call)
        connections.close_all()

    threads = [threading.Thread(target=run_apart, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_who_attach_the_same_file_at_once_attach_one(session, disk):
    for _round in range(5):
        found = together(*[lambda: attach(session)] * 4)

        assert sorted(each.is_new for each in found) == [False, False, False, True]
        assert Attachment.objects.count() == 1
        actions.detach(Attachment.objects.get(), by="石三川")


def test_two_at_once_do_not_pass_the_most_files(session):
    for number in range(actions.MOST_FILES - 1):
        attach(session, f"第{number}份".encode(), "材料.txt")

    found = together(lambda: attach(session), lambda: attach(session, samples.png(), "照片.png"))

    assert sum(isinstance(each, Exception) for each in found) == 1
    assert Attachment.objects.count() == actions.MOST_FILES


def test_one_who_removes_and_one_who_attaches_the_same_content_leave_it_there(session):
    other = study.record_session(
        session.organization, code="SS2", held_on=AT.date(), kind="monthly", topic="再学习"
    ).record
    for _round in range(10):
        kept = attach(session).record
        together(lambda kept=kept: actions.detach(kept, by="石三川"), lambda: attach(other))

        there = Attachment.objects.get()
        assert there.file.read() == samples.PDF
        actions.detach(there, by="石三川")


def test_a_content_that_a_removal_took_meanwhile_is_written_again(session, monkeypatch):
    """The removal looked before our row stood, and deletes just before it does."""
    with transaction.atomic():
        kept = attach(session).record
        Path(kept.file.path).unlink()

    assert kept.file.open().read() == samples.PDF


def test_who_attaches_a_content_waits_for_who_is_just_removing_it(session, monkeypatch):
    kept = attach(session).record
    delete = ContentStorage.delete
    attaching = threading.Thread(target=actions._keep_still, args=[kept.sha256, samples.PDF])

    def delete_slowly(storage, name):
        attaching.start()
        attaching.join(0.3)
        delete(storage, name)

    monkeypatch.setattr(ContentStorage, "delete", delete_slowly)
    actions.detach(kept, by="石三川")
    attaching.join()

    assert kept.file.open().read() == samples.PDF


# Clearing away


def test_an_orphan_of_yesterday_is_cleared_away_and_nothing_else(session, disk):
    kept = attach(session).record
    storage = attachment_storage()
    storage.put("ab" * 32, b"nobody's")
    half = disk / "ab" / ".half"
    half.write_bytes(b"ha")
    age(disk)
    storage.put("cd" * 32, b"being attached just now")

    count = actions.clean_files(before=timezone.now() - DAY)

    assert count == 2
    assert contents_on(disk) == sorted([kept.sha256, "cd" * 32])


def test_an_orphan_that_is_attached_again_counts_as_new(session, disk):
    with transaction.atomic():
        attach(session)
        transaction.set_rollback(True)
    age(disk)

    attachment_storage().put(contents_on(disk)[0], samples.PDF)

    assert actions.clean_files(before=timezone.now() - DAY) == 0


def test_without_any_file_there_is_nothing_to_clear(session, disk):
    assert actions.clean_files(before=timezone.now()) == 0


def test_the_command_says_how_many(session, disk, capsys):
    attach(session)
    attachment_storage().put("ab" * 32, b"nobody's")
    age(disk)

    assert command.main(["clean-files"]) == 0
    assert "1" in capsys.readouterr().out
    assert len(contents_on(disk)) == 1


def test_a_thousand_orphans_are_asked_for_in_a_few_queries(session, disk, django_assert_max_num_queries):
    storage = ContentStorage(location=disk)
    for number in range(1200):
        path = Path(storage.path(storage.name_of(f"{number:064d}")))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    age(disk)

    with django_assert_max_num_queries(3):
        assert actions.clean_files(before=timezone.now() - DAY) == 1200
