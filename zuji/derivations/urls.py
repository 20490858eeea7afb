"""Pages of derivations."""

from django.urls import path

from zuji.derivations import views

app_name = "derivations"
urlpatterns = [
    path(
        "organizations/<int:organization_id>/chains/<slug:noun>/<int:number>/", views.chain_detail, name="chain-detail"
    ),
    path(
        "organizations/<int:organization_id>/chains/<slug:noun>/<int:number>/links/",
        views.link_edit,
        name="link-edit",
    ),
    path("derivations/<int:number>/removal/", views.link_removal_create, name="link-removal-create"),
]
