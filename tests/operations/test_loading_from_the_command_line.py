"""`zuji load` prints what it did and ends with a code that scripts can use."""

import pytest

from tests.operations.folders import MEETING
from zuji.footprints.models import Footprint, RefusedRow
from zuji.operations.main import main
from zuji.organizations.models import Organization

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_it_prints_refused_rows_and_counts_by_file(folder, capsys):
    folder.write("meetings", MEETING, "MT02,2018-02-30,,,,学习,all_member,held,,")

    code = main(["load", str(folder.path), "--organization", "一支部", "--parent", "市委会"])

    printed = capsys.readouterr().out
    assert code == 0
    assert "meetings.csv line 3 held_on: “2018-02-30” is not a date that exists." in printed
    assert "一支部, below 市委会" in printed
    assert "meetings.csv            new    1  changed    0  unchanged    0  doubtful    0  refused    1" in printed
    assert printed.splitlines()[-1].startswith("Loaded: 3 new, 0 changed. Refused: 1; doubtful: 0.")


def test_the_second_time_it_says_that_nothing_is_new(folder, capsys):
    main(["load", str(folder.path), "--organization", "一支部"])
    capsys.readouterr()

    main(["load", str(folder.path), "--organization", "一支部"])

    assert "Nothing is new: everything was there already." in capsys.readouterr().out


def test_a_dry_run_says_what_would_happen_and_writes_nothing(folder, capsys):
    folder.write("meetings", MEETING, "MT02,2018-02-30,,,,学习,all_member,held,,")

    assert main(["load", str(folder.path), "--organization", "一支部", "--dry-run"]) == 0

    assert "Nothing was written. Loading would add 3, change 0, refuse 1" in capsys.readouterr().out
    assert not Organization.objects.exists()
    assert not Footprint.objects.exists()
    assert not RefusedRow.objects.exists()


def test_a_file_that_could_not_be_read_shows_in_the_code(folder, capsys):
    folder.raw("meetings", b"\0")

    assert main(["load", str(folder.path), "--organization", "一支部"]) == 1

    assert "meetings.csv was not loaded: This is not a text file" in capsys.readouterr().out


def test_nothing_to_load_ends_with_two_and_a_sentence(tmp_path, capsys):
    assert main(["load", str(tmp_path / "nowhere"), "--organization", "一支部"]) == 2

    assert "There is no folder" in capsys.readouterr().err


def test_what_somebody_wrote_in_a_cell_cannot_draw_on_the_screen(folder, capsys):
    folder.write("meetings", "MT01,\x1b[31m2018,,,,学习,all_member,held,,")

    main(["load", str(folder.path), "--organization", "一支部"])

    assert "\x1b" not in capsys.readouterr().out


def test_many_refusals_are_summed_up_and_all_kept(folder, capsys):
    folder.write("meetings", *[f"MT{number:03},不详,,,,学习,all_member,held,," for number in range(250)])

    main(["load", str(folder.path), "--organization", "一支部"])

    assert "… and 50 more of the kind; all are kept." in capsys.readouterr().out
    assert RefusedRow.objects.count() == 250
