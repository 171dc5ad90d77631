"""The door for a WSGI server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db.backends.signals import connection_created

from config import planner, roomy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
connection_created.connect(planner.hurry)
answer, room = get_wsgi_application(), roomy.in_a_roomy_place()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Each request with room below it: 4 % of a page's processor time, most of what the system does for it."""
    said: Iterable[bytes] = room(answer, environ, start_response)
    return said
