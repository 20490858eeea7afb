"""Pages of research."""

from django.urls import path

from zuji.research.views import itinerary, outputs, projects, speeches, texts, topics

app_name = "research"
urlpatterns = [
    path("organizations/<int:organization_id>/research/", projects.project_list, name="project-list"),
    path("organizations/<int:organization_id>/research/new/", projects.project_create, name="project-create"),
    path("research/<int:number>/", projects.project_detail, name="project-detail"),
    path("research/<int:number>/edit/", projects.project_edit, name="project-edit"),
    path("research/<int:number>/cancellation/", projects.cancellation_create, name="cancellation-create"),
    path("research/<int:number>/closing/", projects.closing_create, name="closing-create"),
    path("research/<int:number>/sign-off/", projects.sign_off_create, name="sign-off-create"),
    path("research/<int:number>/sign-off-removal/", projects.sign_off_removal_create, name="sign-off-removal-create"),
    path("research/<int:number>/plan/", texts.plan_edit, name="plan-edit"),
    path("research/<int:number>/plan/filing/", texts.filing_create, name="filing-create"),
    path("research/<int:number>/letters/new/", texts.letter_create, name="letter-create"),
    path("research/<int:number>/report/", texts.report_edit, name="report-edit"),
    path("research/<int:number>/stops/new/", itinerary.stop_create, name="stop-create"),
    path("research-stops/<int:number>/", itinerary.stop_edit, name="stop-edit"),
    path("research-stops/<int:number>/removal/", itinerary.stop_removal_create, name="stop-removal-create"),
    path("research-stops/<int:number>/pictures/", itinerary.picture_create, name="picture-create"),
    path("research/<int:number>/conversions/new/", outputs.conversion_create, name="conversion-create"),
    path(
        "research-conversions/<int:number>/removal/",
        outputs.conversion_removal_create,
        name="conversion-removal-create",
    ),
    path("organizations/<int:organization_id>/speeches/", speeches.speech_list, name="speech-list"),
    path("organizations/<int:organization_id>/speeches/new/", speeches.speech_create, name="speech-create"),
    path("speeches/<int:number>/", speeches.speech_detail, name="speech-detail"),
    path("speeches/<int:number>/edit/", speeches.speech_edit, name="speech-edit"),
    path("organizations/<int:organization_id>/research-topics/", topics.topic_list, name="topic-list"),
    path("research-topics/<int:number>/choice/", topics.choice_create, name="choice-create"),
]
