"""Share the members out among those in office."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.contacts.models import ContactAssignment
from zuji.contacts.queries import assigned_on, contacted_members, in_office, marks_of_pairs
from zuji.foundation.errors import ZujiError
from zuji.organizations.models import Organization


class StaleAssignments(ZujiError):  # noqa: N818 - what is refused is the stale page
    """Somebody else has shared the members out since the writer's page was opened."""


@transaction.atomic
def share_out(branch: Organization, *, keepers: Mapping[int, int | None], seen: str, on: date, by: str) -> int:
    """Say who keeps in touch with whom from a day on; who is not named stays as they are. Gives how many changed.

    Takes: by member id, the id of who does it, or None for nobody; `seen`, the mark of what the page showed. Said
    again, nothing changes.
    Raises StaleAssignments; ZujiError for a stranger, somebody out of office, or oneself.
    """
    Organization.objects.select_for_update().get(pk=branch.pk)
    _refuse_strangers(branch, keepers, on)
    assigned = assigned_on(branch, on)
    now = {number: keeper.pk for number, keeper in assigned.items()}
    changed = {number: keeper for number, keeper in keepers.items() if now.get(number) != keeper}
    if changed and marks_of_pairs(assigned) != seen:
        raise StaleAssignments(
            _("Somebody has shared out the members meanwhile. Your choice is still here: look again.")
        )
    for number, keeper in changed.items():
        _end(branch, number, on)
        if keeper is not None:
            ContactAssignment.objects.create(
                organization=branch, member_id=number, by_member_id=keeper, from_on=on, entered_by=by, entered_on=on
            )
    return len(changed)


def _refuse_strangers(branch: Organization, keepers: Mapping[int, int | None], on: date) -> None:
    holders = {holder.pk for holder in in_office(branch, on)}
    members = {member.pk for member in contacted_members(branch, on)}
    if set(keepers) - members or {keeper for keeper in keepers.values() if keeper is not None} - holders:
        raise ZujiError(_("The list does not fit the branch of that day; load the page again."))
    if any(number == keeper for number, keeper in keepers.items()):
        raise ZujiError(_("Nobody contacts themselves."))


def _end(branch: Organization, number: int, on: date) -> None:
    """End what holds about a member; what began that very day never was."""
    open_ones = ContactAssignment.objects.of(branch).filter(member_id=number, until_on=date.max)
    open_ones.filter(from_on__gte=on).delete()
    open_ones.update(until_on=on)
