"""The plan and the summary of a year: written, approved, reported to the members, and what each step refuses."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.institutions.actions import put_in_force, refresh
from zuji.institutions.queries.standings import standings_of
from zuji.meetings import actions
from zuji.meetings.models import WORK_PAPERS, WorkPaper, WorkPlan, WorkSummary

pytestmark = pytest.mark.django_db
ROLES = (
    "nobody_yet",
    "other_member",
    "former_director",
    "member",
    "officer",
    "deputy",
    "director",
    "chair",
    "operator",
)
KEEPERS = {"officer", "deputy", "director", "operator"}
HEADS = {"deputy", "director", "operator"}
ON = date(2018, 1, 18)


@pytest.fixture(params=[WorkPlan, WorkSummary])
def paper(request, world) -> WorkPaper:
    """A draft of 2018."""
    return request.param.objects.get()


def written(world, text: str, *, seen: int, by: str = "石三川", year: int = 2018) -> WorkPlan:
    return actions.write_work_paper(WorkPlan, world.branch, year=year, text=text, seen=seen, by=by)


def reported(world, paper: WorkPaper, **said) -> WorkPaper:
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    kept = {"meeting": world.held, "reported_on": None, "today": date(2018, 2, 1)}
    return actions.report_work_paper(paper, **kept | said)


def facts() -> list[tuple]:
    rows = Footprint.objects.standing().filter(kind__in=["plan.reported", "summary.reported"])
    return list(rows.values_list("kind", "credit", "about", "happened_on"))


# Writing


def test_a_draft_leaves_no_footprint(paper):
    assert facts() == []


def test_one_paper_a_year(world):
    written(world, "新的一年。", seen=0, year=2019)
    again = written(world, "新的一年。", seen=0, year=2019)

    assert again.revision == 1
    assert WorkPlan.objects.count() == 2


def test_a_stale_page_is_refused_and_the_other_writer_named(world):
    written(world, "乔二木写的。", seen=1, by="乔二木")

    with pytest.raises(actions.StalePaper, match="乔二木"):
        written(world, "石三川写的。", seen=1)

    assert WorkPlan.objects.get().text == "乔二木写的。"


def test_an_empty_text_and_a_year_that_cannot_be_meant_are_refused(world):
    for text, year in (("  ", 2018), ("计划", 218)):
        with pytest.raises(RecordingError) as refused:
            written(world, text, seen=1, year=year)
        assert refused.value.field == "text"


def test_what_is_approved_is_no_longer_written_on(world):
    actions.approve_work_paper(WorkPlan.objects.get(), on=ON, by="田一禾")

    with pytest.raises(ZujiError, match="已经批准"):
        written(world, "改一改。", seen=2)


def test_approving_twice_keeps_the_first(paper):
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    actions.approve_work_paper(paper, on=date(2018, 5, 1), by="乔二木")

    paper.refresh_from_db()
    assert (paper.approved_by, paper.approved_on) == ("田一禾", ON)


# Reporting


def test_reported_at_a_meeting_it_counts_on_that_day_about_its_year(world, paper):
    reported(world, paper)
    reported(world, paper, meeting=None, reported_on=date(2018, 1, 31))

    paper.refresh_from_db()
    assert (paper.reported_at_meeting, paper.reported_on) == (world.held, date(2018, 1, 19))
    assert facts() == [(f"{paper.kind}.reported", "branch", "2018", date(2018, 1, 19))]


def test_reported_without_a_meeting_it_counts_on_its_day(world, paper):
    reported(world, paper, meeting=None, reported_on=date(2018, 1, 31))

    assert facts() == [(f"{paper.kind}.reported", "branch", "2018", date(2018, 1, 31))]


@pytest.mark.parametrize(
    ("which", "field", "sentence"),
    [
        ("planned", "meeting", "应在已召开的全体会员会议上报告。"),
        ("missed", "meeting", "应在已召开的全体会员会议上报告。"),
        ("of another branch", "meeting", "应在已召开的全体会员会议上报告。"),
        ("nothing", "reported_on", "请选择会议，或者填写日期。"),
        ("a day to come", "reported_on", "这一天还没有到。"),
        ("an absurd day", "reported_on", ""),
    ],
)
def test_what_cannot_be_is_refused_by_field(world, paper, which, field, sentence):
    said = {"meeting": None}
    if which in ("planned", "missed"):
        said = {"meeting": getattr(world, which)}
    elif which == "of another branch":
        meeting = world.held
        meeting.organization = world.other_branch
        said = {"meeting": meeting}
    elif which != "nothing":
        said |= {"reported_on": date(2018, 2, 2) if which == "a day to come" else date(218, 1, 1)}

    with pytest.raises(RecordingError) as refused:
        reported(world, paper, **said)

    assert refused.value.field == field
    assert not sentence or str(refused.value) == sentence
    assert facts() == []


def test_before_it_is_approved_nothing_is_reported(world, paper):
    with pytest.raises(ZujiError, match="须先批准"):
        actions.report_work_paper(paper, meeting=world.held, reported_on=None, today=ON)


def test_a_meeting_at_which_something_was_reported_is_not_called_off(world, paper):
    reported(world, paper)

    with pytest.raises(ZujiError, match=f"{paper}是在这次会议上报告的"):
        actions.cancel_meeting(world.held, reason="没有开成", by="田一禾")


def test_steps_are_taken_back_one_by_one_with_a_reason(world, paper):
    reported(world, paper)

    with pytest.raises(RecordingError):
        actions.take_back_step(paper, reason=" ", by="田一禾")
    first = actions.take_back_step(paper, reason="会上没有讲完", by="田一禾")
    assert (first.is_reported, first.is_approved, first.remark) == (False, True, "田一禾收回：会上没有讲完")
    second = actions.take_back_step(paper, reason="还要改", by="田一禾")
    assert (second.is_reported, second.is_approved) == (False, False)
    with pytest.raises(ZujiError, match="还是草稿"):
        actions.take_back_step(paper, reason="再收回", by="田一禾")
    assert facts() == []


def test_a_duty_of_a_text_is_met_by_it(world):
    text = (
        "# 工作计划制度\n\n第一条 年初报告计划，年底报告总结。\n\n"
        "```duty yearly-plan 年度计划\n支部 每年 1月31日前 报告年度工作计划 ≥ 1 份\n```\n\n"
        "```duty yearly-summary 年度总结\n支部 每年 12月31日前 报告年度工作总结 ≥ 1 份\n```\n"
    )
    put_in_force(world.branch, code="P1", title="工作计划制度", text=text, from_on=date(2018, 1, 1))
    reported(world, WorkPlan.objects.get())

    refresh(world.branch, 2018, today=date(2019, 6, 1))

    status = {s.duty.code: s.status for s in standings_of(world.branch, 2018)}
    assert (status["yearly-plan"], status["yearly-summary"]) == ("met", "missed")


# Who may do what


@pytest.mark.parametrize("role", ROLES)
def test_only_who_keeps_the_records_writes(world, client, paper, role):
    client.force_login(getattr(world.users, role))

    answer = client.post(
        reverse(f"meetings:work-{paper.kind}-edit", args=[world.branch.pk, 2018]), {"text": "改。", "seen": "1"}
    )

    assert answer.status_code == (302 if role in KEEPERS else 404)
    paper.refresh_from_db()
    assert (paper.text == "改。") is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
def test_only_the_head_and_the_deputy_approve_and_take_back(world, client, paper, role):
    client.force_login(getattr(world.users, role))

    approval = client.post(reverse(f"meetings:work-{paper.kind}-approval-create", args=[paper.pk]))
    paper.refresh_from_db()
    was_approved = paper.is_approved
    removal = client.post(
        reverse(f"meetings:work-{paper.kind}-step-removal-create", args=[paper.pk]), {"reason": "还要改"}
    )

    paper.refresh_from_db()
    assert {approval.status_code, removal.status_code} == {302 if role in HEADS else 404}
    assert was_approved is (role in HEADS)
    assert not paper.is_approved


@pytest.mark.parametrize("role", ROLES)
def test_only_who_keeps_the_records_notes_the_report(world, client, paper, role):
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    client.force_login(getattr(world.users, role))

    answer = client.post(
        reverse(f"meetings:work-{paper.kind}-report-create", args=[paper.pk]), {"meeting": world.held.pk}
    )

    assert answer.status_code == (302 if role in KEEPERS else 404)
    paper.refresh_from_db()
    assert paper.is_reported is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
def test_members_of_the_branch_and_superiors_read_it(world, client, paper, role):
    client.force_login(getattr(world.users, role))

    answer = client.get(reverse(f"meetings:work-{paper.kind}-detail", args=[paper.pk]))

    assert answer.status_code == (404 if role in ("nobody_yet", "other_member") else 200)


# Pages


def test_a_paper_saved_after_a_clash_was_told_stands(world, client, paper):
    address = reverse(f"meetings:work-{paper.kind}-edit", args=[world.branch.pk, 2018])
    client.force_login(world.users.officer)
    model = WORK_PAPERS[paper.kind]
    actions.write_work_paper(model, world.branch, year=2018, text="乔二木写的。", seen=1, by="乔二木")

    clash = client.post(address, {"text": "石三川写的。", "seen": "1"})
    again = client.post(address, {"text": "石三川写的。", "seen": clash.context["form"]["seen"].value()})

    page = clash.content.decode()
    assert "乔二木已先行改动" in page
    assert "乔二木写的。" in page
    assert "石三川写的。" in page
    assert (clash.status_code, again.status_code) == (409, 302)
    paper.refresh_from_db()
    assert paper.text == "石三川写的。"


def test_an_empty_text_is_refused_on_the_page(world, client):
    client.force_login(world.users.officer)

    answer = client.post(reverse("meetings:work-plan-edit", args=[world.branch.pk, 2019]), {"text": "", "seen": "0"})

    assert answer.status_code == 200
    assert "必填项" in answer.content.decode()
    assert not WorkPlan.objects.filter(year=2019).exists()


def test_a_meeting_that_is_none_of_theirs_is_refused_on_the_page(world, client, paper):
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    client.force_login(world.users.officer)

    answer = client.post(
        reverse(f"meetings:work-{paper.kind}-report-create", args=[paper.pk]), {"meeting": world.planned.pk}
    )

    assert answer.status_code == 200
    assert facts() == []


def test_a_day_to_come_is_refused_with_its_sentence(world, client, paper):
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    client.force_login(world.users.officer)

    answer = client.post(
        reverse(f"meetings:work-{paper.kind}-report-create", args=[paper.pk]),
        {"reported_on": (today() + timedelta(days=1)).isoformat()},
    )

    assert "这一天还没有到。" in answer.content.decode()


def test_an_approved_paper_is_read_not_edited(world, client, paper):
    actions.approve_work_paper(paper, on=ON, by="田一禾")
    client.force_login(world.users.officer)

    answer = client.get(reverse(f"meetings:work-{paper.kind}-edit", args=[world.branch.pk, 2018]))

    assert answer.url == reverse(f"meetings:work-{paper.kind}-detail", args=[paper.pk])


@pytest.mark.parametrize("year", [1, 1944, 2101])
def test_a_year_that_cannot_be_meant_has_no_page(world, client, year):
    client.force_login(world.users.officer)

    assert client.get(reverse("meetings:work-plan-edit", args=[world.branch.pk, year])).status_code == 404


def test_the_list_offers_writing_to_who_keeps_the_records_only(world, client):
    address = reverse("meetings:work-paper-list", args=[world.branch.pk])
    shown = {}
    for role in ("member", "officer"):
        client.force_login(getattr(world.users, role))
        shown[role] = client.get(address, {"year": 2019}).content.decode()

    writing = reverse("meetings:work-plan-edit", args=[world.branch.pk, 2019])
    assert writing in shown["officer"]
    assert writing not in shown["member"]
    assert "尚未起草" in shown["member"]


def test_a_years_papers_cost_few_queries(world, client, django_assert_max_num_queries):
    client.force_login(world.users.member)
    address = reverse("meetings:work-paper-list", args=[world.branch.pk])
    client.get(address, {"year": 2018})

    with django_assert_max_num_queries(12):
        client.get(address, {"year": 2018})
