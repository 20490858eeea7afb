"""Node days and theme activities.

Nouns: node day, its observance by a branch, theme activity, attendance.
Leaves node_day.planned, node_day.held, activity.held, activity.attended.
"""
