"""Pages of a list that may be as long as the country: counted so far as anybody reads, opened to its last row.

The next page begins after a row and not after so many rows: its address names the last row shown (`sau`), the page
before it the first one (`truoc`), and the number of the page beside it is only said. So the thousandth page costs what
the second does, and nobody is shown twice because a row was added above. An address with a number alone still opens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.kept import Key, until_something_happens
from lantoa.foundation.numbers import show

MOST_COUNTED = 10_000
MOST_IN_PARTS = 1_000
# Gives the things in their order, without saying which, and the parts that say it.
Parts = Callable[[], tuple[QuerySet[Any], Sequence[QuerySet[Any]]]]


class Pages(Paginator):  # type: ignore[type-arg]
    """Counts no further than `most` rows; a longer list says "hơn 10.000" and opens page after page all the same.

    Of a list that is `kept` under a key (kept.py) it is known which rows a page has; what these say is asked each time.
    Its `things` may be what gives them: they are then put together only where they must be asked.

    A list may give its `parts` besides, in the order of the whole, that together find what it finds: pages near its
    beginning, and those that begin after a row, read of each part no more than they can show, where the whole would be
    found and put in order first. What lies deep by its number alone is looked for in the whole.
    """

    def __init__(
        self,
        things: Any,
        per: int,
        most: int = MOST_COUNTED,
        shown: QuerySet[Any] | None = None,
        counted: int | None = None,
        kept: Key | None = None,
        parts: Parts | None = None,
    ) -> None:
        super().__init__(() if callable(things) else things, per)
        if callable(things):  # Django looks at once whether a list is in order.
            self.object_list = SimpleLazyObject(things)
        self.most, self.shown, self.known, self.kept, self.parts = most, shown, counted, kept, parts

    @cached_property
    def _counted(self) -> int:
        if self.known is not None:
            return self.known
        rows = self.object_list
        if not isinstance(rows, QuerySet) or rows.query.combinator or rows.query.is_sliced:
            return int(super().count)
        return int(rows.order_by()[: self.most + 1].count())

    @cached_property
    def count(self) -> int:
        """How many rows, or `most` where there are more."""
        stops = self.known is not None or isinstance(self.object_list, QuerySet)
        return min(self._counted, self.most) if stops else self._counted

    @property
    def is_longer(self) -> bool:
        """Whether there are more rows than were counted."""
        return self._counted > self.count

    @property
    def said(self) -> str:
        """The number in words: "1.234", "hơn 10.000"."""
        return _("hơn %(n)s") % {"n": show(self.count)} if self.is_longer else show(self.count)

    def rows(self, first: int, last: int) -> Any:
        """The things from one place of the list up to another."""
        if self.kept is None or self.shown is None:
            return self._shown(self._stretch(first, last))
        asked: list[Any] = []

        def keys() -> list[Any]:
            asked.extend(self._shown(self._stretch(first, last)))
            return [row.pk for row in asked]

        known = until_something_happens((*self.kept, first, last), keys)
        found = {row.pk: row for row in asked} or self.shown.in_bulk(known)
        return [found[key] for key in known if key in found]

    def _stretch(self, first: int, last: int) -> Any:
        if self.parts is None or last > MOST_IN_PARTS:
            return self.object_list[first:last]
        whole, parts = self.parts()
        return _first_of(whole, parts, last)[first:last]

    @cached_property
    def is_in_order(self) -> bool:
        """Whether it is in an order that says of every row what follows it."""
        return self.kept is not None or order_of(self.object_list) is not None

    def _shown(self, things: Any) -> Any:
        """A stretch of the list, each thing with what the page says of it; one question."""
        if self.shown is None:
            return things
        order = things.query.order_by or things.model._meta.ordering
        found = self.shown.filter(pk__in=things.values("pk")).order_by(*order)
        return found if things.query.standard_ordering else found.reverse()

    def page(self, number: int | str) -> Page[Any]:
        """That page; EmptyPage where there is none."""
        valid = self.validate_number(number)
        first = (valid - 1) * self.per_page
        return Numbered(self.rows(first, first + self.per_page), valid, self)

    def get_page(self, number: Any) -> Page[Any]:
        """That page, or the nearest there is."""
        if self.is_longer and int(number) >= self.num_pages:
            found = Further.of(self, int(number))
            return found if found.object_list else super().get_page(self.num_pages)
        return super().get_page(number)

    def page_from(self, number: int, *, after: str = "", before: str = "") -> Page[Any] | None:
        """The page that begins after a row of the list, or ends before one; `number` is what it is called.

        None where the list is in no order that says of every row what follows it, or the row is in it no more.
        """
        if number < 2 or not (after or before):
            return None
        whole: Any = self.object_list
        parts: Sequence[Any] = [whole]
        if self.parts is not None:
            whole, parts = self.parts()
        order = order_of(whole)
        if order is None:
            return None
        named = _found_in(whole, [part.filter(pk=after or before) for part in parts])
        place = named.values_list(*(name for name, _down in order)).first()
        if place is None:
            return None
        if before:
            earlier = [part.filter(beyond(order, place, backwards=True)).reverse() for part in parts]
            near = _first_of(whole.reverse(), earlier, self.per_page)[: self.per_page]
            return Further(list(self._shown(near))[::-1], number, self, more=True)
        later = [part.filter(beyond(order, place)) for part in parts]
        near = _first_of(whole, later, self.per_page + 1)[: self.per_page + 1]
        rows = list(self._shown(near))
        return Further(rows[: self.per_page], number, self, more=len(rows) > self.per_page) if rows else None


def _first_of(whole: Any, parts: Sequence[Any], last: int) -> Any:
    """The things of these parts in the order of the whole, of which the first so many are right."""
    return parts[0] if len(parts) == 1 else _found_in(whole, [part[:last] for part in parts])


def _found_in(whole: Any, parts: Sequence[Any]) -> Any:
    if len(parts) == 1:
        return parts[0]
    # A branch of a union has no order of its own on SQLite; a question within one has.
    return in_any(whole, *(whole.model._base_manager.filter(pk__in=part.values("pk")) for part in parts))


class Numbered(Page):  # type: ignore[type-arg]
    """A page that knows between which rows it lies."""

    @cached_property
    def _keys(self) -> list[Any]:
        pages: Any = self.paginator
        if not pages.is_in_order:
            return []
        return [getattr(row, "pk", None) for row in self.object_list]

    @property
    def last_key(self) -> Any:
        """The key of the last row, after which the next page begins; None where pages have numbers only."""
        return self._keys[-1] if self._keys else None

    @property
    def first_key(self) -> Any:
        """The key of the first row, before which the previous page ends; None too where that is the first one."""
        return self._keys[0] if self._keys and self.number > 2 else None


class Further(Numbered):
    """A page that was not found by its number, or lies beyond what was counted."""

    def __init__(self, rows: list[Any], number: int, pages: Pages, *, more: bool) -> None:
        super().__init__(rows, number, pages)
        self.more = more

    @classmethod
    def of(cls, pages: Pages, number: int) -> Further:
        """The rows of that page, fetched; one row more says whether another follows."""
        first = (number - 1) * pages.per_page
        rows = list(pages.rows(first, first + pages.per_page + 1))
        return cls(rows[: pages.per_page], number, pages, more=len(rows) > pages.per_page)

    def has_next(self) -> bool:
        """Whether a row follows."""
        return self.more

    def has_previous(self) -> bool:
        """Nobody comes here but from a page before it."""
        return self.number > 1

    def next_page_number(self) -> int:
        """The one after it."""
        return self.number + 1

    def previous_page_number(self) -> int:
        """The one before it."""
        return self.number - 1


Order = Sequence[tuple[str, bool]]


def order_of(things: Any) -> Order | None:
    """(what it is put in order by, whether downwards), the last of them unlike in any two rows; None where there is no
    such order, or where something may be missing: databases do not agree on where that stands."""
    if (
        not isinstance(things, QuerySet)
        or things.query.combinator
        or things.query.is_sliced
        or things.query.distinct
    ):
        return None
    names: Any = things.query.order_by or things.model._meta.ordering
    if not names or not all(isinstance(name, str) for name in names):
        return None
    order = [(name.lstrip("-"), name.startswith("-")) for name in names]
    ends_in_a_key = order[-1][0] in ("pk", things.model._meta.pk.name)
    return order if ends_in_a_key and all(_is_always_there(things, name) for name, _down in order) else None


def _is_always_there(things: QuerySet[Any], name: str) -> bool:
    if name in things.query.annotations:
        return isinstance(things.query.annotations[name], Coalesce)
    model: Any = things.model
    for step in name.split("__"):
        try:
            field = model._meta.pk if step == "pk" else model._meta.get_field(step)
        except FieldDoesNotExist:
            return False
        if field.null or not field.concrete:
            return False
        model = field.related_model
    # By the bare name of a relation rows stand as its own table orders them, but are compared by its key.
    return not field.is_relation or step in ("pk", field.attname)


def beyond(order: Order, place: Sequence[Any], *, backwards: bool = False) -> Q:
    """What follows a place of that order: later by the first of its names, or as late by it and later by the next.

    That it is not earlier by the first one is said once more by itself, for an index to begin there.
    """
    found = Q()
    for (name, down), value in reversed(list(zip(order, place, strict=True))):
        later = Q(**{f"{name}__{'lt' if down != backwards else 'gt'}": value})
        found = later | Q(**{name: value}) & found if found else later
    (name, down), value = order[0], place[0]
    return Q(**{f"{name}__{'lte' if down != backwards else 'gte'}": value}) & found
