"""What papers say, gathered from the apps that own it."""

from datetime import date

from django.utils import timezone

from zuji.gatherings.models import LEAVE_KINDS
from zuji.gatherings.queries import turnout_of
from zuji.meetings.models import MeetingMinutes, Vote
from zuji.meetings.queries import quorum_of
from zuji.meetings.queries.action_items import minuted
from zuji.organizations.models import Member
from zuji.organizations.queries import posts_on
from zuji.proposals.models import Proposal
from zuji.proposals.models.words import SIGNED_FORMS
from zuji.reports.papers.invitation import InvitationPaper
from zuji.reports.papers.minutes import ActionPart, AgendaPart, MinutesPaper, VotePart
from zuji.reports.papers.official import numeral
from zuji.reports.papers.proposal import ProposalPaper
from zuji.reports.papers.research import LetterPaper, ReportPaper
from zuji.research.models import ResearchLetter, ResearchReport
from zuji.service.models import Lecture
from zuji.service.workbook import AUDIENCE_NAMES

CONTACTS = ("service_officer", "branch_director", "deputy_branch_director")
"""Whom a host may ask, the nearest first."""
REPORT_HEADINGS = {
    "situation": "基本情况",
    "problems": "存在问题",
    "causes": "原因分析",
    "lessons": "经验借鉴",
    "advice": "对策建议",
}
"""Of a paper that is Chinese whatever the reader's language."""
PROPOSAL_FORMS = {
    "individual": "个人提案",
    "joint": "联名提案",
    "party": "党派（集体）提案",
    "organization": "团体提案",
    "constituency": "界别提案",
    "group": "小组提案",
    "committee": "专委会提案",
}
PROPOSAL_CATEGORIES = {
    "economy": "经济",
    "politics": "政治",
    "culture": "文化",
    "society": "社会",
    "ecology": "生态文明",
    "other": "其他",
}
PROPOSAL_LEVELS = {"county": "县政协", "city": "市政协", "province": "省政协", "national": "全国政协"}


def minutes_paper(minutes: MeetingMinutes) -> MinutesPaper:
    """Gather the minutes of a meeting as they are printed."""
    meeting = minutes.meeting
    turnout = turnout_of(meeting)
    quorum = quorum_of(meeting, turnout)
    votes = [vote for vote in meeting.votes.all() if vote.state == "counted"]
    return MinutesPaper(
        organization=str(meeting.organization),
        title=meeting.topic,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        venue=meeting.venue,
        chaired_by=str(meeting.chaired_by or ""),
        recorder=str(meeting.recorder or minutes.written_by),
        present=tuple(member.name for member, mark in turnout.people if mark in turnout.present_marks),
        on_leave=tuple((member.name, "") for member, mark in turnout.people if mark in LEAVE_KINDS),
        absent=tuple(member.name for member, mark in turnout.people if mark == "absent"),
        guests=tuple(str(guest) for guest in meeting.guests.all()),
        expected_count=quorum.expected,
        present_count=quorum.present,
        quorum=f"法定人数{quorum.needed}人，{'已达到' if quorum.is_reached else '未达到'}",
        agenda=tuple(
            AgendaPart(item.title, item.text, item.resolution, _votes(votes, item.pk)) for item in meeting.agenda.all()
        ),
        votes=_votes(votes, None),
        actions=tuple(
            ActionPart(item.matter, str(owner or ""), due_on)
            for item in meeting.action_items.select_related("owner").prefetch_related("changes__owner")
            for owner, due_on in [minuted(item)]
        ),
        approved_by=minutes.approved_by,
        approved_on=minutes.approved_on,
        is_draft=not minutes.is_approved,
    )


def _votes(votes: list[Vote], item_id: int | None) -> tuple[VotePart, ...]:
    """The votes on one matter, or on none."""
    return tuple(
        VotePart(
            vote.question,
            vote.method != "show_of_hands",
            **vars(vote.tally),
            unvoted_count=vote.unvoted_count,
            is_carried=vote.outcome == "carried",
            void_for=None if vote.has_quorum else vote.quorum_count,
        )
        for vote in votes
        if vote.agenda_item_id == item_id
    )


