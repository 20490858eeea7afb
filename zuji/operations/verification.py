"""Recompute what is derived and name the first difference: duties, footprints, standings, fingerprints."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from zuji.activities.footprints import footprints_of_activity as theme_activity_facts
from zuji.activities.footprints import footprints_of_node_day, footprints_of_observance
from zuji.activities.models import NodeDay, NodeDayObservance, ThemeActivity
from zuji.contacts.footprints import footprints_of as contact_facts
from zuji.contacts.footprints import footprints_of_occasion, footprints_of_request
from zuji.contacts.models import MemberContact, MemberRequest, VisitOccasion
from zuji.duplicates.queries import texts_with_other_fingerprints
from zuji.footprints.actions import FACT_FIELDS, as_fact
from zuji.footprints.facts import Fact, reference_to
from zuji.footprints.models import Footprint, Freshness
from zuji.gatherings.footprints import footprints_of_make_up
from zuji.infos.footprints import footprints_of as info_facts
from zuji.infos.models import Info
from zuji.institutions.models import Duty, InstitutionVersion, Standing
from zuji.institutions.queries.judging import judged_rows
from zuji.kernel.clauses import parse_text
from zuji.kernel.language import write_duty
from zuji.kernel.relations import STANDING
from zuji.meetings.footprints import footprints_of as meeting_facts
from zuji.meetings.footprints import footprints_of_minutes, footprints_of_work_paper
from zuji.meetings.models import Meeting, MeetingMakeUp, MeetingMinutes, WorkPlan, WorkSummary
from zuji.operations.findables import search_differences
from zuji.organizations.models import Organization, OrganizationClosure
from zuji.proposals.footprints import footprints_of as proposal_facts
from zuji.proposals.footprints import footprints_of_material
from zuji.proposals.models import Proposal, ProposalMaterial
from zuji.publicity.footprints import footprints_of_issue, footprints_of_submission
from zuji.publicity.models import JournalIssue, JournalSubmission
from zuji.research.footprints import footprints_of as research_facts
from zuji.research.footprints import footprints_of_speech
from zuji.research.models import PlenarySpeech, ResearchProject
from zuji.service.footprints import footprints_of_activity as service_activity_facts
from zuji.service.footprints import footprints_of_lecture
from zuji.service.models import Lecture, ServiceActivity
from zuji.study.footprints import (
    footprints_of_completion,
    footprints_of_plan,
    footprints_of_quiz,
    footprints_of_reflection,
    footprints_of_session,
    footprints_of_task,
)
from zuji.study.models import (
    Quiz,
    StudyMakeUp,
    StudyPlan,
    StudyReflection,
    StudySession,
    StudyTask,
    StudyTaskCompletion,
)
from zuji.thought_reports.footprints import footprints_of as receipt_facts
from zuji.thought_reports.models import ThoughtReportReceipt

RECORDS: tuple[tuple[Any, Callable[[Any], list[Fact]], tuple[str, ...]], ...] = (
    (StudyTask, footprints_of_task, ()),
    (StudyTaskCompletion, footprints_of_completion, ()),
    (StudySession, footprints_of_session, ("attendance",)),
    (StudyPlan, footprints_of_plan, ()),
    (StudyReflection, footprints_of_reflection, ()),
    (Quiz, footprints_of_quiz, ("attempts",)),
    (StudyMakeUp, footprints_of_make_up, ("session",)),
    (Meeting, meeting_facts, ("attendance",)),
    (MeetingMinutes, footprints_of_minutes, ("meeting",)),
    (MeetingMakeUp, footprints_of_make_up, ("meeting",)),
    (WorkPlan, footprints_of_work_paper, ()),
    (WorkSummary, footprints_of_work_paper, ()),
    (MemberContact, contact_facts, ()),
    (VisitOccasion, footprints_of_occasion, ()),
    (MemberRequest, footprints_of_request, ("answers",)),
    (ThoughtReportReceipt, receipt_facts, ()),
    (Info, info_facts, ("outcomes",)),
    (Proposal, proposal_facts, ("signatures", "materials")),
    (ProposalMaterial, footprints_of_material, ("taken_up_in__signatures",)),
    (ResearchProject, research_facts, ("participations",)),
    (ServiceActivity, service_activity_facts, ("attendance", "organization")),
    (PlenarySpeech, footprints_of_speech, ()),
    (Lecture, footprints_of_lecture, ("speakers",)),
    (NodeDay, footprints_of_node_day, ()),
    (NodeDayObservance, footprints_of_observance, ()),
    (ThemeActivity, theme_activity_facts, ("attendance",)),
    (JournalIssue, footprints_of_issue, ()),
    (JournalSubmission, footprints_of_submission, ()),
)
"""Every noun that leaves footprints: the model, its pure function, and what it reads."""


def differences() -> Iterator[str]:
    """Give one sentence for each thing that does not follow from what it rests on, cheapest to explain first."""
    yield from tree_differences()
    yield from duty_differences()
    yield from footprint_differences()
    yield from standing_differences()
    yield from search_differences()
    yield from fingerprint_differences()


def tree_differences() -> Iterator[str]:
    """Compare the tree's links with its parents."""
    parents = dict(Organization.objects.values_list("pk", "parent_id"))
    links = set(OrganizationClosure.objects.values_list("descendant_id", "ancestor_id", "depth"))
    wanted = set()
    for organization in parents:
        above, depth = organization, 0
        while above is not None:
            wanted.add((organization, above, depth))
            above, depth = parents[above], depth + 1
    for descendant, ancestor, depth in sorted(wanted ^ links):
        yield _("tree: link of organization %(below)s to %(above)s at depth %(depth)s") % {
            "below": descendant,
            "above": ancestor,
            "depth": depth,
        }


