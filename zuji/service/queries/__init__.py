"""Reads of social service."""

from zuji.service.queries.activities import activities_of, activity_years, turnout_by_branch
from zuji.service.queries.lectures import (
    YearOfLectures,
    coming_lectures,
    has_public_page,
    is_late,
    lecture_years,
    lectures_of,
    matching,
    speakers_of,
    to_do,
    year_of,
)
from zuji.service.queries.library import host_units_of, topics_of

__all__ = [
    "YearOfLectures",
    "activities_of",
    "activity_years",
    "coming_lectures",
    "has_public_page",
    "host_units_of",
    "is_late",
    "lecture_years",
    "lectures_of",
    "matching",
    "speakers_of",
    "to_do",
    "topics_of",
    "turnout_by_branch",
    "year_of",
]
