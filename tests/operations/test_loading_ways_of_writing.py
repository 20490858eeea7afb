"""The same table in the many ways in which people write it."""

from datetime import date, datetime

import pytest

from tests.operations.folders import HEADERS, MEETING, MEMBERS
from zuji.footprints.models import Footprint
from zuji.foundation.clock import SHANGHAI
from zuji.infos.models import Info
from zuji.meetings.models import Meeting
from zuji.organizations.models import Member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_usual_encoding_and_line_end(folder, encoding, line_end):
    folder.raw("members", MEMBERS.replace("\n", line_end).encode(encoding))

    folder.load()

    assert list(Member.objects.order_by("member_no").values_list("name", flat=True)) == ["田一禾", "乔二木"]


@pytest.mark.parametrize(
    "written",
    ["2018-03-05", "2018/3/5", "2018.3.5", "2018年3月5日", "２０１８－０３－０５", " 2018-3-5 ", "2018 - 3 - 5"],
)
def test_a_date_as_people_write_it(folder, written):
    folder.write("meetings", f"MT01,{written},,,,学习,all_member,held,,")

    folder.load()

    assert Meeting.objects.get().held_on == date(2018, 3, 5)


@pytest.mark.parametrize(
    "written", ["3月5日", "2018-3", "20180305", "2018-03-05x", "05/03/2018", "2018-W10-1", "43164"]
)
def test_what_could_be_several_days_or_none_is_refused(folder, written):
    folder.write("meetings", f"MT01,{written},,,,学习,all_member,held,,")

    assert [each.finding.remark for each in folder.load().refusals] == ["BAD_DATE"]


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2018-01-31T08:10:00+08:00", 8),
        ("2018-01-31T00:10:00Z", 8),
        ("2018-01-30T23:10:00-01:00", 8),
        ("2018-01-31 08:10", 8),
        ("2018/1/31 8:10", 8),
        ("2018年1月31日 8时10分", 8),
        ("2018-01-31", 0),
    ],
)
def test_an_instant_is_the_same_in_every_offset(folder, written, hour):
    folder.write("infos", f"IN01,M01,建议,{written},,,,,")

    folder.load()

    assert Info.objects.get().submitted_at == datetime(2018, 1, 31, hour, 10 if hour else 0, tzinfo=SHANGHAI)


def test_columns_in_another_order_and_spaces_around_everything(folder):
    folder.raw("meetings", " status ,kind,held_on,meeting_id, topic\nheld , all_member, 2018-01-19 , MT01 , 学习 \n")

    folder.load()

    meeting = Meeting.objects.get()
    assert (meeting.code, meeting.topic, meeting.status) == ("MT01", "学习", "held")


def test_full_width_numbers_are_the_same_numbers(folder):
    folder.write("meetings", MEETING.replace("MT01", "ＭＴ０１"))
    folder.write("attendance", "meeting,MT01,Ｍ０１,present")

    assert folder.load().refusals == []
    assert Footprint.objects.filter(kind="meeting.attended").count() == 1


def test_commas_at_the_end_of_a_row_do_no_harm(folder):
    folder.write("meetings", MEETING + ",,,")

    assert folder.load().refusals == []


HOSTILE = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://example.org")',
    "'; DROP TABLE member; --",
    "两行\n三\t字",
    "\u202eabc\u202c",
    "{{ request }} {% include x %} %(name)s %s",
    "😀" * 80,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(folder, text):
    quoted = text.replace('"', '""')
    folder.write("meetings", f'MT01,2018-01-19,,,,"{quoted}",all_member,held,,')

    assert folder.load().refusals == []
    assert Meeting.objects.get().topic == text


def test_a_cell_of_a_megabyte_is_refused_with_a_reason_and_kept(folder):
    folder.write("meetings", f"MT01,2018-01-19,,,,{'长' * 350_000},all_member,held,,", MEETING)

    load = folder.load()

    assert [(each.line, each.finding.column) for each in load.refusals] == [(2, "topic")]
    assert load.refusals[0].row["topic"].startswith("长长")
    assert Meeting.objects.count() == 1


def test_every_column_with_something_strange_in_it_is_survived(folder):
    for name, header in HEADERS.items():
        for place in range(header.count(",") + 1):
            cells = ["x"] * (header.count(",") + 1)
            cells[place] = '"é\'<%(x)s\u0007\U0001f600"'
            folder.write(name, ",".join(cells))
            folder.raw("members", MEMBERS) if name != "members" else None
            folder.load()
        (folder.path / f"{name}.csv").unlink()
        folder.raw("members", MEMBERS)
