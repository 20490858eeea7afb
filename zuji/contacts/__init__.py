"""Contacts of the director and deputies with members: date and form, never content.

Nouns: member contact. Leaves contact.made.
"""
