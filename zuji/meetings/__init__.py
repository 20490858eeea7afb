"""Meetings of a branch.

Nouns: meeting, attendance. Leaves meeting.held, meeting.attended, committee_meeting.held.
"""
