"""查重: which texts say the same as one that is about to be sent, and which are only about the same matter.

Nouns: known text. Leaves no footprints.
"""
