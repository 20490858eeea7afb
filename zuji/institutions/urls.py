"""Pages of the written rule and what it makes due."""

from django.urls import path

from zuji.institutions.views import board, texts

app_name = "institutions"
urlpatterns = [
    path("organizations/<int:organization_id>/board/", board.board, name="board"),
    path("organizations/<int:organization_id>/duties/<str:code>/<int:year>/", board.duty_detail, name="duty-detail"),
    path(
        "organizations/<int:organization_id>/duties/<str:code>/<int:year>/<str:window_key>/",
        board.standing_detail,
        name="standing-detail",
    ),
    path("organizations/<int:organization_id>/institutions/", texts.institution_list, name="institution-list"),
    path("organizations/<int:organization_id>/templates/<str:code>/", texts.template_detail, name="template-detail"),
    path("organizations/<int:organization_id>/drafts/", texts.draft_create, name="draft-create"),
    path(
        "organizations/<int:organization_id>/institutions/<int:number>/",
        texts.institution_detail,
        name="institution-detail",
    ),
    path("versions/<int:number>/", texts.version_detail, name="version-detail"),
    path("versions/<int:number>/text/", texts.version_edit, name="version-edit"),
    path("versions/<int:number>/events/", texts.version_event_create, name="version-event-create"),
    path("text-checks/", texts.text_check, name="text-check"),
]
