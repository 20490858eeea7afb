"""Pages of social service."""

from django.urls import path

from zuji.gatherings.views.activity_leave import activity_leave_urls
from zuji.service.views import activities, lectures, library, proving, public

app_name = "service"
_HERE = "organizations/<int:organization_id>"
urlpatterns = [
    path(f"{_HERE}/lectures/", lectures.lecture_list, name="lecture-list"),
    path(f"{_HERE}/lectures/new/", lectures.lecture_create, name="lecture-create"),
    path(f"{_HERE}/lectures/coming.ics", public.coming_ics, name="coming-ics"),
    path(f"{_HERE}/lectures/<int:year>/lectures.xlsx", lectures.lecture_workbook, name="lecture-workbook"),
    path(f"{_HERE}/public-lectures/", public.public_lecture_list, name="public-lecture-list"),
    path(f"{_HERE}/public-lectures/lectures.ics", public.public_lectures_ics, name="public-lectures-ics"),
    path("lectures/<int:number>/", lectures.lecture_detail, name="lecture-detail"),
    path("lectures/<int:number>/edit/", lectures.lecture_edit, name="lecture-edit"),
    path("lectures/<int:number>/cancellation/", lectures.cancellation_create, name="cancellation-create"),
    path("lectures/<int:number>/proof/", proving.proof_edit, name="proof-edit"),
    path("lectures/<int:number>/confirmation/", proving.confirmation_create, name="confirmation-create"),
    path("lectures/<int:number>/publication/", proving.publication_edit, name="publication-edit"),
    path("lectures/<int:number>/files/", proving.file_create, name="file-create"),
    path("lectures/<int:number>/lecture.ics", public.lecture_ics, name="lecture-ics"),
    path(f"{_HERE}/lecture-topics/", library.topic_list, name="topic-list"),
    path("lecture-topics/<int:number>/", library.topic_detail, name="topic-detail"),
    path("lecture-topics/<int:number>/edit/", library.topic_edit, name="topic-edit"),
    path("lecture-topics/<int:number>/withdrawal/", library.withdrawal_create, name="withdrawal-create"),
    path("lecture-topics/<int:number>/files/", library.topic_file_create, name="topic-file-create"),
    path(f"{_HERE}/host-units/", library.host_unit_list, name="host-unit-list"),
    path("host-units/<int:number>/edit/", library.host_unit_edit, name="host-unit-edit"),
    path(f"{_HERE}/service-activities/", activities.activity_list, name="activity-list"),
    path(
        f"{_HERE}/service-activities/<int:number>/attendance/", activities.activity_attendance,
        name="activity-attendance",
    ),
    path("service-activities/<int:number>/", activities.activity_detail, name="activity-detail"),
    path("service-activities/<int:number>/cancellation/", activities.activity_cancel, name="activity-cancel"),
    *activity_leave_urls(activities.SERVICE_ACTIVITY, "service-activities"),
]  # fmt: skip
