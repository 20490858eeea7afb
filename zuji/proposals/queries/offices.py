"""Who holds which public office, and what that means for who may propose (domain §4.1)."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zuji.organizations.models import Member, Organization, PublicOffice
from zuji.organizations.queries import members_on
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import PROPOSING_OFFICE, SIGNED_FORMS


def offices_on(on: date) -> QuerySet[PublicOffice]:
    """Give the public offices held on a day."""
    has_begun = Q(from_on__isnull=True) | Q(from_on__lte=on)
    return PublicOffice.objects.filter(has_begun, until_on__gt=on)


def offices_of(branch: Organization, on: date) -> QuerySet[PublicOffice]:
    """Give the offices ever held by a branch's members of a day, with their members."""
    rows = PublicOffice.objects.filter(member__in=members_on(branch, on))
    return rows.select_related("member").order_by("member__member_no", "from_on")


def keeps_offices(branch: Organization) -> bool:
    """Say whether a branch keeps public offices at all; where it keeps none, nobody's can be missed."""
    return PublicOffice.objects.filter(member__memberships__organization=branch).exists()


def may_propose_alone(member: Member, on: date) -> bool:
    """Say whether a member holds an office on a day that lets them submit in their own name."""
    return offices_on(on).filter(member=member, kind=PROPOSING_OFFICE).exists()


def office_warning(proposal: Proposal, *, on: date) -> str:
    """Say what stands against submission in the signers' own name; empty where nothing does.

    A branch that keeps no offices is asked nothing: its own text says who signs.
    """
    if proposal.form not in SIGNED_FORMS or not keeps_offices(proposal.organization):
        return ""
    signers = proposal.signatures.values("member_id")
    if offices_on(on).filter(member__in=signers, kind=PROPOSING_OFFICE).exists():
        return ""
    return _(
        "None of the signers is a CPPCC member, and only CPPCC members submit in their own name. Hand it in as "
        "material or as the party’s proposal — or give the reason why it is submitted nevertheless."
    )
