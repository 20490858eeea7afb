"""Pages of contacts."""

from django.urls import path

from zuji.contacts.views import assignment, contact, kept, request, visit

app_name = "contacts"
urlpatterns = [
    path("organizations/<int:organization_id>/contacts/", contact.contact_list, name="contact-list"),
    path("contacts/<int:number>/removal/", contact.removal_create, name="removal-create"),
    path("contacts/<int:number>/confirmation/", contact.confirmation_create, name="confirmation-create"),
    path(
        "organizations/<int:organization_id>/contact-assignments/", assignment.assignment_edit, name="assignment-edit"
    ),
    path("organizations/<int:organization_id>/visits/", visit.visit_list, name="visit-list"),
    path("organizations/<int:organization_id>/visits/new/", visit.occasion_create, name="occasion-create"),
    path("visit-occasions/<int:number>/decline/", visit.decline_create, name="decline-create"),
    path("visit-occasions/<int:number>/reopening/", visit.reopening_create, name="reopening-create"),
    path("visit-occasions/<int:number>/removal/", visit.occasion_removal_create, name="occasion-removal-create"),
    path("organizations/<int:organization_id>/requests/", request.request_list, name="request-list"),
    path("organizations/<int:organization_id>/requests/new/", request.request_create, name="request-create"),
    path("requests/<int:number>/", request.request_detail, name="request-detail"),
    path("requests/<int:number>/answers/", request.answer_create, name="answer-create"),
    path("requests/<int:number>/settlement/", request.settlement_create, name="settlement-create"),
    path("requests/<int:number>/removal/", request.request_removal_create, name="request-removal-create"),
    path("me/kept/", kept.kept_list, name="kept-list"),
]
