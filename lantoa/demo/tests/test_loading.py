"""A pack is whole or absent, comes once, and tells of nobody real."""

import pytest

from lantoa.demo import loading
from lantoa.demo.packs import PACKS, dong_nai
from lantoa.demo.stated import REPORTS, STATED
from lantoa.figures.models import DeclaredFigure
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Account, Person

pytestmark = pytest.mark.django_db


def counts():
    return [m.objects.count() for m in (Unit, Placement, Person, Account, DeclaredFigure, Meeting)]


def test_a_second_run_changes_nothing():
    assert [name for name, _seconds in loading.load_packs(only="dong-nai")] == ["dong-nai"]
    before = counts()
    assert list(loading.load_packs(only="dong-nai")) == []
    assert counts() == before


def test_a_pack_that_fails_leaves_nothing_behind(monkeypatch):
    def broken(build):
        raise RuntimeError("giữa chừng")

    monkeypatch.setattr(dong_nai, "_meetings", lambda build, cell: broken(build))
    with pytest.raises(RuntimeError, match="giữa chừng"):
        list(loading.load_packs(only="dong-nai"))
    assert not Unit.objects.exists() and not Person.objects.exists()


def test_the_printed_accounts_open_the_door(client):
    list(loading.load_packs(only="dong-nai"))
    (name, password, who), *_more = loading.accounts()
    assert "Đồng Nai" in who
    assert client.post("/dang-nhap/", {"username": name, "password": password}).status_code == 302
    assert client.get("/").status_code == 200


def test_every_pack_has_a_root_and_a_report():
    assert set(REPORTS) == set(PACKS) - {"son-ha"}
    for name, (unit, _period) in REPORTS.items():
        assert unit == PACKS[name].ROOT
    assert {row.pack for row in STATED} == set(REPORTS)


def test_the_province_in_which_everything_can_be_tried_is_begun_first():
    """What is begun first keeps the machine and the shared lists: `keeper_of_lists`."""
    assert next(iter(PACKS)) == "son-ha"
