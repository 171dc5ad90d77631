"""`python manage.py likeness --jsonl FILE`: how alike the two texts of each row are, one JSON line a pair.

The pool of a pair is every different `a` of the file, the texts of `--pool`, and the pair's own `b`. Needs no
database.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from lantoa.writing import likeness


def rows_of(path: str) -> list[dict[str, Any]]:
    """The rows of a file."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


class Command(BaseCommand):
    """Reads rows with `id`, `a`, `b`; the rows of the pool have `text`."""

    help = "In ra, cho từng cặp văn bản của tệp, mức giống nhau và các đoạn giống nhau."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--jsonl", required=True, help="tệp, mỗi dòng một cặp a, b")
        parser.add_argument("--pool", help="tệp các văn bản khác của cùng nhóm, mỗi dòng một text")

    def handle(self, *args: Any, **options: Any) -> None:
        pairs = rows_of(options["jsonl"])
        others = [row["text"] for row in rows_of(options["pool"])] if options["pool"] else []
        wording = likeness.seed_wording()
        texts = sorted({row["a"] for row in pairs} | set(others))
        read = {text: likeness.read(text, wording) for text in texts}
        seen = Counter(hash_ for document in read.values() for hash_ in document.hashes)
        for row in pairs:
            one, other = read[row["a"]], likeness.read(row["b"], wording)
            added = 0 if row["b"] in read else 1
            frequency = {h: seen[h] + added * (h in other.hashes) for h in one.hashes | other.hashes}
            weights = likeness.Weights(len(read) + added, frequency, wording.stock)
            self.stdout.write(json.dumps(_said(row, one, other, weights), ensure_ascii=False))


def _said(
    row: dict[str, Any], one: likeness.ShingledText, other: likeness.ShingledText, weights: likeness.Weights
) -> dict[str, Any]:
    score = likeness.score(one.outline, other.outline, weights)
    return {
        "id": row.get("id"),
        "score": round(score, 4),
        "alike": score >= likeness.ALIKE,
        "very_alike": score >= likeness.VERY_ALIKE,
        "common_share": [round(likeness.common_share(document, weights), 4) for document in (one, other)],
        "passages": [
            {
                "start": p.start,
                "end": p.end,
                "text": row["a"][p.start : p.end],
                "other_start": p.other_start,
                "other_end": p.other_end,
                "other_text": row["b"][p.other_start : p.other_end],
            }
            for p in likeness.passages(one, other, weights)
        ],
    }
