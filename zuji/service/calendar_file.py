"""A lecture as a calendar entry."""

from zuji.footprints.facts import reference_to
from zuji.foundation.calendar_file import Entry
from zuji.service.models import Lecture


def entry_of(lecture: Lecture, *, names_speakers: bool = True) -> Entry:
    """Give a lecture's entry; who speaks is left out where they did not agree to be named."""
    return Entry(
        about=reference_to(lecture),
        title=lecture.topic,
        on=lecture.held_on,
        changed_at=lecture.updated_at,
        sequence=lecture.revision,
        starts_at=lecture.starts_at,
        ends_at=lecture.ends_at,
        where="，".join(filter(None, (lecture.host, lecture.venue))),
        words=f"主讲人：{lecture.speaker_names}" if names_speakers and lecture.speaker_names else "",
        is_cancelled=lecture.status == "cancelled",
    )
