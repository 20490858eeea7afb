"""Pages of contacts."""

from django.urls import path

from zuji.contacts import views

app_name = "contacts"
urlpatterns = [
    path("organizations/<int:organization_id>/contacts/", views.contact_list, name="contact-list"),
    path("contacts/<int:number>/removal/", views.removal_create, name="removal-create"),
]
