"""What keeps a whole file or folder out is said in one sentence, and nothing else is lost."""

import pytest

from tests.operations.folders import HEADERS, MEETING, MEMBERS
from zuji.footprints.models import Footprint
from zuji.foundation.errors import ZujiError
from zuji.meetings.models import Meeting
from zuji.operations.load import files
from zuji.operations.load.loading import load_folder
from zuji.organizations.models import Member, Organization

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

PROBLEMS = [
    (b"", "The file is empty; it should begin with a line of column names."),
    (b"PK\x03\x04\x00\x00", "This is not a text file; save the table as CSV (UTF-8) and load that."),
    (b"meeting_id,held_on\n\xff\xfe\xfd", "The text is neither UTF-8 nor GB18030; save the table as CSV (UTF-8)."),
    (
        b"meeting_id,held_on,kind\nMT01,2018-01-19,all_member\n",
        "The column “status” is missing; the file has: meeting_id、held_on、kind.",
    ),
    (
        b"<html><body>404</body></html>",
        "The column “meeting_id、held_on、kind、status” is missing; the file has: <html><body>404</body></html>.",
    ),
    (
        b"meeting_id,held_on,kind,status,held_on\n",
        "The column “held_on” stands there twice.",
    ),
]


@pytest.mark.parametrize(("content", "sentence"), PROBLEMS)
def test_a_file_that_cannot_be_read_stays_out_with_one_sentence(folder, content, sentence):
    folder.raw("meetings", content)

    load = folder.load()

    assert load.troubles == {"meetings.csv": sentence}
    assert Member.objects.count() == 2


def test_a_file_too_large_stays_out(folder, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1000)
    folder.raw("meetings", "x" * 1001)

    assert "larger than" in folder.load().troubles["meetings.csv"]


def test_a_file_of_too_many_rows_stays_out(folder, monkeypatch):
    monkeypatch.setattr(files, "MOST_ROWS", 1)
    folder.write("meetings", MEETING, MEETING)
    folder.write("members", MEMBERS.splitlines()[1])

    load = folder.load()

    assert load.troubles == {
        "meetings.csv": "The file has more than 1 rows; split it and load the parts one after the other."
    }


def test_a_folder_in_place_of_a_file_stays_out(folder):
    (folder.path / "meetings.csv").mkdir()

    assert list(folder.load().troubles) == ["meetings.csv"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_with_nothing_to_load_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("…")

    with pytest.raises(ZujiError, match=name):
        load_folder(tmp_path / name, organization="一支部")

    assert not Organization.objects.exists()


def test_a_folder_of_which_no_file_can_be_read_is_refused_with_each_reason(folder):
    folder.raw("members", b"\0")

    with pytest.raises(ZujiError, match=r"members\.csv"):
        folder.load()


def test_a_header_alone_loads_nothing_and_is_fine(folder):
    folder.write("meetings")

    load = folder.load()

    assert load.troubles == {}
    assert load.counts["meetings.csv"] == {}


def test_columns_and_files_that_nobody_knows_are_named_once(folder):
    folder.raw("meetings", f"{HEADERS['meetings']},weather\n{MEETING},晴\n")
    folder.raw("weather", "a,b\n1,2\n")

    load = folder.load()

    assert load.notices == ["meetings.csv: columns left aside: weather.", "Files left aside: weather.csv."]
    assert Meeting.objects.count() == 1


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_only(folder):
    folder.write(
        "meetings",
        MEETING,
        'MT02,2018-02-09,,,,"学习,all_member,held,,',
        "MT03,2018-03-16,,,,学习,all_member,held,,",
        'MT04,2018-04-16,,,,"学"习,all_member,held,,',
    )

    load = folder.load()

    assert [meeting.code for meeting in Meeting.objects.order_by("code")] == ["MT01", "MT03"]
    assert [(each.line, each.finding.reason) for each in load.refusals] == [
        (3, "The quotation marks of this row do not fit."),
        (5, "The quotation marks of this row do not fit."),
    ]


def test_quotation_marks_that_never_fit_are_not_a_csv_file(folder, monkeypatch):
    monkeypatch.setattr(files, "MOST_BROKEN", 3)
    folder.write("meetings", *['"a"b,c'] * 5)

    assert folder.load().troubles == {"meetings.csv": "This is not a CSV file: its quotation marks do not fit."}


def test_the_line_of_a_row_is_the_one_it_begins_on(folder):
    folder.write("meetings", 'MT01,2018-01-19,,,,"两行\n主题",all_member,held,,', "", "MT02,,,,,,all_member,held,,")

    load = folder.load()

    assert [each.line for each in load.refusals] == [5]
    assert Meeting.objects.get().topic == "两行\n主题"


def test_nothing_is_written_when_something_unforeseen_happens(folder, monkeypatch):
    def fail(*_args):
        raise RuntimeError

    folder.write("meetings", MEETING)
    monkeypatch.setattr("zuji.operations.load.loading.keep_refused", fail)

    with pytest.raises(RuntimeError):
        folder.load()

    assert not Footprint.objects.exists()
    assert not Organization.objects.exists()
