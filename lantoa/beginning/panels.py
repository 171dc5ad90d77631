"""On the page of the programme: the way to what the year needs; after a list came in, the next of the five steps."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.beginning import queries
from lantoa.foundation.panels import Link, Tool
from lantoa.people.actors import Actor

LINKS = (
    Link(
        "programme:index",
        "beginning:year",
        _("Năm công tác"),
        "beginning.arrange",
        icon="calendar-plus",
        loads=False,
    ),
)


def after_list(kind: str, actor: Actor) -> Iterator[Tool]:
    """What comes after this list, while the office of this administrator is beginning; else the first step left."""
    if beginning := queries.beginning_of(actor):
        steps = queries.steps_of(beginning, actor)
        ways, here = [step.url for step in steps], reverse("exchange:start", args=[kind])
        rest = steps[ways.index(here) + 1 :] if here in ways else []
        if step := queries.following(rest) or queries.following(steps):
            yield Tool(gettext("Bước tiếp theo: %s") % step.button, step.url, "arrow-right", primary=True)
