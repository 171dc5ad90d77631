"""U12 from the suggestion beside the list of things to do; the drawing, its table, and the offers on every screen."""

import datetime as dt

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions.models import Adoption
from lantoa.practices import actions
from lantoa.practices.tests.stories import on_day
from lantoa.shortcomings.models import Shortcoming
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE
from tests.browser.test_taking_over import looked_at, running

pytestmark = pytest.mark.browser
FIRST = dt.date(2024, 7, 1)


def short(cast, finding="Hồ sơ của dân trả chậm, phải đi lại nhiều lần"):
    return Shortcoming.objects.create(
        unit=cast.other_cell,
        kept_by=cast.commune,
        finding=finding,
        source="review",
        found_on=dt.date(2026, 10, 1),
        deadline=dt.date(2026, 12, 31),
    )


def test_the_suggested_practice_is_taken_over_in_three_clicks_and_stands_in_drawing_and_table(page_as, cast):
    ours = running(cast)
    short(cast)
    visitor = page_as("other_secretary", DESK)
    visitor.goto("/")
    visitor.page.get_by_role("heading", name="Mô hình có thể hợp với đơn vị").wait_for()
    visitor.link(ours.name)
    visitor.link("Vận dụng tại đơn vị")
    visitor.button("Vận dụng")
    visitor.page.wait_for_load_state()
    assert visitor.clicks <= 3 and Adoption.objects.get().origin == ours
    visitor.goto(f"/mo-hinh/{ours.pk}/lan-toa/")
    drawing = visitor.page.locator("svg.tree")
    assert drawing.locator("circle").count() == 2 and drawing.locator("path.ed").count() == 1
    visitor.page.get_by_text("Dạng bảng: 1 nơi vận dụng").click()
    assert visitor.page.get_by_role("rowheader", name="Chi bộ thôn Nà Lùng").is_visible()
    visitor.goto("/")
    visitor.page.wait_for_timeout(500)
    assert visitor.page.get_by_role("heading", name="Mô hình có thể hợp với đơn vị").count() == 0
    assert visitor.faults == []


@pytest.mark.deep
def test_what_does_not_fit_is_put_aside_and_brought_back_without_scripts(page_as, cast):
    ours = running(cast)
    short(cast)
    visitor = page_as("other_secretary", PHONE, scripts=False)
    visitor.goto("/goi-y-mo-hinh/")
    visitor.button("Không hợp với đơn vị")
    assert visitor.page.get_by_role("link", name=ours.name).count() == 0
    visitor.page.get_by_text("1 mô hình đã bỏ qua").click()
    visitor.button("Gợi ý lại")
    assert visitor.page.get_by_role("link", name=ours.name).count() == 1


@ON_EVERY_SCREEN
def test_spread_and_offers_can_be_read_by_everyone(page_as, cast, size):
    ours = running(cast)
    short(cast)
    theirs = adoptions.adopt(ours, by=on_day(cast.other_secretary, FIRST)).practice
    far = adoptions.adopt(theirs, by=on_day(cast.far_secretary, dt.date(2025, 2, 1))).practice
    actions.stop(far, by=cast.far_secretary, on=dt.date(2025, 6, 1), reason="Người trực chuyển công tác")
    reader = page_as("other_secretary", size)
    for address in (f"/mo-hinh/{ours.pk}/lan-toa/", "/mo-hinh/lan-toa/", "/goi-y-mo-hinh/"):
        looked_at(reader, address)
    assert reader.faults == []
