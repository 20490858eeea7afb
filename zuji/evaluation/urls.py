"""Pages of a person's year."""

from django.urls import path

from zuji.evaluation import views

app_name = "evaluation"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("members/<int:number>/", views.member_detail, name="member-detail"),
]
