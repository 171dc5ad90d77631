"""What becomes of a core part where a practice is taken over."""

from __future__ import annotations

KEPT, CHANGED, DROPPED = "kept", "changed", "dropped"
