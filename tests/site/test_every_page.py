"""Every address, for everybody: who gets what, and that each page holds together in both languages."""

import copy
import re
from urllib.parse import unquote

import polib
import pytest
from django.conf import settings as project
from django.test import Client
from django.urls import get_resolver, resolve, reverse

from tests.derivations import every_page as derivations
from tests.infos import every_page as infos
from tests.proposals import every_page as proposals
from tests.research import every_page as research
from tests.search import every_page as search
from tests.service import every_page as service
from tests.site.pages import Page
from zuji.activities.models import NodeDay, ThemeActivity
from zuji.attachments.models import Attachment
from zuji.contacts.models import MemberContact, MemberRequest, VisitOccasion
from zuji.entries.models import EntryForMember
from zuji.gatherings.models import StandingLeave
from zuji.infos.models import Info
from zuji.institutions.actions import draft_version
from zuji.institutions.models import InstitutionVersion
from zuji.meetings.models import WORK_PAPERS
from zuji.operations.translations import CATALOGUE
from zuji.study.models import (
    QuestionImport,
    Quiz,
    QuizAttempt,
    ReadingList,
    StudyMaterial,
    StudyPlanItem,
    StudyReflection,
    StudyTask,
)
from zuji.thought_reports.models import ThoughtReportReceipt

pytestmark = pytest.mark.django_db

