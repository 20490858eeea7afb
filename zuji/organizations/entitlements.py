"""The policy table: which post may do what, and where. Rights follow posts held on the day, never names or accounts.

Read a row as: the holder of this post may do these things in the organization of the post and, if the post oversees, in
everything below it. Every member may read the records of the own branch. A superuser (the operator) may do everything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.apps import apps
from django.db.models import QuerySet, Value
from django.utils.translation import gettext_lazy as _

from zuji.foundation.clock import today

ACTIONS = {
    "view_board": _("read the board, the texts, the records and the timeline"),
    "view_member": _("read another member's page"),
    "draft_institution": _("draft and check a text"),
    "adopt_institution": _("put a text to the vote, on record and in force"),
    "edit_roll": _("keep the roll: members, posts, exemptions"),
    "load_records": _("load records from files"),
    "record_work": _("plan and record meetings and other work"),
    "approve_work": _("approve minutes and confirm late entries"),
    "plan_work": _("make the year's plans"),
    "check_infos": _("check the branch's infos and send them"),
    "sign_infos": _("sign infos for sending"),
    "keep_participation": _("keep proposals and research"),
    "keep_service": _("keep lectures and social service"),
    "receive_papers": _("receive infos and proposals from below and enter what became of them"),
    "write_party_proposals": _("write and submit the party's proposals of the own committee"),
}

OF_A_COMMITTEE = {"receive_papers", "write_party_proposals"}
"""What no post in a branch does."""

POSTS = {
    # post code: (label, oversees what is below, actions)
    "branch_director": (_("branch director"), False, set(ACTIONS) - OF_A_COMMITTEE),
    "deputy_branch_director": (
        _("deputy branch director"),
        False,
        set(ACTIONS) - OF_A_COMMITTEE - {"adopt_institution"},
    ),
    "organization_officer": (
        _("organization officer"),
        False,
        {
            *("view_board", "view_member", "edit_roll", "load_records", "record_work", "plan_work"),
            *("check_infos", "keep_participation", "keep_service"),
        },
    ),
    "publicity_officer": (_("publicity officer"), False, {"view_board", "draft_institution"}),
    "participation_officer": (
        _("participation officer"),
        False,
        {"view_board", "draft_institution", "keep_participation"},
    ),
    "service_officer": (_("service officer"), False, {"view_board", "keep_service"}),
    "info_officer": (_("info officer"), False, {"view_board", "check_infos"}),
    "chair": (
        _("chair"),
        True,
        {"view_board", "view_member", "draft_institution", "adopt_institution", "plan_work", *OF_A_COMMITTEE},
    ),
    "vice_chair": (_("vice chair"), True, {"view_board", "view_member", "plan_work", *OF_A_COMMITTEE}),
    "secretary_general": (
        _("secretary-general"),
        True,
        {"view_board", "view_member", "draft_institution", "load_records", "plan_work", *OF_A_COMMITTEE},
    ),
    "committee_member": (_("committee member"), False, {"view_board"}),
}

MEMBER_ACTIONS = {"view_board"}
"""What membership alone entitles to, in the own branch. The own page needs no right: everyone has it."""

OVERSEEING_POSTS = [post for post, (_label, oversees, _actions) in POSTS.items() if oversees]


@dataclass(frozen=True)
class Holdings:
    """What a user holds on a day: posts and memberships with their organizations, and the name they act under."""

    name: str
    posts: frozenset[tuple[str, int]]
    memberships: frozenset[int]

    def places_for(self, action: str) -> tuple[set[int], set[int]]:
        """Give the organizations in which they may do something, and those in and below which they may."""
        rows = [(place, POSTS[post]) for post, place in self.posts if post in POSTS and action in POSTS[post][2]]
        direct = {place for place, _row in rows}
        if action in MEMBER_ACTIONS:
            direct |= self.memberships
        return direct, {place for place, (_label, oversees, _actions) in rows if oversees}


_OF_THIS_REQUEST: ContextVar[dict[tuple[int, date], Holdings] | None] = ContextVar("holdings", default=None)


@contextmanager
def remembering_holdings() -> Iterator[None]:
    """Ask for a user's holdings once while one request is answered."""
    token = _OF_THIS_REQUEST.set({})
    try:
        yield
    finally:
        _OF_THIS_REQUEST.reset(token)


def holdings_of(user: Any, on: date | None = None) -> Holdings:
    """Give what a signed-in user holds on a day (today if none is given)."""
    day = on or today()
    remembered = _OF_THIS_REQUEST.get()
    if remembered is not None and (user.pk, day) in remembered:
        return remembered[user.pk, day]
    held = {"member__user": user.pk, "from_on__lte": day, "until_on__gt": day}
    posts = apps.get_model("organizations", "PostAssignment").objects.filter(**held).order_by()
    memberships = apps.get_model("organizations", "Membership").objects.filter(**held).order_by()
    rows = list(
        posts.values_list("post", "organization_id", "member__name").union(
            memberships.values_list(Value(""), "organization_id", "member__name"), all=True
        )
    )
    found = Holdings(
        next((name for _post, _place, name in rows), ""),
        frozenset((post, place) for post, place, _name in rows if post),
        frozenset(place for post, place, _name in rows if not post),
    )
    if remembered is not None:
        remembered[user.pk, day] = found
    return found


def organizations_seen_by(user: Any, *, action: str = "view_board", on: date | None = None) -> QuerySet[Any]:
    """Give the organizations in which a user may do `action` on a day (today if none is given).

    Membership gives MEMBER_ACTIONS in the branch; a post gives its row of POSTS where it is held and, if it oversees,
    below. Nothing for those not signed in.
    """
    organizations = apps.get_model("organizations", "Organization").objects
    if not user.is_authenticated:
        return cast(QuerySet[Any], organizations.none())
    if user.is_superuser:
        return cast(QuerySet[Any], organizations.all())
    direct, overseen = holdings_of(user, on).places_for(action)
    seen = organizations.filter(id__in=direct)
    if overseen:
        closure = apps.get_model("organizations", "OrganizationClosure").objects
        seen = seen | organizations.filter(id__in=closure.filter(ancestor__in=overseen).values("descendant_id"))
    return cast(QuerySet[Any], seen)


def organizations_held_by(user: Any, *, action: str, on: date | None = None) -> QuerySet[Any]:
    """Give the organizations in which a post held there entitles to `action`; not those below, which it oversees.

    For what is done in an organization's own name.
    """
    organizations = apps.get_model("organizations", "Organization").objects
    if not user.is_authenticated:
        return cast(QuerySet[Any], organizations.none())
    if user.is_superuser:
        return cast(QuerySet[Any], organizations.all())
    direct, _overseen = holdings_of(user, on).places_for(action)
    return cast(QuerySet[Any], organizations.filter(id__in=direct))


def is_seen_by(user: Any, number: int, *, action: str = "view_board", on: date | None = None) -> bool:
    """Say whether a user may do `action` in one organization: whether it is among `organizations_seen_by`."""
    if not user.is_authenticated or user.is_superuser:
        return bool(user.is_authenticated)
    direct, overseen = holdings_of(user, on).places_for(action)
    if number in direct or not overseen:
        return number in direct
    return bool(organizations_seen_by(user, action=action, on=on).filter(pk=number).exists())
