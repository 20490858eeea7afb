"""选题征集 and 立题: a member suggests a topic, the committee makes it a project."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.recording import Recorded, RecordingError, validate
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.research.actions.planning import begin_project
from zuji.research.actions.steps import refuse_future, require
from zuji.research.models import ResearchProject, ResearchTopic


@transaction.atomic
def suggest_topic(
    branch: Organization, *, member: Member, title: str, why: str, on: date, today: date
) -> Recorded[ResearchTopic]:
    """Suggest what should be looked into; the same member saying the same twice says it once.

    Raises RecordingError without a title, for a day to come, or for who is no member of the branch on that day.
    """
    said = require("title", title, _("Please give the topic."))
    refuse_future("suggested_on", on, today)
    if not members_on(branch, on).filter(pk=member.pk).exists():
        raise RecordingError("title", _("Topics are suggested by members of the branch."))
    topic = ResearchTopic(organization=branch, title=said, why=why.strip(), suggested_by=member, suggested_on=on)
    validate(topic)
    kept, is_new = ResearchTopic.objects.get_or_create(
        organization=branch,
        title=said,
        suggested_by=member,
        defaults={"why": topic.why, "suggested_on": on},
    )
    return Recorded(kept, is_new, is_new)


@transaction.atomic
def choose_topic(topic: ResearchTopic, *, on: date, by: str, today: date) -> Recorded[ResearchProject]:
    """Make a suggested topic a project; choosing twice gives the same project. Raises RecordingError for a bad day."""
    current = ResearchTopic.objects.select_for_update().get(pk=topic.pk)
    if current.project_id is not None:
        return Recorded(ResearchProject.objects.get(pk=current.project_id))
    begun = begin_project(topic.organization, title=current.title, participants=(), on=on, by=by, today=today)
    current.project = begun.record
    current.save()
    return begun
