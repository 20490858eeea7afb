"""Topics are asked for, and news of activities is sent, which is another thing."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.pasted import plain_line, plain_lines
from zuji.foundation.recording import Recorded, RecordingError, refuse_absurd, upsert
from zuji.infos.models import ActivityNews, CommissionedTopic
from zuji.organizations.models import Organization


@transaction.atomic
def ask_for_topic(
    organization: Organization, *, title: str, wanted: str, due_on: date | None, by: str, on: date
) -> Recorded[CommissionedTopic]:
    """Ask everybody below for infos on a topic; the same title again is the same topic.

    Raises RecordingError without a title, or for a day before today.
    """
    title = plain_line(title)
    if not title:
        raise RecordingError("title", _("Please give it a title."))
    refuse_absurd(due_on=due_on)
    if due_on is not None and due_on < on:
        raise RecordingError("due_on", _("That day is over."))
    Organization.objects.select_for_update().get(pk=organization.pk)
    mine = CommissionedTopic.objects.filter(organization=organization)
    there = mine.filter(title=title).first()
    fields = {"title": title, "wanted": plain_lines(wanted), "due_on": due_on, "asked_by": by[:40]}
    if there is None:
        fields |= {"asked_on": on}
    code = there.code if there else f"{on.year}-{mine.filter(asked_on__year=on.year).count() + 1}"
    return upsert(CommissionedTopic, {"organization": organization, "code": code}, fields)


@transaction.atomic
def report_news(
    branch: Organization, *, title: str, text: str, on: date, by: str, today: date
) -> Recorded[ActivityNews]:
    """Keep a piece of news about an activity; the same title on the same day is the same piece.

    Raises RecordingError without a title, or for a day to come.
    """
    title = plain_line(title)
    if not title:
        raise RecordingError("title", _("Please give it a title."))
    refuse_absurd(on=on)
    if on > today:
        raise RecordingError("on", _("That day is still to come."))
    Organization.objects.select_for_update().get(pk=branch.pk)
    mine = ActivityNews.objects.filter(organization=branch)
    there = mine.filter(title=title, reported_on=on).first()
    code = there.code if there else f"{on.year}-{mine.filter(reported_on__year=on.year).count() + 1}"
    fields = {"title": title, "text": plain_lines(text), "reported_on": on, "written_by": by[:40]}
    return upsert(ActivityNews, {"organization": branch, "code": code}, fields)
