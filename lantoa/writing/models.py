"""Tables of writing: the index of shingles by pool, dated frequencies, stock phrases, hints set aside.

No text is kept here: a document is its hashes and the places where they stand in the subject's own text.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models import Account


class Hash(models.IntegerField):
    """The 32-bit hash of a shingle."""


@Hash.register_lookup
class Among(models.Lookup):  # type: ignore[type-arg]
    """`hash__among=hashes`: like `in`, for hundreds of numbers.

    They stand in the statement itself, which needs no more parameters than a database takes and no time
    to prepare each of them. Only whole numbers are let through.
    """

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        if not self.rhs:
            raise EmptyResultSet
        column, params = self.process_lhs(compiler, connection)
        return f"{column} IN ({','.join(str(int(one)) for one in sorted(self.rhs))})", tuple(params)


class Pool(models.Model):
    """What is compared with what: the texts of one grassroots organisation, of this year and earlier ones."""

    key = models.CharField(_("khóa"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("nhóm so sánh")

    def __str__(self) -> str:
        return self.key


class IndexedText(models.Model):
    """One text of a pool, by the key of its subject. `owner` is whose it is, in the words of the caller."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="documents")
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField(_("năm"))
    owner = models.CharField(_("của ai"), max_length=80)
    words = models.PositiveIntegerField(_("số chữ"))
    shingles = models.BinaryField()

    class Meta:
        verbose_name = _("văn bản đã lập chỉ mục")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id"], name="a_subject_is_indexed_once_as_a_document"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_type}:{self.subject_id}"


class Posting(models.Model):
    """A shingle stands in a document: the inverted index."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="+", db_index=False)
    hash = Hash()
    document = models.ForeignKey(IndexedText, models.CASCADE, related_name="postings")

    class Meta:
        verbose_name = _("mục của chỉ mục")
        constraints = [
            models.UniqueConstraint(
                fields=["pool", "hash", "document"], name="a_shingle_is_posted_once_for_a_document"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hash} → {self.document_id}"


class Snapshot(models.Model):
    """How many documents a pool had on a day: the frequencies by which that day's texts are weighed."""

    pool = models.ForeignKey(Pool, models.CASCADE, related_name="snapshots")
    on = models.DateField(_("ngày"))
    documents = models.PositiveIntegerField(_("số văn bản"))

    class Meta:
        verbose_name = _("tần suất theo ngày")
        constraints = [
            models.UniqueConstraint(fields=["pool", "on"], name="a_pool_is_counted_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.pool_id}, {self.on}: {self.documents}"


class Frequency(models.Model):
    """In how many documents a shingle stood; those that stood in one only are not listed."""

    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="frequencies", db_index=False)
    hash = Hash()
    documents = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("tần suất")
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "hash"], name="a_shingle_is_counted_once_a_snapshot"),
            models.CheckConstraint(
                condition=models.Q(documents__gte=2), name="a_shingle_of_one_document_is_not_listed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hash}: {self.documents}"


class StockPhrase(models.Model):
    """Words that are nobody's own. What the organisation adds here counts from then on."""

    class Kind(models.TextChoices):
        HEADING = "heading", _("tiêu đề của biểu")
        PARTICULARS = "particulars", _("tiêu đề của phần lý lịch")
        SENTENCE = "sentence", _("câu mẫu thường dùng")

    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    text = models.CharField(_("nguyên văn"), max_length=400)
    is_used = models.BooleanField(_("đang dùng"), default=True)

    class Meta:
        verbose_name = _("câu mẫu")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "text"], name="a_stock_phrase_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Considered(models.Model):
    """A hint that its author has thought about and set aside, for this text and no other."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    subject = models.CharField(_("về"), max_length=120)
    key = models.CharField(_("gợi ý"), max_length=20)
    text_hash = models.CharField(max_length=64)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    at = models.DateTimeField(_("lúc"), default=clock.now)

    class Meta:
        verbose_name = _("gợi ý đã cân nhắc")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "subject", "key", "text_hash"], name="a_hint_is_set_aside_once_for_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.key}"
