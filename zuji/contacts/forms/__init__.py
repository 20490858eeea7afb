"""Input about contacts, visits and requests."""

from zuji.contacts.forms.assignment import AssignmentForm
from zuji.contacts.forms.contact import ContactForm, VisitForm
from zuji.contacts.forms.occasion import OccasionForm
from zuji.contacts.forms.request import AnswerForm, RequestForm, SettlementForm

__all__ = [
    "AnswerForm",
    "AssignmentForm",
    "ContactForm",
    "OccasionForm",
    "RequestForm",
    "SettlementForm",
    "VisitForm",
]
