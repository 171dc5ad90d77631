"""The states of an opinion and of a complaint, and whom a gift is from: what tables and rules both speak of."""

from __future__ import annotations

from lantoa.foundation.text import fold

RECEIVED, ANSWERED, RESOLVED = "received", "answered", "resolved"
# Further states of a complaint. Those in CLOSED have their day.
ACCEPTED, REFUSED, DROPPED, PASSED_ON = "accepted", "refused", "dropped", "passed_on"
CLOSED = (RESOLVED, REFUSED, DROPPED, PASSED_ON)
LONGEST_OPINION = 2000


def donor_key(unit_id: int, person_id: int | None, donor_name: str) -> str:
    """Who gave, so that different donors can be counted: a person the system knows, or a name within a unit."""
    if person_id:
        return f"person {person_id}"
    return f"unit {unit_id} {fold(donor_name)}".strip()[:200]
