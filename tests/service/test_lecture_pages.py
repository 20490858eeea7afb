"""The pages of lectures: planned, held, searched, published, taken away as files; who may do what."""

import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from zuji.foundation.clock import today
from zuji.reports.queries import invitation_paper
from zuji.service.actions import LecturePlan, Proof, hold_lecture, plan_lecture, publish_lecture
from zuji.service.models import HostUnit, Lecture, LectureTopic, ServiceActivity

pytestmark = pytest.mark.django_db
DAY = date(2018, 9, 8)


def page(name, *arguments):
    return reverse(f"service:{name}", args=arguments)


def said(**fields):
    base = {"topic": "时间管理", "category": "study_methods", "held_on": "2018-09-08", "organizer_level": "branch"}
    return base | {"host": "某中学", "is_public_welfare": "on"} | fields


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def coming(world):
    return Lecture.objects.get(status="planned")


def test_one_already_given_is_entered_in_two_pages(world, client):
    client.force_login(world.users.director)

    answer = client.post(page("lecture-create", world.branch.pk), said(speakers=[world.member.pk]))
    lecture = Lecture.objects.get(topic="时间管理")
    assert answer.headers["Location"] == page("proof-edit", lecture.pk)
    proof = {"audience_count": "80", "evidence": ["receipt", "slides"], "feedback": "4.7", "feedback_count": "30"}
    answer = client.post(page("proof-edit", lecture.pk), proof | {"seen": lecture.revision})

    lecture.refresh_from_db()
    assert (lecture.status, lecture.audience_count, lecture.feedback_tenths) == ("held", 80, 47)
    shown = text_of(client.get(page("lecture-detail", lecture.pk)))
    assert "4.7" in shown
    assert "迟录" in shown


def test_who_leads_is_named_first_wherever_the_lecture_is_told_of(world, client):
    client.force_login(world.users.director)
    day = (today() + timedelta(days=5)).isoformat()
    people = [world.director.pk, world.member.pk]
    first, second = world.member.name, world.director.name

    client.post(
        page("lecture-create", world.branch.pk),
        said(speakers=people, lead=world.member.pk, held_on=day, guest_speaker="周老师"),
    )
    lecture = Lecture.objects.get(topic="时间管理")
    publish_lecture(lecture, is_published=True, shows_speakers=True, on=DAY, by="田一禾")

    names = f"{first}、{second}、周老师"
    assert names in text_of(Client().get(page("public-lecture-list", world.branch.pk)))
    event = Calendar.from_ical(client.get(page("lecture-ics", lecture.pk)).content).walk("VEVENT")[0]
    assert names in str(event["description"])
    assert invitation_paper(lecture, on=DAY).speakers == names
    assert f"{first}领讲" in text_of(client.get(page("lecture-detail", lecture.pk)))


def test_who_leads_speaks_though_nobody_ticked_them_and_leads_still_after_a_change(world, client, coming):
    client.force_login(world.users.director)
    form = said(speakers=[world.director.pk], lead=world.member.pk, held_on=coming.held_on.isoformat(), topic="家教")

    client.post(page("lecture-edit", coming.pk), form | {"seen": coming.revision})

    assert list(coming.speakers.values_list("member_id", flat=True)) == [world.member.pk, world.director.pk]
    shown = client.get(page("lecture-edit", coming.pk)).context["form"]
    assert shown.initial["lead"] == world.member.pk


def test_the_library_gives_topic_and_host_their_names(world, client):
    client.force_login(world.users.officer)
    topic, unit = LectureTopic.objects.get(organization=world.branch), HostUnit.objects.get()

    first = client.get(page("lecture-create", world.branch.pk), {"topic": topic.pk})
    assert "亲子沟通" in text_of(first)
    client.post(
        page("lecture-create", world.branch.pk),
        said(topic="", host="", library_topic=topic.pk, host_unit=unit.pk, held_on="2091-01-01"),
    )

    lecture = Lecture.objects.get(held_on=date(2091, 1, 1))
    assert (lecture.topic, lecture.host, lecture.kind) == ("亲子沟通", "某小学", "学习方法")


