"""Who gets through at each address of this room."""

from __future__ import annotations

from lantoa.writing import actions
from lantoa.writing.models import StockPhrase
from lantoa.writing.queries import text_hash
from tests.access import Row

WRITERS = "member secretary other_secretary committee officer leader inspector far_secretary former"


def hint(cast):
    """A hint of a paper that is not yet written."""
    about = "registrations.draft:2027"
    return {"can-nhac": f"khuyen|target|{text_hash('Kèm các em')}|{about}"}


KEEPERS = "officer administrator"


def used(cast):
    """A phrase in use."""
    return [StockPhrase.objects.filter(is_used=True).order_by("pk").first().pk]


def prepare(cast):
    """One phrase of this organisation's own, no longer in use."""
    phrase = actions.add_phrase("Ra khỏi phòng là tắt đèn", kind="sentence", by=cast.administrator)
    actions.retire_phrase(phrase, by=cast.administrator)
    cast.things["retired_phrase"] = phrase


def retired(cast):
    """That one."""
    return [cast.things["retired_phrase"].pk]


TABLE = [
    Row("writing:advice", WRITERS),
    Row("writing:advice", WRITERS, method="POST", data=lambda cast: {"text": "Kèm các em học sinh."}),
    Row("writing:considered", WRITERS, method="POST", data=hint),
    Row("writing:phrases", KEEPERS),
    Row("writing:phrases", KEEPERS, method="POST", data=lambda cast: {"text": "Một câu", "kind": "sentence"}),
    Row("writing:retire_phrase", KEEPERS, args=used, method="POST"),
    Row("writing:restore_phrase", KEEPERS, args=retired, method="POST"),
]
