"""Input about meetings, turned into clean values; one file for each kind."""

from zuji.meetings.forms.meetings import MeetingForm, MinutesForm, planned_like, shown_plan

__all__ = ["MeetingForm", "MinutesForm", "planned_like", "shown_plan"]
