"""Where a thing has its page: found once for all things of its kind."""

from __future__ import annotations

from functools import cache

from django.urls import get_script_prefix, get_urlconf, reverse

# Stands in an address for any key; no key is as large (see addresses.LARGEST_KEY).
SOME_KEY = 2**63 - 1


def place_of(name: str, key: int) -> str:
    """The address by that name of the thing with that key: `reverse(name, args=[key])`, without its search."""
    before, after = _around(name, get_script_prefix(), get_urlconf())
    return f"{before}{key:d}{after}"


@cache
def _around(name: str, _prefix: str, urlconf: str | None) -> tuple[str, str]:
    """What stands before the key and after it. NoReverseMatch for a name that nobody knows."""
    before, after = reverse(name, urlconf, args=[SOME_KEY]).split(str(SOME_KEY))
    return before, after