# What a GET answers. “not signed in” is sent to the door (302); what is not one's own is not there (404).
ANSWERS = """
                                  nobody newcomer other former member officer deputy director vice chair operator
account_login                     200    302      302   302    302    302     302    302      302  302   302
account_logout                    302    200      200   200    200    200     200    200      200  200   200
account_inactive                  200    200      200   200    200    200     200    200      200  200   200
account_change_password           302    200      200   200    200    200     200    200      200  200   200
accounts:text-size                405    405      405   405    405    405     405    405      405  405   405
accounts:language                 302    302      302   302    302    302     302    302      302  302   302
foundation:ui                     200    200      200   200    200    200     200    200      200  200   200
organizations:member-list         302    404      404   200    200    200     200    200      200  200   200
organizations:setting-list        302    404      404   200    200    200     200    200      200  200   200
organizations:setting-edit        302    404      404   404    404    404     404    200      404  200   200
footprints:timeline               302    404      404   200    200    200     200    200      200  200   200
footprints:record-detail          302    404      404   200    200    200     200    200      200  200   200
  of a contact                    302    404      404   404    200    200     200    200      200  200   200
institutions:board                302    404      404   200    200    200     200    200      200  200   200
institutions:duty-detail          302    404      404   200    200    200     200    200      200  200   200
institutions:standing-detail      302    404      404   200    200    200     200    200      200  200   200
institutions:institution-list     302    404      404   200    200    200     200    200      200  200   200
institutions:template-detail      302    404      404   200    200    200     200    200      200  200   200
institutions:draft-create         302    405      405   405    405    405     405    405      405  405   405
institutions:institution-detail   302    404      404   200    200    200     200    200      200  200   200
institutions:version-detail       302    404      404   200    200    200     200    200      200  200   200
  of a draft                      302    404      404   200    200    200     200    200      200  200   200
institutions:version-edit         302    404      404   404    404    404     200    200      404  200   200
institutions:version-event-create 302    405      405   405    405    405     405    405      405  405   405
institutions:text-check           302    405      405   405    405    405     405    405      405  405   405
evaluation:me                     302    302      200   200    200    200     200    200      302  302   302
evaluation:member-detail          302    404      404   404    200    200     200    200      200  200   200
attachments:attachment-detail     302    404      404   200    200    200     200    200      200  200   200
attachments:removal-create        302    405      405   405    405    405     405    405      405  405   405
activities:calendar               302    404      404   200    200    200     200    200      200  200   200
activities:plan-edit              302    404      404   404    404    200     200    200      200  200   200
activities:calendar-create        302    405      405   405    405    405     405    405      405  405   405
activities:rule-create            302    405      405   405    405    405     405    405      405  405   405
activities:announcement-create    302    405      405   405    405    405     405    405      405  405   405
activities:observance-edit        302    404      404   404    404    200     200    200      404  404   200
activities:observance-cancel      302    404      404   404    404    200     200    200      404  404   200
activities:activity-list          302    404      404   200    200    200     200    200      200  200   200
activities:activity-attendance    302    404      404   404    404    200     200    200      404  404   200
activities:activity-cancel        302    404      404   404    404    404     404    404      200  200   200
activities:leave-list             302    404      200   200    200    200     200    200      404  404   200
activities:leave-decision-create  302    405      405   405    405    405     405    405      405  405   405
contacts:contact-list             302    404      404   200    200    200     200    200      200  200   200
organizations:work-day-list       302    404      404   404    404    200     200    200      404  404   200
contacts:removal-create           302    405      405   405    405    405     405    405      405  405   405
contacts:confirmation-create      302    405      405   405    405    405     405    405      405  405   405
contacts:assignment-edit          302    404      404   404    404    200     200    200      404  404   200
contacts:visit-list               302    404      404   200    200    200     200    200      200  200   200
  of a call for a visit           302    404      404   404    200    200     200    200      404  404   200
contacts:occasion-create          302    404      404   404    404    200     200    200      404  404   200
contacts:decline-create           302    405      405   405    405    405     405    405      405  405   405
contacts:reopening-create         302    405      405   405    405    405     405    405      405  405   405
contacts:occasion-removal-create  302    405      405   405    405    405     405    405      405  405   405
contacts:request-list             302    404      404   200    200    200     200    200      200  200   200
contacts:request-create           302    404      404   200    200    200     200    200      404  404   200
contacts:request-detail           302    404      404   404    200    200     200    200      404  404   200
contacts:answer-create            302    405      405   405    405    405     405    405      405  405   405
contacts:settlement-create        302    405      405   405    405    405     405    405      405  405   405
contacts:request-removal-create   302    405      405   405    405    405     405    405      405  405   405
contacts:kept-list                302    404      200   200    200    200     200    200      200  200   404
entries:own-entries               302    404      200   200    200    200     200    200      200  200   404
entries:answer-create             302    405      405   405    405    405     405    405      405  405   405
entries:objection-list            302    404      404   404    404    200     200    200      404  404   200
entries:reply-create              302    405      405   405    405    405     405    405      405  405   405
thought_reports:receipt-list      302    404      404   200    200    200     200    200      200  200   200
thought_reports:removal-create    302    405      405   405    405    405     405    405      405  405   405
study:session-list                302    404      404   200    200    200     200    200      200  200   200
study:session-create              302    404      404   404    404    200     200    200      404  404   200
study:session-detail              302    404      404   200    200    200     200    200      200  200   200
study:session-edit                302    404      404   404    404    200     200    200      404  404   200
study:record-edit                 302    404      404   404    404    200     200    200      404  404   200
study:notice-create               302    405      405   405    405    405     405    405      405  405   405
study:reply-create                302    405      405   405    405    405     405    405      405  405   405
study:cancellation-create         302    404      404   404    404    200     200    200      404  404   200
study:leave-create                302    404      404   200    200    200     200    200      404  404   200
study:decision-create             302    405      405   405    405    405     405    405      405  405   405
study:attendance-edit             302    404      404   404    404    200     200    200      404  404   200
study:confirmation-create         302    405      405   405    405    405     405    405      405  405   405
study:sign-in                     302    404      404   200    200    200     200    200      200  200   200
study:sign-in-state-create        302    405      405   405    405    405     405    405      405  405   405
study:make-up-create              302    404      404   200    200    200     200    200      404  404   200
study:make-up-removal-create      302    405      405   405    405    405     405    405      405  405   405
thought_reports:report-create     302    404      404   404    404    404     404    404      404  404   404
thought_reports:setting-edit      302    404      404   404    404    404     404    200      404  404   404
thought_reports:overview-list     302    404      404   404    404    200     200    200      200  200   200
thought_reports:overview-edit     302    404      404   404    404    404     404    200      404  404   404
thought_reports:report-list       302    404      404   404    404    404     404    404      404  404   404
thought_reports:received-list     302    404      404   404    404    404     404    404      404  404   404
thought_reports:report-detail     302    404      404   404    404    404     404    404      404  404   404
thought_reports:withdrawal-create 302    404      404   404    404    404     404    404      404  404   404
study:plan-detail                 302    404      404   200    200    200     200    200      200  200   200
  of the committee                302    404      404   404    404    404     404    404      200  200   200
study:adoption-create             302    405      405   405    405    405     405    405      405  405   405
study:plan-item-removal-create    302    405      405   405    405    405     405    405      405  405   405
study:task-create                 302    404      404   404    404    404     404    404      200  200   200
study:completion-edit             302    404      404   404    404    200     200    200      404  404   200
study:reflection-list             302    404      404   200    200    200     200    200      200  200   200
study:reflection-create           302    404      404   200    200    200     200    200      404  404   200
study:reflection-detail           302    404      404   200    200    200     200    200      200  200   200
study:reflection-edit             302    404      404   404    200    404     404    404      404  404   404
study:submission-create           302    405      405   405    405    405     405    405      405  405   405
study:withdrawal-create           302    405      405   405    405    405     405    405      405  405   405
study:reflection-removal-create   302    405      405   405    405    405     405    405      405  405   405
study:consent-create              302    405      405   405    405    405     405    405      405  405   405
study:publication-create          302    405      405   405    405    405     405    405      405  405   405
study:material-list               302    404      404   200    200    200     200    200      200  200   200
study:material-create             302    404      404   404    404    200     200    200      200  200   200
study:material-detail             302    404      404   200    200    200     200    200      200  200   200
study:material-removal-create     302    405      405   405    405    405     405    405      405  405   405
study:reading-list-create         302    404      404   404    404    200     200    200      200  200   200
study:reading-list-detail         302    404      404   200    200    200     200    200      200  200   200
study:reading-list-removal-create 302    405      405   405    405    405     405    405      405  405   405
study:quiz-list                   302    404      404   200    200    200     200    200      200  200   200
study:quiz-create                 302    404      404   404    404    200     200    200      404  404   200
study:quiz-detail                 302    404      404   200    200    200     200    200      200  200   200
study:quiz-removal-create         302    405      405   405    405    405     405    405      405  405   405
study:quiz-paper                  302    404      404   404    404    200     200    200      404  404   200
study:attempt-create              302    404      404   200    200    200     200    200      404  404   404
study:attempt-detail              302    404      404   404    200    200     200    200      404  404   200
study:result-create               302    404      404   404    404    200     200    200      404  404   200
study:result-removal-create       302    405      405   405    405    405     405    405      405  405   405
study:question-list               302    404      404   404    404    200     200    200      404  404   200
study:question-template           302    404      404   404    404    200     200    200      404  404   200
study:import-detail               302    404      404   404    404    200     200    200      404  404   200
study:acceptance-create           302    405      405   405    405    405     405    405      405  405   405
study:import-removal-create       302    405      405   405    405    405     405    405      405  405   405
meetings:meeting-list             302    404      404   200    200    200     200    200      200  200   200
meetings:meeting-create           302    404      404   404    404    200     200    200      404  404   200
meetings:meeting-detail           302    404      404   200    200    200     200    200      200  200   200
meetings:meeting-edit             302    404      404   404    404    200     200    200      404  404   200
meetings:notice-create            302    405      405   405    405    405     405    405      405  405   405
meetings:cancellation-create      302    404      404   404    404    200     200    200      404  404   200
meetings:leave-create             302    404      404   200    200    200     200    200      404  404   200
meetings:decision-create          302    405      405   405    405    405     405    405      405  405   405
meetings:attendance-edit          302    404      404   404    404    200     200    200      404  404   200
meetings:confirmation-create      302    405      405   405    405    405     405    405      405  405   405
meetings:reply-create             302    405      405   405    405    405     405    405      405  405   405
meetings:sign-in                  302    404      404   200    200    200     200    200      200  200   200
meetings:sign-in-state-create     302    405      405   405    405    405     405    405      405  405   405
meetings:make-up-create           302    404      404   200    200    200     200    200      404  404   200
meetings:make-up-removal-create   302    405      405   405    405    405     405    405      405  405   405
gatherings:standing-leave-list    302    404      404   404    404    200     200    200      404  404   200
gatherings:ending-create          302    405      405   405    405    405     405    405      405  405   405
meetings:file-create              302    405      405   405    405    405     405    405      405  405   405
meetings:paper-create             302    405      405   405    405    405     405    405      405  405   405
study:file-create                 302    405      405   405    405    405     405    405      405  405   405
meetings:vote-create              302    404      404   404    404    200     200    200      404  404   200
meetings:vote-detail              302    404      404   200    200    200     200    200      200  200   200
meetings:ballot-create            302    405      405   405    405    405     405    405      405  405   405
meetings:closing-create           302    405      405   405    405    405     405    405      405  405   405
meetings:correction-create        302    404      404   404    404    200     200    200      404  404   200
meetings:withdrawal-create        302    404      404   404    404    200     200    200      404  404   200
meetings:action-item-list         302    404      404   200    200    200     200    200      200  200   200
meetings:action-item-edit         302    404      404   404    404    200     200    200      404  404   200
meetings:dropping-create          302    404      404   404    404    200     200    200      404  404   200
meetings:work-paper-list          302    404      404   200    200    200     200    200      200  200   200
meetings:work-plan-edit           302    404      404   404    404    200     200    200      404  404   200
meetings:work-plan-detail         302    404      404   200    200    200     200    200      200  200   200
meetings:work-plan-approval-create 302    405      405   405    405    405     405    405      405  405   405
meetings:work-plan-report-create  302    404      404   404    404    200     200    200      404  404   200
meetings:work-plan-step-removal-create 302    404      404   404    404    404     200    200      404  404   200
meetings:work-summary-edit        302    404      404   404    404    200     200    200      404  404   200
meetings:work-summary-detail      302    404      404   200    200    200     200    200      200  200   200
meetings:work-summary-approval-create 302    405      405   405    405    405     405    405      405  405   405
meetings:work-summary-report-create 302    404      404   404    404    200     200    200      404  404   200
meetings:work-summary-step-removal-create 302    404      404   404    404    404     200    200      404  404   200
meetings:minutes-edit             302    404      404   404    404    200     200    200      404  404   200
meetings:approval-create          302    405      405   405    405    405     405    405      405  405   405
meetings:completion-create        302    405      405   405    405    405     405    405      405  405   405
reports:minutes-docx              302    404      404   200    200    200     200    200      200  200   200
reports:minutes-pdf               302    404      404   200    200    200     200    200      200  200   200
site:home                         302    200      302   302    302    302     302    302      302  302   302
site:organization-list            302    200      200   200    200    200     200    200      200  200   200
site:calendar-edit                302    404      200   200    200    200     200    200      200  200   404
site:calendar-stop-create         302    405      405   405    405    405     405    405      405  405   405
site:calendar-feed                404    404      404   404    404    404     404    404      404  404   404
"""
NO_REPORT = "00000000-0000-4000-8000-000000000000"
"""The branch keeps marks only; what a sealed report shows to whom: tests/thought_reports/test_who_may_do_what.py."""
OPEN_TO_ANYBODY = {
    "account_login",
    "account_inactive",
    "accounts:text-size",
    "accounts:language",
    "foundation:ui",
    "site:calendar-feed",
}
PARTS = (infos, proposals, research, service, search, derivations)
"""Apps that say themselves which page answers whom."""
ANSWERS += "".join(part.ANSWERS for part in PARTS)
OPEN_TO_ANYBODY |= {name for part in PARTS for name in getattr(part, "OPEN_TO_ANYBODY", ())}
ROLES = ANSWERS.strip().splitlines()[0].split()
LONG_NAMES = {
    "newcomer": "nobody_yet",
    "other": "other_member",
    "former": "former_director",
    "vice": "vice_chair",
}


