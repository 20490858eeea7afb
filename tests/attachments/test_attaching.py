"""A file is attached to a record once, kept with who brought it and when, and removed leaving a nameless trace."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from tests.attachments import samples
from tests.attachments.conftest import AT, contents_on
from zuji.attachments import actions
from zuji.attachments.models import Attachment, AttachmentRemoval
from zuji.attachments.permissions import WITHOUT_FILES, can_carry_files
from zuji.attachments.queries import attachments_of, removals_of
from zuji.contacts.models import MemberContact
from zuji.footprints.facts import reference_to
from zuji.foundation.recording import RecordingError
from zuji.meetings.models import Meeting
from zuji.thought_reports.models import ThoughtReportReceipt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_yet(world):
    Attachment.objects.all().delete()
    AttachmentRemoval.objects.all().delete()


def refusal_of(add, *args, **said) -> str:
    with pytest.raises(RecordingError) as refused:
        add(*args, **said)
    assert refused.value.field == "file"
    return str(refused.value)


def test_a_file_is_kept_with_who_brought_it_and_when(world, add):
    added = add()

    kept = Attachment.objects.get()
    assert added.is_new
    assert added.is_changed
    assert (kept.name, kept.content_type, kept.size) == ("议题材料.pdf", "application/pdf", len(samples.PDF))
    assert (kept.about, kept.organization) == (reference_to(world.held), world.branch)
    assert (kept.added_by, kept.added_at) == ("石三川", AT)
    assert kept.file.read() == samples.PDF


def test_the_content_lies_under_its_sum_and_under_no_name_that_was_given(add, disk):
    add(name="../../x.pdf")

    sum_of_it = hashlib.sha256(samples.PDF).hexdigest()
    assert Attachment.objects.get().file.name == f"{sum_of_it[:2]}/{sum_of_it}"
    assert [path.relative_to(disk).as_posix() for path in disk.rglob("*") if path.is_file()] == [
        f"{sum_of_it[:2]}/{sum_of_it}"
    ]


def test_a_photo_is_kept_without_its_place(add, disk):
    add(samples.jpeg(head=samples.exif()), "照片.jpg")

    assert samples.PLACE not in Attachment.objects.get().file.read()
    assert all(samples.PLACE not in path.read_bytes() for path in disk.rglob("*") if path.is_file())


def test_a_double_tap_attaches_nothing_twice(add):
    first = add()
    again = add(name="换个名字.pdf")

    assert not again.is_new
    assert not again.is_changed
    assert again.record == first.record
    assert Attachment.objects.get().name == "议题材料.pdf"


def test_the_same_photo_with_another_place_is_the_same(add):
    add(samples.jpeg(head=samples.exif()), "照片.jpg")
    add(samples.jpeg(), "照片.jpg")
    add(samples.jpeg(head=b""), "照片.jpg")

    assert Attachment.objects.count() == 2


def test_two_records_may_have_the_same_file(world, add, disk):
    add()
    add(record=world.planned)

    assert Attachment.objects.count() == 2
    assert len(contents_on(disk)) == 1


def test_the_database_itself_holds_the_same_file_only_once_a_record(add):
    kept = add().record
    kept.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "空.pdf", "文件是空的。"),
        (b"MZ\0\0", "照片.jpg", "不收这一种文件"),
        (samples.PDF, "照片.jpg", "文件名以 .jpg 结尾，内容却是PDF"),
        (samples.PDF[:20], "报告.pdf", "文件不完整"),
        (samples.PDF.ljust(10 * 1024 * 1024 + 1), "大.pdf", "每个文件最大 10 MB"),
    ],
)
def test_a_refusal_is_a_sentence_and_leaves_nothing(add, disk, content, name, sentence):
    assert sentence in refusal_of(add, content, name)
    assert not Attachment.objects.exists()
    assert not disk.exists()


def test_a_file_of_just_ten_megabytes_is_taken(add):
    content = b"%PDF-" + b" " * (10 * 1024 * 1024 - 10) + b"%%EOF"

    assert add(content).record.size == 10 * 1024 * 1024


def test_a_record_has_at_most_twenty_files(add, monkeypatch):
    for number in range(actions.MOST_FILES):
        add(f"第{number}份".encode(), "材料.txt")

    assert "已有 20 个文件" in refusal_of(add)
    assert not add("第0份".encode(), "材料.txt").is_new
    assert Attachment.objects.count() == actions.MOST_FILES


def test_a_record_that_was_taken_back_meanwhile_carries_no_file(add):
    assert "已经不在了" in refusal_of(add, record=Meeting(pk=999_999))


def test_a_disk_that_takes_no_more_is_said_in_a_sentence(add, disk):
    disk.write_text("here is no folder")

    assert "没能存到磁盘" in refusal_of(add)
    assert not Attachment.objects.exists()


# What never carries a file


def test_no_file_is_ever_attached_to_a_thought_report(world, add, disk):
    receipt = ThoughtReportReceipt.objects.get()

    assert "只关系到会员本人" in refusal_of(add, record=receipt)
    assert not disk.exists()


@pytest.mark.parametrize("noun", ["thought_report", "thought_report_receipt", "thought_report_content"])
def test_not_even_the_database_takes_a_file_of_a_thought_report(add, noun):
    kept = add().record
    kept.pk, kept.about = None, f"{noun}:1"

    assert not can_carry_files(f"{noun}:1")
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)


def test_what_concerns_one_member_carries_no_file_that_the_branch_would_read(world, add):
    refusal_of(add, record=MemberContact.objects.get())
    refusal_of(add, record=world.planned.leave_requests.get())

    assert all(not can_carry_files(f"{noun}:1") for noun in WITHOUT_FILES)
    assert can_carry_files("agenda_item:1")


# Removing


def test_a_removed_file_is_gone_with_its_name_and_content(add, disk, django_capture_on_commit_callbacks):
    kept = add().record

    with django_capture_on_commit_callbacks(execute=True):
        actions.detach(kept, by="田一禾")

    assert not Attachment.objects.exists()
    assert contents_on(disk) == []
    trace = AttachmentRemoval.objects.get()
    assert (trace.about, trace.added_by, trace.removed_by, str(trace)) == (kept.about, "石三川", "田一禾", "PDF")


def test_a_content_that_another_record_has_too_stays(world, add, disk, django_capture_on_commit_callbacks):
    kept = add().record
    other = add(record=world.planned).record

    with django_capture_on_commit_callbacks(execute=True):
        actions.detach(kept, by="田一禾")

    assert other.file.read() == samples.PDF


def test_a_file_removed_twice_leaves_one_trace(add):
    kept = add().record
    actions.detach(kept, by="田一禾")
    kept.pk = kept.pk or 1
    actions.detach(kept, by="田一禾")

    assert AttachmentRemoval.objects.count() == 1


def test_a_content_stays_while_the_removal_may_still_be_undone(add, disk, django_capture_on_commit_callbacks):
    kept = add().record

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        actions.detach(kept, by="田一禾")
        transaction.set_rollback(True)

    assert Attachment.objects.get().file.read() == samples.PDF


def test_a_record_that_is_taken_back_loses_all_its_files(world, add, disk, django_capture_on_commit_callbacks):
    add()
    add(samples.png(), "照片.png")
    other = add(record=world.planned).record

    with django_capture_on_commit_callbacks(execute=True):
        actions.detach_all(world.held, by="田一禾")

    assert list(Attachment.objects.all()) == [other]
    assert contents_on(disk) == [other.sha256]


# Reading lists


def test_the_files_of_many_records_are_read_at_once(world, add, django_assert_num_queries):
    add()
    add(samples.png(), "照片.png")
    actions.detach(add(samples.jpeg(), "误传.jpg").record, by="石三川")
    references = [reference_to(world.held), reference_to(world.planned), "agenda_item:77"]

    with django_assert_num_queries(2):
        files, removals = attachments_of(references), removals_of(iter(references))

    assert [attachment.name for attachment in files[references[0]]] == ["议题材料.pdf", "照片.png"]
    assert files[references[1]] == files["agenda_item:77"] == []
    assert len(removals[references[0]]) == 1


def test_the_name_of_who_brought_it_is_cut_to_its_column(add):
    assert len(add(by="长" * 150).record.added_by) == 40


def test_an_upload_that_was_read_before_is_read_from_its_beginning(world):
    upload = ContentFile(samples.PDF, name="a.pdf")
    upload.read()

    actions.attach(world.held, organization=world.branch, upload=upload, by="石三川", at=AT)

    assert Attachment.objects.get().size == len(samples.PDF)
