"""The pages of infos: one way through them, what is refused, and what is bad."""

from datetime import date

import pytest
from django.urls import reverse

from tests.infos.steps import TEXT, another_text, begin, handed_in, sent
from tests.world import report_info
from zuji.foundation.clock import today
from zuji.infos.models import ActivityNews, CommissionedTopic, Info
from zuji.infos.queries.likeness import likeness_for
from zuji.infos.queries.lists import inbox_of
from zuji.organizations.actions import add_organization

pytestmark = pytest.mark.django_db
TO_CITY = {"to_parent": "on", "body_kind": "cppcc", "body": "", "on": f"{today():%Y-%m-%d}"}
PARTS = {"title": "关于供热的建议", "situation": TEXT, "analysis": "", "suggestions": "", "contact": ""}


def page(client, user, address, *arguments, data=None, query=""):
    client.force_login(user)
    path = reverse(f"infos:{address}", args=arguments) + query
    answer = client.get(path) if data is None else client.post(path, data, follow=True)
    return answer, answer.content.decode()


def test_from_the_draft_to_the_outcome(world, client):
    branch, users = world.branch.pk, world.users
    answer, _text = page(client, users.member, "info-create", branch, data=PARTS)
    number = Info.objects.get(title=PARTS["title"]).pk
    assert answer.redirect_chain[-1][0] == f"/infos/{number}/"

    page(client, users.member, "submission-create", number, data={"is_clear": "on"})
    page(client, users.director, "sending-create", number, data=TO_CITY)
    said = {"kind": "adopted", "body": "市政协", "body_kind": "cppcc", "level": "city", "on": f"{today():%Y-%m-%d}"}
    _answer, text = page(client, users.chair, "outcome-create", number, data=said)

    assert "单篇采用" in text
    assert [event.what for event in Info.objects.get(pk=number).events.all()] == [
        *("written", "submitted", "checked", "signed", "reported", "adopted"),
    ]


def test_entered_for_a_member_it_goes_out_though_the_member_never_signs_in(world, client):
    officer, director, branch = world.users.officer, world.users.director, world.branch.pk
    told = PARTS | {"member": world.member.pk, "ground": "paper"}

    answer, text = page(client, officer, "info-create", branch, data=told, query="?for=other")
    number = Info.objects.get(title=PARTS["title"]).pk
    assert (answer.status_code, TEXT in text) == (200, True)
    assert PARTS["title"] in page(client, officer, "info-list", branch)[1]
    page(client, officer, "submission-create", number, data={"is_clear": "on"})
    page(client, director, "return-create", number, data={"reason": "请补充数据"})
    assert PARTS["title"] in page(client, officer, "info-list", branch)[1]
    page(client, officer, "submission-create", number, data={"is_clear": "on"})
    page(client, director, "sending-create", number, data=TO_CITY)

    sent_one = Info.objects.get(pk=number)
    assert (sent_one.state, sent_one.member) == ("reported", world.member)


def test_another_post_may_neither_change_nor_throw_away_a_members_draft(world, client):
    info = begin(world)

    for address in ("removal-create", "info-edit", "submission-create"):
        answer, _text = page(client, world.users.director, address, info.pk, data=PARTS | {"is_clear": "on"})
        assert answer.status_code == 404

    assert Info.objects.get(pk=info.pk).state == "draft"


def test_without_the_tick_it_is_told_to_go_on_paper_and_stays(world, client):
    info = begin(world)

    _answer, text = page(client, world.users.member, "submission-create", info.pk, data={})

    assert "走纸质渠道" in text
    assert Info.objects.get(pk=info.pk).state == "draft"


def test_a_text_of_one_megabyte_is_refused_with_both_figures_and_comes_back(world, client):
    _answer, text = page(
        client, world.users.member, "info-create", world.branch.pk, data=PARTS | {"situation": "字" * 2**20}
    )

    assert "1048576" in text
    assert "20000" in text
    assert not Info.objects.filter(title=PARTS["title"]).exists()


def test_a_script_in_a_title_is_words_everywhere(world, client):
    info = sent(world, title="a<script>alert(1)</script>b <img src=x onerror=alert(1)>")

    for address, arguments in (
        ("info-list", [world.branch.pk]),
        ("info-detail", [info.pk]),
        ("table-list", [world.branch.pk]),
    ):
        _answer, text = page(
            client, world.users.director, address, *arguments, query="?year=2018" if "list" in address else ""
        )

        assert "<script>alert" not in text
        assert "onerror" not in text


def test_a_text_that_was_sent_before_is_shown_with_a_field_for_the_reason(world, client):
    first, second = sent(world), handed_in(world, title="再报一次")

    _answer, text = page(client, world.users.director, "sending-create", second.pk)
    assert first.title in text
    assert "内容相同" in text

    data = TO_CITY
    _answer, text = page(client, world.users.director, "sending-create", second.pk, data=data)
    assert "请说明理由" in text
    page(client, world.users.director, "sending-create", second.pk, data=data | {"reason_0": "有新数据"})
    assert Info.objects.get(pk=second.pk).state == "reported"


def test_of_another_branchs_text_only_that_it_is_there_is_told(world, client):
    sent(world)
    other = Info.objects.create(
        organization=world.other_branch,
        member=world.other_member,
        title="他支部",
        situation=TEXT,
        state="submitted",
        code="d",
    )

    seen = likeness_for(other, world.users.other_member)

    assert [each.info for each in seen] == [None]