def expected():
    """Read the table: line → role → status."""
    rows = [re.split(r"\s+(?=\d{3}\b)", line.strip()) for line in ANSWERS.strip().splitlines()[1:] if line.strip()]
    return {name: dict(zip(ROLES, map(int, statuses), strict=True)) for name, *statuses in rows}


def learning(world):
    """The numbers of what is learnt beside the sessions, and the pages each has."""
    return (
        (world.branch.pk, ("plan-detail", "adoption-create", "quiz-list", "quiz-create")),
        (world.branch.pk, ("question-list", "question-template", "reflection-list", "reflection-create")),
        (StudyReflection.objects.get().pk, ("reflection-detail", "reflection-edit", "reflection-removal-create")),
        (
            StudyReflection.objects.get().pk,
            ("submission-create", "withdrawal-create", "consent-create", "publication-create"),
        ),
        (world.city.pk, ("task-create",)),
        (world.branch.pk, ("material-list", "material-create", "reading-list-create")),
        (StudyMaterial.objects.first().pk, ("material-detail", "material-removal-create")),
        (ReadingList.objects.first().pk, ("reading-list-detail", "reading-list-removal-create")),
        (StudyPlanItem.objects.first().pk, ("plan-item-removal-create",)),
        (StudyTask.objects.get().pk, ("completion-edit",)),
        (
            Quiz.objects.get().pk,
            ("quiz-detail", "quiz-removal-create", "quiz-paper", "attempt-create", "result-create"),
        ),
        (QuizAttempt.objects.get().pk, ("attempt-detail", "result-removal-create")),
        (QuestionImport.objects.get().pk, ("import-detail", "acceptance-create", "import-removal-create")),
    )


