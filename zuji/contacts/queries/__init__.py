"""Reads of contacts: a quarter, who contacts whom, visits and requests, and all that is kept about one member."""

from zuji.contacts.queries.assignment import (
    AssignmentLine,
    assigned_on,
    assignment_lines,
    contacted_members,
    in_office,
    keeper_of,
    marks_of_pairs,
    suggested,
)
from zuji.contacts.queries.contact import (
    ContactLine,
    allowed_topics,
    contact_lines,
    contacts_in,
    own_contacts,
)
from zuji.contacts.queries.kept import KeptLine, kept_about
from zuji.contacts.queries.request import RequestLine, request_lines
from zuji.contacts.queries.visit import VisitLine, closed_occasions, open_visits, own_occasions

__all__ = [
    "AssignmentLine",
    "ContactLine",
    "KeptLine",
    "RequestLine",
    "VisitLine",
    "allowed_topics",
    "assigned_on",
    "assignment_lines",
    "closed_occasions",
    "contact_lines",
    "contacted_members",
    "contacts_in",
    "in_office",
    "keeper_of",
    "kept_about",
    "marks_of_pairs",
    "open_visits",
    "own_contacts",
    "own_occasions",
    "request_lines",
    "suggested",
]
