"""Every row that cannot be taken is kept with its place and a sentence; the rows beside it are taken."""

import pytest

from tests.operations.folders import MEETING, PROPOSAL, SmallFolder
from zuji.footprints.models import Footprint, RefusedRow
from zuji.meetings.models import Meeting, MeetingAttendance
from zuji.organizations.models import Member, Membership

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def only_refusal(folder: SmallFolder) -> RefusedRow:
    folder.load()
    return RefusedRow.objects.get()


BAD_DATES = [
    # file, row, column, record, year
    ("meetings", "MT01,2018-02-30,,,,学习,all_member,held,,", "held_on", "MT01", 2018),
    ("meetings", "MT01,,,,,学习,all_member,held,,", "held_on", "MT01", None),
    ("meetings", "MT01,不详,,,,学习,all_member,held,,", "held_on", "MT01", None),
    ("meetings", "MT01,2018-03-05,,,,学习,all_member,held,2017-13-01,", "recorded_on", "MT01", 2018),
    ("infos", "IN01,M01,建议,2018-04-31T08:00:00+08:00,,,,,", "submitted_at", "IN01", 2018),
    ("infos", "IN01,M01,建议,2018-04-30T25:00:00+08:00,,,,,", "submitted_at", "IN01", 2018),
    ("study_tasks", "TK01,会章,2018-04-10,2018-06-31,,", "due_on", "TK01", 2018),
    ("study_tasks", "TK01,会章,2018-04-10,,,", "due_on", "TK01", 2018),
    ("node_days", "ND01,建党,2018-07-01,2018-06-31,座谈会,held", "held_on", "ND01", 2018),
    ("thought_reports", "M01,2018Q1,2018-02-29,submitted", "submitted_on", "2018Q1/M01", 2018),
    ("research", "RS01,调研,,,yes,2018-11-31", "report_on", "RS01", 2018),
]


@pytest.mark.parametrize(("file", "row", "column", "record", "year"), BAD_DATES)
def test_a_date_that_does_not_exist_refuses_the_row(folder, file, row, column, record, year):
    folder.write(file, row)

    refused = only_refusal(folder)

    assert (refused.file, refused.line, refused.column) == (f"year/{file}.csv", 2, column)
    assert (refused.remark, refused.record_code, refused.year) == ("BAD_DATE", record, year)
    assert refused.reason == "The date is missing." or refused.reason.endswith("is not a date that exists.")
    assert not Footprint.objects.exists()


STRANGERS = [
    ("infos", "IN01,X99,建议,2018-04-30T08:00:00+08:00,,,,,", "IN01"),
    ("articles", "AR01,X99,札记,2018-01-05,,", "AR01"),
    ("lectures", "LC01,X99,家庭教育,时间管理,2018-01-10,,8,held,,", "LC01"),
    ("contacts", "CT01,M01,X99,2018-01-11,面谈", "CT01"),
    ("thought_reports", "X99,2018Q1,2018-03-13,submitted", "2018Q1/X99"),
]


@pytest.mark.parametrize(("file", "row", "record"), STRANGERS)
def test_a_record_of_somebody_nobody_knows_is_refused_and_flagged(folder, file, row, record):
    folder.write("posts", "M01,主任,2015-01-01,")
    folder.write(file, row)

    refused = only_refusal(folder)

    assert (refused.remark, refused.record_code, refused.year) == ("NOT_A_MEMBER", record, 2018)
    assert refused.reason == "There is no member “X99”."


def test_whoever_makes_a_contact_and_is_unknown_holds_no_office_either(folder):
    folder.write("contacts", "CT01,X99,M01,2018-01-11,面谈")

    folder.load()

    flags = set(RefusedRow.objects.values_list("record_code", "remark"))
    assert flags == {("CT01", "NOT_A_MEMBER"), ("CT01", "NOT_IN_OFFICE")}


def test_a_signature_of_somebody_nobody_knows_flags_its_proposal_in_its_year(folder):
    folder.write("proposals", PROPOSAL)
    folder.write("proposal_signers", "PR01,X99,lead")

    refused = only_refusal(folder)

    assert (refused.remark, refused.record_code, refused.year) == ("NOT_A_MEMBER", "PR01", 2018)


def test_a_stranger_who_is_late_and_a_duplicate_is_told_all_of_it(folder):
    folder.write("infos", "IN01,X99,建议,2018-01-10T08:00:00+08:00,,,IN00,2018-02-10,")

    folder.load()

    assert set(RefusedRow.objects.values_list("column", "remark")) == {
        ("member_id", "NOT_A_MEMBER"),
        ("recorded_on", "LATE_UNCONFIRMED"),
        ("duplicate_of", "DUPLICATE"),
    }