def test_giving_it_again_begins_with_what_it_was(world, client, coming):
    client.force_login(world.users.director)

    form = client.get(page("lecture-create", world.branch.pk), {"like": coming.pk}).context["form"]

    assert form["topic"].value() == "亲子沟通"
    assert form["held_on"].value() is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"topic": ""}, "topic"),
        ({"held_on": "2018-02-30"}, "held_on"),
        ({"held_on": "0218-03-05"}, "held_on"),
        ({"starts_at": "15:00", "ends_at": "14:00"}, "ends_at"),
        ({"speakers": ["999999"]}, "speakers"),
        ({"category": "magic"}, "category"),
    ],
)
def test_bad_input_gets_a_sentence_at_its_field_and_saves_nothing(world, client, wrong, field):
    client.force_login(world.users.director)
    before = Lecture.objects.count()

    answer = client.post(page("lecture-create", world.branch.pk), said(**wrong))

    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert Lecture.objects.count() == before


def test_a_speaker_who_left_is_refused_by_name(world, client):
    client.force_login(world.users.director)

    answer = client.post(
        page("lecture-create", world.branch.pk), said(held_on="2001-01-01", speakers=[world.member.pk])
    )

    assert world.member.name in str(answer.context["form"].errors["speakers"])


def test_hostile_words_are_words(world, client):
    client.force_login(world.users.director)

    client.post(
        page("lecture-create", world.branch.pk),
        said(topic="<p>时间<b>管理</b></p>", host="<script>alert(1)</script>某中学", venue="a < b & 'c'"),
    )

    lecture = Lecture.objects.get(topic="时间管理")
    assert (lecture.host, lecture.venue) == ("某中学", "a < b & 'c'")
    assert "a < b" not in text_of(client.get(page("lecture-detail", lecture.pk)))


@pytest.mark.parametrize(
    "wrong", [{"audience_count": "-3"}, {"audience_count": "很多"}, {"audience_count": ""}, {"evidence": ["hearsay"]}]
)
def test_a_headcount_that_cannot_be_is_refused(world, client, wrong):
    client.force_login(world.users.director)
    client.post(page("lecture-create", world.branch.pk), said())
    lecture = Lecture.objects.get(topic="时间管理")

    answer = client.post(page("proof-edit", lecture.pk), {"audience_count": "8", "seen": "1"} | wrong)

    assert answer.context["form"].errors
    lecture.refresh_from_db()
    assert lecture.status == "planned"


def test_one_still_to_come_is_not_held(world, client, coming):
    client.force_login(world.users.director)

    answer = client.post(page("proof-edit", coming.pk), {"audience_count": "8", "seen": coming.revision})

    assert answer.status_code == 409
    assert "8" in text_of(answer)
    coming.refresh_from_db()
    assert coming.status == "planned"


def test_a_stale_page_keeps_what_was_entered_and_the_next_save_stands(world, client, coming):
    client.force_login(world.users.director)
    fields = said(topic="亲子沟通", held_on="2090-09-09", venue="操场", seen="0")

    answer = client.post(page("lecture-edit", coming.pk), fields)

    assert answer.status_code == 409
    assert "操场" in text_of(answer)
    client.post(page("lecture-edit", coming.pk), fields | {"seen": answer.context["form"].data["seen"]})
    coming.refresh_from_db()
    assert coming.venue == "操场"


def test_calling_off_asks_why(world, client, coming):
    client.force_login(world.users.officer)

    assert client.post(page("cancellation-create", coming.pk), {"reason": ""}).status_code == 200
    client.post(page("cancellation-create", coming.pk), {"reason": "停电"})

    coming.refresh_from_db()
    assert (coming.status, coming.cancel_reason) == ("cancelled", "停电")
    assert "停电" in text_of(client.get(page("lecture-detail", coming.pk)))


