"""Who gets through at each address of this room."""

from __future__ import annotations

import datetime as dt

from lantoa.adoptions import actions
from lantoa.practices.actions.doing import report_result
from lantoa.practices.tests import stories
from tests.access import Row

READERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
HALF_A_YEAR_AGO = dt.date(2026, 5, 10)


def prepare(cast):
    """One that two others have taken over half a year ago, one of them answered; one more to be learned from."""
    running = cast.things["origin"] = stories.running(cast, name="Nơi khởi đầu")
    report_result(running, text="40 hộ", by=cast.secretary)
    cast.things["adopted"] = actions.adopt(running, by=cast.other_secretary, on=HALF_A_YEAR_AGO).practice
    answered = actions.adopt(running, by=cast.far_secretary, on=HALF_A_YEAR_AGO)
    actions.answer_checkup(answered, by=cast.far_secretary, alive=True)
    cast.things["answered"] = answered.practice
    cast.things["to_learn"] = stories.running(cast, name="Học được")
    cast.things["chosen"] = stories.running(cast, name="Đưa ra trao đổi")
    actions.choose(cast.things["chosen"], unit=cast.other_cell, by=cast.other_secretary)
    cast.things["not_yet"] = stories.of_the_cell(cast, name="Chưa đăng ký")


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


TABLE = [
    Row("adoptions:library", READERS),
    Row("adoptions:overview", READERS),
    Row("adoptions:spread", READERS, pk_of("origin")),
    Row("adoptions:spread", "secretary committee officer leader inspector", pk_of("not_yet")),
    Row("adoptions:panel", READERS, pk_of("origin")),
    Row(
        "adoptions:adopt",
        "other_secretary secretary committee officer leader far_secretary",
        pk_of("to_learn"),
    ),
    Row(
        "adoptions:discuss",
        "other_secretary secretary committee officer leader far_secretary",
        pk_of("to_learn"),
        typed=lambda cast: {"why": "Cùng khó khăn"},
    ),
    Row("adoptions:leave", "other_secretary", pk_of("chosen"), "POST"),
    Row("adoptions:parts", "other_secretary", pk_of("adopted")),
    Row("adoptions:adapt", "other_secretary", pk_of("adopted")),
    Row("adoptions:withdraw", "other_secretary", pk_of("adopted"), "POST"),
    Row("adoptions:checkup", "other_secretary", pk_of("adopted")),
    Row("adoptions:take_back", "far_secretary", pk_of("answered"), "POST"),
    Row("adoptions:helping", READERS, pk_of("origin")),
]
