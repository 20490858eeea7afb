"""会刊: issues of the journal and what members hand in to it.

Nouns: journal issue, journal submission. Leaves journal.issued, journal.submitted.
"""
