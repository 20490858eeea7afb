"""Papers to take away."""

from django.urls import path

from zuji.reports import views

app_name = "reports"
urlpatterns = [
    path("organizations/<int:organization_id>/infos/tables.xlsx", views.info_tables, name="info-tables-xlsx"),
    path("meetings/<int:number>/minutes.docx", views.minutes_docx, name="minutes-docx"),
    path("meetings/<int:number>/minutes.pdf", views.minutes_pdf, name="minutes-pdf"),
    path("lectures/<int:number>/invitation.pdf", views.lecture_invitation_pdf, name="lecture-invitation-pdf"),
    path("proposals/<int:number>/proposal.docx", views.proposal_docx, name="proposal-docx"),
    path("proposals/<int:number>/proposal.pdf", views.proposal_pdf, name="proposal-pdf"),
    path("research/<int:number>/report.docx", views.research_docx, name="research-docx"),
    path("research/<int:number>/report.pdf", views.research_pdf, name="research-pdf"),
    path("research-letters/<int:number>/letter.docx", views.research_letter_docx, name="research-letter-docx"),
    path("research-letters/<int:number>/letter.pdf", views.research_letter_pdf, name="research-letter-pdf"),
]
