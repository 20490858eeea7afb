"""Every kind of footprint, declared once: what happened, and whose credit it may feed.

Below the apps that post them and the duties that name them. `label` is an English message id; the interface shows its
translation.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """A kind of fact.

    `is_personal`: read by the member concerned and by those who may view a member's page, not by everyone in the
    branch. `stays_in_branch`: not by those above either; of the branch, only by who keeps its records. `begins_at`: the
    URL name of the page, of a branch, on which such work begins.
    """

    code: str
    label: str | Promise
    is_personal: bool = False
    begins_at: str = ""
    stays_in_branch: bool = False


_ALL = (
    Kind("study_task.issued", _("study task issued")),
    Kind("study_task.studied", _("study task completed")),
    Kind("study_plan.adopted", _("study plan taken over"), begins_at="study:plan-detail"),
    Kind("plenary_study.held", _("plenary study held"), begins_at="study:session-create"),
    Kind("study.held", _("study session held"), begins_at="study:session-create"),
    Kind("study.attended", _("study session attended")),
    Kind("study.made_up", _("made up what was missed")),
    Kind("reading.held", _("journal read together"), begins_at="study:session-create"),
    Kind(
        "study_reflection.written",
        _("reflection handed in"),
        is_personal=True,
        begins_at="study:reflection-list",
    ),
    Kind("quiz.taken", _("quiz taken"), is_personal=True, begins_at="study:quiz-list"),
    Kind("quiz.passed", _("quiz passed"), is_personal=True, begins_at="study:quiz-list"),
    Kind("meeting.held", _("all-member session held"), begins_at="meetings:meeting-create"),
    Kind("meeting.attended", _("all-member session attended")),
    Kind("committee_meeting.held", _("committee meeting held")),
    Kind("minutes.filed", _("minutes filed")),
    Kind("plan.reported", _("work plan reported"), begins_at="meetings:work-paper-list"),
    Kind("summary.reported", _("work summary reported"), begins_at="meetings:work-paper-list"),
    Kind("contact.made", _("member contacted"), is_personal=True, begins_at="contacts:contact-list"),
    Kind("talk.held", _("heart-to-heart talk held"), is_personal=True, begins_at="contacts:contact-list"),
    Kind("visit.due", _("visit called for"), is_personal=True, stays_in_branch=True),
    Kind(
        "visit.made",
        _("member visited"),
        is_personal=True,
        stays_in_branch=True,
        begins_at="contacts:visit-list",
    ),
    Kind("request.made", _("member’s request made"), is_personal=True, stays_in_branch=True),
    Kind(
        "request.answered",
        _("member’s request answered"),
        is_personal=True,
        stays_in_branch=True,
        begins_at="contacts:request-list",
    ),
    Kind(
        "thought_report.submitted",
        _("thought report handed in"),
        is_personal=True,
        begins_at="thought_reports:receipt-list",
    ),
    Kind("info.reported", _("info reported"), begins_at="infos:info-create"),
    Kind("info.duplicate", _("duplicate info")),
    Kind("info.adopted_county", _("info adopted by the county")),
    Kind("info.adopted_city", _("info adopted by the city")),
    Kind("info.adopted_province", _("info adopted by the province")),
    Kind("info.adopted_national", _("info adopted nationally")),
    Kind("info.instructed_county", _("info instructed on by a leader of the county")),
    Kind("info.instructed_city", _("info instructed on by a leader of the city")),
    Kind("info.instructed_province", _("info instructed on by a leader of the province")),
    Kind("info.instructed_national", _("info instructed on by a national leader")),
    Kind("proposal.written", _("proposal material handed in"), begins_at="proposals:proposal-list"),
    Kind("proposal.submitted", _("proposal submitted"), begins_at="proposals:proposal-list"),
    Kind("proposal.pending", _("proposal still being screened")),
    Kind("proposal.filed", _("proposal filed")),
    Kind("proposal.merged", _("proposal merged")),
    Kind("proposal.not_filed", _("proposal not filed")),
    Kind("proposal.withdrawn", _("proposal withdrawn")),
    Kind("proposal.signed", _("proposal signed"), begins_at="proposals:proposal-list"),
    Kind("proposal.key", _("made a key proposal")),
    Kind("proposal.excellent", _("made an excellent proposal")),
    Kind("research.completed", _("collective research completed"), begins_at="research:project-list"),
    Kind("individual_research.completed", _("individual research completed")),
    Kind("research.joined", _("took part in research")),
    Kind("service.held", _("service activity held")),
    Kind("service.attended", _("service activity attended")),
    Kind("lecture.given", _("public lecture given"), begins_at="service:lecture-create"),
    Kind("node_day.planned", _("node day planned")),
    Kind("node_day.held", _("node day marked"), begins_at="activities:calendar"),
    Kind("node_day.attended", _("node day attended")),
    Kind("activity.held", _("theme activity held")),
    Kind("activity.attended", _("theme activity attended")),
    Kind("journal.issued", _("journal issue published")),
    Kind("journal.submitted", _("article handed in to the journal")),
)

KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}
PERSONAL_KINDS = [kind.code for kind in _ALL if kind.is_personal]
CLOSE_KINDS = [kind.code for kind in _ALL if kind.stays_in_branch]


@dataclass(frozen=True)
class Noun:
    """What a reference such as "study_task:12" points to: the model, by name so that the ledger imports no record app.

    `label`: the column that names it, where one does. `named_after`: the relations its name is made of.
    `page`: the URL name of a page of its own; without one the ledger shows the record. `page_of`: the relation whose
    page that is, where it is not the record's own. `stays_in_branch`: see `Kind`.
    `steps`: the function, by name too, that gives its records' steps on their own days (`derivations.steps.StepsOf`).
    `is_walled`: its author alone may say who reads it, so the ledger names no more than its noun and leads nowhere.
    """

    model: str
    label: str = ""
    named_after: tuple[str, ...] = ()
    page: str = ""
    page_of: str = ""
    stays_in_branch: bool = False
    is_walled: bool = False
    steps: str = ""


NOUNS: dict[str, Noun] = {
    "study_task": Noun("study.StudyTask", "material"),
    "study_task_completion": Noun("study.StudyTaskCompletion", "task__material", named_after=("task",)),
    "study_plan": Noun("study.StudyPlan"),
    "study_session": Noun("study.StudySession", "topic", page="study:session-detail"),
    "study_reflection": Noun("study.StudyReflection", page="study:reflection-detail", is_walled=True),
    "quiz": Noun("study.Quiz", "title", page="study:quiz-detail"),
    "meeting": Noun("meetings.Meeting", "topic", page="meetings:meeting-detail"),
    "study_make_up": Noun("study.StudyMakeUp", named_after=("session",)),
    "meeting_make_up": Noun("meetings.MeetingMakeUp", named_after=("meeting",)),
    "meeting_minutes": Noun("meetings.MeetingMinutes", "meeting__topic", named_after=("meeting",)),
    "work_plan": Noun("meetings.WorkPlan", page="meetings:work-plan-detail"),
    "work_summary": Noun("meetings.WorkSummary", page="meetings:work-summary-detail"),
    "member_contact": Noun("contacts.MemberContact", named_after=("by_member", "member")),
    "visit_occasion": Noun("contacts.VisitOccasion", "code", stays_in_branch=True),
    "member_request": Noun("contacts.MemberRequest", "code", page="contacts:request-detail", stays_in_branch=True),
    "thought_report_receipt": Noun("thought_reports.ThoughtReportReceipt", named_after=("member",)),
    "info": Noun("infos.Info", "title", page="infos:info-detail", steps="zuji.infos.queries.steps.steps_of"),
    "service_activity": Noun("service.ServiceActivity", "name", page="service:activity-detail"),
    "lecture": Noun("service.Lecture", "topic", page="service:lecture-detail"),
    "research_project": Noun(
        "research.ResearchProject", "title", page="research:project-detail", steps="zuji.research.queries.steps_of"
    ),
    "plenary_speech": Noun(
        "research.PlenarySpeech",
        "title",
        page="research:speech-detail",
        steps="zuji.research.queries.steps_of_speeches",
    ),
    "proposal": Noun(
        "proposals.Proposal",
        "title",
        page="proposals:proposal-detail",
        steps="zuji.proposals.queries.steps.steps_of",
    ),
    "proposal_material": Noun("proposals.ProposalMaterial", "title", page="proposals:material-detail"),
    "node_day": Noun("activities.NodeDay", "name"),
    "node_day_observance": Noun("activities.NodeDayObservance", "node_day__name", named_after=("node_day",)),
    "theme_activity": Noun("activities.ThemeActivity", "name"),
    "journal_issue": Noun("publicity.JournalIssue", "code"),
    "journal_submission": Noun("publicity.JournalSubmission", "title"),
}

ENTERED_NOUNS: dict[str, Noun] = {
    "leave_request": Noun(
        "meetings.LeaveRequest",
        "meeting__topic",
        named_after=("meeting",),
        page="meetings:meeting-detail",
        page_of="meeting",
    ),
    "study_leave_request": Noun(
        "study.StudyLeaveRequest",
        "session__topic",
        named_after=("session",),
        page="study:session-detail",
        page_of="session",
    ),
    "service_leave_request": Noun(
        "service.ServiceLeaveRequest",
        "activity__name",
        named_after=("activity",),
        page="service:leave-list",
        page_of="activity",
    ),
    "activity_leave_request": Noun(
        "activities.ActivityLeaveRequest",
        "activity__name",
        named_after=("activity",),
        page="activities:leave-list",
        page_of="activity",
    ),
    "quiz_attempt": Noun("study.QuizAttempt", "quiz__title", named_after=("quiz",), page="study:attempt-detail"),
    "proposal_signature": Noun(
        "proposals.ProposalSignature",
        "proposal__title",
        named_after=("proposal",),
        page="proposals:proposal-detail",
        page_of="proposal",
    ),
    "standing_leave": Noun("gatherings.StandingLeave", named_after=("member",)),
}
"""Nouns that leave no footprints, but that somebody may enter for another."""
