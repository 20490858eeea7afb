"""Meetings of a branch.

Nouns: meeting, agenda item, leave request, attendance, minutes, action item. Leaves meeting.held, meeting.attended,
committee_meeting.held, minutes.filed.
"""
