"""Verbs of writing: put a text into the index and take it out, count a pool, keep phrases, set a hint aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from lantoa.foundation import history
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.text import clean
from lantoa.people.actors import keeps_lists
from lantoa.people.models import Account
from lantoa.writing import likeness, queries, rules
from lantoa.writing.models import Considered, Frequency, IndexedText, Pool, Posting, Snapshot, StockPhrase

if TYPE_CHECKING:
    from lantoa.people.actors import Actor

KEPT_SNAPSHOTS = 2
AT_ONCE = 2000


@transaction.atomic
def index(
    subject: queries.Subject, *, pool: str, year: int, owner: str, text: str, by: Actor | None = None
) -> IndexedText:
    """Put the text of a subject into a pool; what was indexed for it before is gone.

    The index follows an act of the room above, which writes the history; `by` is taken so that this verb is
    called like every other.
    """
    kind, number = queries.subject_key(subject)
    read = likeness.read(text, queries.wording())
    held, _new = Pool.objects.get_or_create(key=pool)
    kept, _new = IndexedText.objects.update_or_create(
        subject_type=kind,
        subject_id=number,
        defaults={
            "pool": held,
            "year": year,
            "owner": owner,
            "words": read.words,
            "shingles": likeness.pack(read),
        },
    )
    Posting.objects.filter(document=kept).delete()
    Posting.objects.bulk_create(
        (Posting(pool=held, hash=hash_, document=kept) for hash_ in sorted(read.hashes)), batch_size=AT_ONCE
    )
    return kept


@transaction.atomic
def forget(subject: queries.Subject) -> None:
    """Take a subject out of the index."""
    kind, number = queries.subject_key(subject)
    IndexedText.objects.filter(subject_type=kind, subject_id=number).delete()


@transaction.atomic
def move_to_pool(kind: str, numbers: Iterable[str], *, pool: str) -> int:
    """Compare those subjects of one type in another pool from now on; how many were not in it yet."""
    held, _new = Pool.objects.get_or_create(key=pool)
    there = IndexedText.objects.filter(subject_type=kind, subject_id__in=list(numbers)).exclude(pool=held)
    moved = list(there.values_list("pk", flat=True))
    Posting.objects.filter(document__in=moved).update(pool=held)
    return IndexedText.objects.filter(pk__in=moved).update(pool=held)


@transaction.atomic
def take_snapshot(pool: str, on: dt.date) -> Snapshot:
    """Count the shingles of a pool for that day. Counted once a day: a second call changes nothing."""
    held, _new = Pool.objects.get_or_create(key=pool)
    documents = IndexedText.objects.filter(pool=held).count()
    kept, is_new = Snapshot.objects.get_or_create(pool=held, on=on, defaults={"documents": documents})
    if is_new:
        _count(kept)
        older = Snapshot.objects.filter(pool=held).order_by("-on").values_list("pk", flat=True)
        Snapshot.objects.filter(pk__in=list(older[KEPT_SNAPSHOTS:])).delete()
    return kept


def _count(snapshot: Snapshot) -> None:
    counted = Posting.objects.filter(pool=snapshot.pool_id).values("hash").annotate(n=Count("pk"))
    rows = list(counted.filter(n__gte=2).order_by("hash").values_list("hash", "n"))
    for start in range(0, len(rows), AT_ONCE):
        Frequency.objects.bulk_create(
            Frequency(snapshot=snapshot, hash=hash_, documents=n)
            for hash_, n in rows[start : start + AT_ONCE]
        )


@transaction.atomic
def add_phrase(text: str, *, kind: str, by: Actor) -> StockPhrase:
    """Keep a phrase as nobody's own, or take one back into use. Only who keeps the lists of the installation."""
    _must_keep_phrases(by)
    text = clean(text)
    if not text or len(text) > 400:
        raise BadInput(_("Nhập câu mẫu từ 1 đến 400 ký tự."), "text")
    if kind not in StockPhrase.Kind.values:
        raise BadInput(_("Chọn loại câu mẫu trong danh sách."), "kind")
    kept, _new = StockPhrase.objects.update_or_create(kind=kind, text=text, defaults={"is_used": True})
    history.record("stock_phrase.added", kept, by=by, unit=by.unit)
    return kept


@transaction.atomic
def retire_phrase(phrase: StockPhrase, *, by: Actor) -> None:
    """The phrase counts as anybody's words again. Only who keeps the lists of the installation."""
    _must_keep_phrases(by)
    phrase.is_used = False
    phrase.save(update_fields=["is_used"])
    history.record("stock_phrase.removed", phrase, by=by, unit=by.unit)


def _must_keep_phrases(by: Actor) -> None:
    if not keeps_lists(by):
        raise NotAllowed(
            _("Câu mẫu do cấp cao nhất trong hệ thống giữ. Đề nghị sửa ở trang Danh mục dùng chung.")
        )


def consider(account: Account, *, subject: str, key: str, text_hash: str, reason: str = "") -> Considered:
    """The author has thought about this hint for this text; it is not shown again until the text changes."""
    if key not in rules.KEYS:
        raise BadInput(_("Không có gợi ý này."), "key")
    kept, _new = Considered.objects.update_or_create(
        account=account,
        subject=subject,
        key=key,
        text_hash=text_hash,
        defaults={"reason": clean(reason)[:300]},
    )
    return kept
