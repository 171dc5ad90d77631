"""Case T71: what people type, keys and passwords among it, stands in no line of the log and in no file left behind.

Every form of a room is sent with the same words in each box that takes words, once as it is and once while the history
cannot be written, so that the act breaks and its traceback is told whole. Then they are looked for.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from lantoa.foundation.logs import Lines
from lantoa.foundation.models import Event
from tests import police
from tests.architecture.test_access import doors
from tests.cast import PASSWORD
from tests.fuzz.boxes import Sent
from tests.fuzz.test_every_box import Fuzz, address_of, first_who_may, forms_shown, undone

SOWN = "chim hoàng yến 0912777888"
EARS = ("chim hoàng", "0912777888", PASSWORD)
KEYS = ("password", "code", "pin", "secret")


@pytest.fixture
def log(settings):
    """What the console would have shown, were every line told."""
    settings.THROTTLE = False
    root = logging.getLogger()
    console = next(h for h in root.handlers if getattr(h, "formatter", None) and h.filters)
    was, level = console.setStream(io.StringIO()), root.level
    root.setLevel(logging.INFO)
    yield console.stream
    console.setStream(was)
    root.setLevel(level)


class CannotBeWritten(Exception):
    """The history is broken."""


def _breaks(*_args: Any, **_more: Any) -> None:
    raise CannotBeWritten


def each_form(fuzz: Fuzz) -> Iterator[tuple[Client, Sent]]:
    """Whoever may, and each form of the room once; strangers at its open doors too."""
    seen = set()
    for row in fuzz.rows():
        with undone():
            client = fuzz.cast.client(first_who_may(row))
            for sent in fuzz.forms_at(client, row, address_of(row, fuzz.cast)):
                if sent.shape not in seen:
                    seen.add(sent.shape)
                    yield client, sent
    for come in getattr(fuzz.door, "STRANGERS", ()):
        with undone():
            client, address = come(fuzz.cast)
            yield from ((client, sent) for sent in forms_shown(client, address))


def sow(sent: Sent) -> dict[str, Any]:
    """Everything as somebody would send it, and the same words wherever words or keys are taken."""
    keys = [box for box in sent.boxes if any(word in box for word in KEYS)]
    return {**sent.whole(), **dict.fromkeys([*sent.lines, *keys], SOWN)}


@pytest.mark.deep(each=40)
@pytest.mark.timeout(1800)
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=lambda door: door.__name__.split(".")[1])
def test_nothing_typed_into_a_form_is_in_the_log_or_left_in_a_file(
    door, log, settings, tmp_path, monkeypatch
):
    monkeypatch.setattr(police, "measured_by_stories", False)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    fuzz, broken = Fuzz(door, pages=1000, boxes=0, values=0, after=0), 0
    for client, sent in each_form(fuzz):
        client.raise_request_exception = False
        for boxes in (sow(sent), sent.whole()):
            with undone():
                client.post(sent.where, boxes)
            with undone(), monkeypatch.context() as without:
                without.setattr(Event, "save", _breaks)
                broken += client.post(sent.where, boxes).status_code == 500
    lines = log.getvalue().splitlines()
    assert [line for line in lines if any(word in line for word in EARS)] == []
    assert [path.name for path in tmp_path.rglob("*")] == [], "what was sent up is gone with the answer"
    assert not broken or any("CannotBeWritten" in line for line in lines), "a fault tells where it happened"


def test_what_postgresql_quotes_of_a_row_is_not_told():
    """Its errors say which value stands there already; the log keeps which rule was broken."""
    said = (
        'duplicate key value violates unique constraint "sign_in"\nDETAIL:  Key (phone)=(0912777888) exists.'
    )
    said += "\nLINE 1: ... VALUES ('chim hoàng yến 0912777888')\nCONTEXT:  COPY person, line 1: 0912777888"
    try:
        raise IntegrityError(said)
    except IntegrityError:
        told = io.StringIO()
        handler = logging.StreamHandler(told)
        handler.setFormatter(Lines("%(message)s"))
        logger = logging.Logger("lantoa")
        logger.addHandler(handler)
        logger.exception("Hỏng")
    assert "unique constraint" in told.getvalue() and "Traceback" in told.getvalue()
    assert not any(word in told.getvalue() for word in EARS)


@pytest.mark.parametrize("known", [True, False])
def test_a_wrong_password_is_in_no_line(cast, log, known):
    cast.account("member")
    client = Client(raise_request_exception=False)
    name = "member" if known else SOWN
    client.post(reverse("people:sign_in"), {"username": name, "password": SOWN})
    client.post(reverse("people:sign_in"), {"username": SOWN, "password": PASSWORD})
    assert not any(word in log.getvalue() for word in EARS)
