"""U15 of the acceptance scripts: an officer finds the units without a meeting of October and reminds them all."""

from __future__ import annotations

import pytest

from lantoa.messages.models import Message, Urged
from lantoa.messages.tests.test_urging import somebody_at
from tests.browser.conftest import ON_PHONE_AND_DESK


@pytest.mark.browser
@ON_PHONE_AND_DESK
def test_u15_three_clicks_remind_all_and_a_second_try_the_same_day_is_refused(page_as, cast, size):
    somebody_at(cast.far)
    visitor = page_as("officer", size)
    visitor.goto("/don-doc/")
    visitor.clicks = 0
    visitor.link("Họp tháng 10")
    assert visitor.page.get_by_role("checkbox", checked=True).count() == 2
    assert "2 chi bộ chưa ghi buổi họp tháng 10" in visitor.text, (
        "the words are filled in before anything goes"
    )
    visitor.button("Gửi lời nhắc đến đơn vị đã chọn")
    assert visitor.clicks <= 3
    assert "Đã gửi lời nhắc đến 2 đơn vị" in visitor.text
    assert Urged.objects.count() == 2 and Message.objects.filter(verb="urging.sent").count() >= 2
    visitor.goto("/don-doc/?loai=buoi-hop")
    assert "Đã nhắc hôm nay, nhắc tiếp được từ 06:30 ngày làm việc sau." in visitor.text
    assert visitor.page.get_by_role("checkbox", checked=True).count() == 0
    assert visitor.sideways == 0 and not visitor.faults
    visitor.button("Gửi lời nhắc đến đơn vị đã chọn")
    assert "Hôm nay đã nhắc mọi đơn vị" in visitor.text and Urged.objects.count() == 2
