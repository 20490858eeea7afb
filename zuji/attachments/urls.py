"""Addresses of attachments. Where a file is added is an address of the app whose record it belongs to."""

from django.urls import path

from zuji.attachments import views

app_name = "attachments"
urlpatterns = [
    path("attachments/<int:number>/", views.attachment_detail, name="attachment-detail"),
    path("attachments/<int:number>/removal/", views.removal_create, name="removal-create"),
]
