"""Who may bring lists in, and take them out."""

from lantoa.exchange import actions, leaving, queries
from lantoa.foundation.tables import read_text
from tests.access import Row
from tests.cast import POSTS


def prepare(cast):
    grid = read_text("Tên đơn vị\nChi bộ thôn Mới")
    by = cast.administrator
    cast.things["draft"] = actions.open_list(grid, kind="units", unit=cast.province, by=by)
    done = actions.open_list(read_text("Tên đơn vị\nChi bộ thôn Cũ"), kind="units", unit=cast.province, by=by)
    people = queries.kinds()["people"]
    cast.things["file"] = leaving.start(people, cast.province, by=by)
    cast.things["done"] = actions.carry_out(done, by=by)


WRITERS = "administrator secretary other_secretary far_secretary committee officer leader"
TABLE = [
    Row("exchange:index", allowed=WRITERS),
    Row(
        "exchange:start",
        args=lambda w: ["units"],
        allowed="administrator",
        typed=lambda w: {"text": "Tên đơn vị\nChi bộ thôn Mới", "file": ""},
    ),
    Row("exchange:show", args=lambda w: [w.things["draft"].pk], allowed="administrator"),
    Row("exchange:undo", args=lambda w: [w.things["done"].pk], method="POST", allowed="administrator"),
    Row("exchange:export", args=lambda w: ["people"], allowed=" ".join(POSTS)),
    Row("exchange:file", args=lambda w: [w.things["file"].pk], allowed="administrator"),
    Row("exchange:take", args=lambda w: [w.things["file"].pk], allowed="administrator"),
]
