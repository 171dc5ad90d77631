"""One event per act, in the act's own transaction; history is only ever added to."""

import pytest
from django.db import transaction

from lantoa.foundation.history import record
from lantoa.foundation.models import Event
from lantoa.people.models import Title


def test_an_event_keeps_who_as_what_and_where_as_it_stood(cast):
    title = Title.objects.create(name="Hiệu trưởng")
    record(
        "title.added",
        title,
        by=cast.secretary,
        unit=cast.cell,
        note="theo quyết định",
        after={"name": "Hiệu trưởng"},
    )
    event = Event.objects.about(title).get()
    assert (event.person_name, event.post_label) == ("Nguyễn Thị Lan", "Bí thư chi bộ")
    assert event.unit_name == "Chi bộ Trường THCS Hòa Bình"
    assert event.after == {"name": "Hiệu trưởng"} and event.on == cast.today


def test_when_the_act_fails_nothing_is_recorded(cast):
    before = Event.objects.count()
    with pytest.raises(RuntimeError, match="giữa chừng"), transaction.atomic():
        record("title.added", Title(pk=1, name="x"), by=cast.secretary, unit=cast.cell)
        raise RuntimeError("giữa chừng")
    assert Event.objects.count() == before


def test_an_act_outside_a_transaction_is_refused(cast, monkeypatch):
    with monkeypatch.context() as outside, pytest.raises(RuntimeError, match="inside the transaction"):
        outside.setattr(transaction.get_connection(), "in_atomic_block", False)
        record("title.added", Title(pk=1, name="x"), by=cast.secretary, unit=None)


def test_history_cannot_be_changed_or_deleted(cast):
    with pytest.raises(TypeError):
        Event.objects.all().update(note="")
    with pytest.raises(TypeError):
        Event.objects.all().delete()
