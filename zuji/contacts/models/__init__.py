"""Nouns of contacts: contact, who contacts whom, what calls for a visit, and a member's request."""

from zuji.contacts.models.assignment import ContactAssignment
from zuji.contacts.models.contact import FORMS, KINDS, MemberContact
from zuji.contacts.models.occasion import OCCASIONS, VisitOccasion
from zuji.contacts.models.request import REQUEST_STATES, MemberRequest, RequestAnswer

__all__ = [
    "FORMS",
    "KINDS",
    "OCCASIONS",
    "REQUEST_STATES",
    "ContactAssignment",
    "MemberContact",
    "MemberRequest",
    "RequestAnswer",
    "VisitOccasion",
]
