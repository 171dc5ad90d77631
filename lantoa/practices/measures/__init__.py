"""The numbers this room can count."""

from lantoa.practices.measures.adopting import ADOPTING
from lantoa.practices.measures.registering import REGISTERING

MEASURES = [*REGISTERING, *ADOPTING]

__all__ = ["MEASURES"]
