"""Finding a practice: by the work and size of its unit, its commune, whether it lives elsewhere; in three orders."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.adoptions import actions as adoptions
from lantoa.organisation import actions as organisation
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import SEEN, running
from tests.cast import LONG_AGO


@pytest.fixture
def three(cast):
    """One that lives on elsewhere, one that died there, one that nobody took over, of another unit."""
    lives, dies = running(cast, name="Sáng đèn"), running(cast, name="Đọc sách")
    half_a_year_ago = dt.date(2026, 5, 10)
    for one in (lives, dies):
        adoptions.adopt(one, by=cast.other_secretary, on=half_a_year_ago)
    adoptions.adopt(lives, by=cast.far_secretary, on=half_a_year_ago)
    gone = dies.adoptions.get().practice
    actions.stop(gone, by=cast.other_secretary, reason="thôi", on=dt.date(2026, 6, 1))
    alone = actions.draft(unit=cast.other_cell, by=cast.other_secretary, **_words(lives))
    actions.accept(actions.propose(alone, by=cast.other_secretary), by=cast.committee, seen=SEEN)
    return cast


def _words(like):
    kept = ("field", "content_of_uncle", "reason", "how", "target")
    return {"name": "Tổ công nghệ số"} | {name: getattr(like, name) for name in kept}


def found(cast, **asked):
    page = cast.client("officer").get(reverse("adoptions:library"), asked).context["page"]
    return [one.name for one in page]


def test_by_the_work_of_the_unit(three):
    assert sorted(found(three, loai="school")) == ["Sáng đèn", "Đọc sách"]
    assert found(three, loai="village") == ["Tổ công nghệ số"]


def test_by_what_became_of_it_after_six_months(three):
    assert found(three, **{"sau-6-thang": "con"}) == ["Sáng đèn"]
    assert found(three, **{"sau-6-thang": "dung"}) == ["Đọc sách"]
    assert found(three, **{"sau-6-thang": "chua-du"}) == []


def test_in_three_orders(three):
    assert found(three)[0] == "Tổ công nghệ số"
    assert found(three, xep="nhieu-noi") == ["Sáng đèn", "Đọc sách", "Tổ công nghệ số"]
    assert found(three, xep="ten") == ["Đọc sách", "Sáng đèn", "Tổ công nghệ số"]


def test_each_is_counted_once_in_whatever_order(three):
    client = three.client("officer")
    for order in ("", "nhieu-noi", "ten"):
        page = client.get(reverse("adoptions:library"), {"xep": order}).context["page"]
        assert page.paginator.count == len(page) == 3, order


def test_by_size_and_by_commune(three):
    assert len(found(three, noi=three.commune.code)) == 3 and found(three, noi=three.far_cell.code) == []
    assert len(found(three, **{"quy-mo": "nho"})) == 3 and found(three, **{"quy-mo": "lon"}) == []


def test_a_commune_is_named_as_people_write_it_and_a_place_nobody_knows_is_said(three):
    assert len(found(three, noi="xa an phu")) == 3
    client, page = three.client("officer"), reverse("adoptions:library")
    answer = client.get(page, {"noi": "xã Không Có", "tim": "sach"})
    told = answer.content.decode()
    assert answer.status_code == 400 and "Không có xã, cơ quan nào tên “xã Không Có”" in told
    assert f'href="{page}?tim=sach"' in told, "the way back keeps what else was asked"


def test_a_place_of_another_province_is_not_known_here(three):
    elsewhere = {"kind": "party", "on": LONG_AGO, "by": three.system}
    top = organisation.found(name="Đảng bộ tỉnh Bạch Long", parent=None, level="province", **elsewhere)
    there = organisation.found(name="Đảng bộ xã Yên Sơn", parent=top, level="grassroots", **elsewhere)
    client, page = three.client("officer"), reverse("adoptions:library")
    for typed in ("xã Yên Sơn", there.code):
        assert client.get(page, {"noi": typed}).status_code == 400


def test_the_page_asks_the_same_however_many_there_are(three, django_assert_max_num_queries):
    client = three.client("officer")
    asked = {"loai": "school", "quy-mo": "nho", "noi": three.commune.code, "sau-6-thang": "con", "xep": "ten"}
    with django_assert_max_num_queries(60):
        client.get(reverse("adoptions:library"), asked)


def test_the_library_is_asked_as_of_a_day(three):
    client, address = three.client("officer"), reverse("adoptions:library")
    now = client.get(address).context
    then = client.get(address, {"ngay": "09/05/2026"}).context
    assert now["reach"] == (2, 1) and then["reach"] == (0, 0)
    assert found(three, ngay="01/01/2020") == [], "nothing was registered then"
    assert client.get(address, {"ngay": "32/05/2026"}).status_code == 400


@pytest.mark.parametrize("asked", [{}, {"linh-vuc": "field"}, {"loai": "village"}, {"tim": "sang den"}])
def test_what_stands_above_the_cards_is_what_is_there(three, asked):
    """However much of it is told by one reading of everything shared."""
    field = Practice.objects.filter(is_original=True).get(name="Sáng đèn").field_id
    asked = {name: field if value == "field" else value for name, value in asked.items()}
    told = three.client("officer").get(reverse("adoptions:library"), asked).context
    shared = Practice.objects.shared_with(three.officer).originals()
    assert told["registered"] == shared.count()
    assert told["running"] == shared.running_on(three.today).count()
    assert told["page"].paginator.count == len(told["page"].object_list) == len(found(three, **asked))
    anywhere = {name: value for name, value in asked.items() if name != "linh-vuc"}
    assert told["in_all_fields"] == len(found(three, **anywhere))
    assert {one.field.pk: one.count for one in told["fields"] if one.count} == {
        field: len(found(three, **anywhere))
    }
    assert told["reach"] == (2, 1)
