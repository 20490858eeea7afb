"""The tree of branches and committees, its people, and what a post entitles to.

Nouns: organization, member, membership, post, term, exemption, transfer, policy setting. Leaves no footprints yet.
"""
