"""What the committee owns and its branches share: tasks, issues, node days and activities, known by their numbers.

The committee's row stays as the first branch brought it; a difference is told, and the branch's own part is taken.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from zuji.activities import actions as activities
from zuji.activities.models import EVENT_STATUSES, NodeDay, ThemeActivity
from zuji.foundation.recording import Recorded
from zuji.operations.load.cells import Finding, Line, RefusedLine
from zuji.operations.load.context import Load, outcome_of
from zuji.operations.load.files import quoted
from zuji.publicity import actions as publicity
from zuji.publicity.models import JournalIssue
from zuji.service import actions as service
from zuji.service.models import ServiceActivity
from zuji.study import actions as study
from zuji.study.models import StudyTask


def shared(
    load: Load, model: Any, code: str, fields: Mapping[str, tuple[str, Any]], record: Callable[..., Recorded[Any]]
) -> tuple[Recorded[Any], list[Finding]]:
    """Find or write a record of the committee. Takes: its fields as (column, value).

    Gives the record, and where the committee's differs from the row.
    """
    there = model.objects.filter(organization=load.committee, code=code).first()
    if there is None:
        return record(load.committee, code=code, **{name: value for name, (_column, value) in fields.items()}), []
    findings = [
        Finding(
            column,
            _("%(committee)s has “%(there)s” here; its record stays as it is.")
            % {"committee": load.committee, "there": quoted(str(getattr(there, name)))},
        )
        for name, (column, value) in fields.items()
        if getattr(there, name) != value
    ]
    return Recorded(there), findings


def load_issue(load: Load, line: Line) -> str:
    """Write an issue of the committee's journal."""
    fields = {"journal": ("journal", line.text("journal")), "published_on": ("published_on", line.day("published_on"))}
    return only_shared(*shared(load, JournalIssue, line.code("issue_no"), fields, publicity.record_issue))


def load_activity(load: Load, line: Line) -> str:
    """Write a theme activity of the committee."""
    return only_shared(
        *shared(load, ThemeActivity, line.code("activity_id"), activity_fields(line), activities.record_activity)
    )


def load_service_activity(load: Load, line: Line) -> str:
    """Write a service activity of the committee."""
    return only_shared(
        *shared(load, ServiceActivity, line.code("activity_id"), activity_fields(line), service.record_activity)
    )


def activity_fields(line: Line) -> dict[str, tuple[str, Any]]:
    """Read what activities of both sorts say."""
    return {
        "name": ("name", line.text("name")),
        "organiser": ("organiser", line.text("organiser")),
        "held_on": ("held_on", line.day("held_on")),
        "status": ("status", line.choice("status", EVENT_STATUSES)),
    }


def only_shared(recorded: Recorded[Any], findings: list[Finding]) -> str:
    """Refuse a row that is nothing but the committee's, where that is another."""
    if findings:
        raise RefusedLine(findings[0].column, findings[0].reason, further=tuple(findings[1:]))
    return outcome_of(recorded)


def load_task(load: Load, line: Line) -> str:
    """Write a study task of the committee, and when the branch studied it."""
    fields = {
        "material": ("material", line.text("material")),
        "issued_on": ("issued_on", line.day("issued_on")),
        "due_on": ("due_on", line.day("due_on")),
    }
    task, line.doubts = shared(load, StudyTask, line.code("task_id"), fields, study.record_task)
    completion = study.record_completion(
        load.branch, task=task.record, studied_on=line.maybe_day("studied_on"), evidence=line.text("evidence")
    )
    return outcome_of(task, completion)


def load_node_day(load: Load, line: Line) -> str:
    """Write a node day of the committee's plan, and how the branch marked it."""
    status = line.choice("status", EVENT_STATUSES)
    fields = {
        "name": ("name", line.text("name")),
        "anniversary_on": ("anniversary_on", line.day("anniversary_on")),
    }
    node_day, line.doubts = shared(load, NodeDay, line.code("node_id"), fields, activities.record_node_day)
    observance = activities.record_observance(
        load.branch,
        node_day=node_day.record,
        held_on=line.maybe_day("held_on"),
        form=line.text("form"),
        status=status,
    )
    return outcome_of(node_day, observance)
