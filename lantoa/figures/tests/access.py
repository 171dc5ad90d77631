"""Who may open what stands behind a number."""

from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"
DECLARERS = "secretary other_secretary committee officer far_secretary"

TABLE = [
    Row("figures:index", allowed=VIEWERS),
    Row("figures:records", args=lambda w: ["registrations.members"], allowed=VIEWERS),
    Row("figures:declared", allowed=VIEWERS),
    Row("figures:declare", allowed=DECLARERS),
]
