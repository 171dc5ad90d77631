"""States and other words that both the tables and the rules of practices use."""

from __future__ import annotations

DRAFT, PROPOSED, RETURNED = "draft", "proposed", "returned"
REGISTERED, RUNNING, STOPPED = "registered", "running", "stopped"
BEFORE_REGISTRATION = (DRAFT, PROPOSED, RETURNED)
WRITABLE = (DRAFT, RETURNED)
GOING_ON = (REGISTERED, RUNNING)
COLLECTIVE, INDIVIDUAL = "collective", "individual"

# Why a practice stopped: a few causes that can be counted; what is "other" is written out.
MOVED_AWAY, MERGED, FEW_PEOPLE, NO_MONEY, NO_ROOM, OTHER = (
    "moved_away",
    "merged",
    "few_people",
    "no_money",
    "no_room",
    "other",
)
