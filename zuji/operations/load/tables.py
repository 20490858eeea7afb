"""Every file Zuji knows: its columns, its dates, what its rows are known by, and who takes them. In loading order."""

from collections.abc import Callable
from dataclasses import dataclass

from zuji.operations.load.attendance import load_mark
from zuji.operations.load.cells import Line
from zuji.operations.load.committee import load_activity, load_issue, load_node_day, load_service_activity, load_task
from zuji.operations.load.context import Load
from zuji.operations.load.people import load_exemption, load_member, load_post
from zuji.operations.load.rules import load_rule
from zuji.operations.load.work import (
    load_article,
    load_contact,
    load_info,
    load_lecture,
    load_meeting,
    load_participant,
    load_project,
    load_proposal,
    load_receipt,
    load_session,
    load_signature,
)


@dataclass(frozen=True)
class Table:
    """How one file is read.

    `must` and `may` are its date columns; the first of them is the record's own date. `key` are the columns that no two
    rows share, `code` those that make the number by which papers name the record. A register has no flags.
    """

    name: str
    take: Callable[[Load, Line], str | None]
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    own: str = ""
    is_register: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def code_of(self, line: Line) -> str:
        """Give the number by which papers name a row's record."""
        return "/".join(line.name(column) for column in self.code)


CONFIRMING = ("recorded_on", "confirmed_by")
ACTIVITY = ("activity_id", "name", "held_on", "status")

TABLES: tuple[Table, ...] = (
    Table(
        "members",
        load_member,
        ("member_id", "name", "joined_branch_on"),
        ("sex", "birth_month", "joined_org_month", "left_on", "employer_kind", "employer", "sector"),
        must=("joined_branch_on",),
        may=("left_on",),
        key=("member_id", "joined_branch_on"),
        code=("member_id",),
        is_register=True,
    ),
    Table(
        "posts",
        load_post,
        ("member_id", "post", "from_on"),
        ("to_on",),
        must=("from_on",),
        may=("to_on",),
        key=("member_id", "post", "from_on"),
        code=("member_id",),
        is_register=True,
    ),
    Table(
        "exemptions",
        load_exemption,
        ("member_id", "from_on"),
        ("to_on", "reason", "approved_by"),
        must=("from_on",),
        may=("to_on",),
        key=("member_id", "from_on", "to_on"),
        code=("member_id",),
        is_register=True,
    ),
    Table(
        "rules",
        load_rule,
        (
            *("rule_id", "institution", "clause", "title", "bearer", "cadence", "record_kind", "metric", "op"),
            *("threshold", "unit", "score_group", "weight", "effective_from"),
        ),
        ("evidence", "effective_to"),
        must=("effective_from",),
        may=("effective_to",),
        code=("rule_id",),
        is_register=True,
    ),
    Table(
        "journal_issues",
        load_issue,
        ("issue_no", "published_on"),
        ("journal",),
        must=("published_on",),
        key=("issue_no",),
        code=("issue_no",),
    ),
    Table(
        "study_tasks",
        load_task,
        ("task_id", "issued_on", "due_on"),
        ("material", "studied_on", "evidence"),
        must=("issued_on", "due_on"),
        may=("studied_on",),
        key=("task_id",),
        code=("task_id",),
    ),
    Table(
        "node_days",
        load_node_day,
        ("node_id", "anniversary_on", "status"),
        ("name", "held_on", "form"),
        must=("anniversary_on",),
        may=("held_on",),
        key=("node_id",),
        code=("node_id",),
    ),
    Table(
        "activities",
        load_activity,
        ACTIVITY,
        ("organiser",),
        must=("held_on",),
        key=("activity_id",),
        code=("activity_id",),
    ),
    Table(
        "service_activities",
        load_service_activity,
        ACTIVITY,
        ("organiser",),
        must=("held_on",),
        key=("activity_id",),
        code=("activity_id",),
    ),
    Table(
        "meetings",
        load_meeting,
        ("meeting_id", "held_on", "kind", "status"),
        ("start", "end", "venue", "topic", *CONFIRMING),
        must=("held_on",),
        may=("recorded_on",),
        key=("meeting_id",),
        code=("meeting_id",),
    ),
    Table(
        "study_sessions",
        load_session,
        ("session_id", "held_on", "kind"),
        ("topic", "issue_no"),
        must=("held_on",),
        key=("session_id",),
        code=("session_id",),
    ),
    Table(
        "research",
        load_project,
        ("research_id", "collective", "report_on"),
        ("title", "from_on", "to_on"),
        may=("report_on", "from_on", "to_on"),
        key=("research_id",),
        code=("research_id",),
        own="report_on",
    ),
    Table(
        "research_members",
        load_participant,
        ("research_id", "member_id"),
        key=("research_id", "member_id"),
        code=("research_id", "member_id"),
    ),
    Table(
        "articles",
        load_article,
        ("article_id", "member_id", "submitted_on"),
        ("title", "journal", "issue_no"),
        must=("submitted_on",),
        key=("article_id",),
        code=("article_id",),
    ),
    Table(
        "infos",
        load_info,
        ("info_id", "member_id", "submitted_at"),
        ("title", "channel", "adopted_by", "duplicate_of", *CONFIRMING),
        must=("submitted_at",),
        may=("recorded_on",),
        key=("info_id",),
        code=("info_id",),
    ),
    Table(
        "lectures",
        load_lecture,
        ("lecture_id", "member_id", "held_on", "status"),
        ("kind", "topic", "host", "audience", *CONFIRMING),
        must=("held_on",),
        may=("recorded_on",),
        key=("lecture_id",),
        code=("lecture_id",),
    ),
    Table(
        "proposals",
        load_proposal,
        ("proposal_id", "submitted_on", "status"),
        ("title", "merged_into", "handling_body"),
        must=("submitted_on",),
        key=("proposal_id",),
        code=("proposal_id",),
    ),
    Table(
        "proposal_signers",
        load_signature,
        ("proposal_id", "member_id", "role"),
        key=("proposal_id", "member_id"),
        code=("proposal_id",),
        own="submitted_on",
    ),
    Table(
        "contacts",
        load_contact,
        ("contact_id", "by_member_id", "member_id", "on"),
        ("form",),
        must=("on",),
        key=("contact_id",),
        code=("contact_id",),
    ),
    Table(
        "thought_reports",
        load_receipt,
        ("member_id", "quarter", "submitted_on", "mark"),
        must=("submitted_on",),
        key=("quarter", "member_id"),
        code=("quarter", "member_id"),
    ),
    Table(
        "attendance",
        load_mark,
        ("event_kind", "event_id", "member_id", "mark"),
        code=("event_kind", "event_id", "member_id"),
        own="on",
    ),
)
