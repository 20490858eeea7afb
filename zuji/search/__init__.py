"""Search in Chinese over what was written: infos, proposals, minutes, and people by their initials.

Nouns: search document. Leaves no footprints. Thought reports are never in it (domain §10.4).
"""
