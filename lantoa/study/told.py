"""Who is told what of study: the head of a unit, when somebody opened its reflection papers faster than one reads."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.menu import way
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people import queries as people


def stopped(event: Event) -> Iterator[News]:
    """Of who, not of which papers."""
    said = _("Đã dừng một người mở quá nhiều bài thu hoạch trong 10 phút")
    note = f"{event.person_name}, {event.post_label}"
    yield News(to(people.head_of(event.unit_id, event.on)), said, way("history"), note)


TOLD = (told("essay.bulk_reading_stopped", stopped),)
