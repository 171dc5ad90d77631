"""A nation that was cut off while its indexes were put back is finished by the same command, by real transactions."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.db import connection

from lantoa.demo.nation import bare, building
from lantoa.demo.nation.size import Size
from lantoa.people.models import Person

pytestmark = [
    pytest.mark.alone,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only there tables are bare meanwhile"),
]
TODAY = dt.date(2026, 11, 16)


def test_whoever_is_cut_off_at_the_indexes_goes_on_there(monkeypatch):
    before = _on_the_tables()
    with monkeypatch.context() as cut, pytest.raises(InterruptedError):
        cut.setattr(bare, "_do_beside", _cut_off)
        building.build(Size.of(60), today=TODAY, seed=7)
    assert bare.is_left() and Person.objects.count() == 60
    out = io.StringIO()
    call_command("nation", members=60, stdout=out)
    assert "Làm nốt xong" in out.getvalue() and not bare.is_left() and _on_the_tables() == before


def _cut_off(jobs):
    raise InterruptedError


def _on_the_tables():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef FROM pg_indexes UNION ALL SELECT pg_get_constraintdef(oid) || convalidated FROM pg_constraint"
        )
        return sorted(said for (said,) in cursor.fetchall())
