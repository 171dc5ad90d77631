"""`python manage.py match --jsonl FILE`: up to three practices for each need, one JSON line a need.

For measuring the offers against what officers find fitting. The practices are those of the database, or of
`--pool`; with `--pool` no database is needed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantoa.matching import queries, rules

# The words under which a row may hold its need.
NEED = ("need", "text", "finding", "theme")


def rows_of(path: str) -> list[dict[str, Any]]:
    """The rows of a file, each a JSON object; a CommandError names the line that is not."""
    found = []
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except OSError as fault:
        raise CommandError(f"Không đọc được tệp {path}: {fault.strerror}.") from fault
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as fault:
                raise CommandError(f"{path}, dòng {number}: không phải JSON.") from fault
            if not isinstance(row, dict):
                raise CommandError(f"{path}, dòng {number}: cần một đối tượng JSON.")
            found.append(row)
    return found


def need_of(row: dict[str, Any]) -> rules.Need | None:
    """The need of a row; None for a row that holds none (a practice in the same file)."""
    text = next((str(row[name]) for name in NEED if row.get(name)), "")
    if not text:
        return None
    return rules.Need(text, _text(row, "field"), _sector(row), int(row.get("size") or 0))


def candidate_of(row: dict[str, Any], number: int) -> rules.Candidate:
    """A practice of a file: `name`, and if given `id`, `reason`, `how`, `target`, `field`, `kind`, `size`."""
    return rules.Candidate(
        key=row.get("id", number),
        name=_text(row, "name"),
        reason=_text(row, "reason"),
        how=_text(row, "how") or _text(row, "text"),
        target=_text(row, "target"),
        field=_text(row, "field"),
        sector=_sector(row),
        size=int(row.get("size") or 0),
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name) or ""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _sector(row: dict[str, Any]) -> str:
    """The kind of work: of the row's `kind`, else read from the name of its `unit`."""
    kind = _text(row, "kind")
    return rules.sector_of(kind) or kind or rules.sector_of(_text(row, "unit"))


class Command(BaseCommand):
    """Reads rows with `id` and `need` (or `text`, `finding`, `theme`), and if given `field`, `kind`, `unit`, `size`."""

    help = "In ra, cho từng nhu cầu của tệp, tối đa ba mô hình phù hợp, mỗi mô hình một câu vì sao."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--jsonl", required=True, help="tệp các nhu cầu, mỗi dòng một đối tượng JSON")
        parser.add_argument("--pool", help="tệp các mô hình; không có thì lấy mô hình đã đăng ký")
        parser.add_argument("--keywords", action="store_true", help="chỉ tìm theo từ khóa, để so sánh")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = rows_of(options["jsonl"])
        if options["pool"]:
            listed = [
                candidate_of(row, n) for n, row in enumerate(rows_of(options["pool"])) if row.get("name")
            ]
        else:
            listed = queries.everything()
        candidates = {one.key: one for one in listed}
        pool = rules.pool_of(listed)
        for number, row in enumerate(rows):
            if (need := need_of(row)) is not None:
                said = self._said(need, candidates, pool, keywords=options["keywords"])
                self.stdout.write(
                    json.dumps({"id": row.get("id", number), "practices": said}, ensure_ascii=False)
                )

    def _said(
        self, need: rules.Need, candidates: dict[int | str, rules.Candidate], pool: Any, *, keywords: bool
    ) -> list[dict[str, Any]]:
        if keywords:
            keys = rules.by_keywords(need, candidates.values())
            return [{"id": key, "name": candidates[key].name} for key in keys]
        return [
            {"id": offer.key, "name": candidates[offer.key].name, "why": offer.why}
            for offer in rules.offers(need, candidates, pool)
        ]
