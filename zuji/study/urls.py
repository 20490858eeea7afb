"""Pages of study."""

from django.urls import path

from zuji.gatherings.urls import gathering_urls
from zuji.study.noun import SESSION
from zuji.study.views import sessions

app_name = "study"
urlpatterns = [
    path("organizations/<int:organization_id>/study-sessions/", sessions.session_list, name="session-list"),
    path("organizations/<int:organization_id>/study-sessions/new/", sessions.session_create, name="session-create"),
    path("study-sessions/<int:number>/", sessions.session_detail, name="session-detail"),
    path("study-sessions/<int:number>/plan/", sessions.session_edit, name="session-edit"),
    path("study-sessions/<int:number>/record/", sessions.record_edit, name="record-edit"),
    *gathering_urls(SESSION, "study-sessions"),
]
