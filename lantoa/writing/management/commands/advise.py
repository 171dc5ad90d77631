"""`python manage.py advise --jsonl FILE`: what the rules see in each text, one JSON line a text.

For measuring the rules against what people see in the same texts. Needs no database.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from lantoa.writing import rules

KINDS = {"model": "practice", "practice": "practice", "breakthrough": "breakthrough"}
PARTS = ("what", "solution", "target", "product", "deadline")


def text_of(row: dict[str, Any]) -> str:
    """The text of a row; of a whole registration, its tasks one after the other."""
    if "text" in row:
        return str(row["text"])
    tasks = (". ".join(str(task[part]) for part in PARTS if task.get(part)) for task in row["tasks"])
    return "\n".join(tasks)


class Command(BaseCommand):
    """Reads rows with `id` and `text` (or `tasks`), and if given `kind`, `role`, `duties`, `chosen_duty`."""

    help = "In ra, cho từng dòng của tệp, những gì các quy tắc gợi ý nhận ra trong văn bản."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--jsonl", required=True, help="tệp, mỗi dòng một đối tượng JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        for line in Path(options["jsonl"]).read_text(encoding="utf-8").splitlines():
            if line.strip():
                self.stdout.write(json.dumps(self._said(json.loads(line)), ensure_ascii=False))

    def _said(self, row: dict[str, Any]) -> dict[str, Any]:
        text = text_of(row)
        given = bool(row.get("deadline_given"))
        advice = rules.advise(
            text,
            kind=KINDS.get(row.get("kind", ""), "registration"),
            deadline_given=given,
            duties=row.get("duties") or (),
            chosen_duty=row.get("chosen_duty") or "",
        )
        look = rules.needs_a_closer_look(text, deadline_given=given)
        return {
            "id": row.get("id"),
            "rule_version": advice.rule_version,
            "labels": rules.labels(text, row.get("role") or ""),
            "hints": [
                {
                    "key": hint.key,
                    "message": str(hint.message),
                    "soft": hint.soft,
                    "words": [_place(one) for one in hint.words],
                }
                for hint in advice.hints
            ],
            "found": [{"key": one.key, **_place(one)} for one in advice.found],
            "order": look.order,
            "reasons": [str(reason) for reason in look.reasons],
        }


def _place(found: rules.Found) -> dict[str, Any]:
    return {"start": found.start, "end": found.end, "text": found.text}
