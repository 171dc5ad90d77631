"""Subjects, states and kinds of results: what tables and rules both speak of."""

from __future__ import annotations

COLLECTIVE, INDIVIDUAL = "collective", "individual"

DRAFT, PROPOSED, RETURNED = "draft", "proposed", "returned"
PUBLISHED, WITHDRAWN = "published", "withdrawn"
WRITABLE = (DRAFT, RETURNED, WITHDRAWN)
WITHDRAWABLE = (PROPOSED, PUBLISHED)

# A result once and for all, or one that comes again: never added up together.
TOTAL, PER_MONTH, PER_YEAR = "total", "per_month", "per_year"

LONGEST_STORY = 1500
