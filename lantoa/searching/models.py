"""The index: rows to be found, the ways in which each may be seen, and how far the history has been read.

Nothing here is the truth of anything; it can be thrown away and written again (`manage.py index_search`).
Keys are plain: a record that goes leaves a row behind only until the act that removed it is heard.

On SQLite the words lie in a full-text table that triggers keep (migration 0002). A migration that remakes the table
`searching_entry` there must put the triggers back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.half_open import goes_past
from lantoa.searching import words as said


class EntryQuerySet(models.QuerySet["Entry"]):
    """Words for asking the index."""

    def known_on(self, day: dt.date) -> EntryQuerySet:
        """Without names that begin later."""
        return self.filter(Q(starts__isnull=True) | Q(starts__lte=day))

    def matching(self, kind: str, words: Sequence[said.Word]) -> EntryQuerySet:
        """Rows of a kind that have all these words, by the full-text index of either database."""
        if connection.vendor == "sqlite":
            return self._matching_on_sqlite([said.Word(said.mark_of(kind), is_whole=True), *words])
        named = words or [said.Word(said.mark_of(kind), is_whole=True)]
        asked = " & ".join(f"'{kind}.{word.text}'{'' if word.is_whole else ':*'}" for word in named)
        found = self.extra(where=[f"{said.WORDS_OF_A_KIND} @@ %s::tsquery"], params=[asked])
        return cast(EntryQuerySet, found)

    def _matching_on_sqlite(self, words: Sequence[said.Word]) -> EntryQuerySet:
        """The full-text index gathers all rows of a word that is asked by its beginning before it reads the first.

        So that is asked only where some row has all the whole words: most kinds have none.
        """
        whole = " AND ".join(f'"{word.text}"' for word in words if word.is_whole)
        asked = " AND ".join([whole, *(f'"{word.text}"*' for word in words if not word.is_whole)])
        where, params = "searching_words MATCH %s", [asked]
        if asked != whole:
            any_row = "SELECT 1 FROM searching_words AS any_row WHERE any_row.searching_words MATCH %s"
            where = f"searching_words MATCH CASE WHEN EXISTS ({any_row}) THEN %s ELSE %s END"
            params = [whole, asked, f'"{said.MARK}"']  # the mark of no kind is in no row
        joined = "searching_words.rowid = searching_entry.id"
        found: Any = self.extra(tables=["searching_words"], where=[joined, where], params=params)
        return cast(EntryQuerySet, found)

    def having(self, words: Sequence[said.Word]) -> EntryQuerySet:
        """The same among few rows, without the index."""
        found = self
        for word in words:
            found = found.filter(words__contains=f" {word.text}{' ' if word.is_whole else ''}")
        return found


class Entry(models.Model):
    """One row to be found. `words` are its folded words between blanks, its kind's mark among them."""

    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    line = models.CharField(max_length=600, blank=True)
    code = models.CharField(max_length=120, blank=True)
    url = models.CharField(max_length=300)
    words = models.TextField()
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("dòng tìm kiếm")
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "part"], name="a_record_is_indexed_once_a_part")
        ]

    def __str__(self) -> str:
        return self.title


class SightQuerySet(models.QuerySet["Sight"]):
    """Words for asking who sees."""

    def on(self, day: dt.date) -> SightQuerySet:
        """Those that hold on this day."""
        begun = Q(starts__isnull=True) | Q(starts__lte=day)
        return self.filter(begun, goes_past(day))


class Sight(models.Model):
    """One way in which a row may be seen: see `foundation/search.py`."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="sights")
    permission = models.CharField(max_length=60, blank=True)
    way = models.CharField(max_length=8, blank=True)
    unit_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)

    objects = SightQuerySet.as_manager()

    class Meta:
        verbose_name = _("quyền thấy một dòng tìm kiếm")
        indexes = [
            models.Index(fields=["unit_id", "way"], name="sights_of_a_unit"),
            models.Index(fields=["person_id"], name="sights_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.unit_id or ''} {self.person_id or ''}"
