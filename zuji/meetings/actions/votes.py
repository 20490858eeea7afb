"""Votes: counted by hand or on paper, or cast on phones so that nobody can tell who chose what."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.gatherings.actions import locked, note_change
from zuji.meetings.models import BallotRollEntry, Meeting, MeetingMinutes, Tally, Vote, VoteCorrection
from zuji.meetings.queries.votes import House, house_of, vote_rules
from zuji.organizations.models import Member

LEAST_VOTERS = 3
"""Of two who vote, each knows what the other chose."""
CHOICES = {"for": "for_count", "against": "against_count", "abstained": "abstained_count"}


@dataclass(frozen=True)
class Motion:
    """What is put to the vote: the question, how it is asked, what majority it needs, and the matter it belongs to."""

    question: str
    method: str
    majority: str = "simple"
    agenda_item_id: int | None = None


@transaction.atomic
def record_vote(meeting: Meeting, motion: Motion, *, tally: Tally, by: str) -> Recorded[Vote]:
    """Write down a vote that was counted in the room. The same numbers again are a double tap and change nothing.

    Without a quorum it is kept and void. Raises RecordingError for more votes than members present, for nobody's vote,
    or for other numbers of a question already counted; ZujiError where nothing can be voted on.
    """
    if motion.method == "secret_ballot":
        raise RecordingError("method", _("A secret ballot is cast by the members themselves."))
    current, house = _house(meeting)
    motion = _readable(motion)
    _refuse_wrong(tally, present=len(house.present))
    there = _there(current, motion.question)
    if there is not None:
        if there.tally != tally or there.state != "counted":
            raise RecordingError("question", _("This question has been voted on already; correct that vote."))
        return Recorded(there)
    vote = _begin(current, motion, house, state="counted", by=by)
    _set_tally(vote, tally)
    vote.save()
    note_change(current, "vote_counted", by=by, note=vote.question[:160])
    return Recorded(vote, is_new=True, is_changed=True)


@transaction.atomic
def open_ballot(meeting: Meeting, motion: Motion, *, by: str) -> Recorded[Vote]:
    """Open a secret ballot for those marked present, who are all written on its roll at once. Open already, it stays.

    Raises ZujiError without a quorum, for fewer than three voters, and where somebody has no account to vote with.
    """
    current, house = _house(meeting)
    motion = replace(_readable(motion), method="secret_ballot")
    there = _there(current, motion.question)
    if there is not None:
        if there.state != "open":
            raise RecordingError("question", _("This question has been voted on already; correct that vote."))
        return Recorded(there)
    _refuse_open(house)
    vote = _begin(current, motion, house, state="open", by=by)
    vote.save()
    BallotRollEntry.objects.bulk_create(BallotRollEntry(vote=vote, member=member) for member in house.present)
    note_change(current, "ballot_opened", by=by, note=vote.question[:160])
    return Recorded(vote, is_new=True, is_changed=True)


def _refuse_open(house: House) -> None:
    if not house.has_quorum:
        numbers = {"present": len(house.present), "needed": house.quorum_count}
        raise ZujiError(_("There is no quorum: %(present)s are present, %(needed)s are needed.") % numbers)
    if len(house.present) < LEAST_VOTERS:
        raise ZujiError(_("With fewer than three voters a secret ballot is not secret. Vote by show of hands."))
    without = [member.name for member in house.present if member.user_id is None]
    if without:
        names = {"names": _(", ").join(without)}
        raise ZujiError(_("No account to vote with: %(names)s. Vote on paper, so that everybody can.") % names)


@transaction.atomic
def cast_ballot(vote: Vote, member: Member, *, choice: str) -> None:
    """Cast a member's secret vote: a flag and a counter, in one transaction, and no other trace.

    No event, no revision, no time and no lock on the meeting: each would say more than that somebody voted.
    Raises ZujiError for a second vote, for who is not on the roll, and when the ballot is over.
    """
    if choice not in CHOICES:
        raise ZujiError(_("Please choose one of the three."))
    if Vote.objects.select_for_update().filter(pk=vote.pk, state="open").first() is None:
        raise ZujiError(_("This ballot is over."))
    flags = BallotRollEntry.objects.filter(vote_id=vote.pk, member=member)
    if not flags.filter(has_voted=False).update(has_voted=True):
        if flags.exists():
            raise ZujiError(_("You have voted already; a vote cannot be changed."))
        raise ZujiError(_("Only those who were present when the ballot was opened can vote."))
    counter = CHOICES[choice]
    Vote.objects.filter(pk=vote.pk).update(**{counter: F(counter) + 1})


@transaction.atomic
def close_ballot(vote: Vote, *, by: str) -> Vote:
    """End a secret ballot and show its numbers; who voted is forgotten with it. Closed already, it stays so.

    Raises ZujiError while fewer than three have voted.
    """
    meeting, current = _locked(vote)
    if current.state == "counted":
        return current
    if current.state != "open":
        raise ZujiError(_("This vote was withdrawn."))
    if current.tally.total < LEAST_VOTERS:
        raise ZujiError(_("Fewer than three have voted: the result would tell who chose what. Wait, or withdraw it."))
    current.state = "counted"
    current.save(update_fields=["state"])
    current.roll.all().delete()
    note_change(meeting, "ballot_closed", by=by, note=current.question[:160])
    return current


@transaction.atomic
def withdraw_vote(vote: Vote, *, reason: str, by: str) -> Vote:
    """Take a vote back, with a reason: an open ballot with everything cast in it unread, or one entered by mistake.

    Raises RecordingError without a reason; ZujiError for a secret ballot that is counted, or approved minutes.
    """
    meeting, current = _locked(vote)
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    if current.state == "withdrawn":
        return current
    if current.is_secret and current.state == "counted":
        raise ZujiError(_("A secret ballot that is counted stands."))
    _withdraw(current, reason)
    note_change(meeting, "vote_withdrawn", by=by, note=f"{current.question[:60]}：{current.withdrawal_reason}"[:160])
    return current


def _withdraw(vote: Vote, reason: str) -> None:
    if vote.state == "open":
        _set_tally(vote, Tally(0, 0, 0))
    vote.state, vote.withdrawal_reason = "withdrawn", reason.strip()[:120]
    vote.save()
    vote.roll.all().delete()


def withdraw_open_ballots(meeting: Meeting, *, reason: str) -> None:
    """End the open ballots of a meeting that is called off, unread; within the caller's transaction."""
    for vote in meeting.votes.select_for_update().filter(state="open"):
        _withdraw(vote, reason)


