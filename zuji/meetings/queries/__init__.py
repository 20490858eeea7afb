"""Reads of meetings, one file for each kind."""

from zuji.meetings.queries.meetings import Quorum, alike, last_alike, meeting_years, meetings_of, quorum_of

__all__ = ["Quorum", "alike", "last_alike", "meeting_years", "meetings_of", "quorum_of"]
