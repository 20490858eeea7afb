"""Pages of entries for members."""

from django.urls import path

from zuji.entries import views

app_name = "entries"
urlpatterns = [
    path("me/entries/", views.own_entries, name="own-entries"),
    path("entries/<int:number>/answer/", views.answer_create, name="answer-create"),
    path("organizations/<int:organization_id>/objections/", views.objection_list, name="objection-list"),
    path("entries/<int:number>/reply/", views.reply_create, name="reply-create"),
]
