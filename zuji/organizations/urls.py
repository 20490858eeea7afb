"""Pages of the roll, and of settings."""

from django.urls import path

from zuji.organizations.views import roll, settings

app_name = "organizations"
urlpatterns = [
    path("organizations/<int:organization_id>/members/", roll.member_list, name="member-list"),
    path("organizations/<int:organization_id>/settings/", settings.setting_list, name="setting-list"),
    path("organizations/<int:organization_id>/settings/<slug:key>/", settings.setting_edit, name="setting-edit"),
    path("organizations/<int:organization_id>/work-days/", roll.work_day_list, name="work-day-list"),
]
