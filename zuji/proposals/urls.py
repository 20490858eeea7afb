"""Pages of proposals."""

from django.urls import path

from zuji.proposals.views import desk, ground, handling, material, office, proposal, step, year

app_name = "proposals"
_OF = "organizations/<int:organization_id>/proposals/"
_ONE = "proposals/<int:number>/"
urlpatterns = [
    path(_OF, year.proposal_list, name="proposal-list"),
    path(f"{_OF}new/", proposal.proposal_create, name="proposal-create"),
    path(f"{_OF}rate/", year.rate_detail, name="rate-detail"),
    path(f"{_OF}people/", year.person_list, name="person-list"),
    path(f"{_OF}inbox/", desk.inbox, name="inbox"),
    path(f"{_OF}grounds/", ground.ground_list, name="ground-list"),
    path(f"{_OF}grounds/<slug:code>/end/", ground.ground_end_edit, name="ground-end-edit"),
    path(_ONE, proposal.proposal_detail, name="proposal-detail"),
    path(f"{_ONE}text/", proposal.proposal_edit, name="proposal-edit"),
    path(f"{_ONE}signatures/", proposal.signature_create, name="signature-create"),
    path(f"{_ONE}signatures/removal/", proposal.signature_removal_create, name="signature-removal-create"),
    path(f"{_ONE}removal/", proposal.removal_create, name="removal-create"),
    path(f"{_ONE}files/", proposal.file_create, name="file-create"),
    path(f"{_ONE}steps/<slug:what>/", step.step_create, name="step-create"),
    path(f"{_ONE}assignments/", handling.assignment_create, name="assignment-create"),
    path("proposal-assignments/<int:number>/contact/", handling.contact_edit, name="contact-edit"),
    path("proposal-assignments/<int:number>/reply/", handling.reply_edit, name="reply-edit"),
    path("proposal-replies/<int:number>/feedback/", handling.feedback_edit, name="feedback-edit"),
    path(f"{_OF}materials/", material.material_list, name="material-list"),
    path(f"{_OF}materials/new/", material.material_create, name="material-create"),
    path("proposal-materials/<int:number>/", material.material_detail, name="material-detail"),
    path("proposal-materials/<int:number>/text/", material.material_edit, name="material-edit"),
    path("proposal-materials/<int:number>/handing-in/", material.handing_in_create, name="handing-in-create"),
    path(
        "proposal-materials/<int:number>/handing-in/removal/",
        material.handing_in_removal_create,
        name="handing-in-removal-create",
    ),
    path("organizations/<int:organization_id>/public-offices/", office.office_list, name="office-list"),
    path("public-offices/<int:number>/removal/", office.office_removal_create, name="office-removal-create"),
]
