"""A branch of five with accounts and a meeting that is held: what tests of votes need."""

from dataclasses import dataclass, field
from datetime import date

from tests.recording import SmallBranch, small_branch
from zuji.accounts.models import User
from zuji.gatherings.queries import expected_at
from zuji.meetings.actions import Motion, hold_meeting, open_ballot, plan_meeting
from zuji.meetings.models import Meeting, Vote
from zuji.organizations.actions import register_member, set_membership
from zuji.organizations.models import Member

DAY, AFTER = date(2019, 3, 15), date(2019, 3, 16)


@dataclass
class Room:
    """The branch, its five members, and the meeting."""

    home: SmallBranch
    meeting: Meeting
    members: list[Member] = field(default_factory=list)

    def ballot(self, question: str = "通过修订稿") -> Vote:
        return open_ballot(self.meeting, Motion(question, "secret_ballot"), by="田一禾").record


def meeting_room(*, kind: str = "all_member", agenda: tuple[str, ...] = ("审议修订稿",), **marks: str) -> Room:
    """Five members, all present but those whose number is given another mark: `M05="absent"`."""
    home = small_branch()
    for number in ("M04", "M05"):
        member, _is_new = register_member(home.branch, member_no=number, name=f"会员{number}")
        set_membership(member, home.branch, from_on=date(2015, 1, 1), until_on=None)
    for member in Member.objects.all():
        member.user = User.objects.create(username=member.member_no, password="no sum of anything")
        member.save()
    meeting = plan_meeting(home.branch, by="田一禾", agenda=agenda, kind=kind, topic="三月会员大会", held_on=DAY).record
    everyone = {member.pk: marks.get(member.member_no, "present") for member in expected_at(meeting)}
    held = hold_meeting(meeting, marks=everyone, seen=meeting.revision, on=AFTER, by="田一禾")
    return Room(home, held, list(Member.objects.order_by("member_no")))