def test_a_stranger_whose_record_is_thirty_days_old_is_not_late(folder):
    folder.write("infos", "IN01,X99,建议,2018-01-10T08:00:00+08:00,,,,2018-02-09,")

    assert only_refusal(folder).remark == "NOT_A_MEMBER"


OTHERS = [
    ("meetings", "MT01,2018-01-19,,,,学习,all_member,postponed,,", "status"),
    ("meetings", "MT01,2018-01-19,,,,学习,picnic,held,,", "kind"),
    ("meetings", ",2018-01-19,,,,学习,all_member,held,,", "meeting_id"),
    ("meetings", "MT01,2018-01-19,20:30,18:30,,学习,all_member,held,,", "end"),
    ("meetings", "MT01,2018-01-19,25:00,,,学习,all_member,held,,", "start"),
    ("meetings", "MT01,1018-01-19,,,,学习,all_member,held,,", "held_on"),
    ("study_sessions", "ST01,2018-01-27,party,学习,", "kind"),
    ("study_sessions", "ST01,2018-02-03,journal_reading,阅读,2018-1", "issue_no"),
    ("study_tasks", "TK01,会章,2018-04-10,2018-04-09,,", "due_on"),
    ("node_days", "ND01,建党,2018-07-01,,座谈会,perhaps", "status"),
    ("activities", "AC01,演讲,市委会,2018-04-21,perhaps", "status"),
    ("service_activities", "SV01,服务,市委会,2018-04-21,", "status"),
    ("journal_issues", ",《绥化民进》,2018-01-28", "issue_no"),
    ("lectures", "LC01,M01,教育,时间管理,2018-01-10,,很多,held,,", "audience"),
    ("lectures", "LC01,M01,教育,时间管理,2018-01-10,,-1,held,,", "audience"),
    ("infos", "IN01,M01,建议,2018-04-30T08:00:00+08:00,,village,,,", "adopted_by"),
    ("infos", "IN01,M01,建议,2018-04-30T08:00:00+08:00,,,IN01,,", "duplicate_of"),
    ("proposals", "PR01,提案,2018-01-06,lost,,", "status"),
    ("proposals", "PR01,提案,2018-01-06,merged,PR01,", "merged_into"),
    ("proposal_signers", "PR09,M01,lead", "proposal_id"),
    ("research", "RS01,调研,2018-05-25,2018-05-21,yes,", "to_on"),
    ("research", "RS01,调研,,,perhaps,", "collective"),
    ("research_members", "RS09,M01", "research_id"),
    ("thought_reports", "M01,2018Q5,2018-03-13,submitted", "quarter"),
    ("thought_reports", "M01,2018Q1,2018-03-13,lost", "mark"),
    ("attendance", "meeting,MT09,M01,present", "event_id"),
    ("attendance", "picnic,MT01,M01,present", "event_kind"),
    ("posts", "M01,皇帝,2016-12-01,", "post"),
    ("posts", "X99,主任,2016-12-01,", "member_id"),
    ("posts", "M01,主任,2016-13-01,", "from_on"),
    ("posts", "M01,主任,2018-12-01,2018-11-01", ""),
    ("exemptions", "X99,2018-03-01,2018-08-31,病假,", "member_id"),
    ("exemptions", "M01,2018-03-01,2018-02-01,病假,", ""),
    ("articles", f"AR01,M01,{'长' * 161},2018-01-05,,", "title"),
    ("contacts", "CT01,M01", ""),
    ("contacts", "CT01,M01,M02,2018-01-11,面谈,又一格", ""),
]


@pytest.mark.parametrize(("file", "row", "column"), OTHERS)
def test_what_cannot_be_read_is_refused_without_a_flag(folder, file, row, column):
    folder.write(file, row)

    refused = only_refusal(folder)

    assert (refused.file, refused.line, refused.column, refused.remark) == (f"year/{file}.csv", 2, column, "")
    assert refused.reason.endswith((".", "。"))
    assert refused.row


def test_a_refused_row_does_not_touch_its_neighbours(folder):
    folder.write("meetings", "MT00,2018-01-32,,,,学习,all_member,held,,", MEETING, "MT02,,,,,学习,all_member,held,,")

    load = folder.load()

    assert [meeting.code for meeting in Meeting.objects.all()] == ["MT01"]
    assert load.counts["meetings.csv"] == {"new": 1, "refused": 2}


