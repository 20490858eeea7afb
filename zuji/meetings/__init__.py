"""Meetings of a branch.

Nouns: meeting, agenda item, leave request, attendance, vote, minutes, action item, work plan, work summary. Leaves
meeting.held, meeting.attended, committee_meeting.held, minutes.filed, plan.reported, summary.reported.
"""
