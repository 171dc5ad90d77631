"""Who may use the addresses of one's own data, of the desk and of the registers."""

from __future__ import annotations

from typing import Any

from lantoa.personal_data import actions
from lantoa.personal_data.tests import stories
from tests.access import Row

ANSWER = "administrator protector"
REGISTERS = "committee officer leader inspector administrator protector"


def prepare(cast: Any) -> None:
    """The member asks that something be mended; what she asked to be limited was."""
    cast.things["asked"] = stories.asked(cast)
    cast.things["limited"] = stories.limited(cast)
    cast.things["incident"] = stories.incident(cast)
    cast.things["erase"] = stories.asked(cast, "erase", "Xóa số điện thoại của tôi.")
    cast.things["proposal"] = stories.proposed(cast)
    cast.things["paper"] = stories.on_paper(cast)
    cast.things["to_open"] = stories.to_open(cast)
    cast.things["opened"] = actions.agree_to_open(stories.to_open(cast), by=cast.leader)


def _asked(cast: Any) -> list[int]:
    return [cast.things["asked"].pk]


def _limited(cast: Any) -> list[int]:
    return [cast.things["limited"].pk]


def _incident(cast: Any) -> list[int]:
    return [cast.things["incident"].pk]


def _proposal(cast: Any) -> list[int]:
    return [cast.things["proposal"].pk]


def _paper(cast: Any) -> list[int]:
    return [cast.things["paper"].pk]


def _to_open(cast: Any) -> list[int]:
    return [cast.things["to_open"].pk]


TABLE = [
    Row("personal_data:index", allowed="everyone"),
    Row("personal_data:download", allowed="everyone"),
    Row("personal_data:ask", allowed="everyone"),
    Row("personal_data:own_request", "member", _asked),
    Row("personal_data:withdraw", "member", _asked, method="POST"),
    Row("personal_data:lift", "member", _limited, method="POST"),
    Row("personal_data:desk", ANSWER),
    Row("personal_data:request", ANSWER, _asked),
    Row("personal_data:take", ANSWER, _asked, method="POST"),
    Row("personal_data:extend", ANSWER, _asked),
    Row("personal_data:terms", ANSWER),
    Row("personal_data:register", REGISTERS),
    Row("personal_data:processing", "everyone"),
    Row("personal_data:purpose", ANSWER, lambda cast: ["study"], typed=lambda cast: {"basis": "unset"}),
    Row("personal_data:incidents", ANSWER),
    Row(
        "personal_data:incident_new",
        ANSWER,
        typed=lambda cast: {"noticed_on": "16/11/2026", "noticed_time": "7:30"},
    ),
    Row("personal_data:incident_hours", ANSWER),
    Row("personal_data:incident", ANSWER, _incident, typed=lambda cast: {"on": "16/11/2026", "time": "7:50"}),
    Row("personal_data:incident_mend", ANSWER, _incident),
    Row("personal_data:incident_close", ANSWER, _incident),
    Row("personal_data:incident_print", ANSWER, _incident),
    Row(
        "personal_data:erase",
        ANSWER,
        lambda cast: [cast.things["erase"].pk],
        typed=lambda cast: {"parts": "reach"},
    ),
    Row("personal_data:retention", ANSWER),
    Row("personal_data:let_go", ANSWER, _proposal, method="POST"),
    Row(
        "personal_data:keep", ANSWER, _proposal, method="POST", data=lambda cast: {"reason": "Chờ đối chiếu."}
    ),
    Row(
        "personal_data:enter",
        ANSWER,
        typed=lambda cast: {"name": "Đỗ Thị Hương", "received_by": "Triệu Thị Mai", "asked_on": "16/11/2026"},
    ),
    Row("personal_data:scan", ANSWER, _paper),
    Row("personal_data:own_scan", "member", _paper),
    Row("personal_data:emergencies", "administrator committee leader protector"),
    Row(
        "personal_data:emergency_new",
        "administrator",
        typed=lambda cast: {"name": "Đỗ Thị Hương", "parts": "registrations.registration", "hours": "4"},
    ),
    Row("personal_data:emergency", "administrator committee leader protector", _to_open),
    Row("personal_data:emergency_agree", "leader", _to_open, method="POST"),
    Row("personal_data:emergency_end", "administrator", _to_open, method="POST"),
    Row("personal_data:emergency_read", "administrator", lambda cast: [cast.things["opened"].pk]),
]
