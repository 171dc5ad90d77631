"""Who may change the tree."""

import datetime as dt

from lantoa.organisation import actions
from tests.access import Row

TABLE_OF_A_DECISION = "Đơn vị hiện nay\tĐơn vị sau sắp xếp\nChi bộ thôn Nà Lùng\tChi bộ thôn Nà Lùng Mới"


def prepare(cast):
    ahead = cast.today + dt.timedelta(days=9)
    actions.rename(cast.far_cell, name="Chi bộ Pa Khao mới", on=ahead, by=cast.system)
    cast.things["planned"] = cast.far_cell.reorganisations.latest("pk")


TABLE = [
    Row("reorganising:choose", args=lambda w: [w.commune.code], allowed="administrator"),
    Row("reorganising:act", args=lambda w: [w.commune.code, "doi-ten"], allowed="administrator"),
    Row(
        "reorganising:table",
        args=lambda w: [w.commune.code],
        allowed="administrator",
        typed=lambda w: {"text": TABLE_OF_A_DECISION},
    ),
    Row("reorganising:undo_all", args=lambda w: [w.commune.code], method="POST", allowed="administrator"),
    Row("reorganising:undo", args=lambda w: [w.things["planned"].pk], method="POST", allowed="administrator"),
]
