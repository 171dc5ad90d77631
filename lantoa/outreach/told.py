"""Who is told of which act of this room."""

from lantoa.foundation.told import told
from lantoa.people.told import stopped

TOLD = (told("outreach.bulk_reading_stopped", stopped),)
