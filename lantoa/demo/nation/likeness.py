"""The index of likeness of one province: what was sent this year, as sending it would have put it in."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.demo.nation.rows import Rows, Table
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.queries.likeness import text_of_task
from lantoa.writing import likeness, queries
from lantoa.writing.models import IndexedText, Pool, Posting

MODELS = [Pool, IndexedText, Posting]
POOL = Table(Pool, "id", "key")
TEXT = Table(
    IndexedText, "id", "pool_id", "subject_id", "year", "owner", "words", "shingles",
    subject_type=Registration._meta.label_lower,
)  # fmt: skip
POSTING = Table(Posting, "id", "pool_id", "hash", "document_id")


class Likeness:
    """Writes one paper after another into the pool of its grassroots organisation."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.wording = rows, queries.wording()
        self.pools: dict[str, int] = {}

    def put(
        self, paper: int, key: str, year: int, owner: str, said: Iterable[RegistrationTask | str]
    ) -> None:
        """`said`: its tasks, then its words beyond them."""
        pool, number = self._pool(key), self.rows.number(IndexedText)
        text = "\n".join(one if isinstance(one, str) else text_of_task(one) for one in said)
        read = likeness.read(text, self.wording)
        packed = rf"\\x{likeness.pack(read).hex()}"
        self.rows.put(TEXT, number, pool, paper, year, owner, read.words, packed)
        for one in sorted(read.hashes):
            self.rows.put(POSTING, self.rows.number(Posting), pool, one, number)

    def _pool(self, key: str) -> int:
        if key not in self.pools:
            self.pools[key] = self.rows.number(Pool)
            self.rows.put(POOL, self.pools[key], key)
        return self.pools[key]
