"""Who keeps research, who notes a stop, who signs a report off."""

from typing import Any

from zuji.organizations.models import Organization
from zuji.organizations.permissions import may, own_member
from zuji.organizations.queries import members_on
from zuji.research.models import ResearchProject


def can_keep(user: Any, branch: Organization) -> bool:
    """Whoever keeps proposals and research chooses topics, plans, writes and calls off."""
    return may(user, "keep_participation", branch)


def can_note_stop(user: Any, project: ResearchProject) -> bool:
    """A stop is noted, and the report written on, by who keeps research or takes part in it."""
    if can_keep(user, project.organization):
        return True
    return bool(user.is_authenticated) and project.participations.filter(member__user=user).exists()


def can_sign_off(user: Any, branch: Organization) -> bool:
    """A report is signed off by whoever approves what others wrote; keeping research is not enough."""
    return may(user, "approve_work", branch)


def can_suggest(user: Any, branch: Organization, on: Any) -> bool:
    """Topics are suggested by the members of the branch."""
    member = own_member(user)
    return member is not None and members_on(branch, on).filter(pk=member.pk).exists()
