"""A project is begun, changed and planned; its plan is filed, and letters go out."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Required, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.foundation.recording import (
    Recorded,
    RecordingError,
    StaleRecord,
    free_code,
    refuse_absurd,
    set_rows,
    validate,
)
from zuji.organizations.models import Member, Organization
from zuji.organizations.queries import members_on
from zuji.research.actions.steps import note_step, open_project, refuse_future, require, save_project
from zuji.research.models import PLAN_PARTS, ResearchLetter, ResearchPlan, ResearchProject


class Outline(TypedDict, total=False):
    """What is looked into, when and by whom."""

    title: Required[str]
    participants: Required[Collection[int]]
    from_on: date | None
    to_on: date | None
    guests: str


@transaction.atomic
def begin_project(
    branch: Organization, *, on: date, by: str, today: date, **outline: Unpack[Outline]
) -> Recorded[ResearchProject]:
    """立题: the committee chooses a topic on a day; the same topic on the same day is one project, a double tap too.

    Raises RecordingError without a title, for a bad day, or for a participant who is no member.
    """
    said = require("title", outline["title"], _("Please give the topic."))
    from_on, to_on = outline.get("from_on"), outline.get("to_on")
    refuse_future("chosen_on", on, today)
    _refuse_days(from_on, to_on)
    Organization.objects.select_for_update().get(pk=branch.pk)
    existing = ResearchProject.objects.of(branch).filter(title=said, chosen_on=on, called_off_on__isnull=True).first()
    if existing is not None:
        return Recorded(existing)
    project = ResearchProject(
        organization=branch,
        code=free_code(ResearchProject.objects.of(branch), f"RE{on.year}"),
        title=said,
        from_on=from_on,
        to_on=to_on,
        guests=outline.get("guests", "").strip(),
        chosen_on=on,
        changed_by=by[:40],
    )
    validate(project)
    project.save()
    _set_participants(project, outline["participants"], from_on or on)
    note_step(project, "chosen", on=on, by=by)
    save_project(project, by=by)
    return Recorded(project, is_new=True, is_changed=True)


@transaction.atomic
def change_project(project: ResearchProject, *, seen: int, by: str, **outline: Unpack[Outline]) -> ResearchProject:
    """Change the title, days and people of a project that is still open.

    Raises RecordingError as `begin_project`, StaleRecord, and ZujiError once it is signed off or called off.
    """
    current = open_project(project, seen=seen)
    current.title = require("title", outline["title"], _("Please give the topic."))
    from_on, to_on = outline.get("from_on"), outline.get("to_on")
    _refuse_days(from_on, to_on)
    current.from_on, current.to_on, current.guests = from_on, to_on, outline.get("guests", "").strip()
    validate(current)
    _set_participants(current, outline["participants"], from_on or current.chosen_on)
    save_project(current, by=by)
    return current


def _refuse_days(from_on: date | None, to_on: date | None) -> None:
    refuse_absurd(from_on=from_on, to_on=to_on)
    if from_on and to_on and to_on < from_on:
        raise RecordingError("to_on", _("Research cannot end before it begins."))


def _set_participants(project: ResearchProject, participants: Collection[int], on: date | None) -> None:
    """Say who takes part: members of the branch on its first day, or those named before."""
    there = set(project.participations.values_list("member_id", flat=True))
    new = set(participants) - there
    if on is not None:
        new -= set(members_on(project.organization, on).values_list("pk", flat=True))
    if new:
        names = "、".join(Member.objects.filter(pk__in=new).order_by("pk").values_list("name", flat=True))
        raise RecordingError(
            "participants",
            _("%(names)s: no member of the branch then. Guests are named as guests.") % {"names": names or "?"},
        )
    set_rows(project.participations, "member_id", {who: {} for who in participants}, is_all=True)


@transaction.atomic
def write_plan(project: ResearchProject, *, words: Mapping[str, str], seen: int, by: str) -> ResearchPlan:
    """Write the plan of a project; the same words again change nothing.

    Takes: words by part, and the revision the writer began from, 0 for none. Raises StaleRecord, ZujiError.
    """
    current = open_project(project)
    plan = ResearchPlan.objects.filter(project=current).first() or ResearchPlan(project=current)
    said = {name: words.get(name, "").strip() for name in PLAN_PARTS}
    if all(getattr(plan, name) == text for name, text in said.items()):
        return plan
    if plan.revision != seen:
        raise StaleRecord(
            _("%(by)s has changed this meanwhile. What you entered is still here: compare both.")
            % {"by": plan.changed_by}
        )
    for name, text in said.items():
        setattr(plan, name, text)
    plan.changed_by = by[:40]
    plan.revision += 1
    plan.save()
    return plan


@transaction.atomic
def file_plan(project: ResearchProject, *, body: str, on: date, by: str, today: date) -> ResearchProject:
    """Note that the plan was filed with the committee above; once filed, it is filed.

    Raises RecordingError for a bad day or no body, ZujiError where no plan is written.
    """
    current = open_project(project)
    if current.plan_filed_on:
        return current
    if not hasattr(current, "plan"):
        raise ZujiError(_("Write the plan first."))
    refuse_future("on", on, today)
    to = require("body", body, _("Please say with whom it was filed."))
    current.plan_filed_on = on
    note_step(current, "plan_filed", on=on, by=by, body=to)
    save_project(current, by=by)
    return current


@transaction.atomic
def send_letter(project: ResearchProject, *, recipient: str, text: str, on: date, by: str) -> Recorded[ResearchLetter]:
    """Write a letter to a host unit; to one unit on one day there is one, a second saving changes its words.

    Raises RecordingError without recipient or text, ZujiError once the project is signed off or called off.
    """
    current = open_project(project)
    to = require("recipient", recipient, _("Please say to whom the letter goes."))
    said = require("text", text, _("Please write a text."))
    refuse_absurd(on=on)
    letter = ResearchLetter.objects.filter(project=current, recipient=to, on=on).first()
    is_new = letter is None
    letter = letter or ResearchLetter(project=current, recipient=to, on=on)
    letter.text, letter.written_by = said, by[:40]
    validate(letter)
    letter.save()
    if is_new:
        note_step(current, "letter_sent", on=on, by=by, body=to)
    return Recorded(letter, is_new, is_changed=True)
