"""Pages of node days and theme activities."""

from django.urls import path

from zuji.activities.views import node_days, theme_activities
from zuji.gatherings.views.activity_leave import activity_leave_urls

app_name = "activities"
_HERE = "organizations/<int:organization_id>"
urlpatterns = [
    path(f"{_HERE}/node-days/", node_days.calendar, name="calendar"),
    path(f"{_HERE}/node-days/plan/<int:year>/", node_days.plan_edit, name="plan-edit"),
    path(f"{_HERE}/node-days/plan/<int:year>/calendar/", node_days.calendar_create, name="calendar-create"),
    path(f"{_HERE}/node-days/plan/<int:year>/rules/", node_days.rule_create, name="rule-create"),
    path(
        f"{_HERE}/node-days/plan/<int:year>/announcements/", node_days.announcement_create,
        name="announcement-create",
    ),
    path(f"{_HERE}/node-days/<int:number>/observance/", node_days.observance_edit, name="observance-edit"),
    path(
        f"{_HERE}/node-days/<int:number>/observance/cancellation/", node_days.observance_cancel,
        name="observance-cancel",
    ),
    path(f"{_HERE}/theme-activities/", theme_activities.activity_list, name="activity-list"),
    path(
        f"{_HERE}/theme-activities/<int:number>/attendance/", theme_activities.activity_attendance,
        name="activity-attendance",
    ),
    path("theme-activities/<int:number>/cancellation/", theme_activities.activity_cancel, name="activity-cancel"),
    *activity_leave_urls(theme_activities.THEME_ACTIVITY, "theme-activities"),
]  # fmt: skip
