"""Addresses of one's own settings."""

from django.urls import path

from zuji.accounts import views

app_name = "accounts"
urlpatterns = [
    path("text-size/", views.change_text_size, name="text-size"),
    path("language/", views.change_language, name="language"),
]
