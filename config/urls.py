"""Every room that people or programs can enter, gathered by name."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

handler400 = "lantoa.foundation.pages.bad_request"
handler403 = "lantoa.foundation.pages.not_allowed"
handler404 = "lantoa.foundation.pages.not_found"
handler500 = "lantoa.foundation.pages.server_fault"

urlpatterns = [
    path("", include((import_module(f"lantoa.{room}.urls").urlpatterns, room)))
    for room in settings.ROOMS
    if find_spec(f"lantoa.{room}.urls")
]
