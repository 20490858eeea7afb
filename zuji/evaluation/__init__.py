"""Scores from standings.

Nouns: score, score line, figure. One exact fraction per score, rounded once at the end (C12). Leaves no footprints.
"""
