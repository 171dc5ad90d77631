"""Who gets through at which address of this room."""

from tests.access import Row
from tests.cast import PASSWORD

ADMIN = "administrator"

TABLE = [
    Row("upkeep:index", ADMIN),
    Row("upkeep:checks", ADMIN),
    Row("upkeep:run", ADMIN, method="POST", data=lambda w: {"task": "upkeep.forget"}),
    Row("upkeep:keep", ADMIN, method="POST", data=lambda w: {"sao-luu-password": PASSWORD}),
    Row("upkeep:make_key", ADMIN, method="POST", data=lambda w: {"khoa-password": PASSWORD}),
    Row("upkeep:verify", ADMIN, method="POST"),
]
