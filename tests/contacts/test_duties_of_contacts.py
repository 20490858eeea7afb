"""Talks, visits and answers are judged like any other duty; the board says how it stands and never about whom."""

from datetime import date

import pytest
from django.urls import reverse

from zuji.contacts.actions import answer_request, decline_visit, make_contact, make_visit
from zuji.contacts.models import MemberRequest, VisitOccasion
from zuji.institutions.actions import put_in_force, refresh
from zuji.institutions.queries.standings import standings_of
from zuji.operations.verification import differences
from zuji.reports.figures import figures

pytestmark = pytest.mark.django_db
TEXT = """# 支部主任会员联系制度

第一条 每半年谈心谈话一次。

```duty heart-talks 谈心谈话
主任 每半年 对主任以外的每名会员 谈心谈话 ≥ 1 次
```

第二条 得知会员有需要后七日内走访慰问。

```duty visits 走访慰问
主任 每件走访慰问事由 规定期限内 走访慰问 ≥ 1 次 计分 支部 5
```

第三条 会员诉求在十个工作日内答复。

```duty requests 会员诉求答复
主任 每件会员诉求 规定期限内 答复会员诉求 ≥ 1 件 计分 支部 5
```
"""
BY = date(2018, 6, 21)
"""Heard of on 14 June 2018, a visit is due on the 21st."""


@pytest.fixture
def world(world):
    put_in_force(world.branch, code="C2", title="支部主任会员联系制度", text=TEXT, from_on=date(2018, 1, 1))
    return world


def statuses(world, code):
    refresh(world.branch, 2018, today=date(2019, 6, 1))
    return {
        (standing.window_key, standing.member and standing.member.name): standing.status
        for standing in standings_of(world.branch, 2018)
        if standing.duty.code == code
    }


def visited(world, on):
    return make_visit(VisitOccasion.objects.get(), by_member=world.director, on=on, today=on).record


def test_a_talk_fulfils_a_half_year(world):
    made = {"by_member": world.director, "member": world.member, "form": "面谈", "today": date(2018, 3, 1)}
    make_contact(world.branch, on=date(2018, 3, 1), kind="heart_talk", **made)

    found = statuses(world, "heart-talks")
    assert found["2018H1", "林四维"] == "met"
    assert found["2018H2", "林四维"] == "missed"
    assert found["2018H1", "乔二木"] == "missed"


def test_a_contact_is_no_talk(world):
    assert statuses(world, "heart-talks")["2018H1", "林四维"] == "missed"


@pytest.mark.parametrize(("on", "status"), [(BY, "met"), (date(2018, 6, 22), "missed")])
def test_a_visit_is_due_within_seven_days(world, on, status):
    visited(world, on)

    assert list(statuses(world, "visits").values()) == [status]


def test_without_a_visit_it_is_missed_and_where_none_was_wished_not_owed(world):
    assert list(statuses(world, "visits").values()) == ["missed"]

    decline_visit(VisitOccasion.objects.get(), on=date(2018, 6, 15))

    assert statuses(world, "visits") == {}


@pytest.mark.parametrize(("on", "status"), [(date(2018, 6, 29), "met"), (date(2018, 6, 30), "missed")])
def test_an_answer_is_due_within_ten_working_days(world, on, status):
    """Asked on Thursday 14 June: 15; the Dragon Boat Festival takes the 18th; 19–22, 25–29 June make ten."""
    answer_request(MemberRequest.objects.get(), text="下月起改在周末。", by="田一禾", on=on)

    assert list(statuses(world, "requests").values()) == [status]


def test_the_figures_and_the_ledger_hold_together(world):
    visited(world, BY)
    statuses(world, "visits")

    rule = figures(world.branch, 2018)["rules"]["visits"]

    assert list(rule["periods"]) == ["2018-06-14/1"]
    assert list(differences()) == []


# What everybody reads


def page(world, client, role, code="visits"):
    refresh(world.branch, 2018, today=date(2019, 6, 1))
    occasion = f"visit_occasion:{VisitOccasion.objects.get().pk}"
    key = occasion if code == "visits" else f"member_request:{MemberRequest.objects.get().pk}"
    client.force_login(getattr(world.users, role))
    return client.get(reverse("institutions:standing-detail", args=[world.branch.pk, code, 2018, key]))


@pytest.mark.parametrize("role", ["former_director", "chair"])
def test_others_read_that_a_visit_was_made_and_not_to_whom(world, client, role):
    visited(world, BY)

    text = page(world, client, role).content.decode()

    assert "林四维" not in text
    assert "患病" not in text
    assert "涉及会员个人的一条记录" in text
    assert "/records/visit_occasion/" not in text
    assert "/records/member_contact/" not in text


@pytest.mark.parametrize("role", ["former_director", "chair"])
def test_others_read_that_a_request_was_answered_and_not_which(world, client, role):
    asked = MemberRequest.objects.get()
    answer_request(asked, text="下月起改在周末。", by="田一禾", on=date(2018, 6, 20))

    text = page(world, client, role, "requests").content.decode()

    assert "林四维" not in text
    assert "周末" not in text
    assert reverse("contacts:request-detail", args=[asked.pk]) not in text


def test_who_keeps_the_records_follows_it_to_the_visit(world, client):
    made = visited(world, BY)

    text = page(world, client, "officer").content.decode()

    assert f"/records/member_contact/{made.pk}/" in text
    assert "/records/visit_occasion/" in text


@pytest.mark.parametrize("role", ["member", "former_director", "chair"])
def test_the_board_names_a_number_only(world, client, role):
    client.force_login(getattr(world.users, role))

    for name, args in (("board", []), ("duty-detail", ["visits", 2018]), ("duty-detail", ["requests", 2018])):
        text = client.get(
            reverse(f"institutions:{name}", args=[world.branch.pk, *args]) + "?year=2018"
        ).content.decode()

        assert "患病" not in text
        assert "周末" not in text
        assert "2018-06-14/1" in text or name == "board"


def test_the_board_leads_to_where_visits_and_answers_begin(world, client):
    client.force_login(world.users.director)

    text = client.get(reverse("institutions:board", args=[world.branch.pk]) + "?as_of=2018-06-15").content.decode()

    assert reverse("contacts:visit-list", args=[world.branch.pk]) in text
    assert reverse("contacts:request-list", args=[world.branch.pk]) in text
