"""Reads of the year's plan: the one above, what of it is new, the tasks of the year and which are studied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zuji.organizations.models import Organization
from zuji.study.models import StudyPlan, StudyPlanItem, StudyTask, StudyTaskCompletion


def plan_above(organization: Organization, year: int) -> StudyPlan | None:
    """Give the plan of the nearest committee above that has something in one for the year."""
    above: Any = StudyPlan.objects.of(organization).exclude(organization=organization).filter(year=year)
    written = above.filter(items__isnull=False).order_by("organization__descendant_links__depth", "pk")
    plan: StudyPlan | None = written.select_related("organization").first()
    return plan


def new_items(plan: StudyPlan | None, parent: StudyPlan) -> list[StudyPlanItem]:
    """Give what of a committee's plan a branch has not taken over yet."""
    items = parent.items.all()
    return list(items.exclude(taken_over__plan=plan) if plan and plan.pk else items)


@dataclass(frozen=True)
class PlanPage:
    """A year's plan as its page shows it: what stands in it, and what of the committee's is still to be taken over."""

    plan: StudyPlan | None
    parent: StudyPlan | None
    items: Sequence[StudyPlanItem]
    new: Sequence[StudyPlanItem]


def plan_page(organization: Organization, year: int) -> PlanPage:
    """Give an organization's plan of a year beside the committee's."""
    plan = StudyPlan.objects.filter(organization=organization, year=year).select_related("parent_plan").first()
    parent = plan_above(organization, year) if organization.level == "branch" else None
    items = list(plan.items.all()) if plan else []
    return PlanPage(plan, parent, items, new_items(plan, parent) if parent else [])


def plan_years(organization: Organization) -> set[int]:
    """Give the years for which an organization, or one above it, has a plan or a task."""
    years = set(StudyPlan.objects.of(organization).values_list("year", flat=True))
    return years | {on.year for on in StudyTask.objects.of(organization).dates("issued_on", "year")}


@dataclass(frozen=True)
class TaskLine:
    """A task of the year, and what a branch has done of it."""

    task: StudyTask
    completion: StudyTaskCompletion | None


def task_lines(organization: Organization, year: int) -> list[TaskLine]:
    """Give the tasks issued to an organization in a year, those due first first."""
    tasks = StudyTask.objects.of(organization).filter(issued_on__year=year).order_by("due_on", "pk")
    done = {
        completion.task_id: completion
        for completion in StudyTaskCompletion.objects.of(organization).filter(task__in=tasks, studied_on__isnull=False)
    }
    return [TaskLine(task, done.get(task.pk)) for task in tasks]
