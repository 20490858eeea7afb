"""Root URLs: one include per app."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
]
