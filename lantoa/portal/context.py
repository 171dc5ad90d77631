"""What every page is told: the menu, the unit one acts in, the programme's name, the size of the text."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from lantoa.foundation import clock
from lantoa.messages import rules as messages_rules
from lantoa.organisation import queries as organisation
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.portal import menus, queries, sizes
from lantoa.upkeep import queries as upkeep
from lantoa.upkeep.queries import Standstill


class Hall:
    """Asked lazily, so that a fragment or a fault page that shows no menu pays nothing for it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def _actor(self) -> Actor:
        return self._request.actor  # type: ignore[attr-defined,no-any-return]

    @cached_property
    def signed_in(self) -> bool:
        """Whether a menu is shown at all."""
        return hasattr(self._request, "actor") and self._actor.is_signed_in

    @cached_property
    def session_left(self) -> int | None:
        """How many seconds this session has when nothing more is clicked; None for a stranger."""
        return getattr(self._request, "session_left", None)

    @cached_property
    def _shown(self) -> tuple[SafeString, SafeString]:
        return menus.shown(self._request, self._actor)

    @property
    def menu(self) -> SafeString:
        """What the role does every week, at most eight lines, and what lies behind two headings."""
        return self._shown[0]

    @property
    def tabs(self) -> SafeString:
        """The tabs of a phone."""
        return self._shown[1]

    @cached_property
    def may_switch(self) -> bool:
        """Whether there is another post or unit to act with."""
        return self.signed_in and len(self._request.actors) > 1  # type: ignore[attr-defined]

    @cached_property
    def standstill(self) -> Standstill | None:
        """That the worker does nothing, told on every page to who looks after the machine."""
        manages = self.signed_in and self._actor.may("upkeep.manage") and self._actor.reach != "everything"
        found = upkeep.standstill(clock.now()) if manages else None
        return found if found and actors.keeps_lists(self._actor) else None

    @cached_property
    def unread(self) -> str:
        """What the bell says: how many messages were not opened yet; nothing for none."""
        return messages_rules.on_the_bell(self._told.unread)

    @cached_property
    def may_own(self) -> bool:
        """Whether there is a page about oneself."""
        return self._actor.may("people.own")

    @cached_property
    def _names(self) -> list[str]:
        """The names of one's unit and of the one above it, nearest first."""
        if not self.signed_in or self._actor.unit is None:
            return []
        line = self._actor.line
        if not line:  # a unit that has ended is called as it was
            return [organisation.name_of(self._actor.unit, self._actor.on)]
        return [place.name for place in reversed(line[-2:])]

    @property
    def unit_name(self) -> str:
        """The unit one acts in."""
        return self._names[0] if self._names else ""

    @property
    def parent_name(self) -> str:
        """The unit above it."""
        return self._names[1] if len(self._names) > 1 else ""

    @cached_property
    def _told(self) -> queries.Around:
        actor = self._actor if self.signed_in else actors.stranger(clock.today())
        return queries.around_page(actor, clock.today())

    @property
    def slogan(self) -> str:
        """The programme in a few words, under the mark."""
        return self._told.slogan

    @property
    def programme_name(self) -> str:
        """The programme's full name, as it is called today."""
        return self._told.programme_name

    @cached_property
    def text_class(self) -> str:
        """The class on <html> that sets the size of the text."""
        return sizes.css_class(self._request)


def hall(request: HttpRequest) -> dict[str, Any]:
    """The context processor."""
    the_hall = Hall(request)
    return {
        "hall": the_hall,
        "programme_name": SimpleLazyObject(lambda: the_hall.programme_name),
        "csp_nonce": getattr(request, "csp_nonce", None),
    }
