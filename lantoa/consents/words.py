"""Where somebody is named and how she agreed: what tables and rules both speak of."""

from __future__ import annotations

DOER, CONTACT, IN_THE_STORY, COMMENDED = "doer", "contact", "story", "commended"
OWN_ACCOUNT, ON_PAPER, BY_WORD, FOR_ALL = "own_account", "paper", "word", "for_all"