def test_another_confirms_a_late_entry(world, client):
    plan = LecturePlan(topic="时间管理", held_on=DAY, host="某中学")
    lecture = plan_lecture(world.branch, plan=plan, on=DAY, by="田一禾").record
    hold_lecture(lecture, proof=Proof(audience_count=3), seen=1, on=DAY + timedelta(days=40), by="石三川")
    client.force_login(world.users.officer)
    assert client.post(page("confirmation-create", lecture.pk)).status_code == 404

    client.force_login(world.users.director)
    client.post(page("confirmation-create", lecture.pk))

    lecture.refresh_from_db()
    assert lecture.confirmed_by == world.director.name


def test_the_list_is_searched_and_shows_how_far_the_year_is(world, client):
    client.force_login(world.users.member)
    list_page = page("lecture-list", world.branch.pk)

    whole = text_of(client.get(list_page, {"year": 2018}))
    assert "/ 40 场" in whole
    topic = Lecture.objects.filter(held_on__year=2018).first().topic
    assert topic in whole
    assert topic in text_of(client.get(list_page, {"year": 2018, "q": topic[:2]}))
    assert "没有找到" in text_of(client.get(list_page, {"year": 2018, "q": "天文"}))
    assert "没有找到" in text_of(client.get(list_page, {"year": 2018, "speaker": "无此人", "category": "other"}))
    assert topic in text_of(client.get(list_page, {"year": 2018, "speaker": "  "}))
    assert client.get(list_page, {"year": "千年", "category": "magic"}).status_code == 200


def test_a_list_of_fifty_asks_no_more_than_one_of_five(world, client, django_assert_max_num_queries):
    client.force_login(world.users.director)
    for number in range(50):
        plan = LecturePlan(topic=f"第{number}讲", held_on=DAY, host="某中学", speakers=(world.member.pk,))
        plan_lecture(world.branch, plan=plan, on=DAY, by="田一禾")

    with django_assert_max_num_queries(20):
        client.get(page("lecture-list", world.branch.pk), {"year": 2018})
    with django_assert_max_num_queries(20):
        client.get(page("activity-list", world.branch.pk), {"year": 2018})


