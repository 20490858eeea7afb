"""What search finds of a lecture."""

from zuji.search.findable import Findable
from zuji.service.models import Lecture


def findable_of(lecture: Lecture) -> Findable | None:
    """Give what is searched of a lecture; nothing of one called off."""
    if lecture.status == "cancelled":
        return None
    said = (lecture.kind, lecture.host, lecture.venue, lecture.speaker_names)
    return Findable(lecture.topic, "\n".join(filter(None, said)), lecture.held_on)
