"""What a room asks of a person today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

TODO, LATER, DONE = "todo", "later", "done"


@dataclass(frozen=True)
class Todo:
    """One line of "Việc cần làm". `minutes` is an honest guess; `button` says the result."""

    title: str
    url: str
    button: str
    minutes: int = 0
    due: dt.date | None = None
    note: str = ""
    state: str = TODO


def to_judge(waiting: QuerySet[Any], said: str, url: str, *, on: dt.date, minutes: int = 3) -> Iterator[Todo]:
    """One line for all that waits for a word, none when nothing does; `said` names their number as %(n)s.

    How long the first of them has waited is told in days, from `waits_since` of the paper.
    """
    if count := waiting.count():
        since = getattr(waiting.first(), "waits_since", None)
        days = (on - since).days if since else 0
        note = _("Chờ lâu nhất: %(days)s ngày") % {"days": days} if days else ""
        yield Todo(said % {"n": count}, url, _("Xem và cho ý kiến"), minutes=minutes * count, note=note)