def test_a_stranger_reads_what_is_published_and_nothing_else(world, client, coming):
    hidden = plan_lecture(
        world.branch, plan=LecturePlan(topic="未公开的讲座", held_on=date(2090, 10, 1)), on=DAY, by="田一禾"
    ).record

    for place in (world.branch, world.city):
        answer = client.get(page("public-lecture-list", place.pk))
        shown = text_of(answer)
        assert coming.topic in shown
        assert "14:00" in shown
        for secret in (hidden.topic, world.member.name, "郝老师", "0455-8000000", world.director.name):
            assert secret not in shown
        assert "s-maxage=300" in answer.headers["Cache-Control"]
        again = client.get(page("public-lecture-list", place.pk), headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
        assert "public" in answer.headers["Cache-Control"]
        assert not answer.cookies
        assert len(answer.content) < 60_000
        assert "<form" not in shown

    publish_lecture(coming, is_published=True, shows_speakers=True, on=DAY, by="田一禾")
    assert world.member.name in text_of(client.get(page("public-lecture-list", world.branch.pk)))
    publish_lecture(coming, is_published=False, shows_speakers=False, on=DAY, by="田一禾")
    assert client.get(page("public-lecture-list", world.branch.pk)).status_code == 404
    assert client.get(page("public-lecture-list", world.other_branch.pk)).status_code == 404
    assert client.get(page("public-lecture-list", 999999)).status_code == 404


def test_a_stranger_subscribes_to_what_the_public_page_says_and_to_nothing_else(world, coming):
    stranger, address = Client(), page("public-lectures-ics", world.branch.pk)
    unpublished = LecturePlan(topic="内部讲座", held_on=today() + timedelta(days=9))
    plan_lecture(world.branch, plan=unpublished, on=DAY, by="田一禾")

    answer = stranger.get(address)

    calendar = Calendar.from_ical(answer.content)
    assert world.branch.name in calendar["X-WR-CALNAME"]
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == [coming.topic]
    assert world.member.name not in answer.content.decode()
    assert "attachment" not in answer.headers.get("Content-Disposition", "")
    assert stranger.get(address, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    publish_lecture(coming, is_published=True, shows_speakers=True, on=DAY, by="田一禾")
    assert world.member.name in stranger.get(address).content.decode()
    assert f"webcal://testserver{address}" in text_of(stranger.get(page("public-lecture-list", world.branch.pk)))


def test_publishing_is_two_ticks(world, client, coming):
    client.force_login(world.users.officer)

    client.post(page("publication-edit", coming.pk), {"is_published": "on", "shows_speakers": "on"})
    coming.refresh_from_db()
    assert (coming.is_published, coming.shows_speakers) == (True, True)
    client.post(page("publication-edit", coming.pk), {})
    coming.refresh_from_db()
    assert not coming.is_published


def test_a_calendar_entry_is_known_again_and_says_when_it_is_off(world, client, coming):
    client.force_login(world.users.member)

    def entry():
        answer = client.get(page("lecture-ics", coming.pk))
        assert answer.headers["Content-Type"].startswith("text/calendar")
        return Calendar.from_ical(answer.content).walk("VEVENT")[0]

    first = entry()
    assert first["dtstart"].dt.isoformat() == "2090-09-09T14:00:00+08:00"
    assert (first["status"], first["summary"]) == ("CONFIRMED", "亲子沟通")
    client.force_login(world.users.director)
    client.post(page("cancellation-create", coming.pk), {"reason": "停电"})

    later = entry()
    assert later["uid"] == first["uid"]
    assert later["sequence"] > first["sequence"]
    assert later["status"] == "CANCELLED"


def test_the_coming_ones_are_one_calendar(world, client, coming):
    plan_lecture(world.branch, plan=LecturePlan(topic="全天", held_on=date(2090, 1, 1)), on=DAY, by="田一禾")
    client.force_login(world.users.member)

    events = Calendar.from_ical(client.get(page("coming-ics", world.branch.pk)).content).walk("VEVENT")

    assert [str(event["summary"]) for event in events] == ["全天", coming.topic]


def test_the_ledger_is_a_workbook_and_no_text_becomes_a_formula(world, client):
    plan_lecture(world.branch, plan=LecturePlan(topic="=1+1", held_on=DAY, host="某中学"), on=DAY, by="田一禾")
    client.force_login(world.users.member)

    answer = client.get(page("lecture-workbook", world.branch.pk, 2018))

    with ZipFile(BytesIO(answer.content)) as book:
        words, cells = (book.read(f"xl/{name}.xml").decode() for name in ("sharedStrings", "worksheets/sheet1"))
    assert "题目" in words
    assert "=1+1" in words
    assert "<f>" not in cells
    assert cells.count("<row ") == 1 + Lecture.objects.filter(held_on__year=2018).count()


def test_the_invitation_is_one_page_even_with_long_names(world, client, coming):
    Lecture.objects.filter(pk=coming.pk).update(
        topic="新时代家庭教育" * 15, host="某某某实验学校" * 10, venue="报告厅" * 20, host_prepares="话筒" * 90
    )
    client.force_login(world.users.officer)

    answer = client.get(reverse("reports:lecture-invitation-pdf", args=[coming.pk]))

    assert answer.headers["Content-Type"] == "application/pdf"
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) == 1
    assert answer.content.startswith(b"%PDF")


def test_a_hosts_telephone_is_read_by_the_keepers_only(world, client):
    client.force_login(world.users.member)
    assert "0455-8000000" not in text_of(client.get(page("host-unit-list", world.branch.pk)))
    assert client.post(page("host-unit-list", world.branch.pk), {"name": "某中学"}).status_code == 404

    client.force_login(world.users.officer)
    assert "0455-8000000" in text_of(client.get(page("host-unit-list", world.branch.pk)))
    client.post(page("host-unit-list", world.branch.pk), {"name": "某中学"})
    unit = HostUnit.objects.get(name="某中学")
    client.post(page("host-unit-edit", unit.pk), {"name": "某中学", "phone": "1"})
    unit.refresh_from_db()
    assert unit.phone == "1"
    assert client.post(page("host-unit-edit", unit.pk), {"name": "某小学"}).context["form"].errors["name"]


def test_topics_are_added_changed_and_taken_out(world, client):
    client.force_login(world.users.member)
    assert client.post(page("topic-list", world.branch.pk), {"title": "x", "category": "other"}).status_code == 404

    client.force_login(world.users.director)
    client.post(page("topic-list", world.branch.pk), {"title": "高考志愿", "category": "career_planning"})
    topic = LectureTopic.objects.get(title="高考志愿")
    assert client.post(page("topic-list", world.branch.pk), {"title": "", "category": "other"}).context["form"].errors
    assert client.post(page("topic-edit", topic.pk), {"title": "亲子沟通", "category": "other"}).context["form"].errors
    client.post(page("topic-edit", topic.pk), {"title": "志愿填报", "category": "career_planning"})
    client.post(page("withdrawal-create", topic.pk))

    topic.refresh_from_db()
    assert (topic.title, topic.is_offered) == ("志愿填报", False)


def test_the_committee_plans_an_activity_and_the_branch_taps_who_came(world, client):
    client.force_login(world.users.vice_chair)
    fields = {"name": "送教下乡", "kind": "teaching", "held_on": today().isoformat()}
    client.post(page("activity-list", world.city.pk), fields)
    activity = ServiceActivity.objects.get(name="送教下乡")
    assert client.post(page("activity-list", world.city.pk), fields | {"held_on": "昨天"}).context["form"].errors

    client.force_login(world.users.officer)
    form = client.get(page("activity-attendance", world.branch.pk, activity.pk)).context["form"]
    marks = {f"mark-{member.pk}": "present" for member in form.people}
    answer = client.post(page("activity-attendance", world.branch.pk, activity.pk), marks | {"seen": ""})
    assert answer.status_code == 302
    stale = client.post(
        page("activity-attendance", world.branch.pk, activity.pk), marks | {"seen": "", next(iter(marks)): "leave"}
    )
    assert stale.status_code == 409
    assert len(form.people) == activity.attendance.count()

    client.force_login(world.users.vice_chair)
    assert world.branch.name in text_of(client.get(page("activity-detail", activity.pk)))
    client.post(page("activity-cancel", activity.pk), {"reason": "暴雨"})
    activity.refresh_from_db()
    assert activity.status == "cancelled"


# newcomer, other, former, member, officer, deputy, director, vice, operator
WHO_MAY = {
    "lecture-create": "404 404 404 404 302 302 302 404 302",
    "cancellation-create": "404 404 404 404 302 302 302 404 302",
    "publication-edit": "404 404 404 404 302 302 302 404 302",
    "file-create": "404 404 404 404 302 302 302 404 302",
    "withdrawal-create": "404 404 404 404 302 302 302 404 302",
    "confirmation-create": "404 404 404 404 404 302 302 404 302",
}
ROLES = ("nobody_yet", "other_member", "former_director", "member", "officer", "deputy", "director", "vice_chair",
         "operator")  # fmt: skip


@pytest.mark.parametrize("name", WHO_MAY)
def test_who_may_write(world, name, coming):
    number = {"lecture-create": world.branch.pk}.get(name, coming.pk)
    if name == "withdrawal-create":
        number = LectureTopic.objects.get(organization=world.branch).pk

    answers = []
    for role in ROLES:
        client = Client()
        client.force_login(getattr(world.users, role))
        answers.append(str(client.post(page(name, number), said(reason="停电")).status_code))

    assert " ".join(answers) == WHO_MAY[name]
