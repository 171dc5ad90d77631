"""News and articles."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded


class ArticleQuerySet(OutreachQuerySet):
    """Words for asking what was published."""

    def written(self) -> Self:
        """News and articles: each appears once."""
        return self.exclude(kind=Article.Kind.COLUMN)

    def columns(self) -> Self:
        """Columns, which go on until they end."""
        return self.filter(kind=Article.Kind.COLUMN)

    def kept_up(self, on: dt.date) -> Self:
        """Columns that run on this day."""
        return self.columns().filter(
            Q(published_on__lte=on) & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))
        )


class Article(Recorded):
    """A piece of news, an article, or a column that a unit keeps up in some outlet."""

    class Kind(models.TextChoices):
        NEWS = "news", _("tin")
        ARTICLE = "article", _("bài")
        COLUMN = "column", _("chuyên mục")

    kind = models.CharField(_("thể loại"), max_length=10, choices=Kind)
    title = models.CharField(_("tên tin, bài, chuyên mục"), max_length=300)
    outlet = models.CharField(_("nơi đăng"), max_length=200)
    published_on = models.DateField(_("ngày đăng"))
    ended_on = models.DateField(_("ngừng từ ngày"), null=True, blank=True)
    url = models.CharField(_("địa chỉ"), max_length=500, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta(Recorded.Meta):
        verbose_name = _("tin, bài, chuyên mục")
        indexes = [models.Index(fields=["unit", "published_on"], name="articles_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | (Q(kind="column") & Q(ended_on__gt=F("published_on"))),
                name="only_a_column_ends_and_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def runs_on(self, day: dt.date) -> bool:
        """Whether it had appeared, and had not ended, by this day."""
        return self.published_on <= day and (self.ended_on is None or day < self.ended_on)
