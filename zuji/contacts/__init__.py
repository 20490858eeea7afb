"""Contacts of the director and deputies with members: date and form, never content; visits, and members' requests.

Nouns: member contact, contact assignment, visit occasion, member request. Leaves contact.made, talk.held, visit.due,
visit.made, request.made, request.answered.
"""
