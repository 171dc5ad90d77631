"""How the throttle knows whom somebody tried to be, and how other doors than sign-in ask it."""

from __future__ import annotations

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest

from lantoa.people.models import normal_sign_in_name


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The sign-in name as it is stored, so that blanks and capitals do not give fresh tries."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return normal_sign_in_name(str(typed))


# A door that opens to a code and not to a name counts wrong tries under its own name, for each machine.


def is_shut(request: HttpRequest, door: str) -> bool:
    """Whether too many wrong codes came from this machine in the last minutes."""
    return not AxesProxyHandler.is_allowed(request, {"username": door})


def note_wrong_try(request: HttpRequest, door: str) -> None:
    """One more wrong code from this machine; the last one allowed shuts the door for a while."""
    user_login_failed.send(sender=__name__, request=request, credentials={"username": door})


def forget_wrong_tries(request: HttpRequest, door: str) -> None:
    """Somebody used a code to its end: the next one at this machine starts afresh."""
    AxesProxyHandler.reset_attempts(username=door, ip_address=get_client_ip_address(request))
