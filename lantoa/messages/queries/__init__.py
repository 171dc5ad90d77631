"""Questions about messages, and about what is late."""

from lantoa.messages.queries.bell import by_day
from lantoa.messages.queries.reminding import (
    REMINDER,
    Known,
    name_of_person,
    secretaries_of,
    who_may_be_reminded,
)
from lantoa.messages.queries.sending import gets_digest, sendings, unread_by_person, who_judges
from lantoa.messages.queries.urging import (
    Below,
    Row,
    late_below,
    lists_of,
    only_at,
    only_of,
    receivers_of,
    urged_with_opening,
    urgings_of,
)
