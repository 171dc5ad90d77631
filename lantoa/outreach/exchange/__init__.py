"""Lists of this room, as they come in from Excel and go out."""

from lantoa.outreach.exchange.giving import DONATIONS, PLEDGES, WORKS
from lantoa.outreach.exchange.news import ARTICLES, ISSUES, SHARES
from lantoa.outreach.exchange.opinions import COMPLAINTS, OPINIONS
from lantoa.outreach.exchange.prizes import PRIZE_WORKS

EVERY = (DONATIONS, PLEDGES, WORKS, OPINIONS, COMPLAINTS, ARTICLES, ISSUES, SHARES, PRIZE_WORKS)
KINDS = [one.kind for one in EVERY]
