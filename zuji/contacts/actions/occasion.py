"""Verbs of visits: learn of what calls for one, pay it, note that it was not wished."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.contacts.actions.contact import make_contact
from zuji.contacts.actions.refusing import refuse_impossible, refuse_stranger
from zuji.contacts.footprints import footprints_of_occasion
from zuji.contacts.models import OCCASIONS, MemberContact, VisitOccasion
from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import Recorded, RecordingError
from zuji.organizations.models import Member, Organization
from zuji.organizations.policies import value_on


@transaction.atomic
def learn_of_occasion(
    branch: Organization, *, member: Member, occasion: str, learned_on: date, by: str, today: date
) -> Recorded[VisitOccasion]:
    """Note that a member is to be visited. The same of the same member on the same day is one: a double tap is none.

    Raises RecordingError for a day to come or an unknown occasion, ZujiError for somebody who is not a member that day.
    """
    refuse_impossible(branch, field="learned_on", on=learned_on, today=today)
    if occasion not in OCCASIONS:
        raise RecordingError("occasion", _("Please choose what calls for the visit."))
    refuse_stranger(branch, member, learned_on)
    Organization.objects.select_for_update().get(pk=branch.pk)
    of_that_day = VisitOccasion.objects.of(branch).filter(learned_on=learned_on)
    there = of_that_day.filter(member=member, occasion=occasion).first()
    if there is not None:
        return Recorded(there)
    taken = set(of_that_day.values_list("code", flat=True))
    made = VisitOccasion.objects.create(
        organization=branch,
        code=next(code for number in range(1, 1000) if (code := f"{learned_on}/{number}") not in taken),
        member=member,
        occasion=occasion,
        learned_on=learned_on,
        due_on=learned_on + timedelta(days=value_on(branch, "visit_days", learned_on)),
        entered_by=by,
    )
    sync(made, footprints_of_occasion(made))
    return Recorded(made, is_new=True, is_changed=True)


@transaction.atomic
def make_visit(
    occasion: VisitOccasion, *, by_member: Member, on: date, today: date, by: Any = None, ground: str = ""
) -> Recorded[MemberContact]:
    """Note that a member was visited: a contact too, and one visit whoever taps.

    Raises RecordingError for a day to come or before it was known, ZujiError where the member did not wish it.
    """
    current = _locked(occasion)
    if current.declined_on is not None:
        raise ZujiError(_("No visit was wished; take that back first."))
    if on < current.learned_on:
        raise RecordingError("on", _("That is before it was known."))
    paid = MemberContact.objects.of(current.organization).filter(occasion=current).first()
    if paid is not None:
        return Recorded(paid)
    said: dict[str, Any] = {"by_member": by_member, "member": current.member, "on": on, "form": "走访"}
    said |= {"kind": "visit", "occasion": current, "ground": ground}
    return make_contact(current.organization, today=today, by=by, **said)


@transaction.atomic
def decline_visit(occasion: VisitOccasion, *, on: date) -> VisitOccasion:
    """Note that the member did not wish to be visited: nothing is owed any more. Nobody asks why."""
    current = _locked(occasion)
    if MemberContact.objects.filter(occasion=current).exists():
        raise ZujiError(_("The visit has been paid already."))
    return _set_declined(current, current.declined_on or on)


@transaction.atomic
def reopen_occasion(occasion: VisitOccasion) -> VisitOccasion:
    """Take back that no visit was wished."""
    return _set_declined(_locked(occasion), None)


@transaction.atomic
def remove_occasion(occasion: VisitOccasion) -> None:
    """Take back what was entered by mistake; its footprint is reversed. Raises ZujiError once a visit was paid."""
    current = _locked(occasion)
    if MemberContact.objects.filter(occasion=current).exists():
        raise ZujiError(_("The visit has been paid already."))
    sync(current, [])
    current.delete()


def _locked(occasion: VisitOccasion) -> VisitOccasion:
    found: VisitOccasion = (
        VisitOccasion.objects.select_related("organization", "member")
        .select_for_update(of=("self",))
        .get(pk=occasion.pk)
    )
    return found


def _set_declined(occasion: VisitOccasion, on: date | None) -> VisitOccasion:
    occasion.declined_on = on
    occasion.save(update_fields=["declined_on", "updated_at"])
    sync(occasion, footprints_of_occasion(occasion))
    return occasion
