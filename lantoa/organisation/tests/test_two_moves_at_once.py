"""Case T15: two moves that together would make a ring, at the very same moment; real connections, real transactions."""

from __future__ import annotations

import datetime as dt
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions, queries
from tests.cast import build

pytestmark = [
    pytest.mark.alone,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite lets one writer in at a time"),
]
DAY = dt.date(2026, 12, 1)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def test_the_second_of_two_moves_waits_for_the_first_and_sees_what_it_did():
    cast, moved, waited = build(), threading.Event(), []

    def one_below_the_other() -> None:
        try:
            with transaction.atomic():
                actions.move(cast.commune, parent=cast.far, on=DAY, by=cast.system)
                moved.set()
                for _look in range(200):
                    if somebody_waits():
                        waited.append(True)
                        break
                    time.sleep(0.05)
        finally:
            connection.close()

    def the_other_below_the_one() -> None:
        try:
            moved.wait(30)
            actions.move(cast.far, parent=cast.commune, on=DAY, by=cast.system)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        first, second = people.submit(one_below_the_other), people.submit(the_other_below_the_one)
        first.result()
        with pytest.raises(BadInput, match="vào chính nó"):
            second.result()
    assert waited, "it waited, it was not merely later"
    assert queries.is_under(cast.commune, cast.far, DAY) and not queries.is_under(cast.far, cast.commune, DAY)
    assert queries.is_under(cast.far, cast.province, DAY)
