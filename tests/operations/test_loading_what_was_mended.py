"""A refused row stays on record until it is mended, and no longer."""

import pytest

from tests.operations.folders import MEETING, SmallFolder
from zuji.footprints.models import RefusedRow

pytestmark = pytest.mark.django_db
BAD = "MT01,2018-02-30,,,,学习,all_member,held,,"


def open_rows():
    return RefusedRow.objects.filter(is_mended=False)


def test_a_row_mended_in_place_is_mended(folder):
    folder.write("meetings", BAD).load()

    folder.write("meetings", MEETING).load()

    assert not open_rows().exists()


def test_a_row_taken_out_of_the_file_is_mended(folder):
    folder.write("meetings", BAD, MEETING.replace("MT01", "MT02")).load()

    folder.write("meetings", MEETING.replace("MT01", "MT02")).load()

    assert not open_rows().exists()


def test_a_record_mended_in_another_folder_is_mended(folder, tmp_path):
    folder.write("meetings", "", BAD).load()

    SmallFolder(tmp_path / "mended").write("meetings", MEETING).load()

    assert not open_rows().exists()


def test_another_years_file_mends_nothing(folder, tmp_path):
    folder.write("meetings", BAD).load()

    SmallFolder(tmp_path / "next_year").write("meetings", MEETING.replace("MT01", "MT11")).load()

    assert open_rows().get().record_code == "MT01"


def test_a_file_that_is_missing_or_unreadable_mends_nothing(folder):
    folder.write("meetings", BAD).load()

    (folder.path / "meetings.csv").unlink()
    folder.load()
    folder.raw("meetings", b"\0").load()

    assert open_rows().count() == 1


def test_what_is_wrong_again_is_open_again(folder):
    folder.write("meetings", BAD).load()
    folder.write("meetings", MEETING).load()

    folder.write("meetings", BAD).load()

    assert RefusedRow.objects.count() == 1
    assert open_rows().count() == 1


def test_another_mistake_at_the_same_place_is_told_instead(folder):
    folder.write("meetings", BAD).load()

    folder.write("meetings", BAD.replace("2018-02-30", "2018-02-31")).load()

    assert "2018-02-31" in open_rows().get().reason


def test_another_branchs_refusals_are_left_alone(folder):
    folder.write("meetings", BAD).load("一支部")
    folder.load("二支部", parent=None)

    folder.write("meetings", MEETING).load("一支部")

    assert open_rows().get().organization.name == "二支部"
