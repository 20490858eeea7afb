"""How contacts count: for the branch, naming who was contacted and who did it."""

from zuji.contacts.models import MemberContact
from zuji.footprints.facts import Fact, reference_to


def footprints_of(contact: MemberContact) -> list[Fact]:
    """Which facts a contact amounts to: one, credited to the branch (C11)."""
    return [
        Fact(
            kind="contact.made",
            organization_id=contact.organization_id,
            credit="branch",
            member_id=contact.member_id,
            actor_id=contact.by_member_id,
            about=reference_to(contact),
            happened_on=contact.on,
        )
    ]
