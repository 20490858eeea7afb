"""The nouns of research."""

from zuji.research.models.itinerary import ItineraryStop
from zuji.research.models.outputs import (
    CONVERSION_KINDS,
    SPEECH_FORMS,
    SPEECH_LEVELS,
    SPEECH_WORDS,
    PlenarySpeech,
    ResearchConversion,
    SpeechEvent,
)
from zuji.research.models.plan import PLAN_PARTS, ResearchLetter, ResearchPlan
from zuji.research.models.project import (
    EVENTS,
    STATES,
    ResearchEvent,
    ResearchParticipation,
    ResearchProject,
)
from zuji.research.models.report import REPORT_PARTS, ResearchReport, ResearchReportVersion
from zuji.research.models.topic import ResearchTopic

__all__ = [
    "CONVERSION_KINDS",
    "EVENTS",
    "PLAN_PARTS",
    "REPORT_PARTS",
    "SPEECH_FORMS",
    "SPEECH_LEVELS",
    "SPEECH_WORDS",
    "STATES",
    "ItineraryStop",
    "PlenarySpeech",
    "ResearchConversion",
    "ResearchEvent",
    "ResearchLetter",
    "ResearchParticipation",
    "ResearchPlan",
    "ResearchProject",
    "ResearchReport",
    "ResearchReportVersion",
    "ResearchTopic",
    "SpeechEvent",
]
