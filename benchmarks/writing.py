"""How long advice and likeness take: `python -m benchmarks.writing`, or `questions()` for a runner.

Texts are put together from parts, the same every time. The pool holds 20,000 documents of eight sentences;
every sentence stands in some twenty of them, which is harder on an index than what people write.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable

if __name__ == "__main__":
    os.environ["LANTOA_VAR"] = tempfile.mkdtemp(prefix="lantoa-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from lantoa.writing import actions, likeness, queries, rules
from lantoa.writing.models import IndexedText, Pool, Posting

Question = tuple[str, float, Callable[[], object]]

DOCUMENTS, SENTENCES, IN_EACH, AT_ONCE, ROUNDS = 20_000, 6_000, 6, 500, 100
TIMES_ASKED = 3
POOL, TODAY = "unit:bench", dt.date(2026, 11, 16)

ACTS = [
    "hướng dẫn",
    "lắp đặt",
    "sửa chữa",
    "trồng",
    "nạo vét",
    "đỡ đầu",
    "số hóa",
    "rà soát",
    "vận động",
    "khám",
    "phát",
    "may",
    "kèm cặp",
    "dọn",
    "thăm",
]
THINGS = [
    "hồ sơ",
    "đường ngõ",
    "bóng đèn",
    "cây xanh",
    "tủ sách",
    "giếng nước",
    "phần quà",
    "học sinh",
    "hộ nghèo",
    "nhà dột",
    "bờ mương",
    "chuồng bò",
    "vườn chè",
    "camera",
]
PLACES = [
    "ở đầu bản",
    "trong khu phố",
    "quanh chợ cũ",
    "bên trạm xá",
    "dọc bờ suối",
    "tại trường mầm non",
    "ở xóm trên",
    "gần nhà văn hóa",
    "ngoài bãi bồi",
]
TIMES = [
    "mỗi tuần",
    "trước mùa mưa",
    "trong quý hai",
    "hết tháng chín",
    "mỗi sáng chủ nhật",
    "dịp hè",
    "trước ngày khai giảng",
    "cuối năm",
]
HOW = [
    "cùng anh em trong tổ",
    "với bà con",
    "sau giờ làm",
    "bằng tiền tiết kiệm",
    "theo lịch đã dán",
    "có người ghi sổ",
    "nhờ thợ trong làng",
    "chia ca mà làm",
]
STOCK = [
    "Chấp hành nghiêm chủ trương của Đảng, chính sách, pháp luật của Nhà nước.",
    "Giữ gìn đoàn kết nội bộ, thẳng thắn tự phê bình và phê bình.",
    "Thực hành tiết kiệm, chống lãng phí, nói đi đôi với làm.",
]


def sentence(chance: random.Random) -> str:
    """Some fifteen words that somebody could undertake."""
    parts = [chance.choice(some) for some in (TIMES, HOW, ACTS, THINGS, PLACES)]
    number, more = (
        chance.randint(2, 90),
        f"rồi {chance.choice(ACTS)} {chance.choice(THINGS)} {chance.choice(PLACES)}",
    )
    return f"{parts[0].capitalize()} {parts[1]} {parts[2]} {number} {parts[3]} {parts[4]} {more}."


def text(chance: random.Random, known: list[str]) -> str:
    """A registration: stock sentences and the author's own."""
    return " ".join([*chance.sample(STOCK, 2), *chance.sample(known, IN_EACH)])


def build() -> list[str]:
    """The pool in the database, and the sentences it is made of."""
    chance = random.Random(2026)
    known = [sentence(chance) for _n in range(SENTENCES)]
    wording = queries.wording()
    read = {one: likeness.read(one, wording) for one in [*known, *STOCK]}
    pool = Pool.objects.create(key=POOL)
    for first in range(0, DOCUMENTS, AT_ONCE):
        _put(pool, [(n, text_parts(chance, known)) for n in range(first, first + AT_ONCE)], read)
    actions.take_snapshot(POOL, TODAY)
    settle()
    return known


