"""Who gets through at each address of this room: everyone, to her own."""

from __future__ import annotations

from lantoa.messages.tests.told import message_for
from tests.access import Row

EVERYONE = (
    "member secretary other_secretary committee officer leader inspector far_secretary former administrator"
)


def prepare(cast):
    """One message for the member."""
    cast.things["told"] = message_for(cast.member)


TABLE = [
    Row("messages:index", EVERYONE),
    Row("messages:read_all", EVERYONE, method="POST"),
    Row("messages:open", "member", lambda cast: [cast.things["told"].pk]),
]
