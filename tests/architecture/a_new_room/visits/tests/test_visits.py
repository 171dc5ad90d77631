"""A cell records whom it visited; the number goes up the tree, and the reminder goes away."""

import datetime as dt

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.visits import actions, todo
from lantoa.visits.models import Visit

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 10, 12)


def test_it_is_written_once_on_the_page_and_asked_for_no_longer(cast):
    assert [one.title for one in todo.items(cast.secretary)] == ["Ghi việc thăm hỏi trong quý"]
    Form(cast.client("secretary"), "/tham-hoi/").send(held_on="12/10/2026", families="3")
    assert Visit.objects.get().families == 3
    assert list(todo.items(cast.secretary)) == []
    assert "3 gia đình" in " ".join(cast.client("officer").get("/tham-hoi/").content.decode().split())


def test_another_unit_writes_nothing_in_its_name(cast):
    with pytest.raises(NotAllowed):
        actions.record_visit(cast.cell, DAY, 3, by=cast.other_secretary)
    assert not Visit.objects.exists()