@transaction.atomic
def _put(pool: Pool, texts: list[tuple[int, list[str]]], read: dict[str, likeness.ShingledText]) -> None:
    documents = [_document(pool, number, parts, read) for number, parts in texts]
    made = IndexedText.objects.bulk_create(one for one, _hashes in documents)
    rows = [
        (pool.pk, h, one.pk)
        for one, (_d, hashes) in zip(made, documents, strict=True)
        for h in sorted(hashes)
    ]
    table = connection.ops.quote_name(Posting._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} (pool_id, hash, document_id) VALUES (%s, %s, %s)", rows)


def text_parts(chance: random.Random, known: list[str]) -> list[str]:
    """The sentences of one document."""
    return [*chance.sample(STOCK, 2), *chance.sample(known, IN_EACH)]


def _document(
    pool: Pool, number: int, parts: list[str], read: dict[str, likeness.ShingledText]
) -> tuple[IndexedText, frozenset[int]]:
    """A document without reading it again: no shingle reaches over a full stop."""
    found, at = [], 0
    for part in parts:
        found += [likeness.Shingle(s.hash, s.start + at, s.end + at, s.general) for s in read[part].shingles]
        at += len(part) + 1
    whole = likeness.ShingledText(tuple(found), sum(read[part].words for part in parts))
    packed = likeness.pack(whole)
    kept = IndexedText(
        pool=pool,
        subject_type="bench.paper",
        subject_id=str(number),
        year=2026,
        owner=f"person:{number}",
        words=whole.words,
        shingles=packed,
    )
    return kept, whole.hashes


def questions() -> list[Question]:
    """Name, budget in milliseconds, what to do; builds the pool first."""
    known = build()
    chance = random.Random(7)
    asked = [text(chance, known) for _n in range(ROUNDS)]
    fresh = [" ".join(sentence(chance) for _m in range(IN_EACH)) for _n in range(ROUNDS)]
    one, other, third, fourth = (
        iter(_again(asked)),
        iter(_again(asked)),
        iter(_again(fresh)),
        iter(_again(known)),
    )
    return [
        ("gợi ý cho một việc", 5, lambda: rules.advise(next(fourth))),
        ("gợi ý cho cả bản đăng ký", 5, lambda: rules.advise(next(one))),
        (f"bản giống nhất trong {DOCUMENTS:,} bản".replace(",", "."), 20, lambda: likest(next(other))),
        (f"bản mới giữa {DOCUMENTS:,} bản".replace(",", "."), 20, lambda: likest(next(third))),
    ]


def _again(texts: list[str]) -> list[str]:
    """Each text is asked a few times running, and the whole again and again."""
    return [one for one in texts for _time in range(TIMES_ASKED)] * 20


def likest(said: str) -> object:
    """The likest other document of the pool."""
    return queries.likest(said, pool=POOL, owner="person:me", on=TODAY)


def measure() -> int:
    """A hundred texts for each question; 95 of them must stay within the budget. How many questions do not.

    Each is asked three times and the quickest counts: what else the machine does is not the question's time.
    """
    began = time.perf_counter()
    asked = questions()
    print(f"Dựng {DOCUMENTS} văn bản, {Posting.objects.count()} mục: {time.perf_counter() - began:.1f} s")
    print(f"{'câu hỏi':44} {'trung vị':>10} {'p95':>10} {'cho phép':>10}")
    slow = 0
    for name, budget, ask in asked:
        times = sorted(min(_milliseconds(ask) for _time in range(TIMES_ASKED)) for _round in range(ROUNDS))
        p95 = times[int(len(times) * 0.95)]
        slow += p95 > budget
        print(
            f"{name:44} {statistics.median(times):>7.1f} ms {p95:>7.1f} ms {budget:>7.0f} ms {'' if p95 <= budget else ' QUÁ'}"
        )
    return slow


def settle() -> None:
    """What PostgreSQL does by itself within a minute of so many new rows: look at them, so that it knows them."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def main() -> int:
    """The questions of this room alone."""
    call_command("migrate", verbosity=0)
    return 1 if measure() else 0


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