def addresses(world):
    """An address for each line of the table."""
    branch, version = world.branch.pk, world.rulebook
    draft = InstitutionVersion.objects.filter(state="draft").first()
    arguments = {
        "organizations:member-list": [branch],
        "organizations:setting-list": [branch],
        "organizations:setting-edit": [branch, "quorum"],
        "footprints:timeline": [branch],
        "footprints:record-detail": ["info", Info.objects.filter(organization=world.branch).first().pk],
        "institutions:board": [branch],
        "institutions:duty-detail": [branch, "thought-reports", 2018],
        "institutions:standing-detail": [branch, "infos-monthly", 2018, "2018-04"],
        "institutions:institution-list": [branch],
        "institutions:template-detail": [branch, "I1"],
        "institutions:draft-create": [branch],
        "institutions:institution-detail": [branch, version.institution_id],
        "institutions:version-detail": [version.pk],
        "institutions:version-edit": [draft.pk],
        "institutions:version-event-create": [draft.pk],
        "evaluation:member-detail": [world.member.pk],
        "attachments:attachment-detail": [Attachment.objects.get().pk],
        "attachments:removal-create": [Attachment.objects.get().pk],
        **{
            f"activities:{name}": [branch, 2018]
            for name in ("plan-edit", "calendar-create", "rule-create", "announcement-create")
        },
        **{
            f"activities:{name}": [branch, NodeDay.objects.get().pk]
            for name in ("observance-edit", "observance-cancel")
        },
        "activities:calendar": [branch],
        "activities:activity-list": [branch],
        "activities:activity-attendance": [branch, ThemeActivity.objects.get().pk],
        "activities:activity-cancel": [ThemeActivity.objects.get().pk],
        "site:calendar-feed": ["no-such-token"],
        "activities:leave-list": [ThemeActivity.objects.get().pk],
        "activities:leave-decision-create": [ThemeActivity.objects.get().leave_requests.get().pk],
        "contacts:contact-list": [branch],
        "organizations:work-day-list": [branch],
        "contacts:removal-create": [MemberContact.objects.get().pk],
        "contacts:confirmation-create": [MemberContact.objects.get().pk],
        "contacts:assignment-edit": [branch],
        "contacts:visit-list": [branch],
        "contacts:occasion-create": [branch],
        "contacts:decline-create": [VisitOccasion.objects.get().pk],
        "contacts:reopening-create": [VisitOccasion.objects.get().pk],
        "contacts:occasion-removal-create": [VisitOccasion.objects.get().pk],
        "contacts:request-list": [branch],
        "contacts:request-create": [branch],
        "contacts:request-detail": [MemberRequest.objects.get().pk],
        "contacts:answer-create": [MemberRequest.objects.get().pk],
        "contacts:settlement-create": [MemberRequest.objects.get().pk],
        "contacts:request-removal-create": [MemberRequest.objects.get().pk],
        "entries:answer-create": [EntryForMember.objects.get().pk],
        "entries:objection-list": [branch],
        "entries:reply-create": [EntryForMember.objects.get().pk],
        "thought_reports:receipt-list": [branch],
        "thought_reports:removal-create": [ThoughtReportReceipt.objects.get().pk],
        "thought_reports:report-create": [branch],
        "thought_reports:setting-edit": [branch],
        "thought_reports:overview-list": [branch],
        "thought_reports:overview-edit": [branch, "2018H2"],
        "thought_reports:report-detail": [NO_REPORT],
        "thought_reports:withdrawal-create": [NO_REPORT],
        "meetings:meeting-list": [branch],
        "meetings:meeting-create": [branch],
        "meetings:meeting-detail": [world.planned.pk],
        "meetings:meeting-edit": [world.planned.pk],
        "meetings:notice-create": [world.planned.pk],
        "meetings:cancellation-create": [world.planned.pk],
        "meetings:leave-create": [world.planned.pk],
        "meetings:decision-create": [world.planned.leave_requests.get().pk],
        "meetings:attendance-edit": [world.planned.pk],
        "meetings:confirmation-create": [world.planned.pk],
        **{
            f"meetings:{name}": [world.planned.pk]
            for name in ("reply-create", "sign-in", "sign-in-state-create", "file-create")
        },
        "meetings:paper-create": [world.planned.agenda.get().pk],
        "gatherings:standing-leave-list": [branch],
        "gatherings:ending-create": [StandingLeave.objects.get().pk],
        "meetings:make-up-create": [world.missed.pk],
        "meetings:make-up-removal-create": [world.missed.make_ups.get().pk],
        **{
            f"study:{name}": [world.planned_session.pk]
            for name in (
                *("session-edit", "notice-create", "reply-create", "cancellation-create", "leave-create"),
                *("attendance-edit", "confirmation-create", "sign-in", "sign-in-state-create", "file-create"),
            )
        },
        "study:session-list": [branch],
        "study:session-create": [branch],
        **{f"study:{name}": [world.session.pk] for name in ("session-detail", "record-edit", "make-up-create")},
        "study:decision-create": [world.planned_session.leave_requests.get().pk],
        "study:make-up-removal-create": [world.session.make_ups.get().pk],
        **{f"study:{name}": [number] for number, names in learning(world) for name in names},
        "meetings:minutes-edit": [world.held.pk],
        "meetings:approval-create": [world.held.pk],
        "meetings:vote-create": [world.held.pk],
        **{f"meetings:{name}-create": [world.held.votes.get().pk] for name in ("correction", "withdrawal")},
        "meetings:vote-detail": [world.held.votes.get().pk],
        "meetings:ballot-create": [world.held.votes.get().pk],
        "meetings:closing-create": [world.held.votes.get().pk],
        "meetings:action-item-list": [branch],
        "meetings:action-item-edit": [world.held.action_items.get().pk],
        "meetings:dropping-create": [world.held.action_items.get().pk],
        "meetings:work-paper-list": [branch],
        **{f"meetings:work-{kind}-edit": [branch, 2019] for kind in WORK_PAPERS},
        **{
            f"meetings:work-{kind}-{page}": [model.objects.get().pk]
            for kind, model in WORK_PAPERS.items()
            for page in ("detail", "approval-create", "report-create", "step-removal-create")
        },
        "meetings:completion-create": [world.held.action_items.get().pk],
        "reports:minutes-docx": [world.held.pk],
        "reports:minutes-pdf": [world.held.pk],
    }
    said = {name: value for part in PARTS for name, value in part.addresses(world).items()}
    arguments |= {name: value for name, value in said.items() if not name.startswith("of ")}
    found = {name: reverse(name, args=arguments.get(name, [])) for name in expected() if not name.startswith("of ")}
    found |= {name: value for name, value in said.items() if name.startswith("of ")}
    found["of a contact"] = reverse("footprints:record-detail", args=["member_contact", MemberContact.objects.get().pk])
    occasion = VisitOccasion.objects.get().pk
    found["of a call for a visit"] = reverse("footprints:record-detail", args=["visit_occasion", occasion])
    found["of the committee"] = reverse("study:plan-detail", args=[world.city.pk])
    found["of a draft"] = reverse("institutions:version-detail", args=[draft.pk])
    return found


