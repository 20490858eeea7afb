"""The pages of votes: who may do what, what a phone sends, and what is said when it cannot be."""

import pytest
from django.urls import reverse

from tests.meetings.meeting_room import AFTER
from zuji.meetings import actions
from zuji.meetings.actions import Motion
from zuji.meetings.models import BallotRollEntry, Tally, Vote

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
IN_THE_BRANCH = {"former_director", "member", "officer", "deputy", "director"}


@pytest.fixture
def vote(world) -> Vote:
    """The show of hands of January."""
    return world.held.votes.get()


@pytest.fixture
def ballot(world) -> Vote:
    return actions.open_ballot(world.held, Motion("选举委员", "secret_ballot"), by="石三川").record


def post(world, client, role, name, number, **data):
    client.force_login(getattr(world.users, role))
    return client.post(reverse(f"meetings:{name}", args=[number]), data)


def hands(**more) -> dict[str, str]:
    said = {"question": "通过修订稿", "majority": "simple", "agenda_item": ""}
    return said | {"for_count": "3", "against_count": "1", "abstained_count": "1"} | more


# Who may do what


@pytest.mark.parametrize("role", ROLES)
def test_only_who_keeps_the_records_puts_something_to_the_vote(world, client, role):
    answer = post(world, client, role, "vote-create", world.held.pk, **hands())

    assert answer.status_code == (302 if role in KEEPERS else 404)
    assert Vote.objects.filter(question="通过修订稿").exists() is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", ["correction-create", "withdrawal-create"])
def test_only_who_keeps_the_records_corrects_or_withdraws(world, client, vote, role, name):
    seen = world.held.revision
    data = {"for_count": "3", "against_count": "2", "abstained_count": "0", "reason": "重新清点", "seen": seen}

    answer = post(world, client, role, name, vote.pk, **data)

    assert answer.status_code == (302 if role in KEEPERS else 404)
    vote.refresh_from_db()
    assert ((vote.state, vote.for_count) != ("counted", 4)) is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
def test_only_who_keeps_the_records_closes_a_ballot(world, client, ballot, role):
    for member in (world.director, world.deputy, world.member):
        actions.cast_ballot(ballot, member, choice="for")

    answer = post(world, client, role, "closing-create", ballot.pk)

    assert answer.status_code == (302 if role in KEEPERS else 404)
    ballot.refresh_from_db()
    assert (ballot.state == "counted") is (role in KEEPERS)


@pytest.mark.parametrize("role", ROLES)
def test_only_those_present_cast_a_vote(world, client, ballot, role):
    answer = post(world, client, role, "ballot-create", ballot.pk, choice="for")

    assert answer.status_code == (302 if role in IN_THE_BRANCH | {"chair"} else 404)
    assert BallotRollEntry.objects.filter(has_voted=True).count() == (role in IN_THE_BRANCH)


def test_a_member_whose_vote_is_in_is_told_so_and_sees_no_form_again(world, client, ballot):
    page = reverse("meetings:vote-detail", args=[ballot.pk])
    client.force_login(world.users.member)
    before = client.get(page)

    answer = client.post(reverse("meetings:ballot-create", args=[ballot.pk]), {"choice": "against"}, follow=True)

    assert 'name="choice"' in before.content.decode()
    assert 'name="choice"' not in answer.content.decode()
    assert "已收到您的一票。任何页面都不显示您的选择。" in answer.content.decode()
    assert "您已投票" in client.get(page).content.decode()


def test_a_second_vote_is_refused_with_a_sentence(world, client, ballot):
    post(world, client, "member", "ballot-create", ballot.pk, choice="for")

    again = post(world, client, "member", "ballot-create", ballot.pk, choice="against")

    assert "您已经投过票了，投出后不能改。" in client.get(again.url).content.decode()


@pytest.mark.parametrize("data", [{}, {"choice": "maybe"}])
def test_a_vote_for_nothing_is_refused_with_a_sentence(world, client, ballot, data):
    answer = post(world, client, "member", "ballot-create", ballot.pk, **data)

    assert "请在三项中选一项" in client.get(answer.url).content.decode()


def test_the_browser_keeps_no_page_of_a_ballot(world, client, ballot):
    client.force_login(world.users.member)

    page = client.get(reverse("meetings:vote-detail", args=[ballot.pk]))

    assert "no-store" in page.headers["Cache-Control"]
    assert page.content.decode().count('autocomplete="off"') >= 4


def test_nobody_casts_a_vote_that_is_counted_by_hand(world, client, vote):
    assert post(world, client, "member", "ballot-create", vote.pk, choice="for").status_code == 404


