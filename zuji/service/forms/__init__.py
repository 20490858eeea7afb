"""Input about social service, turned into clean values."""

from zuji.service.forms.activities import ActivityForm
from zuji.service.forms.lectures import LectureForm, ProofForm, PublicationForm, SearchForm, shown_plan, shown_proof
from zuji.service.forms.library import HostUnitForm, TopicForm

__all__ = [
    "ActivityForm",
    "HostUnitForm",
    "LectureForm",
    "ProofForm",
    "PublicationForm",
    "SearchForm",
    "TopicForm",
    "shown_plan",
    "shown_proof",
]
