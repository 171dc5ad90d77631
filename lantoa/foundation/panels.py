"""What an upper room offers to be shown on a lower room's page, so that no lower room names an upper one.

A room with something to show has a door `panels.py`. It holds `of_unit(unit, actor, day)`, parts and buttons for the
page of a unit, `after_list(kind, actor)`, buttons for the page of a list that has come in, or `LINKS`, panels that any
page fetches by their address: the page says where they are to stand with `{% panels "practices:show" practice.pk %}`.
Without JavaScript each of these is the plain link to its own page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import mark_safe

from lantoa.foundation.gathering import gather

Text = str | Promise


@dataclass(frozen=True)
class Panel:
    """One part of the page: a template of the room and what it needs. The lower `order` stands first."""

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    order: int = 50


@dataclass(frozen=True)
class Tool:
    """A button: where it leads and what it says; at most one on a page is `primary`."""

    label: Text
    url: str
    icon: str
    primary: bool = False


@dataclass(frozen=True)
class Link:
    """A panel that is read by its own address.

    `place` is the page on which it stands ("practices:show"), `address` where it is read.
    `address` takes the arguments that the place gives, or, with `asked`, asks for them ("don-vi ky" → ?don-vi=…&ky=…).
    `permission` is the right it needs ("" for everybody who is signed in). Without `loads` only the link is shown. The
    lower `order` stands first.
    """

    place: str
    address: str
    label: Text
    permission: str = ""
    icon: str = "chevron-right"
    asked: str = ""
    loads: bool = True
    order: int = 50

    def url(self, *args: Any) -> str:
        """Where it is read, for the thing that the page shows."""
        if self.asked and args:
            return f"{reverse(self.address)}?{urlencode(dict(zip(self.asked.split(), args, strict=True)))}"
        return reverse(self.address, args=args)


@cache
def offered(place: str) -> tuple[Link, ...]:
    """What all rooms offer for one page, in the order to show it."""
    found = [link for room in gather("panels") for link in getattr(room, "LINKS", ()) if link.place == place]
    return tuple(sorted(found, key=lambda link: link.order))


def show_panel(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, title: Text
) -> HttpResponse:
    """The panel alone for the page that fetches it; the whole page with a heading for who follows the link."""
    # Stripping makes plain text of it again; it came from our own template, escaped there.
    fragment = mark_safe(render_to_string(template, context, request).strip())
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(fragment)
    return render(request, "foundation/panel_page.html", {"fragment": fragment, "title": title})