# Entering numbers


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"for_count": "5"}, "票数超过到会人数：共7票，到会5人。"),
        ({"for_count": "-1"}, "大于或等于"),
        ({"for_count": ""}, "这个字段是必填项"),
        ({"for_count": "三"}, "输入整数"),
        ({"for_count": "0", "against_count": "0", "abstained_count": "0"}, "一票也没有"),
        ({"question": " "}, "这个字段是必填项"),
        ({"question": "通过年度工作计划"}, "这一事项已经表决过"),
        ({"majority": "all"}, "可用的选项"),
        ({"agenda_item": "99"}, "有效的选项"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_is_still_there(world, client, data, sentence):
    answer = post(world, client, "officer", "vote-create", world.held.pk, **hands(**data))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert 'name="against_count" value="' + hands(**data)["against_count"] in page
    assert Vote.objects.count() == 1


def test_full_width_digits_are_taken(world, client):
    answer = post(world, client, "officer", "vote-create", world.held.pk, **hands(for_count="３"))

    assert answer.status_code == 302


def test_of_a_meeting_to_come_it_is_said_what_is_missing(world, client):
    answer = post(world, client, "officer", "vote-create", world.planned.pk, **hands())

    assert answer.status_code == 200
    assert answer.content.decode().count("请先记录到会情况，再表决。") == 2


def test_a_double_tap_leads_to_the_same_vote(world, client):
    first, second = (post(world, client, "officer", "vote-create", world.held.pk, **hands()) for _tap in range(2))

    assert first.url == second.url


def test_papers_have_a_field_for_invalid_ones(world, client):
    client.force_login(world.users.officer)
    address = reverse("meetings:vote-create", args=[world.held.pk]) + "?method=paper_ballot"

    page = client.get(address).content.decode()
    client.post(address, hands(for_count="2", invalid_count="1"))

    assert 'name="invalid_count"' in page
    assert Vote.objects.get(question="通过修订稿").invalid_count == 1


def test_a_ballot_is_opened_with_a_question_alone(world, client):
    client.force_login(world.users.officer)
    address = reverse("meetings:vote-create", args=[world.held.pk]) + "?method=secret_ballot"

    page = client.get(address).content.decode()
    answer = client.post(address, {"question": "选举委员", "majority": "simple"})

    assert 'name="for_count"' not in page
    assert "5人中已有0人投票" in client.get(answer.url).content.decode()


def test_a_correction_after_a_clash_shows_both_and_can_then_be_saved(world, client, vote):
    data = {"for_count": "3", "against_count": "2", "abstained_count": "0", "reason": "重新清点"}
    seen = world.held.revision
    actions.correct_vote(vote, tally=Tally(2, 2, 1), reason="先改", seen=seen, on=AFTER, by="乔二木")

    clash = post(world, client, "officer", "correction-create", vote.pk, **data, seen=seen)
    again = post(
        world, client, "officer", "correction-create", vote.pk, **data, seen=clash.context["form"]["seen"].value()
    )

    page = clash.content.decode()
    assert "乔二木已先行改动" in page
    assert "目前已保存的内容：同意2票，反对2票，弃权1票" in page
    assert 'name="for_count" value="3"' in page
    assert (clash.status_code, again.status_code) == (409, 302)
    assert [str(was) for was in vote.corrections.all()] == ["先改", "重新清点"]


def test_the_page_of_a_vote_tells_the_numbers_the_rule_and_who_did_not_vote(world, client):
    vote = actions.record_vote(world.held, Motion("新事", "show_of_hands"), tally=Tally(3, 1, 0), by="石三川").record
    client.force_login(world.users.member)

    page = client.get(reverse("meetings:vote-detail", args=[vote.pk])).content.decode()

    assert "超过到会人数的1/2" in page
    assert "到会5人，须有3票同意方为通过。" in page
    assert "未投票" in page
    assert "通过" in page


def test_a_void_vote_says_why(world, client):
    world.held.attendance.exclude(member=world.director).update(mark="absent")
    vote = actions.record_vote(world.held, Motion("新事", "show_of_hands"), tally=Tally(1, 0, 0), by="石三川").record
    client.force_login(world.users.member)

    page = client.get(reverse("meetings:vote-detail", args=[vote.pk])).content.decode()

    assert "无效：到会1人，法定人数3人。" in page


def test_the_meeting_lists_its_votes_and_offers_three_ways_to_who_keeps_the_records(world, client):
    shown = {}
    for role in ("member", "officer"):
        client.force_login(getattr(world.users, role))
        shown[role] = client.get(reverse("meetings:meeting-detail", args=[world.held.pk])).content.decode()

    assert "同意4票，反对0票，弃权1票" in shown["member"]
    assert shown["officer"].count("?method=") == 3
    assert "?method=" not in shown["member"]
