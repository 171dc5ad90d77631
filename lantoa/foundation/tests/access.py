"""Who may throw a draft away: everybody her own."""

from __future__ import annotations

from tests.access import Row

TABLE = [
    Row("foundation:discard_draft", "everyone", method="POST"),
    Row("foundation:drop_draft_file", "everyone", method="POST"),
]
