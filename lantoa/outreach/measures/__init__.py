"""The numbers this room can count."""

from lantoa.outreach.measures.giving import GIVING
from lantoa.outreach.measures.news import NEWS
from lantoa.outreach.measures.opinions import COMPLAINTS, OPINIONS

MEASURES = [*GIVING, *OPINIONS, *COMPLAINTS, *NEWS]
