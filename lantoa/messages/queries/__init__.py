"""Questions about messages, and about what is late."""

from lantoa.messages.queries.bell import by_day, unread_of
from lantoa.messages.queries.urging import (
    Below,
    Row,
    late_below,
    lists_of,
    only_of,
    receivers_of,
    urged_with_opening,
    urgings_of,
)
