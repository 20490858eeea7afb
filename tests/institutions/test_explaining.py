"""Every verdict says why: the sentence, the records that count, those that do not and the reason, who was missing."""

from datetime import date

import pytest
from django.urls import reverse

from tests.world import report_info
from zuji.contacts.actions import record_contact
from zuji.institutions.actions import refresh
from zuji.institutions.queries.explaining import explain
from zuji.institutions.queries.standings import standings_of, standings_of_code
from zuji.organizations.models import Organization
from zuji.proposals.actions import record_proposal

pytestmark = pytest.mark.django_db
LATER = date(2019, 6, 1)


def explained(world, code, window_key="", *, today=LATER):
    """The explanations of one window, as its page makes them."""
    branch = Organization.objects.get(pk=world.branch.pk)
    refresh(branch, 2018, today=today)
    return explain(branch, standings_of_code(standings_of(branch, 2018), code, window_key))


def about(explanations, member):
    return next(each for each in explanations if each.standing.member_id == member.pk)


def codes(lines):
    return [line.record.code for line in lines]


# The sentence


def test_a_month_one_info_short_says_so(world):
    [april] = explained(world, "infos-monthly", "2018-04")

    assert april.headline == "4月 5 条，要求 6 条，差 1 条"


def test_a_month_that_suffices_says_what_there_is(world):
    [january] = explained(world, "infos-monthly", "2018-01")

    assert january.headline == "1月 6 条，要求 6 条"


def test_a_month_still_running_says_by_when(world):
    [april] = explained(world, "infos-monthly", "2018-04", today=date(2018, 4, 20))

    assert april.headline == "4月 5 条，要求 6 条，4月30日前还差 1 条"


def test_a_rate_shows_both_numbers_and_the_minimum(world):
    record_proposal(world.branch, code="PR02", title="二", submitted_on=date(2018, 2, 1), status="not_filed")

    [rate] = explained(world, "filing-rate")

    assert rate.headline == "2018年 1 ÷ 2 ＝ 50%，要求 85%"


def test_what_concerns_a_member_begins_with_the_name(world):
    explanations = explained(world, "thought-reports", "2018Q1")

    assert about(explanations, world.member).headline == "林四维：第一季度 1 份，要求 1 份"
    assert about(explanations, world.deputy).headline == "乔二木：第一季度 0 份，要求 1 份，差 1 份"


def test_what_is_not_owed_says_why_not(world):
    explanations = explained(world, "director-contacts", "2018Q1")

    assert "职务" in about(explanations, world.director).sentence


# The records


def test_the_records_that_count_are_listed_by_day_with_their_pages(world):
    [april] = explained(world, "infos-monthly", "2018-04")

    assert codes(april.evidence) == ["IN040", "IN041", "IN042", "IN043", "IN044"]
    assert [line.on.day for line in april.evidence] == [10, 11, 12, 13, 14]
    assert april.evidence[0].url == reverse("infos:info-detail", args=[april.evidence[0].record.pk])
    assert april.left_out == ()


def test_a_ratio_says_on_which_side_a_record_stands(world):
    [rate] = explained(world, "filing-rate")

    assert sorted((line.part, line.sign) for line in rate.evidence) == [("denominator", 1), ("numerator", 1)]
    assert all(line.note for line in rate.evidence)


LEFT_OUT = [
    ("a duplicate", {"duplicate_of": "IN040"}, "与另一条重复"),
    ("late, confirmed by nobody", {"recorded_on": date(2018, 8, 1)}, "迟录且未经确认"),
]


@pytest.mark.parametrize(("fields", "reason"), [row[1:] for row in LEFT_OUT], ids=[row[0] for row in LEFT_OUT])
def test_a_record_that_does_not_count_is_listed_with_the_reason(world, fields, reason):
    report_info(world, "IN049", date(2018, 4, 20), **fields)

    [april] = explained(world, "infos-monthly", "2018-04")

    assert april.sentence == "5 条，要求 6 条，差 1 条"
    assert [(line.record.code, line.why_words) for line in april.left_out] == [("IN049", reason)]


def test_a_duplicate_of_a_members_info_is_listed_too(world):
    report_info(world, "IN049", date(2018, 4, 20), member=world.member, duplicate_of="IN040")

    [april] = explained(world, "infos-monthly", "2018-04")

    assert [line.why_words for line in april.left_out] == ["与另一条重复"]


