"""Who may do what with infos."""

from typing import Any

from zuji.foundation.clock import today
from zuji.infos.models import COUNTED_STATES, Info, InfoDispatch, InfoOutcome, InfoWords
from zuji.organizations.entitlements import holdings_of
from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, own_member
from zuji.organizations.queries import members_on


def is_author(user: Any, info: Info) -> bool:
    """Say whether an info is the user's own."""
    return info.member is not None and info.member.user_id == user.pk


def can_write(user: Any, branch: Organization) -> bool:
    """Infos are written by the branch's members, and entered for them by who checks."""
    own = own_member(user)
    is_member = own is not None and members_on(branch, today()).filter(pk=own.pk).exists()
    return is_member or can_check(user, branch)


def can_check(user: Any, branch: Organization) -> bool:
    """Infos are checked, entered for others and followed up by those whose post says so."""
    return may(user, "check_infos", branch)


def can_sign(user: Any, branch: Organization) -> bool:
    """An info leaves the branch over the signature of who leads it."""
    return may(user, "sign_infos", branch)


def can_change(user: Any, info: Info) -> bool:
    """The words of an info are its author's, also theirs who check it and may read it: a draft they entered."""
    may_read = Info.objects.readable_by(user).filter(pk=info.pk)
    return is_author(user, info) or (can_check(user, info.organization) and may_read.exists())


def can_derive(user: Any, branch: Organization) -> bool:
    """What an info says becomes a proposal or a speech through those who keep these."""
    return may(user, "keep_participation", branch)


def held_by(user: Any, info: Info) -> InfoDispatch | None:
    """Give the last sending of an info to a committee whose papers a user receives.

    Of several the one of the user's own committee, though they oversee others.
    """
    own, _overseen = holdings_of(user).places_for("receive_papers")
    sendings = info.dispatches.all()
    held = [each for each in sendings if each.organization and may(user, "receive_papers", each.organization)]
    return max(held, key=lambda each: (each.organization_id in own, each.on, each.pk), default=None)


def desk_of(user: Any, info: Info) -> Organization | None:
    """Give the committee for which a user handles an info."""
    held = held_by(user, info)
    return held.organization if held else None


def words_for(user: Any, info: Info) -> InfoWords | None:
    """Give the words of an info that a user may read, or None: a desk reads what was sent to it, not what its author
    changes afterwards; one sent before the words sent were kept is read as it stands until it comes back."""
    if Info.objects.kept_by(user).filter(pk=info.pk).exists():
        return info
    held = held_by(user, info)
    if held is None or info.state == "withdrawn":
        return None
    return held.sent_text or (info if info.state in COUNTED_STATES else None)


def can_receive(user: Any, info: Info) -> bool:
    """A desk handles what was sent to it."""
    return info.state in COUNTED_STATES and desk_of(user, info) is not None


def can_return(user: Any, info: Info) -> bool:
    """Before it is sent an info is given back by the branch, after that by the desk it was sent to."""
    return can_receive(user, info) if info.state in COUNTED_STATES else can_check(user, info.organization)


def can_follow(user: Any, info: Info) -> bool:
    """What became of an info is entered by the branch that sent it, or by a desk that received it."""
    return can_check(user, info.organization) or can_receive(user, info)


def can_take_back(user: Any, outcome: InfoOutcome) -> bool:
    """What became of an info is taken back by who may enter it; that a desk passed it on, by that desk."""
    if outcome.dispatch is not None and outcome.desk is not None:
        return may(user, "receive_papers", outcome.desk)
    return can_follow(user, outcome.info)


def can_ask(user: Any, organization: Organization) -> bool:
    """Topics are asked for by a desk for everybody below, or by who checks infos for the own branch."""
    return may(user, "receive_papers", organization) or may(user, "check_infos", organization)
