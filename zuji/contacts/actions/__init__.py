"""Verbs of contacts: contact, share out, visit, ask and answer."""

from zuji.contacts.actions.assignment import StaleAssignments, share_out
from zuji.contacts.actions.contact import confirm_contact, make_contact, record_contact, remove_contact
from zuji.contacts.actions.occasion import (
    decline_visit,
    learn_of_occasion,
    make_visit,
    remove_occasion,
    reopen_occasion,
)
from zuji.contacts.actions.request import answer_request, make_request, remove_request, settle_request

__all__ = [
    "StaleAssignments",
    "answer_request",
    "confirm_contact",
    "decline_visit",
    "learn_of_occasion",
    "make_contact",
    "make_request",
    "make_visit",
    "record_contact",
    "remove_contact",
    "remove_occasion",
    "remove_request",
    "reopen_occasion",
    "settle_request",
    "share_out",
]
