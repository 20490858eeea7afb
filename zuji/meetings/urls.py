"""Pages of meetings."""

from django.urls import path

from zuji.gatherings.urls import gathering_urls
from zuji.meetings.actions import cancel_meeting
from zuji.meetings.noun import MEETING
from zuji.meetings.views import minutes, planning

app_name = "meetings"
urlpatterns = [
    path("organizations/<int:organization_id>/meetings/", planning.meeting_list, name="meeting-list"),
    path("organizations/<int:organization_id>/meetings/new/", planning.meeting_create, name="meeting-create"),
    path("meetings/<int:number>/", planning.meeting_detail, name="meeting-detail"),
    path("meetings/<int:number>/plan/", planning.meeting_edit, name="meeting-edit"),
    *gathering_urls(MEETING, "meetings", call_off=cancel_meeting),
    path("meetings/<int:number>/minutes/", minutes.minutes_edit, name="minutes-edit"),
    path("meetings/<int:number>/minutes/approval/", minutes.approval_create, name="approval-create"),
    path("agenda-items/<int:number>/papers/", planning.paper_create, name="paper-create"),
    path("action-items/<int:number>/completion/", minutes.completion_create, name="completion-create"),
]
