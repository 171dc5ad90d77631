"""Being named is one's own affair: asked, agreed and taken back on a phone, with a script and without."""

from __future__ import annotations

import pytest

from lantoa.exemplars import actions
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.tests.stories import name_of, of_a_member, of_the_group, proposed, published
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser
TITLE = "Hiến 400 m² đất mở đường vào bản"


@WITH_AND_WITHOUT_SCRIPTS
def test_she_agrees_in_two_clicks_and_takes_it_back_in_one(page_as, cast, scripts):
    exemplar = proposed(cast, of_a_member(cast))
    member = page_as("member", PHONE, scripts=scripts)
    member.goto("/")
    member.link("Đọc và cho biết có đồng ý không")
    member.button("Đồng ý được nêu tên")
    assert member.clicks == 2 and "Rút lại lúc nào cũng được" in member.text
    actions.publish(exemplar, by=cast.committee)
    reader = page_as("far_secretary", DESK, scripts=scripts)
    reader.goto("/dien-hinh/?tim=hien+dat")
    assert TITLE in reader.text
    member.goto("/dien-hinh/neu-ten-toi/")
    member.button("Rút đồng ý nêu tên")
    assert member.clicks == 3
    reader.goto("/dien-hinh/?tim=hien+dat")
    assert TITLE not in reader.text
    assert not Exemplar.objects.published().exists() and member.faults == []


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, size):
    group = published(cast, of_the_group(cast))
    draft = of_a_member(cast)
    waiting = proposed(cast, of_a_member(cast, title="Dạy chữ buổi tối ở nhà văn hóa"))
    name = name_of(draft).pk
    root = "/dien-hinh/"
    seen = {
        "far_secretary": [root, f"{root}{group.pk}/", f"{root}?tim=khong-co"],
        "member": ["/neu-ten/", f"{root}{draft.pk}/"],
        "secretary": [
            f"{root}viet/",
            f"{root}{draft.pk}/",
            f"{root}{draft.pk}/sua/",
            f"{root}{group.pk}/rut/",
            f"/neu-ten/{name}/ghi/",
            f"{root}bo-ten/{name}/",
            f"{root}?cua=toi",
        ],
        "committee": [f"{root}?cho=toi", f"{root}{waiting.pk}/xem-xet/"],
    }
    for who, addresses in seen.items():
        visitor = page_as(who, size)
        for address in addresses:
            visitor.goto(address)
            assert visitor.violations() == [], (who, address)
            assert visitor.sideways <= 0, (who, address)
        assert visitor.faults == [], who