def duty_differences() -> Iterator[str]:
    """Compare the duties of every version that is or was in force with its text."""
    versions = InstitutionVersion.objects.exclude(state__in=("draft", "comments", "adopted", "on_record"))
    for version in versions.select_related("institution"):
        written = {
            (clause.number, terms.code, write_duty(terms))
            for clause in parse_text(version.text).clauses
            for terms in clause.duties
        }
        kept = set(Duty.objects.filter(version=version).values_list("clause__number", "code", "sentence"))
        for clause, code, sentence in sorted(written ^ kept):
            yield _("duty: %(version)s clause %(clause)s “%(code)s”: %(sentence)s") % {
                "version": version,
                "clause": clause,
                "code": code,
                "sentence": sentence,
            }


def footprint_differences() -> Iterator[str]:
    """Compare the standing footprints of every record with what the record amounts to now."""
    seen: set[str] = set()
    for model, facts_of, reads in RECORDS:
        noun = model._meta.db_table
        ledger = _ledger_of(noun)
        for record in model.objects.prefetch_related(*reads).order_by("pk").iterator(chunk_size=2000):
            source = reference_to(record)
            seen.add(source)
            yield from _compare(record, source, [fact.complete() for fact in facts_of(record)], ledger.pop(source, []))
        for source in sorted(ledger):
            yield _("footprint: %(source)s has footprints but no record") % {"source": source}


def _ledger_of(noun: str) -> dict[str, list[Fact]]:
    ledger: dict[str, list[Fact]] = defaultdict(list)
    for footprint in Footprint.objects.standing().filter(source__startswith=f"{noun}:").iterator(chunk_size=5000):
        ledger[footprint.source].append(as_fact(footprint))
    return ledger


def _compare(record: Any, source: str, wanted: list[Fact], kept: Iterable[Fact]) -> Iterator[str]:
    left = list(kept)
    for fact in wanted:
        if fact in left:
            left.remove(fact)
        else:
            yield _("footprint: missing of %(source)s “%(record)s”: %(fact)s") % {
                "source": source,
                "record": record,
                "fact": _told(fact),
            }
    for fact in left:
        yield _("footprint: not from its record %(source)s “%(record)s”: %(fact)s") % {
            "source": source,
            "record": record,
            "fact": _told(fact),
        }


def _told(fact: Fact) -> str:
    return ", ".join(f"{name}={getattr(fact, name)}" for name in FACT_FIELDS if getattr(fact, name) not in (None, ""))


def standing_differences() -> Iterator[str]:
    """Compare the stored standings of every branch's year that claims to be fresh with a new judgement."""
    fresh = Freshness.objects.filter(is_stale=False).select_related("organization").order_by("organization_id", "year")
    for freshness in fresh:
        branch = freshness.organization
        if freshness.people_revision != branch.people_revision:
            continue
        wanted = judged_rows(branch, freshness.year, as_of=freshness.as_of)
        kept = _stored_rows(branch, freshness.year)
        for row in sorted(set(wanted) ^ set(kept), key=str):
            yield _("standing: %(branch)s %(year)s: %(which)s %(row)s") % {
                "branch": branch,
                "year": freshness.year,
                "which": _("not stored") if row in wanted else _("stored, but does not follow"),
                "row": ", ".join(f"{name}={value}" for name, value in zip(STANDING, row, strict=True)),
            }


def _stored_rows(branch: Organization, year: int) -> list[tuple[Any, ...]]:
    columns = {field.column: field for field in Standing._meta.concrete_fields}
    rows = Standing.objects.filter(organization=branch, year=year)
    return [
        tuple(columns[name].get_prep_value(getattr(row, columns[name].attname)) for name in STANDING) for row in rows
    ]


def fingerprint_differences() -> Iterator[str]:
    """Compare the index of 查重 with the texts it was made from."""
    for known, missing, extra in texts_with_other_fingerprints():
        yield _("known text: %(about)s “%(title)s”: %(missing)s fingerprints missing, %(extra)s not from its text") % {
            "about": known.about,
            "title": known,
            "missing": len(missing),
            "extra": len(extra),
        }
