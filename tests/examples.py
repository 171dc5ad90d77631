"""How many random examples a property that uses the database is tried on."""

from __future__ import annotations

from django.db import connection


def examples(many: int) -> int:
    """All of them on SQLite; a third on PostgreSQL, where the same property is tried a second time."""
    return many if connection.vendor == "sqlite" else max(many // 3, 3)
