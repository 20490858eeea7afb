"""Pages of the ledger."""

from django.urls import path

from zuji.footprints import views

app_name = "footprints"
urlpatterns = [
    path("organizations/<int:organization_id>/timeline/", views.timeline, name="timeline"),
    path("records/<str:noun>/<int:number>/", views.record_detail, name="record-detail"),
]
