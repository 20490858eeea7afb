"""Pages of receipts, sealed reports, the branch's choice and overviews."""

from django.urls import path

from zuji.thought_reports.views import branch, receipts, reports

app_name = "thought_reports"
urlpatterns = [
    path("organizations/<int:organization_id>/thought-reports/", receipts.receipt_list, name="receipt-list"),
    path("organizations/<int:organization_id>/thought-reports/new/", reports.report_create, name="report-create"),
    path("organizations/<int:organization_id>/thought-reports/setting/", branch.setting_edit, name="setting-edit"),
    path("organizations/<int:organization_id>/thought-overviews/", branch.overview_list, name="overview-list"),
    path(
        "organizations/<int:organization_id>/thought-overviews/<str:half_year>/",
        branch.overview_edit,
        name="overview-edit",
    ),
    path("thought-reports/", reports.report_list, name="report-list"),
    path("thought-reports/received/", reports.received_list, name="received-list"),
    path("thought-reports/<uuid:number>/", reports.report_detail, name="report-detail"),
    path("thought-reports/<uuid:number>/withdrawal/", reports.withdrawal_create, name="withdrawal-create"),
    path("thought-report-receipts/<int:number>/removal/", receipts.removal_create, name="removal-create"),
]
