"""Subjects, levels, forms and states of commendations: what tables and rules both speak of."""

from __future__ import annotations

from lantoa.foundation.text import fold

COLLECTIVE, INDIVIDUAL, UNSPLIT = "collective", "individual", "unsplit"

# The levels at which a commendation is decided, lowest first.
CELL, GRASSROOTS, SUPERIOR, PROVINCE = "cell", "grassroots", "superior", "province"
CENTRAL, PRIME_MINISTER = "central", "prime_minister"

# What is given.
CERTIFICATE, DIPLOMA, FLAG = "certificate", "diploma", "flag"
PRAISE, LETTER, BADGE, OTHER = "praise", "letter", "badge", "other"

# What a year may show of somebody.
RATED, COMPLETED, BREAKTHROUGH, PRACTICE = "rated", "completed", "breakthrough", "practice"
AWARDED_CELL, AWARDED_GRASSROOTS = "awarded_cell", "awarded_grassroots"
AWARDED_SUPERIOR, AWARDED_PROVINCE = "awarded_superior", "awarded_province"

# What an appraisal finds.
MEETS, INCOMPLETE, LACKS = "meets", "incomplete", "lacks"

# The life of a nomination.
DRAFT, SUBMITTED, RETURNED = "draft", "submitted", "returned"
APPROVED_HERE, SENT_UP, DECIDED, DECLINED = "approved_here", "sent_up", "decided", "declined"
OPEN = [SUBMITTED, APPROVED_HERE, SENT_UP]


def subject_key(unit_id: int, person_id: int | None, name: str, subject: str) -> str:
    """Who is commended, so that different ones can be counted.

    A person the system knows, else a name within a unit; a collective without a name is the unit itself.
    """
    if person_id:
        return f"person {person_id}"
    return f"{subject} {unit_id} {fold(name)}".strip()[:200]
