"""The policy table: which post may do what, and where. Rights follow posts held on the day, never names or accounts.

Read a row as: the holder of this post may do these things in the organization of the post and, if the post oversees, in
everything below it. Every member may read the records of the own branch. A superuser (the operator) may do everything.
"""

from datetime import date
from typing import Any, cast

from django.apps import apps
from django.db.models import QuerySet
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
}

POSTS = {
    # post code: (label, oversees what is below, actions)
    "branch_director": (_("branch director"), False, set(ACTIONS)),
    "deputy_branch_director": (_("deputy branch director"), False, set(ACTIONS) - {"adopt_institution"}),
    "organization_officer": (
        _("organization officer"),
        False,
        {"view_board", "view_member", "edit_roll", "load_records", "record_work"},
    ),
    "publicity_officer": (_("publicity officer"), False, {"view_board", "draft_institution"}),
    "participation_officer": (_("participation officer"), False, {"view_board", "draft_institution"}),
    "service_officer": (_("service officer"), False, {"view_board"}),
    "info_officer": (_("info officer"), False, {"view_board"}),
    "chair": (_("chair"), True, {"view_board", "view_member", "draft_institution", "adopt_institution"}),
    "vice_chair": (_("vice chair"), True, {"view_board", "view_member"}),
    "secretary_general": (
        _("secretary-general"),
        True,
        {"view_board", "view_member", "draft_institution", "load_records"},
    ),
    "committee_member": (_("committee member"), False, {"view_board"}),
}

MEMBER_ACTIONS = {"view_board"}
"""What membership alone entitles to, in the own branch. The own page needs no right: everyone has it."""

OVERSEEING_POSTS = [post for post, (_label, oversees, _actions) in POSTS.items() if oversees]


def posts_that_may(action: str) -> list[str]:
    """Give the post codes that entitle to an action."""
    return [post for post, (_label, _oversees, actions) in POSTS.items() if action in actions]


def organizations_seen_by(user: Any, *, action: str = "view_board", on: date | None = None) -> QuerySet[Any]:
    """Give the organizations in which a user may do `action` on a day (today if none is given).

    Membership gives MEMBER_ACTIONS in the branch; a post gives its row of POSTS where it is held and, if it oversees,
    below. Nothing for those not signed in.
    """
    organization = apps.get_model("organizations", "Organization")
    if not user.is_authenticated:
        return organization.objects.none()
    if user.is_superuser:
        return organization.objects.all()
    day = on or today()
    held = {"member__user": user, "from_on__lte": day, "until_on__gt": day}
    posts = apps.get_model("organizations", "PostAssignment").objects.filter(post__in=posts_that_may(action), **held)
    closure = apps.get_model("organizations", "OrganizationClosure").objects
    below = closure.filter(ancestor__in=posts.filter(post__in=OVERSEEING_POSTS).values("organization_id")).values(
        "descendant_id"
    )
    seen = organization.objects.filter(id__in=posts.values("organization_id"))
    seen = seen | organization.objects.filter(id__in=below)
    if action in MEMBER_ACTIONS:
        memberships = apps.get_model("organizations", "Membership").objects.filter(**held)
        seen = seen | organization.objects.filter(id__in=memberships.values("organization_id"))
    return cast(QuerySet[Any], seen)
