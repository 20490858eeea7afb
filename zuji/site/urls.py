"""Home."""

from django.urls import path

from zuji.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("organizations/", views.organization_list, name="organization-list"),
    path("me/calendar/", views.calendar_edit, name="calendar-edit"),
    path("me/calendar/stop/", views.calendar_stop_create, name="calendar-stop-create"),
    path("calendars/<str:token>.ics", views.calendar_feed, name="calendar-feed"),
]
