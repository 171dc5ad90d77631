"""Who gets through at each address of this room."""

from __future__ import annotations

from lantoa.writing.queries import text_hash
from tests.access import Row

WRITERS = "member secretary other_secretary committee officer leader inspector far_secretary former"


def hint(cast):
    """A hint of a paper that is not yet written."""
    about = "registrations.draft:2027"
    return {"can-nhac": f"khuyen|target|{text_hash('Kèm các em')}|{about}"}


TABLE = [
    Row("writing:advice", WRITERS),
    Row("writing:advice", WRITERS, method="POST", data=lambda cast: {"text": "Kèm các em học sinh."}),
    Row("writing:considered", WRITERS, method="POST", data=hint),
]
