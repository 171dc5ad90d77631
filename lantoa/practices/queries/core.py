"""The core parts of a practice as it tells them."""

from __future__ import annotations

from lantoa.practices.models import Practice


def core_texts(practice: Practice) -> list[str]:
    """Its core parts; the steps of how it is done while none were written."""
    written = [part.text for part in practice.core_parts.all()]
    return written or [step[:300] for step in practice.steps]