def invitation_paper(lecture: Lecture, *, on: date) -> InvitationPaper:
    """Gather what a lecture's invitation says, on the day it is written."""
    unit = lecture.host_unit
    return InvitationPaper(
        organization=str(lecture.organization),
        host=lecture.host,
        topic=lecture.topic,
        speakers=lecture.speaker_names,
        held_on=lecture.held_on,
        starts_at=lecture.starts_at,
        ends_at=lecture.ends_at,
        place=lecture.venue or (unit.address if unit else ""),
        audience=AUDIENCE_NAMES.get(lecture.audience_kind, ""),
        host_prepares=lecture.host_prepares,
        is_public_welfare=lecture.is_public_welfare,
        has_pupils=lecture.audience_kind == "pupils",
        contact=_contact(lecture, on),
        host_contact=unit.contact_person if unit else "",
        signed_on=on,
    )


def _contact(lecture: Lecture, on: date) -> str:
    posts = posts_on(lecture.organization, on)
    holders = [who for post in CONTACTS for who, held in sorted(posts.items()) if post in held]
    return str(Member.objects.get(pk=holders[0])) if holders else ""


def report_paper(report: ResearchReport) -> ReportPaper:
    """Lay a research report out for paper: who went where and when, the five parts, who signed it off."""
    project = report.project
    people = project.participations.order_by("member__member_no").values_list("member__name", flat=True)
    places = dict.fromkeys(project.stops.values_list("place", flat=True))
    return ReportPaper(
        organization=project.organization.name,
        title=project.title,
        made_on=project.report_on or timezone.localdate(report.updated_at),
        from_on=project.from_on,
        to_on=project.to_on,
        people=tuple(people),
        guests=project.guests,
        places=tuple(places),
        parts=tuple((heading, text) for name, heading in REPORT_HEADINGS.items() if (text := getattr(report, name))),
        signed_by=report.signed_by,
        signed_on=project.report_on,
    )


def letter_paper(letter: ResearchLetter) -> LetterPaper:
    """Lay a letter to a host unit out for paper."""
    return LetterPaper(letter.project.organization.name, letter.recipient, letter.text, letter.on)


def proposal_paper(proposal: Proposal, *, with_contact: bool) -> ProposalPaper:
    """Lay a proposal out for paper. Takes: `with_contact`, whether the contact is for who reads it."""
    signed = [(each.role, each.member.name) for each in proposal.signatures.select_related("member")]
    is_signed = proposal.form in SIGNED_FORMS
    leads = [name for role, name in signed if role == "lead"]
    return ProposalPaper(
        organization=proposal.organization.name,
        subject=proposal.title,
        form=PROPOSAL_FORMS[proposal.form],
        number=_number(proposal),
        category=PROPOSAL_CATEGORIES.get(proposal.category, ""),
        signed_by="、".join(leads) if is_signed else proposal.organization.name,
        joint=tuple(name for role, name in signed if role == "joint") if is_signed else (),
        contact=proposal.contact if with_contact else "",
        suggested_unit=proposal.suggested_unit,
        situation=proposal.situation,
        analysis=proposal.analysis,
        suggestions=tuple(proposal.suggestion_lines),
        is_public=proposal.is_public,
        wants_consultation=proposal.wants_consultation,
        made_on=proposal.submitted_on or timezone.localdate(proposal.updated_at),
        submitted_on=proposal.submitted_on,
    )


def _number(proposal: Proposal) -> str:
    """五届三次会议 第0123号, as papers write it."""
    if proposal.number is None or proposal.term_no is None or proposal.session_no is None:
        return ""
    body = proposal.place + PROPOSAL_LEVELS.get(proposal.cppcc_level, "")
    return f"{body}{numeral(proposal.term_no)}届{numeral(proposal.session_no)}次会议第{proposal.number:04d}号"
