"""Files attached to records: papers of a matter, a sign-in sheet, photos of a session.

Nouns: attachment, and the trace a removed one leaves. Leaves no footprints: the record it belongs to does.
A file is known by what is in it, never by the name somebody gave it.
"""
