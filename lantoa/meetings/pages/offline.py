"""What serves the one meeting kept on a phone while the network is cut."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse

from lantoa import meetings

SCRIPTS = Path(meetings.__file__).parent / "static" / "meetings"
PARTS = ("kept.js", "offline-worker.js")


def offline_worker(request: HttpRequest) -> HttpResponse:
    """The service worker: from this address it reaches the pages of meetings and no others."""
    script = "".join((SCRIPTS / part).read_text() for part in PARTS)
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")
