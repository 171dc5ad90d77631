"""Who may enter which address of this room."""

from lantoa.readings import actions
from tests.access import Row

EVERYBODY = (
    "member secretary other_secretary committee officer leader inspector administrator far_secretary former"
)
KEEPERS = "officer administrator"


def prepare(cast):
    """The province has entered a story."""
    cast.reading = actions.enter(
        unit=cast.province, by=cast.officer, kind="story", title="Chuyện thử", source="Sách thử", page="12"
    )


def _of(name, allowed, data=None):
    return Row(
        f"readings:{name}",
        allowed=allowed,
        args=lambda cast: [cast.reading.pk],
        method="POST" if data is not None else "GET",
        data=lambda cast: data or {},
    )


TABLE = [
    Row("readings:index", allowed=EVERYBODY),
    Row("readings:new", allowed=f"committee {KEEPERS}"),
    _of("show", EVERYBODY),
    _of("edit", KEEPERS),
    _of("remove", KEEPERS, data={}),
]
