"""One opening of one form, sealed so that only this server can have written it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core import signing
from django.http import HttpRequest

FIELD = "_entry"
# A page left open longer than this is opened afresh; what was typed in it lies in the drafts.
LASTS = dt.timedelta(days=30)
LONGEST_PLACE = 500


@dataclass(frozen=True)
class Opening:
    """Who opened which form at which page. Its key is used once; `place` is an address of this server.

    `name` tells the forms of one page apart. `kind` is "write", "edit" (of something that others may be
    editing too) or "press" (a button without boxes).
    """

    key: str
    person: int | None
    post: int | None
    place: str
    name: str = ""
    kind: str = "write"

    @property
    def is_button(self) -> bool:
        """Nothing can be typed in it."""
        return self.kind == "press"

    @property
    def is_edit(self) -> bool:
        """It shows what others may be changing too."""
        return self.kind == "edit"

    @property
    def keeps_drafts(self) -> bool:
        """Whether there is somebody to keep a draft for, and something to keep."""
        return self.person is not None and not self.is_button

    def again(self) -> Opening:
        """The same form, opened afresh."""
        return replace(self, key=secrets.token_hex(12))

    def seal(self) -> str:
        """As it stands in the form."""
        return signing.dumps(list(asdict(self).values()), salt=FIELD, compress=True)


def opened(request: HttpRequest, name: str, kind: str, at: str = "") -> Opening:
    """The form opened now, at this page or at `at`; one that comes back after a refusal is the same opening still."""
    sent = sent_with(request)
    if sent and "press" not in (kind, sent.kind) and sent.name == name:
        return replace(sent, kind=kind)
    actor: Any = getattr(request, "actor", None)
    person = actor.person.pk if actor is not None and actor.person else None
    place = at or (sent.place if sent else request.get_full_path())
    place = place if len(place) <= LONGEST_PLACE else request.path
    return Opening(
        secrets.token_hex(12), person, actor.post_id if actor is not None else None, place, name, kind
    )


def sent_with(request: HttpRequest) -> Opening | None:
    """The opening with which this form was sent; None for a form without one, or with one that is too old."""
    sealed = request.POST.get(FIELD) if request.method == "POST" else None
    return unseal(sealed) if sealed else None


def unseal(sealed: str) -> Opening | None:
    """What `seal` made; None when it was made by somebody else or long ago."""
    try:
        return Opening(*signing.loads(sealed, salt=FIELD, max_age=LASTS))
    except (signing.BadSignature, TypeError, ValueError):
        return None
