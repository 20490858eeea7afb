"""Reads of votes: the rule of the day, how far a ballot is, what a vote came to in words."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zuji.gatherings.queries import turnout_of
from zuji.meetings.models import MAJORITIES, AgendaItem, Meeting, Vote
from zuji.meetings.queries.meetings import quorum_of
from zuji.organizations.models import Member
from zuji.organizations.policies import value_on


@dataclass(frozen=True)
class House:
    """Who sits at a meeting that took place: how many are expected, how many must be there, and who is."""

    expected_count: int
    quorum_count: int
    present: tuple[Member, ...]

    @property
    def has_quorum(self) -> bool:
        """Say whether the meeting can decide."""
        return len(self.present) >= self.quorum_count


def house_of(meeting: Meeting) -> House | None:
    """Give who may vote at a meeting, in the order of the roll; None until it is marked who came."""
    if meeting.status != "held" or not meeting.attendance.exists():
        return None
    turnout = turnout_of(meeting)
    quorum = quorum_of(meeting, turnout)
    present = tuple(member for member, mark in turnout.people if mark in turnout.present_marks)
    return House(quorum.expected, quorum.needed, present)


def vote_rules(meeting: Meeting) -> dict[str, dict[str, Any]]:
    """Give what carries a vote on the day of a meeting, by the kind of majority."""
    rules: dict[str, dict[str, Any]] = value_on(meeting.organization, "votes", meeting.held_on)
    return rules


def rule_words(share: str, base: str, *, is_exceeded: bool) -> str:
    """Say a rule as members read it: more than 1/2 of those present."""
    words = {
        ("present", True): _("more than %(share)s of those present"),
        ("present", False): _("at least %(share)s of those present"),
        ("expected", True): _("more than %(share)s of those expected"),
        ("expected", False): _("at least %(share)s of those expected"),
        ("cast", True): _("more than %(share)s of the valid votes"),
        ("cast", False): _("at least %(share)s of the valid votes"),
    }
    return words[base, is_exceeded] % {"share": share}


def rule_of(vote: Vote) -> str:
    """Say what carries a vote."""
    return rule_words(vote.share, vote.base, is_exceeded=vote.is_exceeded)


def majority_choices(meeting: Meeting) -> list[tuple[str, str]]:
    """Give the kinds of majority with their rules in words."""
    found = []
    for code, rule in vote_rules(meeting).items():
        told = {
            "majority": MAJORITIES[code],
            "rule": rule_words(rule["share"], rule["of"], is_exceeded=rule["is_exceeded"]),
        }
        found.append((code, _("%(majority)s: %(rule)s") % told))
    return found


def votes_visible_to(user: Any) -> QuerySet[Vote]:
    """Give the votes of the meetings that a user may read."""
    return Vote.objects.filter(meeting__in=Meeting.objects.visible_to(user))


def standing_votes(meeting: Meeting) -> list[Vote]:
    """Give a meeting's votes that were not withdrawn."""
    return [vote for vote in meeting.votes.all() if vote.state != "withdrawn"]


def voted_count(vote: Vote) -> int:
    """Say how many have voted in an open ballot; nobody is told who."""
    return vote.roll.filter(has_voted=True).count()


def may_vote_now(vote: Vote, member: Member | None) -> bool | None:
    """Say whether a member may still vote in a ballot; None for who is not on its roll."""
    entry = vote.roll.filter(member=member).first() if member is not None and vote.state == "open" else None
    return None if entry is None else not entry.has_voted


def carried_words(item: AgendaItem) -> str:
    """Give what the votes on a matter decided, for the draft of its minutes; "" where none was carried."""
    carried = [vote for vote in item.votes.all() if vote.outcome == "carried"]
    return "\n".join(_("Carried by vote: %(question)s") % {"question": vote.question} for vote in carried)