def test_who_was_no_member_that_day_is_listed_with_that_reason(world):
    report_info(world, "IN049", date(2018, 4, 20), member=world.other_member)

    [april] = explained(world, "infos-monthly", "2018-04")

    assert codes(april.left_out) == ["IN049"]
    assert april.left_out[0].why_not == "NOT_A_MEMBER"
    assert april.left_out[0].why_words == "当天不在册"


def test_who_held_no_office_that_day_is_listed_with_that_reason(world):
    record_contact(
        world.branch,
        code="CT02",
        by_member_id=world.officer.pk,
        member_id=world.deputy.pk,
        on=date(2018, 2, 2),
        form="电话",
    )

    explanations = explained(world, "director-contacts", "2018Q1")

    deputy = about(explanations, world.deputy)
    assert about(explanations, world.former_director).left_out == ()
    assert deputy.evidence == ()
    assert [(line.record.code, line.why_not) for line in deputy.left_out] == [("CT02", "NOT_IN_OFFICE")]
    assert "职务" in deputy.left_out[0].why_words


def test_a_late_record_that_was_confirmed_counts_and_is_not_left_out(world):
    report_info(world, "IN049", date(2018, 4, 20), recorded_on=date(2018, 8, 1), confirmed_by="乔二木")

    [april] = explained(world, "infos-monthly", "2018-04")

    assert "IN049" in codes(april.evidence)
    assert april.left_out == ()


# The people


def test_an_event_names_who_was_missing(world):
    [activity] = explained(world, "service-activities")

    assert activity.headline == "义诊 应到 5 人，实到 4 人，缺 1 人"
    assert [line.member for line in activity.people if not line.was_present] == [world.deputy]
    assert len(activity.people) == 5


def test_a_share_lists_each_event_and_whether_one_came(world):
    member = about(explained(world, "meeting-attendance"), world.member)

    assert [(str(line.event), line.was_present) for line in member.people] == [("学习交流会", True)]


# The page


@pytest.fixture
def open_cell(world, client):
    def as_role(role, code, window_key):
        client.force_login(getattr(world.users, role))
        return client.get(reverse("institutions:standing-detail", args=[world.branch.pk, code, 2018, window_key]))

    return as_role


def test_the_page_quotes_the_clause_and_lists_the_records(world, open_cell):
    page = open_cell("member", "infos-monthly", "2018-04").content.decode()

    assert "支部每月报送社情民意信息不少于6条。" in page
    assert "5 条，要求 6 条，差 1 条" in page
    assert "关于IN040的建议" in page


def test_an_ordinary_member_reads_about_nobody_else(world, open_cell):
    own, all_of_them = (open_cell(role, "thought-reports", "2018Q1") for role in ("member", "director"))

    assert [each.standing.member for each in own.context["explanations"]] == [world.member]
    assert len(all_of_them.context["explanations"]) == 5
    assert "乔二木" not in own.content.decode()


def test_the_year_of_a_duty_names_nobody_else_either(world, client):
    client.force_login(world.users.member)

    page = client.get(reverse("institutions:duty-detail", args=[world.branch.pk, "thought-reports", 2018]))

    assert "林四维" in page.content.decode()
    assert "乔二木" not in page.content.decode()
    assert len(page.context["lines"]) == 4


@pytest.mark.parametrize(
    "path",
    [
        "duties/infos-monthly/2018/2018-13/",
        "duties/infos-monthly/2018/nonsense/",
        "duties/no-such-duty/2018/",
        "duties/infos-monthly/2017/",
        "duties/infos-monthly/0/",
        "duties/infos-monthly/99999/",
    ],
)
def test_a_cell_that_does_not_exist_is_not_there(world, client, path):
    client.force_login(world.users.director)

    assert client.get(f"/organizations/{world.branch.pk}/{path}").status_code == 404


def test_explaining_many_asks_as_few_questions_as_explaining_one(world, django_assert_max_num_queries):
    branch = Organization.objects.get(pk=world.branch.pk)
    refresh(branch, 2018, today=LATER)
    standings = standings_of_code(standings_of(branch, 2018), "director-contacts")

    with django_assert_max_num_queries(6):
        assert len(explain(branch, standings)) == 20
