"""How fast the history is sealed: 5,000 events, written and taken under a seal, again and again on a growing log."""

from __future__ import annotations

from collections.abc import Callable

from lantoa.foundation import clock, sealing
from lantoa.foundation.models import Event

EVENTS = 5_000


def question() -> tuple[str, float, Callable[[], object]]:
    """Name, budget in milliseconds (a thousand events a second), what to do."""
    return (f"ghi và niêm phong {EVENTS:,} sự kiện".replace(",", "."), EVENTS, seal_many)


def seal_many() -> object:
    """As many events as a busy day of a province has, and one seal over them."""
    now = clock.now()
    said = {
        "at": now,
        "on": now.date(),
        "verb": "meeting.held",
        "subject_type": "bench",
        "subject_label": "Buổi họp",
    }
    Event.objects.bulk_create(
        (Event(**said, subject_id=str(number), note="Họp.") for number in range(EVENTS)), batch_size=500
    )
    made = sealing.seal(now)
    assert made is not None
    return made
