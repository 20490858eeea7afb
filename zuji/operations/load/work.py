"""What the branch and its members did: meetings, sessions, research, articles, infos, lectures, proposals, contacts."""

from typing import Any

from django.utils.translation import gettext as _

from zuji.contacts.actions import record_contact
from zuji.foundation.clock import local_date
from zuji.foundation.recording import Recorded
from zuji.gatherings.models import STATUSES as GATHERING_STATUSES
from zuji.infos.actions import record_info
from zuji.infos.models import LEVELS
from zuji.meetings.actions import record_meeting
from zuji.meetings.models import MEETING_KINDS
from zuji.operations.load.cells import NOT_A_MEMBER, Finding, Line, RefusedLine
from zuji.operations.load.context import Load, outcome_of
from zuji.operations.load.files import quoted
from zuji.proposals.actions import record_proposal, sign_proposal
from zuji.proposals.models import PROPOSAL_STATUSES, ROLES, Proposal
from zuji.publicity.actions import record_submission
from zuji.publicity.models import JournalIssue
from zuji.research.actions import join_project, record_project
from zuji.research.models import ResearchProject
from zuji.service.actions import record_lecture
from zuji.service.models import EVENT_STATUSES
from zuji.study.actions import record_session
from zuji.study.models import SESSION_KINDS
from zuji.thought_reports.actions import record_receipt

YES = {"yes": True, "no": False, "是": True, "否": False}


def load_meeting(load: Load, line: Line) -> str:
    """Write a meeting."""
    return outcome_of(
        record_meeting(
            load.branch,
            code=line.code("meeting_id"),
            held_on=line.day("held_on"),
            starts_at=line.clock("start"),
            ends_at=line.clock("end"),
            venue=line.text("venue"),
            topic=line.text("topic"),
            kind=line.choice("kind", MEETING_KINDS),
            status=line.choice("status", GATHERING_STATUSES),
            recorded_on=line.maybe_day("recorded_on"),
            confirmed_by=line.text("confirmed_by"),
        )
    )


def load_session(load: Load, line: Line) -> str:
    """Write a study session; a reading of an issue that nobody knows is refused, since it reads nothing."""
    kind, number = line.choice("kind", SESSION_KINDS), line.name("issue_no")
    issue = JournalIssue.objects.filter(organization=load.committee, code=number).first() if number else None
    if number and issue is None:
        reason = _("There is no issue “%(number)s”.") % {"number": quoted(number)}
        if kind == "journal_reading":
            raise RefusedLine("issue_no", reason)
        line.doubts.append(Finding("issue_no", reason))
    return outcome_of(
        record_session(
            load.branch,
            code=line.code("session_id"),
            held_on=line.day("held_on"),
            kind=kind,
            topic=line.text("topic"),
            issue_id=issue.pk if issue else None,
        )
    )


def load_project(load: Load, line: Line) -> str:
    """Write a piece of research; without a report it is kept and counts for nothing."""
    return outcome_of(
        record_project(
            load.branch,
            code=line.code("research_id"),
            title=line.text("title"),
            from_on=line.maybe_day("from_on"),
            to_on=line.maybe_day("to_on"),
            is_collective=YES[line.choice("collective", YES)],
            report_on=line.maybe_day("report_on"),
        )
    )


def load_participant(load: Load, line: Line) -> str:
    """Note who took part in a piece of research."""
    number = line.code("research_id")
    project = ResearchProject.objects.filter(organization=load.branch, code=number).first()
    if project is None:
        raise RefusedLine("research_id", _("There is no research “%(number)s”.") % {"number": quoted(number)})
    is_new = join_project(project, participants=[load.member(line, "member_id")])
    return outcome_of(Recorded(project, is_new))


def load_article(load: Load, line: Line) -> str:
    """Write an article handed in."""
    return outcome_of(
        record_submission(
            load.branch,
            code=line.code("article_id"),
            member_id=author(load, line),
            title=line.text("title"),
            submitted_on=line.day("submitted_on"),
            journal=line.text("journal"),
            issue_no=line.name("issue_no"),
        )
    )


