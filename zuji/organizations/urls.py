"""Pages of the roll."""

from django.urls import path

from zuji.organizations import views

app_name = "organizations"
urlpatterns = [
    path("organizations/<int:organization_id>/members/", views.member_list, name="member-list"),
    path("organizations/<int:organization_id>/work-days/", views.work_day_list, name="work-day-list"),
]