def names_of_patterns(resolver, namespace=""):
    """The name of every URL pattern."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names_of_patterns(pattern, namespace + inner)
        else:
            yield namespace + pattern.name


@pytest.fixture
def world(world):
    """With a draft somebody is writing, and another that cannot be read yet."""
    text = "# 草案\n\n第一条 每月开会。\n\n```duty draft-meeting 开会\n支部 每月 全体会员学习交流会 ≥ 1 次\n```\n"
    draft_version(world.branch, code="D1", title="草案", text=text, by="田一禾")
    draft_version(world.branch, code="D2", title="草稿", text="还不成条文")
    return world


def signed_in(world, role, **headers):
    client = Client(headers=headers)
    if role != "nobody":
        client.force_login(getattr(world.users, LONG_NAMES.get(role, role)))
    return client


_ANSWERED = {}
"""What was answered, by role and headers: the world is the same in each test here, and a GET changes nothing."""


def pages_of(world, role, **headers):
    """Everything that a role can open, by address, asked for once."""
    key = role, *sorted(headers.items())
    if key not in _ANSWERED:
        _ANSWERED[key] = asked_for(world, role, **headers)
    return _ANSWERED[key]


def asked_for(world, role, **headers):
    """Branch pages also as of a day, and those of a branch that has nothing yet."""
    client = signed_in(world, role, **headers)
    paths = [path for name, path in addresses(world).items() if expected()[name][role] == 200]
    paths += [f"{path}?as_of=2018-04-20" for path in paths if "organizations/" in path or "me" in path]
    for name in (
        "institutions:board",
        "footprints:timeline",
        "organizations:member-list",
        "institutions:institution-list",
    ):
        paths.append(reverse(name, args=[world.other_branch.pk]))
    paths += [reverse("institutions:version-detail", args=[v.pk]) for v in InstitutionVersion.objects.all()]
    for noun in ("meeting", "service_activity", "proposal", "study_task", "lecture", "thought_report_receipt"):
        paths.append(reverse("footprints:record-detail", args=[noun, 1]))
    answers = {path: client.get(path) for path in paths}
    return {
        path: answer
        for path, answer in answers.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    }


# Who gets what


def test_the_table_has_every_address():
    assert {name for name in expected() if not name.startswith("of ")} == set(names_of_patterns(get_resolver()))


def test_everybody_gets_what_the_table_says(world):
    for role in ROLES:
        client = signed_in(world, role)
        for name, path in addresses(world).items():
            assert client.get(path).status_code == expected()[name][role], f"{name} for {role}"


def test_who_is_not_signed_in_is_sent_to_the_door_and_back(world):
    client = Client()
    for name, path in addresses(world).items():
        answer = client.get(path)
        if name not in OPEN_TO_ANYBODY | {"account_logout"}:
            assert unquote(answer.url) == f"/account/login/?next={path}", name


def test_everybody_lands_somewhere(world):
    for role in ROLES:
        answer = signed_in(world, role).get("/", follow=True)

        assert answer.status_code == 200, role
        assert len(answer.redirect_chain) <= 2, role


def kind_of_page(target):
    """What a link opens, so that of a hundred cells one is followed."""
    match = resolve(target.partition("?")[0])
    return match.view_name, match.kwargs.get("noun"), match.kwargs.get("code")


@pytest.mark.parametrize("role", ["member", "director", "chair"])
def test_every_link_of_a_page_leads_somewhere(world, role):
    """Within the reader's own rights: no page offers what is then refused."""
    client, followed = signed_in(world, role), {}
    for path, answer in pages_of(world, role).items():
        for attributes in Page(answer.content.decode()).attributes("a"):
            target = attributes["href"].partition("#")[0]
            if target.startswith("/") and kind_of_page(target) not in followed:
                followed[kind_of_page(target)] = client.get(target, follow=True).status_code, target, path

    assert [told for told in followed.values() if told[0] != 200] == []
    assert len(followed) > 15


