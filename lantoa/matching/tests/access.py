"""Who gets through at each address of this room."""

from __future__ import annotations

from lantoa.matching import actions
from lantoa.practices.tests import stories
from tests.access import Row

CHOOSERS = "secretary other_secretary committee officer leader far_secretary"


def prepare(cast):
    """A practice of the cell, which the other cell has put aside."""
    cast.things["offered"] = stories.running(cast, name="Đèn sáng nhà văn hóa")
    cast.things["dismissed"] = actions.dismiss(cast.things["offered"], by=cast.other_secretary)


TABLE = [
    Row("matching:index", CHOOSERS),
    Row("matching:panel", CHOOSERS),
    Row("matching:dismiss", CHOOSERS, lambda cast: [cast.things["offered"].pk], "POST"),
    Row("matching:bring_back", "other_secretary", lambda cast: [cast.things["dismissed"].pk], "POST"),
]
