"""How the throttle knows whom somebody tried to be."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lantoa.people.models import normal_sign_in_name


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The sign-in name as it is stored, so that blanks and capitals do not give fresh tries."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return normal_sign_in_name(str(typed))
