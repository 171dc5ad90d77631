"""Who may walk through the tree."""

from tests.access import Row
from tests.cast import POSTS

TABLE = [
    Row("organisation:tree", allowed=" ".join(POSTS)),
    Row(
        "organisation:unit",
        args=lambda w: [w.cell.code],
        allowed="secretary committee officer leader inspector administrator",
    ),
]