# What a page is made of, which is the same on every database

same_everywhere = pytest.mark.same_everywhere
OPTIONAL = {"⟦text⟧", "⟦type⟧"}
"""Arguments of ui/badge.html and ui/button.html that have a default."""


@same_everywhere
@pytest.mark.parametrize("role", ["nobody", "newcomer", "other", "member", "director", "chair", "operator"])
def test_every_variable_of_a_template_resolves(world, role, settings):
    """But on the page of parts, whose samples leave out what may be left out."""
    paths = [path for path in pages_of(world, role) if path != "/ui/"]
    templates = copy.deepcopy(project.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = "⟦%s⟧"
    settings.TEMPLATES = templates
    client = signed_in(world, role)

    for path in paths:
        unresolved = set(re.findall("⟦.*?⟧", client.get(path).content.decode())) - OPTIONAL

        assert unresolved == set(), path


@same_everywhere
@pytest.mark.parametrize("role", ["nobody", "newcomer", "member", "director", "chair", "operator"])
def test_every_page_has_its_language_its_title_and_one_heading(world, role):
    for path, answer in pages_of(world, role).items():
        page = Page(answer.content.decode())

        assert page.attributes("html")[0]["lang"] == "zh-Hans", path
        assert re.search(r"<title>.{2,}</title>", page.source), path
        assert page.count("h1") == 1, path
        assert page.count("main") == 1, path


@same_everywhere
@pytest.mark.parametrize("role", ["nobody", "member", "director", "chair"])
def test_no_page_has_a_style_or_a_script_within(world, role):
    for path, answer in pages_of(world, role).items():
        page = Page(answer.content.decode())

        assert page.inline == [], path
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"], path


@same_everywhere
@pytest.mark.parametrize("role", ["nobody", "member", "director", "chair"])
def test_no_two_things_of_a_page_share_a_name(world, role):
    for path, answer in pages_of(world, role).items():
        ids = [attributes["id"] for _tag, attributes in Page(answer.content.decode()).tags if "id" in attributes]

        assert len(ids) == len(set(ids)), path


def test_what_is_not_there_says_so_in_the_same_frame(world):
    for role in ("nobody", "member"):
        answer = signed_in(world, role).get("/nowhere/")

        assert answer.status_code == 404
        assert "没有这一页" in answer.content.decode()


# Languages


def sentences():
    """Every sentence of the catalogue of three words or more, cut where a value is put in."""
    found = set()
    for entry in polib.pofile(str(CATALOGUE)):
        for text in (entry.msgid, entry.msgid_plural):
            found |= {part.strip() for part in re.split(r"%\(\w+\)[sd]", text) if len(part.split()) >= 3}
    return found


@same_everywhere
def test_no_sentence_of_a_chinese_page_is_left_in_english(world):
    english = sentences()
    assert len(english) > 200

    for role in ("nobody", "newcomer", "member", "director", "chair"):
        for path, answer in pages_of(world, role).items():
            text = Page(answer.content.decode()).text
            words = re.findall(r"[A-Za-z]+(?:[ ,;:’]+[A-Za-z]+){2,}", text)

            assert [sentence for sentence in english if words and sentence in text] == [], path


@pytest.mark.parametrize("language", ["zh-CN,zh;q=0.9", "fr", "", "*", "x" * 500])
def test_a_reader_of_any_other_language_reads_chinese(world, language):
    page = Page(signed_in(world, "member", accept_language=language).get("/me/").content.decode())

    assert page.attributes("html")[0]["lang"] == "zh-Hans"
    assert "我的一年" in page.text


@same_everywhere
def test_the_pages_are_in_english_where_it_is_asked_for(world):
    for role in ("nobody", "newcomer", "director"):
        for path, answer in pages_of(world, role, accept_language="en").items():
            page = Page(answer.content.decode())

            assert page.attributes("html")[0]["lang"] == "en", path
            assert "Skip to the content" in page.text, path


# Writing


def test_nothing_is_written_without_a_token(world):
    names = [name for name, answers in expected().items() if 405 in answers.values()]
    names += ["account_login", "account_logout", "account_change_password", "institutions:version-edit"]
    for name in names:
        client = Client(enforce_csrf_checks=True)
        if name != "account_login":
            client.force_login(world.users.director)

        answer = client.post(addresses(world)[name], {"text": "#", "template": "I1", "state": "adopted"})

        assert answer.status_code == 403, name
        assert "这张表单已过期" in answer.content.decode(), name
    assert InstitutionVersion.objects.filter(state="draft").count() == 2


# Hostile addresses

HOSTILE = [
    "year=abc",
    "year=99999",
    "year=0",
    "year=-1",
    "year=２０１８",
    "year=2018&year=abc",
    "as_of=2018-02-30",
    "as_of=0001-01-01",
    "as_of=9999-12-31",
    "as_of=2018",
    "as_of=<script>alert(1)</script>",
    "year=2018&as_of=1945-01-01",
    "page=-1",
    "page=0",
    "page=999999999999999999999",
    "page=abc",
    "kind=<script>alert(1)</script>",
    "kind=%00",
    "%ff=%ff",
]
ASKED_OF = [
    "institutions:board",
    "institutions:duty-detail",
    "institutions:standing-detail",
    "institutions:institution-detail",
    "institutions:institution-list",
    "institutions:version-detail",
    "footprints:timeline",
    "organizations:member-list",
    "evaluation:me",
    "evaluation:member-detail",
    "site:organization-list",
    "site:calendar-edit",
    "account_change_password",
    "foundation:ui",
]


@pytest.mark.parametrize("question", HOSTILE)
def test_a_hostile_question_is_answered_as_a_page(world, question):
    client = signed_in(world, "member")

    for name in ASKED_OF:
        answer = client.get(f"{addresses(world)[name]}?{question}")

        assert answer.status_code == 200, name
        assert "<script>alert" not in answer.content.decode(), name


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("year=abc", "“abc”"),
        ("year=99999", "“99999”"),
        ("as_of=2018-02-30", "“2018-02-30”"),
        ("as_of=0001-01-01", "“1”"),
        ("as_of=9999-12-31", "“9999”"),
    ],
)
def test_what_makes_no_sense_is_told_and_the_year_is_shown(world, question, sentence):
    client = signed_in(world, "member")

    for name in ("institutions:board", "footprints:timeline", "evaluation:me", "institutions:version-detail"):
        answer = client.get(f"{addresses(world)[name]}?{question}")

        assert sentence in answer.context["period"].complaint, name
        assert answer.context["period"].complaint in Page(answer.content.decode()).text, name
        assert answer.context["period"].year == 2018, name


@pytest.mark.parametrize(
    "path",
    [
        "/organizations/999999999999999999999999/board/",
        "/organizations/0/board/",
        "/versions/99999999999999999999/",
        "/members/99999999999999999999/",
        "/organizations/{branch}/duties/%00/2018/",
        "/organizations/{branch}/duties/infos-monthly/2018/%00/",
        "/organizations/{branch}/duties/infos-monthly/2018/study_task:99999999999999999999/",
        "/organizations/{branch}/institutions/99999999999999999999/",
        "/organizations/{branch}/templates/..%2f..%2fsettings/",
        "/records/%00/1/",
    ],
)
def test_an_address_of_nothing_is_not_there(world, path):
    client = signed_in(world, "director")

    assert client.get(path.format(branch=world.branch.pk)).status_code == 404
