"""A leader with a phone: one breakthrough approved, another sent back, the longest waiting first (U13)."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import of_the_head, on_day, running_of_the_head, sent
from tests.browser.conftest import ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser
OLDER, NEWER = "Hạ số hồ sơ đất đai quá hạn ở xã An Phú", "Đưa nước sạch lên bản Pa Khao"


def two_waiting(cast) -> None:
    """The one registered later was sent earlier; what counts is how long it waits."""
    newer = of_the_head(cast, statement=NEWER)
    older = of_the_head(cast, statement=OLDER)
    sent(older, on_day(cast.committee, dt.date(2026, 11, 3)))
    sent(newer, on_day(cast.committee, dt.date(2026, 11, 9)))


@WITH_AND_WITHOUT_SCRIPTS
def test_one_is_approved_and_one_goes_back_in_six_clicks(page_as, cast, scripts):
    two_waiting(cast)
    leader = page_as("leader", PHONE, scripts=scripts)
    leader.goto("/")
    leader.link("Xem và cho ý kiến")
    assert leader.text.index(OLDER) < leader.text.index(NEWER)
    assert "chờ 13 ngày" in leader.text
    leader.link(OLDER)
    leader.type("Số văn bản duyệt", "31-TB/TU")
    leader.button("Ghi quyết định duyệt")
    assert leader.page.get_by_role("heading", name=NEWER).is_visible(), "the next one opens by itself"
    leader.tick("Chưa có chỉ tiêu cụ thể")
    leader.button("Trả lại để sửa")
    assert leader.clicks <= 6
    approved, returned = (Breakthrough.objects.get(statement=one) for one in (OLDER, NEWER))
    assert (approved.status, returned.status) == ("approved", "returned")
    for paper, said in ((approved, "ghi quyết định duyệt"), (returned, "trả lại để sửa")):
        leader.goto(paper.get_absolute_url())
        trail = leader.page.locator(".trail").inner_text()
        assert f"Hoàng Thị Thanh {said}" in trail
        assert "Phó Bí thư Thường trực Tỉnh ủy" in trail and "16/11/2026" in trail
    assert leader.faults == []


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, size):
    two_waiting(cast)
    running = running_of_the_head(cast)
    for quarter, value in ((1, 158), (2, 121), (3, 74)):
        told = {"state": "on_track", "result": "Phân công xong.", "value": value, "cell_state": "late"}
        actions.report_quarter(running, year=2026, quarter=quarter, by=cast.committee, **told)
    changed = {"reason": "Có thêm 61 hồ sơ.", "target_value": 35}
    amendment = actions.propose_amendment(running, by=cast.committee, **changed)
    first = Breakthrough.objects.awaiting(cast.leader).first()
    own, list_ = f"/dot-pha/{running.pk}/", "/dot-pha/"
    decide = f"/dot-pha/{first.pk}/cho-y-kien/"
    change = f"/dot-pha/sua-doi/{amendment.pk}/"
    seen = {
        "leader": [list_, f"{list_}?cho=toi", decide, own, change, f"{list_}tham-dinh/"],
        "committee": [own, f"{own}quy/2026/3/", change, f"{list_}moi/"],
    }
    for who, addresses in seen.items():
        visitor = page_as(who, size)
        for address in addresses:
            visitor.goto(address)
            assert visitor.violations() == [], (who, address)
            assert visitor.sideways <= 0, (who, address)
        assert visitor.faults == [], who
    bars = visitor.page.locator(".qbars li")
    visitor.goto(own)
    assert bars.first.is_visible() == (size[0] < 821)
