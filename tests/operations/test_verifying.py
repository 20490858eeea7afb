"""`zuji verify` names the first thing that no longer follows from what it rests on."""

from datetime import date

import pytest
from django.db import connection

from tests.operations.folders import MEETING, YEAR_2018
from zuji.duplicates.actions import remember_text
from zuji.institutions.actions import refresh
from zuji.institutions.models import Duty
from zuji.meetings.models import Meeting
from zuji.operations.main import main
from zuji.organizations.models import OrganizationClosure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
RULE = "R03,I4,第二条,每月学习交流会,branch,monthly,meeting:all_member,held_count,>=,1,次,签到表,branch,14,2018-01-01,"


def verify(capsys):
    """Run the command; gives its exit code and what it printed."""
    capsys.readouterr()
    code = main(["verify"])
    return code, capsys.readouterr().out


def change(statement):
    """Write to the database past every model."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount >= 1


@pytest.fixture
def judged(folder):
    """A branch with a rule, a meeting and its year judged."""
    folder.write("rules", RULE)
    folder.write("meetings", MEETING)
    branch = folder.load().branch
    refresh(branch, 2018, today=date(2019, 1, 31))
    return branch


def test_all_follows_after_the_year_is_loaded(capsys):
    main(["load", str(YEAR_2018), "--organization", "教育二支部"])

    code, printed = verify(capsys)

    assert (code, printed) == (0, "Everything follows: texts, duties, footprints, standings, fingerprints.\n")


def test_all_follows_after_the_year_is_judged(judged, capsys):
    code, printed = verify(capsys)

    assert (code, printed) == (0, "Everything follows: texts, duties, footprints, standings, fingerprints.\n")


def test_a_record_changed_behind_the_ledgers_back_is_named(judged, capsys):
    Meeting.objects.update(status="cancelled")

    code, printed = verify(capsys)

    assert code == 1
    assert printed.startswith(f"footprint: not from its record meeting:{Meeting.objects.get().pk} ")
    assert "kind=meeting.held" in printed


def test_a_record_that_is_gone_is_named_by_its_footprints(judged, capsys):
    gone = Meeting.objects.get().pk
    change("DELETE FROM meeting")

    code, printed = verify(capsys)

    assert (code, printed) == (1, f"footprint: meeting:{gone} has footprints but no record\n")


def test_a_footprint_changed_is_named_by_what_is_missing(judged, capsys):
    change("UPDATE footprint SET quantity = 2 WHERE kind = 'meeting.held'")

    code, printed = verify(capsys)

    assert code == 1
    assert printed.startswith("footprint: missing of meeting:")
    assert "quantity=1" in printed


def test_a_standing_changed_is_named_with_what_does_not_follow(judged, capsys):
    change("UPDATE standing SET status = 'missed' WHERE window_key = '2018-01'")

    code, printed = verify(capsys)

    assert code == 1
    assert printed.startswith("standing: 一支部 2018: ")
    assert "window_key=2018-01" in printed


def test_a_duty_that_its_text_does_not_say_is_named(judged, capsys):
    Duty.objects.update(sentence="支部 每月 全体会员学习交流会 ≥ 9 次 计分 支部 14")

    code, printed = verify(capsys)

    assert code == 1
    assert printed.startswith("duty: ")
    assert "“R03”" in printed


def test_a_link_missing_from_the_tree_is_named(judged, capsys):
    above = judged.parent_id
    OrganizationClosure.objects.filter(descendant=judged, ancestor_id=above).delete()

    code, printed = verify(capsys)

    assert (code, printed) == (1, f"tree: link of organization {judged.pk} to {above} at depth 1\n")


def test_a_fingerprint_that_its_text_does_not_have_is_named(judged, capsys):
    meeting = Meeting.objects.get()
    remember_text(meeting, organization_id=judged.pk, title="夜市扰民", body="夜市每天营业到凌晨两点。")
    assert verify(capsys)[0] == 0
    change("UPDATE known_text SET letters = '夜市每天营业到凌晨三点'")

    code, printed = verify(capsys)

    assert code == 1
    assert printed.startswith(f"known text: meeting:{meeting.pk} “夜市扰民”: ")
    assert printed.endswith(" not from its text\n")


def test_only_the_first_difference_is_named_unless_all_are_asked(judged, capsys):
    change("UPDATE standing SET status = 'missed'")

    assert verify(capsys)[1].count("\n") == 1

    assert main(["verify", "--all"]) == 1
    assert capsys.readouterr().out.count("\n") > 1
