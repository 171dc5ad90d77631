"""U12 and what follows it, in a real browser: a secretary takes a practice over, and is asked after six months."""

import datetime as dt

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions import todo
from lantoa.adoptions.models import Adoption
from lantoa.practices import actions
from lantoa.practices.models import Field, Practice
from lantoa.practices.tests import stories
from lantoa.practices.tests.stories import on_day
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser


def running(cast, **words):
    """A practice that runs, also where an earlier story emptied the list of fields."""
    Field.objects.get_or_create(place=1, defaults={"name": "Cải cách thủ tục hành chính"})
    return stories.running(cast, **words)


def looked_at(visitor, address):
    visitor.goto(address)
    assert visitor.violations() == [], address
    assert visitor.sideways <= 0, address


@WITH_AND_WITHOUT_SCRIPTS
def test_a_secretary_takes_a_practice_over_in_three_clicks(page_as, cast, scripts):
    ours = running(cast)
    visitor = page_as("other_secretary", DESK, scripts=scripts)
    visitor.goto("/mo-hinh/")
    visitor.link(ours.name)
    if not scripts:  # what a script brings into the page is a link without one
        visitor.link("Vận dụng, sức lan tỏa")
    visitor.link("Vận dụng tại đơn vị")
    visitor.button("Vận dụng")
    assert visitor.clicks <= (3 if scripts else 4)
    edge = Adoption.objects.get()
    assert (edge.origin, edge.generation, edge.practice.unit) == (ours, 1, cast.other_cell)
    visitor.goto(f"/mo-hinh/{ours.pk}/")
    if not scripts:
        visitor.link("Vận dụng, sức lan tỏa")
    visitor.page.get_by_role("rowheader", name="Chi bộ thôn Nà Lùng").wait_for()
    (asked,) = todo.items(on_day(cast.other_secretary, edge.half_year_on))
    assert asked.due == edge.half_year_on == dt.date(2027, 5, 16)


@pytest.mark.deep
def test_what_another_unit_does_is_chosen_noted_and_taken_over(page_as, cast):
    ours = running(cast)
    visitor = page_as("other_secretary", PHONE)
    visitor.goto(f"/mo-hinh/{ours.pk}/")
    visitor.link("Trao đổi ở đơn vị mình")
    visitor.type("Vì sao chọn", "Thôn mình cũng tối đường")
    visitor.button("Đưa ra trao đổi")
    looked_at(visitor, f"/mo-hinh/{ours.pk}/trao-doi/")
    visitor.type("Ý kiến trao đổi", "Hợp với nhà văn hóa thôn.")
    visitor.type("Điều rút ra để làm ở đơn vị", "Mỗi tuần một tối sáng đèn.")
    visitor.button("Ghi nội dung trao đổi")
    looked_at(visitor, f"/mo-hinh/{ours.pk}/trao-doi/")
    visitor.link("Vận dụng tại đơn vị")
    visitor.button("Vận dụng")
    assert Adoption.objects.get().learned_note.startswith("Trao đổi tại đơn vị ngày")


@pytest.mark.deep
def test_the_question_after_six_months_takes_two_clicks(page_as, cast):
    edge = adoptions.adopt(running(cast), by=cast.other_secretary, on=dt.date(2026, 5, 10))
    visitor = page_as("other_secretary", PHONE, scripts=False)
    visitor.goto("/")
    visitor.link("Còn duy trì “Nhà văn hóa sáng đèn”?")
    visitor.button("Còn duy trì")
    assert visitor.clicks <= 2 and edge.checkups.get().alive


@ON_EVERY_SCREEN
def test_its_pages_can_be_read_by_everyone(page_as, cast, size):
    ours = running(cast)
    theirs = adoptions.adopt(ours, by=cast.other_secretary, on=dt.date(2026, 5, 10)).practice
    actions.report_result(theirs, by=cast.other_secretary, text="dân khen")
    offered = running(cast, name="Học được")
    adopter, owner = page_as("other_secretary", size), page_as("secretary", size)
    looked_at(adopter, "/mo-hinh/")
    for page in ("", "giu-doi-bo/", "cach-lam/", "con-duy-tri/", "ket-qua/"):
        looked_at(adopter, f"/mo-hinh/{theirs.pk}/{page}")
    looked_at(adopter, f"/mo-hinh/{offered.pk}/van-dung/")
    for page in ("", "phan-cot-loi/", "dang-giup/"):
        looked_at(owner, f"/mo-hinh/{ours.pk}/{page}")
    assert adopter.faults == owner.faults == []
    assert Practice.objects.count() == 3
