"""A secret ballot: everybody present once, nobody twice, and nothing anywhere that tells who chose what."""

import logging
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.db.models import DateField, DateTimeField
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.meetings.meeting_room import AFTER, DAY, Room, meeting_room
from zuji.accounts.models import User
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import RecordingError
from zuji.meetings import actions
from zuji.meetings.actions import Motion
from zuji.meetings.models import BallotRollEntry, Tally, Vote
from zuji.organizations.actions import set_policy
from zuji.organizations.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def room() -> Room:
    return meeting_room()


@pytest.fixture
def vote(room) -> Vote:
    return room.ballot()


def cast(vote: Vote, *choices: tuple[Member, str]) -> None:
    for member, choice in choices:
        actions.cast_ballot(vote, member, choice=choice)


def everybody(room: Room, *choices: str) -> list[tuple[Member, str]]:
    return list(zip(room.members, choices, strict=True))


# Voting


def test_everybody_present_is_on_the_roll_in_its_order_and_nobody_else():
    room = meeting_room(M04="leave", M02="late")

    roll = room.ballot().roll.all()

    assert [entry.member for entry in roll] == [room.members[number] for number in (0, 1, 2, 4)]
    assert not any(entry.has_voted for entry in roll)


def test_votes_are_counted_when_the_ballot_is_closed(room, vote):
    cast(vote, *everybody(room, "for", "against", "for", "abstained", "for"))

    closed = actions.close_ballot(vote, by="田一禾")

    assert (str(closed.tally), closed.outcome) == ("3/1/1/0", "carried")


def test_a_double_tap_votes_once_and_the_second_is_told_so(room, vote):
    cast(vote, (room.members[0], "for"))

    with pytest.raises(ZujiError, match="您已经投过票了"):
        cast(vote, (room.members[0], "against"))

    vote.refresh_from_db()
    assert str(vote.tally) == "1/0/0/0"


def test_who_was_not_present_cannot_vote():
    room = meeting_room(M05="absent")
    vote = room.ballot()

    with pytest.raises(ZujiError, match="只有投票开始时到会的会员"):
        cast(vote, (room.members[4], "for"))


@pytest.mark.parametrize("choice", ["", "maybe", "for_count"])
def test_a_choice_that_there_is_not_is_refused_and_the_member_may_still_vote(room, vote, choice):
    with pytest.raises(ZujiError, match="请在三项中选一项"):
        cast(vote, (room.members[0], choice))

    assert BallotRollEntry.objects.filter(has_voted=True).count() == 0


@pytest.mark.parametrize("ending", ["closed", "withdrawn", "called_off"])
def test_when_it_is_over_nobody_votes(room, vote, ending):
    cast(vote, *everybody(room, "for", "for", "for", "for", "for")[:4])
    if ending == "closed":
        actions.close_ballot(vote, by="田一禾")
    elif ending == "withdrawn":
        actions.withdraw_vote(vote, reason="题目写错", by="田一禾")
    else:
        actions.cancel_meeting(room.meeting, reason="停电", by="田一禾")

    with pytest.raises(ZujiError, match="这次投票已经结束"):
        cast(vote, (room.members[4], "for"))


def test_closing_twice_is_closing_once(room, vote):
    cast(vote, *everybody(room, "for", "for", "against", "for", "for"))

    first, second = (actions.close_ballot(vote, by="田一禾") for _time in range(2))

    assert first.tally == second.tally
    assert room.meeting.events.filter(what="ballot_closed").count() == 1


def test_opening_twice_opens_one_ballot(room, vote):
    assert room.ballot() == vote
    assert BallotRollEntry.objects.count() == 5


# What it refuses


def test_for_fewer_than_three_it_does_not_open():
    room = meeting_room(M03="absent", M04="absent", M05="absent")
    rule = {"share": "1/5", "is_exceeded": False}
    set_policy(room.home.branch, key="quorum", value={"all_member": rule, "committee": rule}, from_on=DAY)

    with pytest.raises(ZujiError, match="到会不足三人"):
        room.ballot()


