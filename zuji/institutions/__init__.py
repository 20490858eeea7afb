"""Written institutions and what they make due.

Nouns: institution, version, clause, duty, event of the life cycle, standing. Runs the kernel; keeps standings fresh.
"""
