"""The year 2018 loads whole, in seconds, and loading it again changes nothing."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.operations.folders import YEAR_2018
from zuji.footprints.models import Footprint, RefusedRow
from zuji.institutions.actions import ensure_periods
from zuji.institutions.models import InstitutionVersion
from zuji.operations.load.loading import load_folder
from zuji.operations.verification import differences
from zuji.organizations.models import Membership, PostAssignment
from zuji.reports.figures import figures

pytestmark = pytest.mark.django_db
EXPECTED = Path(__file__).parents[1] / "data" / "suihua_2018_expected.json"


def counted(load, outcome):
    return sum(counts[outcome] for counts in load.counts.values())


def test_every_row_of_the_year_is_taken():
    load = load_folder(YEAR_2018, organization="教育二支部")

    rows = sum(len(file.read_text(encoding="utf-8").splitlines()) - 1 for file in YEAR_2018.glob("*.csv"))
    assert counted(load, "new") == rows
    assert load.refusals == []
    assert load.troubles == {}


def test_the_year_comes_out_as_a_separate_calculator_has_it():
    branch = load_folder(YEAR_2018, organization="教育二支部").branch
    ensure_periods(2018)

    found = figures(branch, 2018, as_of=date.max)

    assert json.loads(json.dumps(found)) == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_what_is_loaded_follows_from_what_it_rests_on():
    load_folder(YEAR_2018, organization="教育二支部")

    assert list(differences()) == []


def test_loading_it_again_changes_nothing():
    branch = load_folder(YEAR_2018, organization="教育二支部").branch
    branch.refresh_from_db()
    before = (Footprint.objects.count(), InstitutionVersion.objects.count(), branch.people_revision)

    load = load_folder(YEAR_2018, organization="教育二支部")

    load.branch.refresh_from_db()
    assert (counted(load, "new"), counted(load, "changed"), counted(load, "refused")) == (0, 0, 0)
    assert (Footprint.objects.count(), InstitutionVersion.objects.count(), load.branch.people_revision) == before


def test_loading_bad_rows_again_changes_nothing_either(folder):
    folder.write("meetings", "MT01,2018-02-30,,,,学习,all_member,held,,")
    folder.write("attendance", "meeting,MT01,M01,present", "meeting,MT09,M01,present")
    folder.load()
    before = list(RefusedRow.objects.order_by("pk").values())

    load = folder.load()

    assert counted(load, "refused") == 3
    assert list(RefusedRow.objects.order_by("pk").values()) == before


def test_who_left_and_came_back_has_two_spans_and_the_later_card(folder):
    folder.write(
        "members",
        "M01,田一禾,女,1971-02,2015-01,2015-01-01,2016-07-01,普通高中,旧单位,教育",
        "M01,田一禾,女,1971-02,2015-01,2018-03-01,,中等职业学校,新单位,教育",
    )

    folder.load()
    again = folder.load()

    spans = list(Membership.objects.order_by("from_on"))
    assert [(span.from_on, span.until_on) for span in spans] == [
        (date(2015, 1, 1), date(2016, 7, 1)),
        (date(2018, 3, 1), None),
    ]
    assert spans[0].member.employer == "新单位"
    assert counted(again, "unchanged") == 2


def test_the_last_day_of_a_post_and_an_exemption_is_included(folder):
    folder.write("posts", "M01,主任,2016-12-01,2018-06-30", "M02,副主任,2016-12-01,9999-12-31")
    folder.write("exemptions", "M02,2018-03-01,2018-08-31,产假,支部委员会")

    folder.load()

    assert list(PostAssignment.objects.order_by("member__member_no").values_list("post", "until_on")) == [
        ("branch_director", date(2018, 7, 1)),
        ("deputy_branch_director", None),
    ]
    assert Membership.objects.get(member__member_no="M02").member.exemptions.get().until_on == date(2018, 9, 1)


def test_a_changed_row_corrects_the_record(folder):
    folder.write("infos", "IN01,M01,关于供热的建议,2018-01-12T08:10:00+08:00,市委会,,,2018-01-12,")
    folder.load()
    folder.write("infos", "IN01,M01,关于供热的建议,2018-01-12T08:10:00+08:00,市委会,province,,2018-01-12,")

    load = folder.load()

    assert load.counts["infos.csv"]["changed"] == 1
    assert "info.adopted_province" in Footprint.objects.standing().values_list("kind", flat=True)
