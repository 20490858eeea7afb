"""Pages of infos, topics asked for, and news."""

from django.urls import path

from zuji.infos.views import desk, infos, others, steps

app_name = "infos"
_HERE = "organizations/<int:organization_id>"
_INFO = "infos/<int:number>"
urlpatterns = [
    path(f"{_HERE}/infos/", infos.info_list, name="info-list"),
    path(f"{_HERE}/infos/new/", infos.info_create, name="info-create"),
    path(f"{_HERE}/infos/tables/", infos.table_list, name="table-list"),
    path(f"{_HERE}/infos/inbox/", desk.inbox, name="inbox"),
    path(f"{_HERE}/info-topics/", others.topic_list, name="topic-list"),
    path(f"{_HERE}/activity-news/", others.news_list, name="news-list"),
    path(f"{_INFO}/", infos.info_detail, name="info-detail"),
    path(f"{_INFO}/edit/", infos.info_edit, name="info-edit"),
    path(f"{_INFO}/removal/", infos.removal_create, name="removal-create"),
    path(f"{_INFO}/files/", infos.file_create, name="file-create"),
    path(f"{_INFO}/submission/", steps.submission_create, name="submission-create"),
    path(f"{_INFO}/sending/", steps.sending_create, name="sending-create"),
    path(f"{_INFO}/confirmation/", steps.confirmation_create, name="confirmation-create"),
    path(f"{_INFO}/return/", steps.return_create, name="return-create"),
    path(f"{_INFO}/withdrawal/", steps.withdrawal_create, name="withdrawal-create"),
    path(f"{_INFO}/closure/", steps.closure_create, name="closure-create"),
    path(f"{_INFO}/closure/removal/", steps.closure_removal_create, name="closure-removal-create"),
    path(f"{_INFO}/rejection/", desk.rejection_create, name="rejection-create"),
    path(f"{_INFO}/forwarding/", desk.forwarding_create, name="forwarding-create"),
    path(f"{_INFO}/outcomes/", desk.outcome_create, name="outcome-create"),
    path("info-outcomes/<int:number>/removal/", desk.outcome_removal_create, name="outcome-removal-create"),
]
