"""A code on a slip: who has no account confirms what the secretary typed for her, with a script and without."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.registrations import actions
from lantoa.registrations.models import Confirmation, Registration
from lantoa.registrations.tests import papers
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE

pytestmark = pytest.mark.browser
DOOR = "/xac-nhan/"


@pytest.fixture
def one(cast) -> Registration:
    """Typed for a colleague, whose year of birth the record knows."""
    person = cast.colleague.person
    person.born_on = dt.date(1961, 5, 3)
    person.save()
    return papers.entered(cast.secretary, person)


def opened(stranger, code: str) -> None:
    stranger.goto(DOOR)
    stranger.type("Mã xác nhận", code)
    stranger.type("Số PIN tự đặt; lần đầu thì năm sinh", "1961")
    stranger.button("Mở nội dung ghi hộ")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_slip_to_her_word_in_two_taps(page_as, one, scripts):
    second = page_as("committee", DESK, scripts=scripts)
    second.goto(f"/dang-ky/{one.pk}/")
    second.button("In phiếu mã xác nhận")
    code = second.page.locator("#ma").inner_text()
    stranger = page_as("", PHONE, scripts=scripts)
    opened(stranger, code)
    assert papers.WHAT in stranger.text and "Nguyễn Thị Lan ghi hộ" in stranger.text
    stranger.type("Tự đặt số PIN", "482615")
    stranger.button("Đúng là việc của tôi")
    assert stranger.clicks == 2 and "đồng chí xác nhận bằng mã" in stranger.text
    one.refresh_from_db()
    assert one.confirmed_how == Confirmation.CODE
    opened(stranger, code)
    assert stranger.page.title().startswith("Lỗi: ") and papers.WHAT not in stranger.text
    assert stranger.faults == [] == second.faults


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, one, size):
    own = papers.approved(cast.member, cast.secretary)
    actions.record_progress(own.tasks.get(), by=cast.secretary, on=cast.today, text="Giúp 5 cụ ở tổ 4.")
    secretary, stranger = page_as("secretary", size), page_as("", size)
    second = page_as("committee", size)

    def looked_at(visitor) -> None:
        assert visitor.violations() == [] and visitor.sideways <= 0, visitor.page.url

    for address in ("/cho-y-kien/", f"/dang-ky/{one.pk}/", f"/dang-ky/{one.pk}/xac-nhan/"):
        secretary.goto(address)
        looked_at(secretary)
    second.goto(f"/dang-ky/{one.pk}/")
    second.button("In phiếu mã xác nhận")
    looked_at(second)
    stranger.goto(DOOR)
    looked_at(stranger)
    stranger.button("Mở nội dung ghi hộ")
    looked_at(stranger)
    opened(stranger, second.page.locator("#ma").inner_text())
    looked_at(stranger)
    stranger.page.get_by_text("Không phải, bỏ ra").click()
    looked_at(stranger)
    stranger.button("Không phải, bỏ cả bản này")
    looked_at(stranger)
    assert "không còn được tính" in stranger.text and Registration.objects.get(pk=one.pk).is_withdrawn
    secretary.goto(f"/dang-ky/{own.pk}/")
    secretary.button("Nhờ người khác in phiếu mã")
    looked_at(secretary)
    assert secretary.faults == [] == second.faults
