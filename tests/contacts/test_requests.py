"""A member asks, the branch answers within ten working days, the member says whether that settles it."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import answer_request, make_request, remove_request, settle_request
from zuji.contacts.models import MemberRequest, RequestAnswer
from zuji.contacts.queries import request_lines
from zuji.entries.models import EntryForMember
from zuji.footprints.models import Footprint
from zuji.foundation.clock import today
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.organizations.actions import set_policy

pytestmark = pytest.mark.django_db
ASKED = date(2018, 9, 28)
ANSWERED = date(2018, 10, 9)


def ask(world, **given):
    said = {"member": world.deputy, "matter": "希望提供学习资料", "asked_on": ASKED, "today": ASKED}
    return make_request(world.branch, **(said | given))


def answer(asked, **given):
    return answer_request(asked, **({"text": "资料已寄出。", "by": "田一禾", "on": ANSWERED} | given))


def standing(kind, asked):
    return Footprint.objects.standing().filter(kind=kind, source=f"member_request:{asked.pk}")


# Asking


def test_it_is_due_ten_working_days_later_by_the_calendar_of_2018(world):
    """29, 30 September are worked, 1 to 7 October are off: 8–12 make seven, 15, 16, 17 October ten."""
    asked = ask(world).record

    made = standing("request.made", asked).get()
    assert asked.due_on == date(2018, 10, 17)
    assert (made.happened_on, made.due_on, made.member) == (ASKED, date(2018, 10, 17), world.deputy)


def test_how_many_days_is_a_setting_of_the_branch(world):
    set_policy(world.branch, key="request_working_days", value=2, from_on=date(2018, 1, 1))

    assert ask(world).record.due_on == date(2018, 9, 30)


def test_a_double_tap_asks_once(world):
    first, again = ask(world), ask(world)

    assert first.record == again.record
    assert standing("request.made", first.record).count() == 1


def test_its_name_says_neither_who_nor_what(world):
    assert [str(ask(world).record), str(ask(world, matter="另一件").record)] == ["2018-09-28/1", "2018-09-28/2"]


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"matter": "  "}, "matter", "请写明诉求内容。"),
        ({"matter": "字" * 301}, "matter", "请不要超过300字。"),
        ({"asked_on": date(2018, 9, 29)}, "asked_on", "这一天还没有到。"),
        ({"asked_on": date(1900, 1, 1)}, "asked_on", "年份 1900 不合情理：应在1945年至2100年之间。"),
    ],
)
def test_bad_input_is_said_in_a_sentence(world, given, field, sentence):
    with pytest.raises(RecordingError) as refused:
        ask(world, **given)

    assert (refused.value.field, str(refused.value)) == (field, sentence)


def test_who_is_no_member_asks_nothing(world):
    with pytest.raises(ZujiError):
        ask(world, member=world.other_member)


def test_entered_for_a_member_it_waits_for_their_word(world):
    asked = ask(world, by=world.users.officer, ground="phone").record

    entry = EntryForMember.objects.get(about=f"member_request:{asked.pk}")
    assert (entry.member, entry.ground, asked.entered_by) == (world.deputy, "phone", "石三川")


def test_entered_for_a_member_without_a_ground_it_is_refused_whole(world):
    with pytest.raises(RecordingError) as refused:
        ask(world, by=world.users.officer)

    assert refused.value.field == "ground"
    assert not MemberRequest.objects.filter(member=world.deputy).exists()


def test_taken_back_while_nobody_has_answered(world):
    asked = ask(world).record
    number = asked.pk

    remove_request(asked)

    assert not MemberRequest.objects.filter(pk=number).exists()
    assert not Footprint.objects.standing().filter(source=f"member_request:{number}").exists()


def test_an_answered_one_is_not_taken_back(world):
    asked = ask(world).record
    answer(asked)

    with pytest.raises(ZujiError):
        remove_request(asked)


# Answering


def test_an_answer_counts_on_its_day(world):
    asked = ask(world).record
    answer(asked)

    asked.refresh_from_db()
    assert asked.state == "answered"
    assert standing("request.answered", asked).get().happened_on == ANSWERED


def test_an_answer_tapped_twice_is_one(world):
    asked = ask(world).record

    assert answer(asked) == answer(asked)
    assert standing("request.answered", asked).count() == 1


@pytest.mark.parametrize(("text", "sentence"), [(" ", "请写明答复。"), ("字" * 1001, "请不要超过1000字。")])
def test_an_answer_needs_words_and_not_too_many(world, text, sentence):
    with pytest.raises(RecordingError) as refused:
        answer(ask(world).record, text=text)

    assert str(refused.value) == sentence


def test_the_member_settles_it(world):
    asked = ask(world).record
    answer(asked)
    settle_request(asked, is_settled=True, on=ANSWERED)
    again = settle_request(asked, is_settled=True, on=date(2018, 11, 1))

    assert (again.state, again.closed_on) == ("closed", ANSWERED)
    with pytest.raises(ZujiError):
        answer(asked, text="再答复")


def test_not_yet_is_no_answer_and_a_new_term_runs(world):
    """From 9 October: 10, 11, 12; 15–19; 22, 23 October make ten."""
    asked = ask(world).record
    answer(asked)

    opened = settle_request(asked, is_settled=False, on=ANSWERED)

    assert (opened.state, opened.due_on) == ("open", date(2018, 10, 23))
    assert not standing("request.answered", asked).exists()
    assert standing("request.made", asked).get().due_on == date(2018, 10, 23)
    answer(asked, text="已补寄。", on=date(2018, 10, 12))
    assert standing("request.answered", asked).get().happened_on == date(2018, 10, 12)


def test_not_yet_tapped_twice_opens_it_once(world):
    asked = ask(world).record
    answer(asked)
    settle_request(asked, is_settled=False, on=ANSWERED)

    assert settle_request(asked, is_settled=False, on=date(2018, 10, 30)).due_on == date(2018, 10, 23)


def test_a_settled_one_may_be_opened_again(world):
    asked = ask(world).record
    answer(asked)
    settle_request(asked, is_settled=True, on=ANSWERED)

    opened = settle_request(asked, is_settled=False, on=date(2018, 11, 1))

    assert (opened.state, opened.closed_on) == ("open", None)


def test_nothing_is_settled_before_it_is_answered(world):
    with pytest.raises(ZujiError) as refused:
        settle_request(ask(world).record, is_settled=True, on=ANSWERED)

    assert str(refused.value) == "还没有答复。"


def test_what_is_too_old_is_asked_anew(world):
    asked = ask(world).record
    answer(asked)

    with pytest.raises(ZujiError):
        settle_request(asked, is_settled=False, on=date(2021, 1, 5))


def test_the_members_word_may_be_entered_on_a_ground_and_waits_for_theirs(world):
    asked = ask(world).record
    answer(asked)

    settle_request(asked, is_settled=True, on=ANSWERED, by=world.users.officer, ground="phone")

    assert EntryForMember.objects.get(about=f"member_request:{asked.pk}").entered_by == "石三川"


def test_without_a_ground_nobody_speaks_for_the_member(world):
    asked = ask(world).record
    answer(asked)

    with pytest.raises(RecordingError):
        settle_request(asked, is_settled=True, on=ANSWERED, by=world.users.officer)
    asked.refresh_from_db()
    assert asked.state == "answered"


# The pages


def test_a_member_asks_from_a_phone_and_reads_the_answer(world, client):
    client.force_login(world.users.former_director)
    made = client.post(
        reverse("contacts:request-create", args=[world.branch.pk]), {"matter": "想换会议时间"}, follow=True
    )
    asked = MemberRequest.objects.get(member=world.former_director)
    assert (asked.asked_on, asked.entered_by) == (today(), "江五洲")
    assert "想换会议时间" in made.content.decode()

    client.force_login(world.users.director)
    client.post(reverse("contacts:answer-create", args=[asked.pk]), {"text": "下月起改在周末。"})

    client.force_login(world.users.former_director)
    page = client.get(reverse("contacts:request-detail", args=[asked.pk])).content.decode()
    assert "下月起改在周末。" in page
    assert "已经解决" in page
    client.post(reverse("contacts:settlement-create", args=[asked.pk]), {"is_settled": "yes"})
    asked.refresh_from_db()
    assert asked.state == "closed"


def test_a_request_is_entered_for_somebody_from_the_page(world, client):
    client.force_login(world.users.officer)
    said = {"member": world.deputy.pk, "matter": "电话里说的事", "asked_on": today().isoformat(), "ground": "phone"}

    client.post(reverse("contacts:request-create", args=[world.branch.pk]) + "?for=other", said)

    asked = MemberRequest.objects.get(member=world.deputy)
    assert EntryForMember.objects.get(about=f"member_request:{asked.pk}").ground == "phone"


def test_what_was_typed_stays_where_it_is_refused(world, client):
    client.force_login(world.users.officer)
    said = {"member": world.deputy.pk, "matter": "电话里说的事", "asked_on": "2099-01-01", "ground": "phone"}

    page = client.post(reverse("contacts:request-create", args=[world.branch.pk]) + "?for=other", said).content.decode()

    assert "这一天还没有到" in page
    assert "电话里说的事" in page


def test_an_empty_answer_is_said_on_the_page(world, client):
    asked = ask(world).record
    client.force_login(world.users.director)

    answered = client.post(reverse("contacts:answer-create", args=[asked.pk]), {"text": " "})

    assert answered.context["form"].errors
    assert not RequestAnswer.objects.filter(request=asked).exists()


def test_an_answer_to_what_was_settled_meanwhile_stays_typed(world, client):
    asked = ask(world).record
    answer(asked)
    settle_request(asked, is_settled=True, on=ANSWERED)
    client.force_login(world.users.director)

    page = client.post(reverse("contacts:answer-create", args=[asked.pk]), {"text": "再说一句"})

    assert "会员已表示此事解决" in str(page.context["form"].errors)


def test_those_waiting_stand_first_and_overdue_ones_say_so(world):
    settled, waiting = ask(world).record, ask(world, matter="另一件").record
    answer(settled)
    settle_request(settled, is_settled=True, on=ANSWERED)

    lines = request_lines(world.branch, world.users.officer, today=date(2018, 10, 18))

    assert [line.request for line in lines][-1] == settled
    assert {line.request: line.is_overdue for line in lines}[waiting]


def test_a_member_reads_their_own_only_and_those_above_none(world, client):
    ask(world)
    address = reverse("contacts:request-list", args=[world.branch.pk])
    seen = {}
    for role in ("officer", "member", "former_director", "chair"):
        client.force_login(getattr(world.users, role))
        seen[role] = sorted(line.request.member.name for line in client.get(address).context["lines"])

    assert seen == {"officer": ["乔二木", "林四维"], "member": ["林四维"], "former_director": [], "chair": []}


def test_the_list_asks_no_more_for_more_requests(world, client, django_assert_max_num_queries):
    for number in range(20):
        ask(world, matter=f"第{number}件")
    client.force_login(world.users.director)

    with django_assert_max_num_queries(20):
        client.get(reverse("contacts:request-list", args=[world.branch.pk]))


@pytest.mark.parametrize("role", ["former_director", "chair"])
def test_the_timeline_does_not_show_it_to_others_nor_above(world, client, role):
    ask(world)
    client.force_login(getattr(world.users, role))

    entries = client.get(reverse("footprints:timeline", args=[world.branch.pk]), {"year": 2018}).context["entries"]

    assert not [entry for entry in entries if entry.footprint.kind.startswith("request.")]
