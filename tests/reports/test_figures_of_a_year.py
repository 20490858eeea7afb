"""`zuji figures` prints what other calculators have, to the last digit: for 2018, by hand, and for made-up years."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.operations.folders import YEAR_2018
from tests.oracle.folder import figures as worked_out
from tests.oracle.generate import write_world
from zuji.footprints.models import Footprint
from zuji.institutions.actions import ensure_periods, refresh
from zuji.operations.load.loading import load_folder
from zuji.operations.main import main
from zuji.operations.verification import differences
from zuji.organizations.models import Organization
from zuji.reports.figures import figures

pytestmark = pytest.mark.django_db
TESTS = Path(__file__).parents[1]
EXPECTED_2018 = TESTS / "data" / "suihua_2018_expected.json"
BY_HAND = sorted(TESTS.glob("conventions/c[0-9][0-9]_*"), key=lambda folder: folder.name)
MADE = [(seed, (2019, 2020, 2021, 2000)[seed % 4]) for seed in range(12)]


def given(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def loaded(path: Path, organization: str = "一支部") -> Organization:
    return load_folder(path, organization=organization, parent="市委会").branch


def printed(branch: Organization, year: int) -> Any:
    """The figures as they come out of the printer: with JSON's own types."""
    ensure_periods(year)
    return json.loads(json.dumps(figures(branch, year, as_of=date.max)))


def test_the_command_prints_2018_as_a_separate_calculator_has_it(capsys):
    main(["load", str(YEAR_2018), "--organization", "教育二支部"])
    capsys.readouterr()

    code = main(["figures", "--organization", "教育二支部", "--year", "2018", "--format", "json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == given(EXPECTED_2018)


@pytest.mark.parametrize("folder", BY_HAND, ids=lambda folder: folder.name)
def test_every_convention_comes_out_as_worked_out_by_hand(folder):
    expected = given(folder / "expected.json")

    branch = loaded(folder)

    assert printed(branch, expected["year"]) == expected


@pytest.mark.parametrize(("seed", "year"), MADE)
def test_a_made_up_year_comes_out_as_the_naive_calculator_has_it(tmp_path, seed, year):
    write_world(tmp_path / "year", seed, year)

    branch = loaded(tmp_path / "year")

    for asked in (year - 1, year, year + 1):
        assert printed(branch, asked) == worked_out(tmp_path / "year", asked)
    assert list(differences()) == []


def test_two_branches_of_one_committee_each_keep_their_own_figures(tmp_path):
    folder = TESTS / "conventions" / "c17_full_attendance"
    expected = given(folder / "expected.json")

    first, second = loaded(folder), loaded(folder, "二支部")

    assert printed(first, expected["year"]) == expected
    assert printed(second, expected["year"]) == expected


def test_stored_standings_give_the_same_figures_as_a_fresh_judgement(tmp_path):
    write_world(tmp_path / "year", seed=4, year=2020)
    branch = loaded(tmp_path / "year")

    refresh(branch, 2020, today=date(2023, 1, 1))

    assert figures(branch, 2020) == figures(branch, 2020, as_of=date.max)
    assert list(differences()) == []


def test_a_changed_folder_loaded_over_the_old_one_comes_out_like_itself(tmp_path):
    write_world(tmp_path / "year", seed=3, year=2020)
    branch = loaded(tmp_path / "year")
    before = Footprint.objects.count()

    for name, old, new in (("meetings", ",held,", ",cancelled,"), ("lectures", ",M01", ","), ("infos", ",city,", ",,")):
        file = tmp_path / "year" / f"{name}.csv"
        file.write_text(file.read_text(encoding="utf-8-sig").replace(old, new), encoding="utf-8")
    loaded(tmp_path / "year")

    assert printed(branch, 2020) == worked_out(tmp_path / "year", 2020)
    assert Footprint.objects.count() > before
    assert list(differences()) == []


def test_flags_stay_on_what_was_cancelled_or_withdrawn(tmp_path):
    write_year(
        tmp_path,
        meetings="meeting_id,held_on,kind,status,recorded_on,confirmed_by\n"
        "MT01,2018-03-05,all_member,cancelled,2018-04-05,\nMT02,2018-03-05,all_member,cancelled,2018-04-05,主任\n"
        "MT03,2018-03-05,all_member,cancelled,2018-04-04,",
        lectures="lecture_id,member_id,held_on,status\nLC01,M02,2018-03-05,cancelled",
        proposals="proposal_id,submitted_on,status\nPR01,2018-03-05,withdrawn",
        proposal_signers="proposal_id,member_id,role\nPR01,M01,lead\nPR01,M02,joint",
    )

    flags = printed(loaded(tmp_path), 2018)["flags"]

    assert flags == [
        ["LC01", "NOT_A_MEMBER"],
        ["MT01", "LATE_UNCONFIRMED"],
        ["MT02", "LATE_CONFIRMED"],
        ["PR01", "NOT_A_MEMBER"],
    ]


def test_a_contact_is_counted_by_office_and_a_session_by_who_came_though_no_rule_asks(tmp_path):
    write_year(
        tmp_path,
        posts="member_id,post,from_on,to_on\nM01,主任,2018-01-01,2018-03-31",
        contacts="contact_id,by_member_id,member_id,on\nCT01,M01,M01,2018-03-31\nCT02,M01,M01,2018-04-01",
        meetings="meeting_id,held_on,kind,status\nMT01,2018-03-05,all_member,held",
        attendance="event_kind,event_id,member_id,mark\nmeeting,MT01,M01,late",
    )

    found = printed(loaded(tmp_path), 2018)

    assert found["headline"]["contacts_counted"] == 1
    assert found["flags"] == [["CT02", "NOT_IN_OFFICE"]]
    assert found["members"]["M01"]["attendance"] == {"present": 1, "required": 1}


def test_a_rule_of_another_year_is_listed_with_nothing_owed(tmp_path):
    rule = "公益讲座,branch,yearly,lecture,held_count,>=,40,场,登记表,branch,10"
    write_year(
        tmp_path,
        rules="rule_id,institution,clause,title,bearer,cadence,record_kind,metric,op,threshold,unit,evidence,"
        f"score_group,weight,effective_from,effective_to\nR15,I5,第六条,{rule},2014-01-01,2015-12-31",
    )

    found = printed(loaded(tmp_path), 2018)

    assert found["rules"] == {"R15": {"periods": {}, "satisfied": 0, "owed": 0, "weight": 0, "points": None}}


def write_year(folder: Path, **files: str) -> None:
    """Write a folder with one member of all years, and one who left before 2018."""
    members = "member_id,name,joined_branch_on,left_on\nM01,田一禾,2015-01-01,\nM02,乔二木,2015-01-01,2018-01-01"
    for name, text in {"members": members, **files}.items():
        (folder / f"{name}.csv").write_text(text + "\n", encoding="utf-8")
