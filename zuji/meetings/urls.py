"""Pages of meetings."""

from django.urls import path

from zuji.meetings.views import attendance, leave, minutes, planning

app_name = "meetings"
urlpatterns = [
    path("organizations/<int:organization_id>/meetings/", planning.meeting_list, name="meeting-list"),
    path("organizations/<int:organization_id>/meetings/new/", planning.meeting_create, name="meeting-create"),
    path("meetings/<int:number>/", planning.meeting_detail, name="meeting-detail"),
    path("meetings/<int:number>/plan/", planning.meeting_edit, name="meeting-edit"),
    path("meetings/<int:number>/notice/", planning.notice_create, name="notice-create"),
    path("meetings/<int:number>/cancellation/", planning.cancellation_create, name="cancellation-create"),
    path("meetings/<int:number>/leave-requests/", leave.leave_create, name="leave-create"),
    path("leave-requests/<int:number>/decision/", leave.decision_create, name="decision-create"),
    path("meetings/<int:number>/attendance/", attendance.attendance_edit, name="attendance-edit"),
    path("meetings/<int:number>/confirmation/", attendance.confirmation_create, name="confirmation-create"),
    path("meetings/<int:number>/minutes/", minutes.minutes_edit, name="minutes-edit"),
    path("meetings/<int:number>/minutes/approval/", minutes.approval_create, name="approval-create"),
    path("action-items/<int:number>/completion/", minutes.completion_create, name="completion-create"),
]