def test_the_whole_row_is_kept_for_its_author(folder):
    folder.write("meetings", "MT01,2018-02-30,,,会议室,学习,all_member,held,,")

    assert only_refusal(folder).row == {
        "meeting_id": "MT01",
        "held_on": "2018-02-30",
        "start": "",
        "end": "",
        "venue": "会议室",
        "topic": "学习",
        "kind": "all_member",
        "status": "held",
        "recorded_on": "",
        "confirmed_by": "",
    }


def test_the_first_of_two_rows_of_one_number_stands(folder):
    folder.write("meetings", MEETING, "MT01,2018-05-01,,,,另一次,all_member,held,,")

    refused = only_refusal(folder)

    assert refused.line == 3
    assert refused.reason == "Line 2 already has a row of this number."
    assert Meeting.objects.get().topic == "学习交流"


def test_a_refused_row_does_not_keep_the_next_of_its_number_out(folder):
    folder.write("meetings", "MT01,2018-02-30,,,,学习,all_member,held,,", MEETING)

    folder.load()

    assert Meeting.objects.count() == 1


def test_the_first_mark_of_a_member_at_an_event_stands(folder):
    folder.write("meetings", MEETING)
    folder.write("attendance", "meeting,MT01,M01,present", "meeting,MT01,M01,absent", "meeting,MT01,M02,asleep")

    folder.load()

    assert [(mark.member.member_no, mark.mark) for mark in MeetingAttendance.objects.all()] == [("M01", "present")]
    assert list(RefusedRow.objects.order_by("line").values_list("line", "column", "year")) == [
        (3, "member_id", 2018),
        (4, "mark", 2018),
    ]


def test_a_mark_of_somebody_nobody_knows_has_no_flag(folder):
    folder.write("meetings", MEETING)
    folder.write("attendance", "meeting,MT01,X99,present")

    assert only_refusal(folder).remark == ""


def test_a_mark_of_who_is_not_a_member_that_day_is_kept(folder):
    folder.write("members", "M01,田一禾,女,,,2018-06-01,,,,")
    folder.write("meetings", MEETING)
    folder.write("attendance", "meeting,MT01,M01,present")

    assert folder.load().refusals == []
    assert MeetingAttendance.objects.count() == 1


def test_a_signature_stands_once(folder):
    folder.write("proposals", PROPOSAL)
    folder.write("proposal_signers", "PR01,M01,lead", "PR01,M01,joint")

    assert only_refusal(folder).line == 3
    assert folder.load().counts["proposal_signers.csv"] == {"unchanged": 1, "refused": 1}


def test_overlapping_spans_of_one_member_are_refused(folder):
    folder.write("members", "M01,田一禾,女,,,2015-01-01,2017-01-01,,,", "M01,田一禾,女,,,2016-06-01,,,,")

    refused = only_refusal(folder)

    assert refused.reason == "The span overlaps another membership of the same member."
    assert Membership.objects.count() == 1


def test_a_register_row_with_a_bad_date_has_no_flag_and_makes_no_member(folder):
    folder.write("members", "M01,田一禾,女,,,2015-02-30,,,,")

    assert only_refusal(folder).remark == ""
    assert not Member.objects.exists()


def test_what_is_unreadable_on_a_card_but_not_needed_costs_a_doubt_only(folder):
    folder.write("members", "M01,田一禾,不明,197X,2015-01,2015-01-01,,,,")

    load = folder.load()

    assert load.counts["members.csv"] == {"doubtful": 1}
    assert set(RefusedRow.objects.values_list("column", flat=True)) == {"sex", "birth_month"}
    assert Member.objects.get().birth_month == ""


def test_a_contact_of_a_stranger_made_out_of_office_is_told_both(folder):
    contact = "主任联系会员,director,quarterly,contact,contacts_per_member,>=,1,次,联系记录,branch,8,2018-01-01,"
    folder.write("rules", f"R05,I2,第二条,{contact}")
    folder.write("posts", "M01,主任,2016-12-01,")
    folder.write("contacts", "CT01,M02,X99,2018-01-11,面谈", "CT02,M01,X99,2018-01-11,面谈")

    folder.load()

    flags = set(RefusedRow.objects.values_list("record_code", "remark"))
    assert flags == {("CT01", "NOT_A_MEMBER"), ("CT01", "NOT_IN_OFFICE"), ("CT02", "NOT_A_MEMBER")}
