"""A text's life: draft, comments, vote, on record, in force, replaced or repealed; what was in force never changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from zuji.foundation.errors import ZujiError
from zuji.institutions.actions import NEXT_STATES, advance, draft_version, put_in_force, revise_draft
from zuji.institutions.models import STATES, Duty, Institution, InstitutionVersion

pytestmark = pytest.mark.django_db
TITLE = "支部学习制度"


def text_of(minimum=1, title=TITLE):
    return (
        f"# {title}\n\n第一条 支部每月举行会员大会{minimum}次。\n\n"
        f"```duty study-meeting 每月会员大会\n支部 每月 全体会员学习交流会 ≥ {minimum} 次\n```\n"
    )


@pytest.fixture
def draft(world):
    return draft_version(world.branch, code="S1", title=TITLE, text=text_of(), by="田一禾")


def taken_to(version, *states, on=date(2019, 1, 1)):
    """Lead a version through steps, all on one day; but nothing is repealed the day it begins."""
    for state in states:
        day = on + timedelta(days=1) if state == "repealed" else on
        version = advance(version, state=state, on=day, by="支部会员大会")
    return version


WAYS = {
    "draft": [],
    "comments": ["comments"],
    "adopted": ["adopted"],
    "on_record": ["adopted", "on_record"],
    "in_force": ["adopted", "in_force"],
    "repealed": ["adopted", "in_force", "repealed"],
}
ALLOWED = """
draft      → comments adopted
comments   → draft adopted
adopted    → on_record in_force
on_record  → in_force
in_force   → repealed
amended    →
repealed   →
"""


def allowed():
    lines = (line.split("→") for line in ALLOWED.strip().splitlines())
    return {state.strip(): tuple(following.split()) for state, following in lines}


# Steps


def test_the_table_speaks_of_every_state():
    assert list(allowed()) == list(STATES)


@pytest.mark.parametrize("state", list(WAYS))
def test_only_the_steps_of_the_table_follow(draft, state):
    version = taken_to(draft, *WAYS[state])

    for step in STATES:
        fresh = InstitutionVersion.objects.get(pk=version.pk)
        if step in allowed()[state]:
            continue
        with pytest.raises(ZujiError):
            advance(fresh, state=step, on=date(2019, 2, 1))

    assert InstitutionVersion.objects.get(pk=version.pk).state == state


@pytest.mark.parametrize(("state", "step"), [(state, step) for state in WAYS for step in allowed()[state]])
def test_a_step_of_the_table_is_taken_and_dated(draft, state, step):
    version = taken_to(draft, *WAYS[state])

    advance(version, state=step, on=date(2019, 2, 1), by="支部会员大会", note="第3次会议决议")

    kept = InstitutionVersion.objects.get(pk=version.pk)
    event = kept.events.order_by("id").last()
    assert kept.state == step
    assert (event.state, event.on, event.by, event.note) == (step, date(2019, 2, 1), "支部会员大会", "第3次会议决议")


def test_what_is_replaced_has_no_step_left(world, draft):
    first = taken_to(draft, "adopted", "in_force")
    second = draft_version(world.branch, code="S1", title=TITLE, text=text_of(2))
    taken_to(second, "adopted", "in_force", on=date(2019, 7, 1))

    first.refresh_from_db()

    assert first.state == "amended"
    assert NEXT_STATES["amended"] == ()
    for step in STATES:
        with pytest.raises(ZujiError):
            advance(first, state=step, on=date(2020, 1, 1))


def test_a_version_is_not_called_replaced_by_hand(draft):
    version = taken_to(draft, "adopted", "in_force")

    with pytest.raises(ZujiError):
        advance(version, state="amended", on=date(2019, 6, 1))


def test_two_who_take_the_same_step_take_it_once(draft):
    """Whoever comes second still holds the version as it was."""
    adopted = taken_to(draft, "adopted")
    also_adopted = InstitutionVersion.objects.get(pk=adopted.pk)
    taken_to(adopted, "in_force")

    with pytest.raises(ZujiError):
        taken_to(also_adopted, "in_force", on=date(2019, 6, 1))

    assert Duty.objects.filter(version=adopted).count() == 1


# In force


def test_in_force_the_clauses_and_duties_stand(draft):
    version = taken_to(draft, "adopted", "in_force", on=date(2019, 3, 1))

    duty = version.duties.get()
    assert (version.from_on, version.until_on) == (date(2019, 3, 1), None)
    assert (duty.code, duty.clause.label, duty.from_on) == (
        "study-meeting",
        "第一条",
        date(2019, 3, 1),
    )
    assert duty.sentence == "支部 每月 全体会员学习交流会 ≥ 1 次"


@pytest.mark.parametrize("state", ["adopted", "on_record", "in_force", "repealed"])
def test_what_was_voted_on_is_no_longer_edited(draft, state):
    version = taken_to(draft, *WAYS[state])

    with pytest.raises(ZujiError):
        revise_draft(version, text=text_of(9), seen=version.text)

    assert InstitutionVersion.objects.get(pk=version.pk).text == text_of()


def test_the_same_text_from_the_same_day_is_the_same_version(world):
    first, is_new = put_in_force(world.branch, code="S1", title=TITLE, text=text_of(), from_on=date(2019, 1, 1))
    again, is_changed = put_in_force(world.branch, code="S1", title=TITLE, text=text_of(), from_on=date(2019, 1, 1))

    assert (is_new, is_changed) == (True, False)
    assert again == first


def test_another_text_from_the_same_day_is_refused(world):
    put_in_force(world.branch, code="S1", title=TITLE, text=text_of(), from_on=date(2019, 1, 1))

    with pytest.raises(ZujiError):
        put_in_force(world.branch, code="S1", title=TITLE, text=text_of(2), from_on=date(2019, 1, 1))

    assert Duty.objects.get(code="study-meeting").minimum_n == 1


def test_a_later_version_closes_the_earlier_from_its_day(world, draft):
    first = taken_to(draft, "adopted", "in_force", on=date(2019, 1, 1))
    second = draft_version(world.branch, code="S1", title=TITLE, text=text_of(2))

    taken_to(second, "adopted", "in_force", on=date(2019, 7, 1))

    first.refresh_from_db()
    assert (first.state, first.until_on) == ("amended", date(2019, 7, 1))
    assert first.duties.get().until_on == date(2019, 7, 1)
    assert first.text == text_of()
    assert Duty.objects.filter(code="study-meeting", until_on__gt=date(2019, 7, 1)).get().minimum_n == 2


def test_a_day_that_a_version_in_force_already_covers_is_refused(world, draft):
    taken_to(draft, "adopted", "in_force", on=date(2019, 7, 1))
    second = draft_version(world.branch, code="S1", title=TITLE, text=text_of(2))
    adopted = taken_to(second, "adopted")

    with pytest.raises(ZujiError):
        taken_to(adopted, "in_force", on=date(2019, 1, 1))

    assert InstitutionVersion.objects.get(pk=second.pk).state == "adopted"


def test_what_is_repealed_ends_that_day(draft):
    version = taken_to(draft, "adopted", "in_force", on=date(2019, 1, 1))

    advance(version, state="repealed", on=date(2019, 9, 1))

    kept = InstitutionVersion.objects.get(pk=version.pk)
    assert (kept.state, kept.until_on) == ("repealed", date(2019, 9, 1))
    assert kept.duties.get().until_on == date(2019, 9, 1)


@pytest.mark.parametrize("on", [date(2019, 2, 1), date(2019, 3, 1)])
def test_nothing_is_repealed_before_it_has_been_in_force(draft, on):
    version = taken_to(draft, "adopted", "in_force", on=date(2019, 3, 1))

    with pytest.raises(ZujiError):
        advance(version, state="repealed", on=on)


def test_what_ends_by_itself_is_not_repealed_later(world):
    version, _is_new = put_in_force(
        world.branch, code="S1", title=TITLE, text=text_of(), from_on=date(2019, 1, 1), until_on=date(2019, 7, 1)
    )

    with pytest.raises(ZujiError):
        advance(version, state="repealed", on=date(2019, 8, 1))


def test_the_title_is_that_of_the_text_in_force(world, draft):
    taken_to(draft, "adopted", "in_force")
    renamed = draft_version(world.branch, code="S1", title="?", text=text_of(2, title="支部学习与会议制度"))

    taken_to(renamed, "adopted", "in_force", on=date(2019, 7, 1))

    assert Institution.objects.get(code="S1").title == "支部学习与会议制度"


# What is refused


def test_a_broken_text_is_refused_with_the_line(world):
    text = f"# {TITLE}\n\n第一条 开会。\n\n```duty study-meeting 开会\n支部 每月 全体会员学习交流会 ≥ 0 次\n```\n"
    draft = draft_version(world.branch, code="S1", title=TITLE, text=text)

    with pytest.raises(ZujiError) as refusal:
        taken_to(draft, "adopted")

    assert "第6行" in str(refusal.value)
    assert InstitutionVersion.objects.get(pk=draft.pk).state == "draft"


def test_a_broken_text_may_be_a_draft_and_open_for_comments(world):
    draft = draft_version(world.branch, code="S1", title=TITLE, text="不成条文")

    assert taken_to(draft, "comments").state == "comments"


def test_a_broken_text_that_was_adopted_elsewhere_is_refused_too(world):
    with pytest.raises(ValueError, match="第1行"):
        put_in_force(world.branch, code="S1", title=TITLE, text="不成条文", from_on=date(2019, 1, 1))


@pytest.fixture
def superior(world):
    return put_in_force(
        world.city, code="C1", title="市委会会议制度", text=text_of(2, "市委会会议制度"), from_on=date(2018, 1, 1)
    )[0]


def test_a_looser_duty_than_the_superiors_is_refused(superior, draft):
    with pytest.raises(ZujiError) as refusal:
        taken_to(draft, "adopted")

    assert "第一条" in str(refusal.value)
    assert "市委会" in str(refusal.value)
    assert InstitutionVersion.objects.get(pk=draft.pk).state == "draft"


def test_a_duty_that_has_become_looser_since_the_vote_does_not_come_into_force(world, draft):
    adopted = taken_to(draft, "adopted", on=date(2018, 1, 1))
    put_in_force(
        world.city, code="C1", title="市委会会议制度", text=text_of(2, "市委会会议制度"), from_on=date(2018, 6, 1)
    )

    with pytest.raises(ZujiError):
        taken_to(adopted, "in_force", on=date(2019, 1, 1))


@pytest.mark.parametrize("minimum", [2, 3])
def test_an_equal_or_stricter_duty_is_taken(world, superior, minimum):
    draft = draft_version(world.branch, code="S1", title=TITLE, text=text_of(minimum))

    assert taken_to(draft, "adopted").state == "adopted"


def test_a_looser_duty_is_taken_once_the_superiors_has_ended(superior, draft):
    advance(superior, state="repealed", on=date(2019, 1, 1))

    assert taken_to(draft, "adopted", on=date(2019, 1, 1)).state == "adopted"


def test_another_cadence_is_another_duty(world, superior):
    text = text_of().replace("每月 全体", "每年 全体")

    assert taken_to(draft_version(world.branch, code="S1", title=TITLE, text=text), "adopted").state == "adopted"


def test_a_committees_own_text_is_not_measured_by_itself(world, superior):
    draft = draft_version(world.city, code="C1", title="市委会会议制度", text=text_of(1, "市委会会议制度"))

    assert taken_to(draft, "adopted").state == "adopted"


# Drafts


def test_a_draft_is_saved_as_often_as_one_likes(draft):
    once = revise_draft(draft, text="第一稿", seen=draft.text)

    assert revise_draft(once, text="第二稿", seen="第一稿").text == "第二稿"


def test_a_stale_save_is_refused_and_nothing_is_lost(draft):
    seen = draft.text
    revise_draft(draft, text="别人的稿", seen=seen)

    with pytest.raises(ZujiError):
        revise_draft(draft, text="我的稿", seen=seen)

    assert InstitutionVersion.objects.get(pk=draft.pk).text == "别人的稿"


def test_a_new_draft_takes_the_next_number(world, draft):
    second = draft_version(world.branch, code="S1", title=TITLE, text=text_of(2))

    assert (draft.number, second.number) == (1, 2)
    assert second.institution == draft.institution


def test_the_first_event_is_the_draft_itself(draft):
    assert list(draft.events.values_list("state", "by")) == [("draft", "田一禾")]


def test_a_draft_is_dated_as_the_calendar_on_the_wall_says(world, monkeypatch):
    """C16: half past midnight on 1 June is still 31 May in Greenwich."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2019, 5, 31, 16, 30, tzinfo=UTC))

    draft = draft_version(world.branch, code="S1", title=TITLE, text=text_of())

    assert draft.events.get().on == date(2019, 6, 1)
