"""Who may enter which address of this room."""

from tests.access import Row

TABLE = [
    Row(
        "visits:index",
        allowed="secretary other_secretary committee officer leader inspector far_secretary",
        typed=lambda cast: {"held_on": "12/10/2026", "families": "3"},
    )
]