def load_info(load: Load, line: Line) -> str:
    """Write an info, and who adopted it."""
    adopted_by = line.choice("adopted_by", ["", *LEVELS])
    submitted_at = line.days["submitted_at"]
    further = load.lateness(local_date(submitted_at), line.maybe_day("recorded_on"), line.text("confirmed_by"))
    if line.name("duplicate_of"):
        further.append(Finding("duplicate_of", _("The record is called a duplicate."), "DUPLICATE"))
    return outcome_of(
        record_info(
            load.branch,
            code=line.code("info_id"),
            adopted_by=[adopted_by] if adopted_by else [],
            member_id=author(load, line, *further),
            title=line.text("title"),
            submitted_at=submitted_at,
            channel=line.text("channel"),
            duplicate_of=line.name("duplicate_of"),
            recorded_on=line.maybe_day("recorded_on"),
            confirmed_by=line.text("confirmed_by"),
        )
    )


def load_lecture(load: Load, line: Line) -> str:
    """Write a lecture and who gave it."""
    further = load.lateness(line.day("held_on"), line.maybe_day("recorded_on"), line.text("confirmed_by"))
    speaker = author(load, line, *further)
    return outcome_of(
        record_lecture(
            load.branch,
            code=line.code("lecture_id"),
            speakers=[speaker] if speaker else [],
            kind=line.text("kind"),
            topic=line.text("topic"),
            held_on=line.day("held_on"),
            host=line.text("host"),
            audience_count=line.count("audience"),
            status=line.choice("status", EVENT_STATUSES),
            recorded_on=line.maybe_day("recorded_on"),
            confirmed_by=line.text("confirmed_by"),
        )
    )


def author(load: Load, line: Line, *further: Finding) -> int | None:
    """Find the member whom a record names; who names nobody names no stranger (C13)."""
    number = line.name("member_id")
    if not number:
        return None
    if number not in load.members:
        raise load.stranger(line, "member_id", *further)
    return load.members[number]


def load_proposal(load: Load, line: Line) -> str:
    """Write a proposal and what became of it."""
    return outcome_of(
        record_proposal(
            load.branch,
            code=line.code("proposal_id"),
            title=line.text("title"),
            submitted_on=line.day("submitted_on"),
            status=line.choice("status", PROPOSAL_STATUSES),
            merged_into=line.name("merged_into"),
            handling_body=line.text("handling_body"),
        )
    )


def load_signature(load: Load, line: Line) -> str:
    """Put a signature under a proposal; the first of several of one member is the one that stands."""
    number = line.code("proposal_id")
    proposal = Proposal.objects.filter(organization=load.branch, code=number).first()
    if proposal is None:
        raise RefusedLine("proposal_id", _("There is no proposal “%(number)s”.") % {"number": quoted(number)})
    line.days["submitted_on"] = proposal.submitted_on
    who = load.member(line, "member_id", remark=NOT_A_MEMBER)
    role = line.choice("role", ROLES)
    is_known = proposal.signatures.filter(member_id=who).exists()
    is_changed = sign_proposal(proposal, signatures={who: role})
    return outcome_of(Recorded(proposal, not is_known, is_changed))


def load_contact(load: Load, line: Line) -> str:
    """Write a contact; one not made in office is kept and flagged."""
    maker, contacted = line.name("by_member_id"), line.name("member_id")
    if maker not in load.members or contacted not in load.members:
        is_out = load.is_out_of_office(maker, line.day("on"))
        reason = _("Whoever made this contact held no office that day.")
        further = [Finding("on", reason, "NOT_IN_OFFICE")] if is_out else []
        raise load.stranger(line, "member_id" if contacted not in load.members else "by_member_id", *further)
    return outcome_of(
        record_contact(
            load.branch,
            code=line.code("contact_id"),
            by_member_id=load.members[maker],
            member_id=load.members[contacted],
            on=line.day("on"),
            form=line.text("form"),
        )
    )


def load_receipt(load: Load, line: Line) -> str:
    """Note that a thought report was handed in."""
    line.choice("mark", {"submitted": True})
    number = line.code("member_id")
    if number not in load.members:
        raise load.stranger(line, "member_id")
    receipt: Recorded[Any] = record_receipt(
        load.branch,
        member=load.members[number],
        quarter=line.code("quarter"),
        submitted_on=line.day("submitted_on"),
    )
    return outcome_of(receipt)
