"""Messages for the stories of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lantoa.foundation import clock, heard
from lantoa.messages import actions
from lantoa.messages.heard import TOLD
from lantoa.messages.models import Message, Urged, Urging
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def message_for(whom: Actor, n: int = 1, **rest: Any) -> Message:
    """A message that is there."""
    assert whom.person
    said = {"verb": "story.told", "title": "Bản đăng ký đã được duyệt", "url": "/", "at": clock.now()}
    said |= {"key": f"story:{whom.person.pk}:{n}", "shows_at": clock.now()} | rest
    return Message.objects.create(person=whom.person, **said)


def hear() -> int:
    """The worker's turn."""
    return heard.hear(TOLD)


def told_to(whom: Actor) -> list[str]:
    """What stands on her page, the newest first."""
    return [one.title for one in Message.objects.visible_to(whom)]


def later(settings: Any, **time: float) -> None:
    """So much time passes."""
    settings.LANTOA_NOW = (clock.now() + dt.timedelta(**time)).isoformat()


TEXT = "Kính gửi {đơn vị}. Còn: {việc quá hạn} Hạn {hạn}, {người gửi}."


def urge(cast: Any, *units: Unit, by: Actor | None = None, text: str = TEXT, **rest: Any) -> Urging:
    """The officer reminds units below the province."""
    finish_by = rest.pop("finish_by", dt.date(2026, 11, 20))
    chosen = [unit.pk for unit in units]
    return actions.urge(chosen, by=by or cast.officer, text=text, finish_by=finish_by, **rest)


def urged(cast: Any) -> Urged:
    """What the commune read."""
    return urge(cast, cast.commune).urged.get()
