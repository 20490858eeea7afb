"""Pages of receipts."""

from django.urls import path

from zuji.thought_reports import views

app_name = "thought_reports"
urlpatterns = [
    path("organizations/<int:organization_id>/thought-reports/", views.receipt_list, name="receipt-list"),
    path("thought-report-receipts/<int:number>/removal/", views.removal_create, name="removal-create"),
]
