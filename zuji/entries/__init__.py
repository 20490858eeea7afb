"""What one person entered for another: on what ground, under both names, and what the member says of it.

Nouns: entry for a member. Leaves no footprints: the record that was entered does.
"""
