"""Home."""

from django.urls import path

from zuji.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("organizations/", views.organization_list, name="organization-list"),
]
