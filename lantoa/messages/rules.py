"""Decisions about messages; no database, clock or request."""

from __future__ import annotations

import datetime as dt

# Whoever hears for the first time, or after a long stop, tells no old stories: what was done longer ago is history.
NEWS_FOR = dt.timedelta(days=14)
# A decision is often written down days after its meeting.
DECIDED_WITHIN = dt.timedelta(days=60)
# A message is a hint to look, no record: the history keeps what happened.
KEPT_FOR = dt.timedelta(days=400)
# The bell says no larger number.
MOST_ON_THE_BELL = 99


def is_news(written_at: dt.datetime, on: dt.date, now: dt.datetime) -> bool:
    """Whether an act written down then, of that day, is still worth telling."""
    return now - written_at <= NEWS_FOR and (now.date() - on) <= DECIDED_WITHIN


def on_the_bell(count: int) -> str:
    """What the bell says for so many messages not read; nothing for none."""
    if count > MOST_ON_THE_BELL:
        return f"{MOST_ON_THE_BELL}+"
    return str(count) if count else ""
