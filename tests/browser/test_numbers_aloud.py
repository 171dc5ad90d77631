"""A number is said in words as soon as its box is left; page and server say the same."""

from __future__ import annotations

import pytest

from lantoa.foundation import numbers
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


def test_money_is_said_aloud_under_its_box(page_as):
    secretary = page_as("secretary", PHONE)
    secretary.goto("/mo-hinh/moi/")
    box = secretary.page.locator("[name=cost]")
    for typed in ("2tr5", "1.250.000đ", "1 tỷ 200 triệu", "500k"):
        box.evaluate(
            "(box, typed) => { box.value = typed; box.dispatchEvent(new Event('focusout', {bubbles: true})) }",
            typed,
        )
        said = secretary.page.locator("#id_cost_says").text_content()
        assert said == f"Đọc là: {numbers.say(numbers.read_money(typed))} đồng"
    box.evaluate(
        "(box) => { box.value = '1,2,3'; box.dispatchEvent(new Event('focusout', {bubbles: true})) }"
    )
    assert secretary.page.locator("#id_cost_says").text_content() == ""
    assert secretary.faults == []