def test_a_stale_page_keeps_what_was_typed_and_shows_what_is_saved(world, client):
    info = begin(world)
    page(client, world.users.member, "info-edit", info.pk, data=PARTS | {"situation": "先保存的一稿", "seen": 0})

    answer, text = page(
        client, world.users.member, "info-edit", info.pk, data=PARTS | {"situation": "后到的一稿", "seen": 0}
    )

    assert answer.status_code == 409
    assert "后到的一稿" in text
    assert "先保存的一稿" in text


def test_words_changed_while_the_signer_read_are_shown_before_they_are_signed(world, client):
    info, director = handed_in(world), world.users.director
    opened, _text = page(client, director, "sending-create", info.pk)
    data = TO_CITY | {"seen": opened.context["form"]["seen"].value()}
    page(client, world.users.member, "info-edit", info.pk, data=PARTS | {"situation": "改过的话", "seen": data["seen"]})

    answer, text = page(client, director, "sending-create", info.pk, data=data)

    assert (answer.status_code, Info.objects.get(pk=info.pk).state) == (409, "submitted")
    assert "改过的话" in text
    data |= {"seen": answer.context["form"]["seen"].value()}
    for _tap in range(2):
        answer, _text = page(client, director, "sending-create", info.pk, data=data)
        assert (answer.status_code, Info.objects.get(pk=info.pk).state) == (200, "reported")
    assert Info.objects.get(pk=info.pk).dispatches.count() == 1


@pytest.mark.parametrize(
    ("role", "address"), [("officer", "sending-create"), ("member", "outcome-create"), ("chair", "sending-create")]
)
def test_who_may_not_gets_no_page(world, client, role, address):
    answer, _text = page(client, getattr(world.users, role), address, sent(world).pk)

    assert answer.status_code == 404


def test_the_inbox_shows_what_waits_first_and_the_desk_gives_it_back(world, client):
    info = sent(world)
    _answer, text = page(client, world.users.chair, "inbox", world.city.pk, query="?year=2018")
    assert text.index(info.title) < text.index("关于减轻教师事务负担的建议")

    _answer, text = page(client, world.users.chair, "return-create", info.pk, data={"reason": "请补充数据"})
    assert "请补充数据" in text
    _answer, text = page(client, world.users.member, "info-detail", info.pk)
    assert "请补充数据" in text
    assert "重新提交" in text


def test_a_topic_is_asked_for_above_and_answered_below(world, client):
    page(client, world.users.chair, "topic-list", world.city.pk, data={"title": "双减", "wanted": "", "due_on": ""})
    topic = CommissionedTopic.objects.get(title="双减")

    _answer, text = page(client, world.users.member, "topic-list", world.branch.pk)
    assert f"?topic={topic.pk}" in text
    page(client, world.users.member, "info-create", world.branch.pk, data=PARTS | {"topic": topic.pk})

    assert Info.objects.get(title=PARTS["title"]).topic == topic


def test_who_answered_a_topic_is_told_by_name_in_the_branch_and_by_branch_above(world, client):
    _answer, here = page(client, world.users.former_director, "topic-list", world.branch.pk)
    _answer, above = page(client, world.users.chair, "topic-list", world.city.pk)

    assert "已应约：林四维" in here
    assert "已应约：一支部" in above
    assert "已应约" not in page(client, world.users.other_member, "topic-list", world.other_branch.pk)[1]


def test_news_is_kept_apart_and_counts_for_nothing(world, client):
    data = {"title": "走进社区", "on": "2018-06-05", "text": "支部送课。"}
    for _tap in range(2):
        page(client, world.users.director, "news-list", world.branch.pk, data=data)

    assert ActivityNews.objects.filter(title="走进社区").count() == 1
    assert not Info.objects.filter(title="走进社区").exists()


def test_a_long_year_is_leafed_through_the_latest_first(world, client):
    for number in range(30):
        report_info(world, f"L{number:02}", date(2018, 7, 1 + number))

    answer, text = page(client, world.users.member, "info-list", world.branch.pk, query="?year=2018")
    assert [info.code for info in answer.context["page"]][:2] == ["L29", "L28"]
    assert "?year=2018&amp;page=2" in text
    second, _text = page(client, world.users.member, "info-list", world.branch.pk, query="?year=2018&page=2")
    assert len(answer.context["page"]) == 30
    assert len(second.context["page"]) == 12


def test_the_list_asks_a_fixed_number_of_queries(world, client, django_assert_max_num_queries):
    for number in range(10):
        sent(world, title=f"题{number}", text=another_text(number))
    client.force_login(world.users.director)
    client.get(reverse("infos:info-list", args=[world.branch.pk]))

    with django_assert_max_num_queries(16):
        client.get(reverse("infos:info-list", args=[world.branch.pk]) + "?year=2018")


def test_passed_on_to_the_committee_above_it_reaches_that_inbox(world, client):
    province = add_organization(name="省委会", level="provincial")
    world.city.parent = province
    world.city.save()
    info = sent(world)

    page(client, world.users.chair, "forwarding-create", info.pk, data=TO_CITY | {"to_above": "on"})

    assert [line.info for line in inbox_of(province, today().year)] == [info]


def test_passed_on_to_nobody_is_refused_at_the_form(world, client):
    info = sent(world)

    _answer, text = page(client, world.users.chair, "forwarding-create", info.pk, data=TO_CITY)

    assert "请写明报送单位" in text
    assert info.dispatches.count() == 1