def test_without_a_quorum_it_does_not_open():
    with pytest.raises(ZujiError, match="未达到法定人数：到会2人，须有3人。"):
        meeting_room(M03="absent", M04="absent", M05="absent").ballot()


def test_where_somebody_has_no_account_it_does_not_open(room):
    Member.objects.filter(member_no="M05").update(user=None)

    with pytest.raises(ZujiError, match="会员M05"):
        room.ballot()


def test_it_does_not_close_on_fewer_than_three_votes(room, vote):
    cast(vote, (room.members[0], "for"), (room.members[1], "for"))

    with pytest.raises(ZujiError, match="还不到三人"):
        actions.close_ballot(vote, by="田一禾")


def test_the_minutes_are_not_approved_while_it_is_open(room, vote):
    room.meeting.refresh_from_db()
    minutes = actions.write_minutes(room.meeting, words={}, assignments=[], seen=room.meeting.revision, by="石三川")

    with pytest.raises(ZujiError, match="还有投票没有结束"):
        actions.approve_minutes(minutes, on=AFTER, by="田一禾")


def test_what_was_counted_is_neither_corrected_nor_withdrawn(room, vote):
    cast(vote, *everybody(room, "for", "for", "against", "for", "for"))
    actions.close_ballot(vote, by="田一禾")

    with pytest.raises(ZujiError):
        actions.correct_vote(vote, tally=Tally(1, 4, 0), reason="x", seen=0, on=AFTER, by="田一禾")
    with pytest.raises(ZujiError, match="不能撤销"):
        actions.withdraw_vote(vote, reason="x", by="田一禾")


def test_nobody_types_the_numbers_of_a_secret_ballot(room):
    with pytest.raises(RecordingError):
        actions.record_vote(room.meeting, Motion("题", "secret_ballot"), tally=Tally(5, 0, 0), by="田一禾")


# Secrecy


def tables() -> dict[str, list[tuple]]:
    """Every row of every table, but for its number; as it lies there, where the engine does not move rows of itself."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}"')
            kept = [place for place, column in enumerate(cursor.description) if column[0] != "id"]
            found[table] = [tuple(row[place] for place in kept) for row in cursor.fetchall()]
            if connection.vendor == "postgresql":  # an updated row goes wherever a cleaned page has room
                found[table].sort(key=repr)
    return found


@pytest.fixture
def clients(room, monkeypatch) -> list[Client]:
    """Everybody signed in, and a clock that stands still, so that only votes can make a difference."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    found = [Client() for _member in room.members]
    for client, member in zip(found, room.members, strict=True):
        client.force_login(member.user)
    return found


