"""Who gets through at which address of this room."""

from __future__ import annotations

from typing import Any

from lantoa.foundation import attachments
from lantoa.registrations.tests import papers
from lantoa.shortcomings import actions
from lantoa.shortcomings.tests import stories
from tests.access import Row

EVERYONE = "member secretary other_secretary committee officer leader inspector far_secretary former"


def prepare(cast: Any) -> None:
    """One of the member's that is open, one reported with a photo; one of the cell's, reported."""
    shown = actions.report_mended(
        stories.of_member(cast),
        by=cast.member,
        done=stories.DONE,
        mended_on=cast.today,
        evidence=attachments.judge(papers.photo()),
    )
    cast.things |= {
        "open": stories.of_member(cast),
        "reported": shown,
        "cells": stories.reported(
            stories.of_unit(cast.secretary, found_on=cast.today), cast.secretary, cast.today
        ),
    }


def _open(cast: Any) -> list[int]:
    return [cast.things["open"].pk]


def _reported(cast: Any) -> list[int]:
    return [cast.things["reported"].pk]


def _cells(cast: Any) -> list[int]:
    return [cast.things["cells"].pk]


TABLE = [
    Row("shortcomings:index", EVERYONE),
    Row("shortcomings:print", EVERYONE),
    Row("shortcomings:new", EVERYONE),
    Row("shortcomings:show", "member secretary", args=_open),
    Row("shortcomings:show", "secretary committee officer leader inspector", args=_cells),
    Row("shortcomings:report", "member", args=_open),
    Row("shortcomings:verify", "secretary", args=_reported),
    Row("shortcomings:verify", "committee leader", args=_cells),
    Row("shortcomings:reopen", "committee leader", args=_cells),
    Row("shortcomings:by_unit", "secretary other_secretary committee officer leader inspector far_secretary"),
    Row(
        "shortcomings:reply",
        "member",
        args=_open,
        method="POST",
        data=lambda _cast: {"text": "Đơn chậm vì phải chờ xác minh."},
    ),
    Row(
        "shortcomings:withdraw",
        "secretary",
        args=_open,
        method="POST",
        data=lambda _cast: {"why": "Ghi nhầm."},
    ),
    Row("shortcomings:evidence", "member secretary", args=_reported),
]
