"""成果转化: which record was written from which, such as a proposal from a piece of research.

Nouns: derivation. Leaves no footprints: each output counts for itself, once.
"""