@contextmanager
def taken_back():
    """Whatever happens within leaves the database as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def as_pages(clients: list[Client], vote: Vote, *choices: str) -> tuple[dict, dict, list[bytes]]:
    """Let everybody vote on their pages, then close it: the tables while open and after, and what was answered."""
    answers = []
    with taken_back():
        for client, choice in zip(clients, choices, strict=True):
            answer = client.post(reverse("meetings:ballot-create", args=[vote.pk]), {"choice": choice})
            answers += [answer.headers["Location"].encode(), without_token(client.get(answer.url).content)]
        during = tables()
        actions.close_ballot(vote, by="田一禾")
        after = tables()
    return during, after, answers


def without_token(page: bytes) -> bytes:
    return b"\n".join(line for line in page.splitlines() if b"csrfmiddlewaretoken" not in line)


ONE = ("for", "for", "against", "abstained", "for")
"""Who votes what, by the order of the roll."""
OTHER = [
    ("against", "for", "for", "abstained", "for"),
    ("abstained", "against", "for", "for", "for"),
    ("for", "abstained", "for", "for", "against"),
]


@pytest.mark.parametrize("choices", OTHER)
def test_whoever_voted_what_every_table_and_every_answer_is_the_same(clients, vote, choices):
    one, other = as_pages(clients, vote, *ONE), as_pages(clients, vote, *choices)

    assert one == other
    assert one[0]["meeting_vote"] != one[1]["meeting_vote"]


def test_other_totals_make_another_database_so_that_the_comparison_proves_something(clients, vote):
    one, _after, _answers = as_pages(clients, vote, *ONE)
    other, _after, _answers = as_pages(clients, vote, "for", "for", "for", "for", "for")

    assert {name for name in one if one[name] != other[name]} == {"meeting_vote"}


def test_a_session_holds_nothing_of_a_vote(room, vote):
    client = Client()
    client.force_login(room.members[0].user)
    before = dict(client.session.items())

    client.post(reverse("meetings:ballot-create", args=[vote.pk]), {"choice": "against"})

    assert dict(client.session.items()) == before


def test_casting_changes_a_flag_and_a_counter_and_nothing_else(room, vote):
    before = tables()
    cast(vote, (room.members[2], "against"))
    after = tables()

    assert {name for name in after if after[name] != before[name]} == {"meeting_vote", "meeting_ballot_roll"}
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}


def test_no_row_of_a_ballot_can_tell_a_time():
    for model in (Vote, BallotRollEntry):
        dated = [field.name for field in model._meta.fields if isinstance(field, DateField | DateTimeField)]

        assert dated == [], model


def test_when_it_is_over_not_even_who_voted_is_kept(room, vote):
    cast(vote, *everybody(room, "for", "for", "against", "for", "for")[:4])

    actions.close_ballot(vote, by="田一禾")

    assert BallotRollEntry.objects.count() == 0


def test_a_withdrawn_ballot_is_thrown_away_unread(room, vote):
    cast(vote, *everybody(room, "for", "for", "against", "for", "for"))

    withdrawn = actions.withdraw_vote(vote, reason="题目写错", by="田一禾")

    assert (withdrawn.state, str(withdrawn.tally), BallotRollEntry.objects.count()) == ("withdrawn", "0/0/0/0", 0)


def test_a_meeting_called_off_throws_its_open_ballot_away(room, vote):
    cast(vote, *everybody(room, "for", "for", "against", "for", "for"))

    actions.cancel_meeting(room.meeting, reason="停电", by="田一禾")

    vote.refresh_from_db()
    assert (vote.state, str(vote.tally), BallotRollEntry.objects.count()) == ("withdrawn", "0/0/0/0", 0)


def test_nothing_is_logged_and_no_event_tells_of_a_vote(room, vote, caplog):
    events = list(room.meeting.events.values_list("what", flat=True))
    client = Client()
    client.force_login(room.members[0].user)

    with caplog.at_level(logging.DEBUG):
        client.post(reverse("meetings:ballot-create", args=[vote.pk]), {"choice": "abstained"})

    told = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert [words for words in told if "abstained" in words or "choice" in words] == []
    assert list(room.meeting.events.values_list("what", flat=True)) == events


def test_while_it_is_open_nobodys_page_shows_a_number_but_how_many_have_voted(room, vote):
    operator = User.objects.create(username="operator", password="x", is_superuser=True)
    readers = [room.members[0].user, room.members[4].user, operator]
    addresses = [
        reverse("meetings:vote-detail", args=[vote.pk]),
        reverse("meetings:meeting-detail", args=[room.meeting.pk]),
    ]
    seen = []
    for choices in (("for", "for", "for"), ("against", "against", "abstained")):
        with taken_back():
            cast(vote, *zip(room.members, choices, strict=False))
            pages = []
            for reader in readers:
                client = Client()
                client.force_login(reader)
                pages += [without_token(client.get(address).content) for address in addresses]
            seen.append(pages)

    assert seen[0] == seen[1]
    assert "5人中已有3人投票" in seen[0][0].decode()
