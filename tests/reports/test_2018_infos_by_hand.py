"""2018's infos written, handed in, signed and sent one by one: the same figures, and four tables counted by hand."""

import csv
import json
import shutil
from datetime import date, datetime, timedelta

import pytest

from tests.infos.steps import another_text
from tests.operations.folders import YEAR_2018
from tests.reports.test_figures_of_a_year import EXPECTED_2018, given, loaded, printed
from zuji.infos import actions
from zuji.infos.models import Info
from zuji.infos.queries.tables import InfoTables, info_tables
from zuji.institutions.actions import refresh
from zuji.operations.verification import differences
from zuji.organizations.models import Member, Organization

pytestmark = pytest.mark.django_db
KINDS_OF_BODIES = {"市委会": "capd", "市政协": "cppcc", "区委统战部": "ufwd"}

# Counted by hand in infos.csv, which has 80 rows, none a duplicate, none entered late: month, sent, adopted that were
# sent then, by city, province and nation.
BY_HAND = """
 1  6  1 1 0
 2  6  1 2 0
 3  7  2 1 0
 4  6  1 2 0
 5  8  3 0 1
 6  6  4 1 0
 7  7  4 0 0
 8  6  0 1 0
 9  7  2 0 0
10  6  2 1 1
11  9  3 0 0
12  6  3 0 0
"""
OF_EACH_MEMBER = {1: 7, 2: 7} | dict.fromkeys(range(3, 14), 6)


def rows() -> list[dict[str, str]]:
    with (YEAR_2018 / "infos.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def enter(branch: Organization, place: int, row: dict[str, str], author: Member) -> None:
    """Its author writes it and hands it in, the director signs and sends it; the adoption arrives weeks later."""
    at = datetime.fromisoformat(row["submitted_at"])
    written = actions.Written(row["title"], another_text(place))
    info = actions.write_info(branch, author, written=written, by=author.name, on=at.date()).record
    info = actions.hand_in(info, is_clear=True, by=author.name, on=at.date())
    to = actions.Destination(row["channel"], KINDS_OF_BODIES[row["channel"]])
    info = actions.send_info(info, to=[to], by="蒙秀英", at=at)
    for level in filter(None, row["adopted_by"].split("|")):
        on = at.date() + timedelta(days=40)
        said = actions.OutcomeSaid("adopted", level, "采用单位", "cppcc", on, "某期")
        actions.enter_outcome(info, said=said, by="徐建军", today=on)


@pytest.fixture
def branch(tmp_path):
    """The year loaded without its infos, which are then entered by hand."""
    shutil.copytree(YEAR_2018, tmp_path / "year")
    (tmp_path / "year" / "infos.csv").unlink()
    found = loaded(tmp_path / "year", organization="教育二支部")
    people = {member.member_no: member for member in Member.objects.filter(registered_at=found)}
    for place, row in enumerate(rows()):
        enter(found, place, row, people[row["member_id"]])
    refresh(found, 2018, today=date(2019, 6, 1))
    return found


def of_cohort(tables: InfoTables, level: str) -> int:
    """Of those sent in the month, how many were adopted by a level, whenever that was."""
    return Info.objects.filter(pk__in=[info.pk for info in tables.sent], outcomes__level=level).count()


def test_2018s_infos_come_out_as_loaded_and_as_counted_by_hand(branch):
    assert json.dumps(printed(branch, 2018), sort_keys=True) == json.dumps(given(EXPECTED_2018), sort_keys=True)
    assert list(differences()) == []

    for line in BY_HAND.strip().splitlines():
        month, sent, *adopted = map(int, line.split())
        tables = info_tables(branch, 2018, month)
        assert (tables.summary.sent, tables.summary.owed, len(tables.sent)) == (sent, 6, sent), month
        assert [of_cohort(tables, level) for level in ("city", "province", "national")] == adopted, month

    year = info_tables(branch, 2018)
    assert (year.summary.sent, year.summary.owed, year.summary.people) == (80, 72, 13)
    # 37 were adopted (26 + 9 + 2), each forty days after it was sent: those of 22 November and later in 2019
    late = [row for row in rows() if row["adopted_by"] and row["submitted_at"][:10] > "2018-11-21"]
    assert len(late) == 4
    assert year.summary.adopted_infos == 33
    assert info_tables(branch, 2019).summary.adopted_infos == 4
    assert {
        int(Member.objects.get(name=line.name, registered_at=branch).member_no[1:]): line.sent for line in year.members
    } == (OF_EACH_MEMBER)
