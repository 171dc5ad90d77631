"""Pages of a list that may be as long as the country: counted so far as anybody reads, opened to its last row."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from lantoa.foundation.numbers import show

MOST_COUNTED = 10_000


class Pages(Paginator):  # type: ignore[type-arg]
    """Counts no further than `most` rows; a longer list says "hơn 10.000" and opens page after page all the same."""

    def __init__(
        self, things: Any, per: int, most: int = MOST_COUNTED, shown: QuerySet[Any] | None = None
    ) -> None:
        super().__init__(things, per)
        self.most, self.shown = most, shown

    @cached_property
    def _counted(self) -> int:
        rows = self.object_list
        if not isinstance(rows, QuerySet) or rows.query.combinator or rows.query.is_sliced:
            return int(super().count)
        return int(rows.order_by()[: self.most + 1].count())

    @cached_property
    def count(self) -> int:
        """How many rows, or `most` where there are more."""
        return min(self._counted, self.most) if isinstance(self.object_list, QuerySet) else self._counted

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
        if self.shown is None:
            return self.object_list[first:last]
        things: Any = self.object_list
        keys = list(things.values_list("pk", flat=True)[first:last])
        found = self.shown.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def page(self, number: int | str) -> Page[Any]:
        """That page; EmptyPage where there is none."""
        valid = self.validate_number(number)
        first = (valid - 1) * self.per_page
        return Page(self.rows(first, first + self.per_page), valid, self)

    def get_page(self, number: Any) -> Page[Any]:
        """That page, or the nearest there is."""
        if self.is_longer and int(number) >= self.num_pages:
            found = Further.of(self, int(number))
            return found if found.object_list else super().get_page(self.num_pages)
        return super().get_page(number)


class Further(Page):  # type: ignore[type-arg]
    """A page at or after the last one that was counted; one row more was fetched to see whether another follows."""

    more = False

    @classmethod
    def of(cls, pages: Pages, number: int) -> Further:
        """The rows of that page, fetched."""
        first = (number - 1) * pages.per_page
        rows = list(pages.rows(first, first + pages.per_page + 1))
        found = cls(rows[: pages.per_page], number, pages)
        found.more = len(rows) > pages.per_page
        return found

    def has_next(self) -> bool:
        """Whether a row follows."""
        return self.more

    def next_page_number(self) -> int:
        """The one after it."""
        return self.number + 1

    def previous_page_number(self) -> int:
        """The one before it."""
        return self.number - 1
