"""What belongs to the committee is there once, and every branch brings only its own part."""

from datetime import date

import pytest

from tests.operations.folders import SmallFolder
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.footprints.models import Footprint, RefusedRow
from zuji.publicity.models import JournalIssue
from zuji.service.models import ServiceActivity
from zuji.study.models import StudyTask, StudyTaskCompletion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def with_city_rows(folder: SmallFolder) -> SmallFolder:
    folder.write("study_tasks", "TK01,会章,2018-04-10,2018-06-30,2018-06-22,学习笔记")
    folder.write("journal_issues", "2018-1,《绥化民进》,2018-01-28")
    folder.write("node_days", "ND01,建党97周年,2018-07-01,2018-06-29,座谈会,held")
    folder.write("activities", "AC01,演唱会,市委会,2018-05-12,held")
    folder.write("service_activities", "SV01,社区服务日,市委会,2018-03-10,held")
    return folder.write(
        "attendance", "activity,AC01,M01,present", "service,SV01,M01,leave", "node_day,ND01,M02,present"
    )


@pytest.fixture
def first(folder):
    return with_city_rows(folder).load("一支部", parent="市委会")


@pytest.fixture
def second_folder(tmp_path):
    return with_city_rows(SmallFolder(tmp_path / "second"))


def test_the_second_branch_shares_the_committees_rows(first, second_folder):
    second = second_folder.load("二支部", parent="市委会")

    for model in (StudyTask, JournalIssue, NodeDay, ThemeActivity, ServiceActivity):
        assert model.objects.get().organization == first.committee
    assert {each.organization for each in StudyTaskCompletion.objects.all()} == {first.branch, second.branch}
    assert {each.organization for each in NodeDayObservance.objects.all()} == {first.branch, second.branch}
    assert ThemeActivity.objects.get().attendance.count() == 2
    assert second.refusals == []


def test_each_trigger_and_each_event_is_posted_once(first, second_folder):
    second_folder.load("二支部")

    for kind in ("study_task.issued", "journal.issued", "node_day.planned", "activity.held", "service.held"):
        assert Footprint.objects.filter(kind=kind).count() == 1, kind
    assert Footprint.objects.filter(kind="activity.attended").count() == 2


def test_where_they_differ_the_committees_row_stays_and_the_branchs_part_is_taken(first, second_folder):
    second_folder.write("study_tasks", "TK01,会章,2018-04-10,2018-07-31,2018-07-22,学习笔记")
    second_folder.write("node_days", "ND01,建党,2018-07-01,2018-07-02,参观,held")

    second = second_folder.load("二支部")

    assert StudyTask.objects.get().due_on == date(2018, 6, 30)
    assert StudyTaskCompletion.objects.get(organization=second.branch).studied_on == date(2018, 7, 22)
    assert NodeDayObservance.objects.get(organization=second.branch).held_on == date(2018, 7, 2)
    refused = RefusedRow.objects.get(column="due_on")
    assert refused.organization == second.branch
    assert refused.reason == "市委会 has “2018-06-30” here; its record stays as it is."
    assert second.counts["study_tasks.csv"] == {"doubtful": 1}


def test_a_row_that_is_the_committees_alone_is_refused_where_it_differs(first, second_folder):
    second_folder.write("activities", "AC01,演唱会,市委会,2018-05-13,held")

    second = second_folder.load("二支部")

    assert ThemeActivity.objects.get().held_on == date(2018, 5, 12)
    assert second.counts["activities.csv"] == {"refused": 1}
    assert second.branch.pk in ThemeActivity.objects.get().attendance.values_list("organization_id", flat=True)


def test_another_committees_branches_share_nothing_with_it(first, second_folder):
    second_folder.write("activities", "AC01,运动会,省委会,2018-09-13,held")

    second = second_folder.load("三支部", parent="另一市委会")

    assert second.refusals == []
    assert ThemeActivity.objects.count() == 2
