"""Who gets through at each address of this room: everyone to her own; who urges to what is late below her."""

from __future__ import annotations

from lantoa.messages.tests.told import message_for, urged
from tests.access import Row

EVERYONE = "everyone"
URGE = "committee officer leader"


def prepare(cast):
    """One message for the member; the officer has reminded the commune."""
    cast.things["told"] = message_for(cast.member)
    cast.things["urged"] = urged(cast)


TABLE = [
    Row("messages:index", EVERYONE),
    Row("messages:read_all", EVERYONE, method="POST"),
    Row("messages:choose_digest", EVERYONE, method="POST", data=lambda cast: {"nhan": "khong"}),
    Row("messages:sendings", "administrator"),
    Row("messages:open", "member", lambda cast: [cast.things["told"].pk]),
    Row("messages:urge", URGE, typed=lambda cast: {"finish_by": "30/11/2026"}),
    Row("messages:urge", URGE, method="POST", data=lambda cast: {"viec": "xem"}),
    Row("messages:log", URGE),
    Row("messages:urging", "officer leader", lambda cast: [cast.things["urged"].urging_id]),
    Row("messages:urged", URGE, lambda cast: [cast.things["urged"].pk]),
    Row(
        "messages:urged",
        "committee",
        lambda cast: [cast.things["urged"].pk],
        "POST",
        lambda cast: {"text": "Chiều nay xong"},
    ),
]
