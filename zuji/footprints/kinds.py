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

    `is_trigger`: it may open a window. `is_event`: people are expected at it. `has_mark`: it says who came, and counts
    only through coverage and share. `is_personal`: read by the member concerned and by those who may view a member's
    page, not by everyone in the branch.
    """

    code: str
    label: str | Promise
    is_trigger: bool = False
    is_event: bool = False
    has_mark: bool = False
    is_personal: bool = False


_ALL = (
    Kind("study_task.issued", _("study task issued"), is_trigger=True),
    Kind("study_task.studied", _("study task completed")),
    Kind("plenary_study.held", _("plenary study held")),
    Kind("study.held", _("study session held"), is_event=True),
    Kind("study.attended", _("study session attended"), has_mark=True),
    Kind("reading.held", _("journal read together")),
    Kind("meeting.held", _("all-member session held"), is_event=True),
    Kind("meeting.attended", _("all-member session attended"), has_mark=True),
    Kind("committee_meeting.held", _("committee meeting held")),
    Kind("contact.made", _("member contacted"), is_personal=True),
    Kind("thought_report.submitted", _("thought report handed in"), is_personal=True),
    Kind("info.reported", _("info reported")),
    Kind("info.duplicate", _("duplicate info")),
    Kind("info.adopted_county", _("info adopted by the county")),
    Kind("info.adopted_city", _("info adopted by the city")),
    Kind("info.adopted_province", _("info adopted by the province")),
    Kind("info.adopted_national", _("info adopted nationally")),
    Kind("proposal.submitted", _("proposal submitted")),
    Kind("proposal.pending", _("proposal still being screened")),
    Kind("proposal.filed", _("proposal filed")),
    Kind("proposal.merged", _("proposal merged")),
    Kind("proposal.not_filed", _("proposal not filed")),
    Kind("proposal.withdrawn", _("proposal withdrawn")),
    Kind("proposal.signed", _("proposal signed")),
    Kind("research.completed", _("collective research completed")),
    Kind("individual_research.completed", _("individual research completed")),
    Kind("research.joined", _("took part in research")),
    Kind("service.held", _("service activity held"), is_trigger=True, is_event=True),
    Kind("service.attended", _("service activity attended"), has_mark=True),
    Kind("lecture.given", _("public lecture given")),
    Kind("node_day.planned", _("node day planned"), is_trigger=True),
    Kind("node_day.held", _("node day marked")),
    Kind("node_day.attended", _("node day attended"), has_mark=True),
    Kind("activity.held", _("theme activity held"), is_trigger=True, is_event=True),
    Kind("activity.attended", _("theme activity attended"), has_mark=True),
    Kind("journal.issued", _("journal issue published"), is_trigger=True),
    Kind("journal.submitted", _("article handed in to the journal")),
)

KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}
PERSONAL_KINDS = [kind.code for kind in _ALL if kind.is_personal]
MARK_KINDS = [kind.code for kind in _ALL if kind.has_mark]


@dataclass(frozen=True)
class Noun:
    """What a reference such as "study_task:12" points to: the model, by name so that the ledger imports no record app,
    and the column that names it where it opens a window."""

    model: str
    label: str = ""


NOUNS: dict[str, Noun] = {
    "study_task": Noun("study.StudyTask", "material"),
    "study_task_completion": Noun("study.StudyTaskCompletion"),
    "study_session": Noun("study.StudySession"),
    "meeting": Noun("meetings.Meeting"),
    "member_contact": Noun("contacts.MemberContact"),
    "thought_report_receipt": Noun("thought_reports.ThoughtReportReceipt"),
    "info": Noun("infos.Info"),
    "proposal": Noun("proposals.Proposal"),
    "research_project": Noun("research.ResearchProject"),
    "service_activity": Noun("service.ServiceActivity", "name"),
    "lecture": Noun("service.Lecture"),
    "node_day": Noun("activities.NodeDay", "name"),
    "node_day_observance": Noun("activities.NodeDayObservance"),
    "theme_activity": Noun("activities.ThemeActivity", "name"),
    "journal_issue": Noun("publicity.JournalIssue", "code"),
    "journal_submission": Noun("publicity.JournalSubmission"),
}
