"""The least that a page of fifty registrations costs in Django: who is signed in, the rows, a table; nothing of the house.

granian serves `benchmarks.bare:application` as it serves the house; `?pk=1,2,3` says which rows.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = __name__
WHOLE = settings.MIDDLEWARE  # of the house
settings.MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template import Context, engines
from django.urls import path

from config import planner
from lantoa.registrations.models import Registration

TABLE = engines["django"].engine.from_string(  # type: ignore[attr-defined]
    "<!doctype html><title>Đăng ký</title><p>{{ user }}</p><table>{% for one in rows %}<tr><th><a href='{{ one.pk }}'>"
    "{{ one.person.full_name }}</a><br>{{ one.unit.code }}</th>{% with task=one.tasks.all.0 %}"
    "<td>{{ task.what|truncatewords:24 }}</td><td>{{ task.target_value }} {{ task.target_unit }}</td>{% endwith %}"
    "<td>{{ one.registered_on|date:'d/m/Y' }}</td><td>{{ one.get_status_display }}</td></tr>{% endfor %}</table>"
)


def rows(request: HttpRequest) -> HttpResponse:
    """The table of these rows, for whoever is signed in; four questions."""
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    keys = [int(key) for key in request.GET["pk"].split(",")]
    found = (
        Registration.objects.filter(pk__in=keys).select_related("person", "unit").prefetch_related("tasks")
    )
    return HttpResponse(TABLE.render(Context({"rows": found.order_by("pk"), "user": request.user.pk})))


urlpatterns = [path("", rows)]
connection_created.connect(planner.hurry)
application = get_wsgi_application()
