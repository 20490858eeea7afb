"""The ledger: append-only facts that records leave behind.

Nouns: footprint, refused record, freshness. `kinds.py` declares every kind once.
"""
