"""Who may use which address of this room."""

from tests.access import Row


def prepare(cast):
    """The overview needs nothing but the units."""


TABLE = [
    Row(
        "statistics:overview",
        allowed="secretary other_secretary far_secretary committee officer leader inspector",
    ),
]
