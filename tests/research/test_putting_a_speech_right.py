"""A speech can be put right after it was entered; nothing typed is lost, and what stood before is kept."""

from datetime import date

import pytest
from django.urls import reverse

from tests.site.pages import Page
from zuji.foundation.recording import RecordingError, StaleRecord
from zuji.research import actions
from zuji.research.forms import shown_speech
from zuji.research.models import PlenarySpeech
from zuji.search.models import SearchDocument

pytestmark = pytest.mark.django_db
LATER = date(2018, 12, 3)


@pytest.fixture
def speech(world):
    return PlenarySpeech.objects.get()


def said_of(speech, **fields):
    said = {name: value for name, value in shown_speech(speech).items() if name != "seen"}
    return said | fields


def change(speech, *, seen=None, by="林四维", **fields):
    seen = speech.revision if seen is None else seen
    return actions.change_speech(speech, seen=seen, by=by, today=LATER, **said_of(speech, **fields))


def typed(speech, **fields):
    first = shown_speech(speech)
    speaker = first["speaker"].pk if first["speaker"] else ""
    return first | {"on": first["on"].isoformat(), "speaker": speaker} | fields


def test_what_stood_before_is_kept_with_who_and_when(world, speech):
    change(speech, title="办好职业教育", level="province", speaker=None)

    event = speech.events.last()
    assert (event.what, event.on, event.by) == ("changed", LATER, "林四维")
    assert event.reason == f"标题：办好职教；级别：市；发言人：{world.member.name}"
    assert SearchDocument.objects.get(about=f"plenary_speech:{speech.pk}").title == "办好职业教育"


def test_the_same_words_again_change_nothing(world, speech):
    change(speech)
    change(speech, seen=0)

    assert [event.what for event in speech.events.all()] == ["entered"]


def test_a_page_grown_stale_is_refused_and_names_who_was_quicker(world, speech):
    change(speech, body="省政协", by="田一禾")

    with pytest.raises(StaleRecord, match="田一禾"):
        change(speech, body="县政协", seen=1)
    assert PlenarySpeech.objects.get().body == "省政协"


def test_two_speeches_of_one_day_do_not_take_one_title(world, speech):
    other = said_of(speech, title="另一篇")
    actions.record_speech(world.branch, by="林四维", today=LATER, **other)

    with pytest.raises(RecordingError) as refused:
        change(speech, title="另一篇")
    assert refused.value.field == "title"


def test_who_keeps_research_puts_it_right_on_a_page(world, speech, client):
    client.force_login(world.users.officer)
    page = reverse("research:speech-edit", args=[speech.pk])
    stale = typed(speech, text="第二稿")

    assert client.post(page, typed(speech, text="第一稿")).status_code == 302
    refused = client.post(page, stale)

    assert refused.status_code == 409
    told = Page(refused.content.decode())
    assert "第一稿" in told.text
    assert "第二稿" in told.text
    assert client.post(page, stale | {"seen": refused.context["form"]["seen"].value()}).status_code == 302
    assert PlenarySpeech.objects.get().text == "第二稿"


def test_who_left_since_still_stands_as_the_speaker(world, speech, client):
    world.member.memberships.update(until_on=date(2018, 10, 1))
    client.force_login(world.users.officer)

    client.post(reverse("research:speech-edit", args=[speech.pk]), typed(speech, body="省政协"))

    assert PlenarySpeech.objects.get().speaker == world.member
