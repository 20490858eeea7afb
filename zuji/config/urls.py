"""Root URLs: one include per app."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("account/", include("zuji.accounts.urls")),
    path("", include("zuji.foundation.urls")),
    path("", include("zuji.organizations.urls")),
    path("", include("zuji.footprints.urls")),
    path("", include("zuji.institutions.urls")),
    path("", include("zuji.evaluation.urls")),
    path("", include("zuji.site.urls")),
]
