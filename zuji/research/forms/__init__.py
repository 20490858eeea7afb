"""Input about research."""

from zuji.research.forms.projects import FileForm, ProjectForm, ReasonForm, SignOffForm, TopicForm
from zuji.research.forms.texts import (
    ConversionForm,
    LetterForm,
    PlanForm,
    ReportForm,
    SpeechForm,
    StopForm,
    shown_speech,
)

__all__ = [
    "ConversionForm",
    "FileForm",
    "LetterForm",
    "PlanForm",
    "ProjectForm",
    "ReasonForm",
    "ReportForm",
    "SignOffForm",
    "SpeechForm",
    "StopForm",
    "TopicForm",
    "shown_speech",
]
