"""社情民意信息: what was written, where it was sent, what became of it; topics asked for; and news, another thing."""

from zuji.infos.models.info import (
    COUNTED_STATES,
    INFO_STATES,
    UNSENT_STATES,
    Info,
    InfoEvent,
)
from zuji.infos.models.news import ActivityNews
from zuji.infos.models.outcomes import LEVELS, OUTCOME_KINDS, InfoOutcome
from zuji.infos.models.sending import BODY_KINDS, DuplicateCheck, InfoDispatch, SentText
from zuji.infos.models.text import InfoWords
from zuji.infos.models.topics import CommissionedTopic

__all__ = [
    "BODY_KINDS",
    "COUNTED_STATES",
    "INFO_STATES",
    "LEVELS",
    "OUTCOME_KINDS",
    "UNSENT_STATES",
    "ActivityNews",
    "CommissionedTopic",
    "DuplicateCheck",
    "Info",
    "InfoDispatch",
    "InfoEvent",
    "InfoOutcome",
    "InfoWords",
    "SentText",
]
