"""Address of the living page of parts."""

from django.urls import path

from zuji.foundation import views

app_name = "foundation"
urlpatterns = [path("ui/", views.show_parts, name="ui")]
