"""Pages of meetings."""

from typing import Any

from django.urls import URLPattern, path

from zuji.gatherings.urls import gathering_urls
from zuji.meetings.actions import cancel_meeting
from zuji.meetings.noun import MEETING
from zuji.meetings.views import action_items, minutes, planning, votes, work_papers


def _work_paper_urls(kind: str, at: str) -> list[URLPattern]:
    """Make the paths of plans or of summaries."""
    own: dict[str, Any] = {"kind": kind}
    one = f"{at}/<int:number>"
    return [
        path(
            f"organizations/<int:organization_id>/{at}/<int:year>/", work_papers.work_paper_edit, own,
            name=f"work-{kind}-edit",
        ),
        path(f"{one}/", work_papers.work_paper_detail, own, name=f"work-{kind}-detail"),
        path(f"{one}/approval/", work_papers.approval_create, own, name=f"work-{kind}-approval-create"),
        path(f"{one}/report/", work_papers.report_create, own, name=f"work-{kind}-report-create"),
        path(f"{one}/step-removal/", work_papers.step_removal_create, own, name=f"work-{kind}-step-removal-create"),
    ]  # fmt: skip


app_name = "meetings"
urlpatterns = [
    path("organizations/<int:organization_id>/meetings/", planning.meeting_list, name="meeting-list"),
    path("organizations/<int:organization_id>/meetings/new/", planning.meeting_create, name="meeting-create"),
    path("meetings/<int:number>/", planning.meeting_detail, name="meeting-detail"),
    path("meetings/<int:number>/plan/", planning.meeting_edit, name="meeting-edit"),
    *gathering_urls(MEETING, "meetings", call_off=cancel_meeting),
    path("meetings/<int:number>/votes/new/", votes.vote_create, name="vote-create"),
    path("votes/<int:number>/", votes.vote_detail, name="vote-detail"),
    path("votes/<int:number>/ballots/", votes.ballot_create, name="ballot-create"),
    path("votes/<int:number>/closing/", votes.closing_create, name="closing-create"),
    path("votes/<int:number>/correction/", votes.correction_create, name="correction-create"),
    path("votes/<int:number>/withdrawal/", votes.withdrawal_create, name="withdrawal-create"),
    path("meetings/<int:number>/minutes/", minutes.minutes_edit, name="minutes-edit"),
    path("meetings/<int:number>/minutes/approval/", minutes.approval_create, name="approval-create"),
    path("agenda-items/<int:number>/papers/", planning.paper_create, name="paper-create"),
    path("organizations/<int:organization_id>/action-items/", action_items.action_item_list, name="action-item-list"),
    path("action-items/<int:number>/", action_items.action_item_edit, name="action-item-edit"),
    path("action-items/<int:number>/dropping/", action_items.dropping_create, name="dropping-create"),
    path("action-items/<int:number>/completion/", action_items.completion_create, name="completion-create"),
    path("organizations/<int:organization_id>/work-papers/", work_papers.work_paper_list, name="work-paper-list"),
    *_work_paper_urls("plan", "work-plans"),
    *_work_paper_urls("summary", "work-summaries"),
]
