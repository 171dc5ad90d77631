"""How many random examples a property is tried on: few and always the same, or many and new ones (`make deep`)."""

from __future__ import annotations

import os

import hypothesis
from django.db import connection

# Set by `make deep`: how many times as many.
DEEP = "LANTOA_DEEP"
# Set by it too: what stories draw from that choose for themselves.
SEED = "LANTOA_SEED"


def times() -> int:
    """1, or as many times as `make deep` says."""
    return int(os.environ.get(DEEP, "1"))


def seed() -> int:
    """Where random choices begin: always the same, or where `make deep` says."""
    return int(os.environ.get(SEED, "20261116"))


def examples(many: int) -> int:
    """Half as many in the usual run, all and more in `make deep`.

    On PostgreSQL, where the same property is tried a second time, a third of that.
    """
    told = many // 2 if times() == 1 else times() * many
    return max(told if connection.vendor == "sqlite" else told // 3, 3)


def set_up() -> None:
    """`make test` tries the same examples each time; `make deep` new ones for each seed.

    How long an example takes is no matter: a crowded machine is slow, and `make bench` measures.
    """
    hypothesis.settings.register_profile(
        "house", deadline=None, derandomize=times() == 1, database=None, max_examples=examples(100)
    )
    hypothesis.settings.load_profile("house")
