"""Decisions of this room: a text in, advice out. No database, clock or request."""

from lantoa.writing.rules.advice import KEYS, MESSAGES, RULE_VERSION, advise, labels, needs_a_closer_look
from lantoa.writing.rules.findings import Advice, Found, Hint
from lantoa.writing.rules.units import unit_of
