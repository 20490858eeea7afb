"""Input about meetings, turned into clean values; one file for each kind."""

from zuji.meetings.forms.meetings import MeetingForm, MinutesForm, shown_plan

__all__ = ["MeetingForm", "MinutesForm", "shown_plan"]
