"""Verbs of the year's plan: write into it, take the committee's over, issue a task, note that it was studied."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.footprints.actions import sync
from zuji.foundation.errors import ZujiError
from zuji.foundation.periods import FIRST_YEAR, LAST_YEAR
from zuji.foundation.recording import Recorded, RecordingError, free_code, refuse_absurd
from zuji.organizations.models import Organization
from zuji.study.actions.recording import record_completion, record_task
from zuji.study.footprints import footprints_of_plan
from zuji.study.models import SESSION_KINDS, StudyPlan, StudyPlanItem, StudyTask, StudyTaskCompletion
from zuji.study.queries.plans import new_items, plan_above


class ItemFields(TypedDict):
    """What is to be studied, in which month, in which kind of session."""

    topic: str
    month: int
    kind: str


@transaction.atomic
def add_item(organization: Organization, *, year: int, **fields: Unpack[ItemFields]) -> Recorded[StudyPlanItem]:
    """Write something into an organization's plan of a year; the same twice is once.

    Raises RecordingError for a month or kind that there is not, or a topic without words.
    """
    topic = fields["topic"].strip()
    if not topic:
        raise RecordingError("topic", _("Please say what is to be studied."))
    if fields["month"] not in range(1, 13):
        raise RecordingError("month", _("There is no such month."))
    if fields["kind"] not in SESSION_KINDS:
        raise RecordingError("kind", _("There is no such kind of session."))
    plan = _plan_of(organization, year)
    item, is_new = StudyPlanItem.objects.get_or_create(
        plan=plan, topic=topic, month=fields["month"], kind=fields["kind"], parent_item=None
    )
    return Recorded(item, is_new=is_new, is_changed=is_new)


def _plan_of(organization: Organization, year: int) -> StudyPlan:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RecordingError("year", _("“%(text)s” is not a year of this ledger.") % {"text": year})
    Organization.objects.select_for_update().get(pk=organization.pk)
    plan, _is_new = StudyPlan.objects.get_or_create(organization=organization, year=year)
    return plan


@transaction.atomic
def remove_item(item: StudyPlanItem) -> None:
    """Take something out of a plan. Raises ZujiError for what came from the committee, or what a branch took over."""
    if item.parent_item_id is not None:
        raise ZujiError(_("This comes from the committee’s plan, so it stays as it is."))
    if item.taken_over.exists():
        raise ZujiError(_("A branch has taken this over, so it stays."))
    item.delete()


@transaction.atomic
def adopt_plan(branch: Organization, *, year: int, on: date) -> Recorded[StudyPlan]:
    """Take over what is new in the committee's plan. Again, it is the same plan, adopted on the first day.

    Raises ZujiError where the committee has none for the year.
    """
    parent = plan_above(branch, year)
    if parent is None:
        raise ZujiError(_("The committee has no plan for this year yet."))
    plan = _plan_of(branch, year)
    items = new_items(plan, parent)
    StudyPlanItem.objects.bulk_create(
        StudyPlanItem(plan=plan, topic=item.topic, month=item.month, kind=item.kind, parent_item=item) for item in items
    )
    is_first = plan.parent_plan_id is None
    if is_first:
        plan.parent_plan, plan.adopted_on = parent, on
        plan.save()
        sync(plan, footprints_of_plan(plan))
    return Recorded(plan, is_new=is_first, is_changed=is_first or bool(items))


@transaction.atomic
def issue_task(committee: Organization, *, material: str, issued_on: date, due_on: date) -> Recorded[StudyTask]:
    """Issue a task of the year to every branch below, under a number of its own; the same twice is one.

    Raises RecordingError where it is due before it is issued, or has no words.
    """
    if not material.strip():
        raise RecordingError("material", _("Please say what is to be studied."))
    refuse_absurd(issued_on=issued_on, due_on=due_on)
    Organization.objects.select_for_update().get(pk=committee.pk)
    own = StudyTask.objects.filter(organization=committee, issued_on=issued_on)
    there = own.filter(material=material.strip(), due_on=due_on).first()
    if there is not None:
        return Recorded(there)
    code = free_code(StudyTask.objects.filter(organization=committee), f"TK{issued_on:%Y%m%d}")
    return record_task(committee, code=code, material=material.strip(), issued_on=issued_on, due_on=due_on)


@transaction.atomic
def complete_task(
    branch: Organization, *, task: StudyTask, studied_on: date, evidence: str, today: date
) -> Recorded[StudyTaskCompletion]:
    """Note on which day a branch studied a task; late is kept too, it just does not fulfil (C15).

    Raises RecordingError for a day to come, before the task was issued, or before the branch was founded.
    """
    refuse_absurd(studied_on=studied_on)
    if studied_on > today:
        raise RecordingError("studied_on", _("That day is still to come."))
    if studied_on < task.issued_on:
        raise RecordingError("studied_on", _("That is before the task was issued."))
    if branch.founded_month and studied_on.strftime("%Y-%m") < branch.founded_month:
        founded = {"month": branch.founded_month}
        raise RecordingError("studied_on", _("That is before the branch was founded (%(month)s).") % founded)
    return record_completion(branch, task=task, studied_on=studied_on, evidence=evidence.strip())