@transaction.atomic
def correct_vote(vote: Vote, *, tally: Tally, reason: str, seen: int, on: date, by: str) -> Vote:
    """Correct the numbers of a vote counted in the room; the old ones are kept with the reason.

    The same numbers again change nothing. Raises StaleGathering; RecordingError without a reason or for numbers that
    cannot be; ZujiError for a secret ballot, which nobody else counted, or approved minutes.
    """
    meeting, current = _locked(vote)
    if current.is_secret or current.state != "counted":
        raise ZujiError(_("Only a vote that was counted in the room can be corrected."))
    if current.tally == tally:
        return current
    locked(meeting, seen=seen)
    _refuse_wrong(tally, present=current.present_count)
    if not reason.strip():
        raise RecordingError("reason", _("Please give a reason."))
    old = current.tally
    VoteCorrection.objects.create(vote=current, reason=reason.strip()[:120], by=by, corrected_on=on, **vars(old))
    _set_tally(current, tally)
    current.save()
    note = f"{current.question[:40]}：{old} → {tally}，{reason.strip()}"
    note_change(meeting, "vote_corrected", by=by, note=note[:160])
    return current


def _house(meeting: Meeting) -> tuple[Meeting, House]:
    """Lock a meeting at which something may be voted on, with who sits there."""
    current: Meeting = locked(meeting)
    if current.status == "cancelled":
        raise ZujiError(_("This was called off; nothing can be voted on."))
    _refuse_approved(current)
    house = house_of(current)
    if house is None:
        raise ZujiError(_("Mark first who came; then vote."))
    return current, house


def _locked(vote: Vote) -> tuple[Meeting, Vote]:
    meeting: Meeting = locked(vote.meeting)
    _refuse_approved(meeting)
    return meeting, Vote.objects.select_for_update().get(pk=vote.pk)


def _refuse_approved(meeting: Meeting) -> None:
    if MeetingMinutes.objects.filter(meeting=meeting, approved_on__isnull=False).exists():
        raise ZujiError(_("These minutes are approved and stay as they are."))


def _there(meeting: Meeting, question: str) -> Vote | None:
    return meeting.votes.exclude(state="withdrawn").filter(question=question).first()


def _readable(motion: Motion) -> Motion:
    question = " ".join(motion.question.split())[:200]
    if not question:
        raise RecordingError("question", _("Please write what is voted on."))
    return replace(motion, question=question)


def _refuse_wrong(tally: Tally, *, present: int) -> None:
    if any(number < 0 for number in vars(tally).values()):
        raise RecordingError("for_count", _("A number of votes cannot be below 0."))
    if tally.total > present:
        numbers = {"votes": tally.total, "present": present}
        raise RecordingError(
            "for_count", _("Votes above those present: %(votes)s votes, %(present)s present.") % numbers
        )
    if tally.total == 0:
        raise RecordingError("for_count", _("Nobody voted; enter the numbers that were counted."))


def _begin(meeting: Meeting, motion: Motion, house: House, *, state: str, by: str) -> Vote:
    rule = vote_rules(meeting).get(motion.majority)
    if rule is None:
        raise RecordingError("majority", _("There is no such majority."))
    if motion.agenda_item_id is not None and not meeting.agenda.filter(pk=motion.agenda_item_id).exists():
        raise RecordingError("agenda_item", _("The list does not fit any more; load the page again."))
    vote = Vote(
        meeting=meeting,
        agenda_item_id=motion.agenda_item_id,
        question=motion.question,
        method=motion.method,
        majority=motion.majority,
        state=state,
        share=rule["share"],
        is_exceeded=rule["is_exceeded"],
        base=rule["of"],
        expected_count=house.expected_count,
        present_count=len(house.present),
        quorum_count=house.quorum_count,
        recorded_by=by,
    )
    validate(vote)
    return vote


def _set_tally(vote: Vote, tally: Tally) -> None:
    for name, number in vars(tally).items():
        setattr(vote, name, number)
