"""调研: research projects and who took part.

Nouns: research project, participation. Leaves research.completed, individual_research.completed, research.joined.
"""
