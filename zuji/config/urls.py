"""Root URLs: one include per app."""

from allauth.account import views as sign_in
from django.urls import include, path

# Of allauth's pages those that serve here: nobody signs up, and what needs e-mail has no place while none is sent.
SIGN_IN = [
    path("login/", sign_in.login, name="account_login"),
    path("logout/", sign_in.logout, name="account_logout"),
    path("inactive/", sign_in.account_inactive, name="account_inactive"),
    path("password/change/", sign_in.password_change, name="account_change_password"),
]

urlpatterns = [
    path("account/", include(SIGN_IN)),
    path("account/", include("zuji.accounts.urls")),
    path("", include("zuji.foundation.urls")),
    path("", include("zuji.organizations.urls")),
    path("", include("zuji.footprints.urls")),
    path("", include("zuji.institutions.urls")),
    path("", include("zuji.attachments.urls")),
    path("", include("zuji.evaluation.urls")),
    path("", include("zuji.gatherings.urls")),
    path("", include("zuji.study.urls")),
    path("", include("zuji.meetings.urls")),
    path("", include("zuji.infos.urls")),
    path("", include("zuji.activities.urls")),
    path("", include("zuji.service.urls")),
    path("", include("zuji.contacts.urls")),
    path("", include("zuji.research.urls")),
    path("", include("zuji.derivations.urls")),
    path("", include("zuji.entries.urls")),
    path("", include("zuji.thought_reports.urls")),
    path("", include("zuji.proposals.urls")),
    path("", include("zuji.reports.urls")),
    path("", include("zuji.site.urls")),
]
