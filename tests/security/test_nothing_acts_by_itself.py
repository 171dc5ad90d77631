"""Cases T39, T40, T78: no SQL put together from words, nobody outside is called, the clock judges nobody."""

from __future__ import annotations

import datetime as dt
import re

from django.utils import timezone

from lantoa.commendations.models import Commendation
from lantoa.commendations.tests import stories as commendations
from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event
from lantoa.people.models import Membership, Person, Post
from lantoa.reviews.models import Review
from lantoa.reviews.tests import stories as reviews
from lantoa.supervision.models import Discipline
from tests.architecture.test_dialect import modules

# Where SQL is written by hand: no word of a person ever stands in it.
BY_HAND = {
    "foundation/heard.py": "a lock by number",
    "foundation/kept.py": "what the ORM has put together once; the verbs are our own",
    "searching/models.py": "the index of words; what was asked is a parameter",
    "upkeep/actions/databases.py": "the names of our own tables",
}
# Who opens a line to another machine, and to which.
CALLS = {
    "messages/channels.py": "the office's own mail server, when a setting names one",
    "upkeep/actions/certifying.py": "asks this machine for its own addresses",
    "upkeep/management/commands/serve.py": "looks whether the port is free",
}
OUTWARD = re.compile(
    r"^\s*(?:import|from) (?:socket|ssl|ftplib|smtplib|http\.client|urllib\.request|urllib3|requests|httpx|aiohttp"
    r"|django\.core\.mail)\b",
    re.M,
)
SQL = re.compile(r"\.extra\(|\.raw\(|RawSQL|\.cursor\(")


def by_hand(words: re.Pattern[str]) -> set[str]:
    """The served modules in which these words stand."""
    return {name for name, text in modules().items() if words.search(text) and not name.startswith("demo/")}


def test_sql_is_written_by_hand_in_known_places_only():
    """T39: everything else goes through the ORM, which passes words as parameters."""
    assert by_hand(SQL) == set(BY_HAND)


def test_only_known_places_open_a_line_to_another_machine():
    """T40: no address that a person writes is ever called."""
    assert by_hand(OUTWARD) == set(CALLS)


def test_a_year_of_the_clock_changes_nobodys_rating_thanks_discipline_or_membership(cast, settings):
    """T78: everything that runs by itself, each quarter of a year."""
    reviews.closed(cast)
    commendations.recorded(cast, commendations.individual(cast.cell, cast.member.person))
    judged = (Review, Commendation, Discipline, Membership, Post, Person)
    before = {table: sorted(table._base_manager.values_list(), key=str) for table in judged}
    assert all(before[table] for table in (Review, Commendation, Membership))
    last = Event.objects.latest("pk").pk
    begun = dt.datetime(2026, 11, 30, 3, tzinfo=timezone.get_default_timezone())
    for quarter in range(5):
        settings.LANTOA_NOW = (now := begun + dt.timedelta(days=91 * quarter)).isoformat()
        for task in (
            task for room in gather("tasks") for task in room.TASKS if "upkeep.keep" not in task.code
        ):
            task.run(now)
    assert {table: sorted(table._base_manager.values_list(), key=str) for table in judged} == before
    by_itself = Event.objects.filter(person_id=None, pk__gt=last)
    assert by_itself
    assert not [
        event.verb for event in by_itself if event.subject_type.startswith(("reviews.", "commendations."))
    ]
