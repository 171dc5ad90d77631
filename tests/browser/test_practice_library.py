"""The library on a phone with every filter, taking back an agreement with one press, the link that is shared."""

import re

import pytest

from lantoa.adoptions import actions as adoptions
from tests.browser.conftest import DESK, ON_EVERY_SCREEN
from tests.browser.test_taking_over import looked_at, running

pytestmark = pytest.mark.browser
EVERYTHING = "/mo-hinh/?loai=school&sau-6-thang=chua-du&xep=ten&quy-mo=nho&tinh-trang=dang-lam"


@ON_EVERY_SCREEN
def test_the_library_and_the_pages_of_consent_can_be_read_by_everyone(page_as, cast, size):
    ours = running(cast, names=["Lò Thị Én"], consented=True)
    named = ours.named.get()
    owner, reader = page_as("secretary", size), page_as("far_secretary", size)
    for address in ("/mo-hinh/", EVERYTHING, "/mo-hinh/?loai=school&xep=nhieu-noi", f"/mo-hinh/{ours.pk}/"):
        looked_at(reader, address)
    assert reader.page.get_by_role("button", name="Chép liên kết").is_visible()
    owner.goto(f"/mo-hinh/{ours.pk}/")
    owner.button("Ghi người này rút đồng ý")
    assert "Mô hình đang ẩn" in owner.text and not named.subject.named.get().agrees
    for address in (
        f"/mo-hinh/{ours.pk}/",
        f"/neu-ten/{named.pk}/ghi/",
        f"/mo-hinh/bo-ten/{named.pk}/",
    ):
        looked_at(owner, address)
    reader.goto("/mo-hinh/")
    assert ours.name not in reader.text


def test_one_practice_prints_on_one_sheet_and_is_shared_from_the_device(page_as, cast):
    way = "\n".join(
        f"{n}. Phân công hai đảng viên trực, mở sổ ghi việc dân hỏi và trả lời trong bảy ngày."
        for n in range(1, 8)
    )
    ours = running(
        cast, how=way, reason="Bà con phải đi 14 km làm giấy khai sinh. " * 8, hardest="Giữ lịch trực."
    )
    adoptions.adopt(ours, by=cast.other_secretary)
    reader = page_as("secretary", DESK)
    reader.page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    reader.goto(f"/mo-hinh/{ours.pk}/")
    reader.page.get_by_text("1 nơi đã vận dụng").first.wait_for(state="attached")
    paper = reader.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    reader.page.emulate_media(media="print")
    assert "1 nơi đã vận dụng" in reader.text and "Nà Lùng" not in reader.text
    assert reader.page.locator(".btn:visible, nav:visible").count() == 0
    reader.page.emulate_media(media="screen")
    reader.page.get_by_role("button", name="Chia sẻ", exact=True).click()
    assert ours.name in reader.page.evaluate("window.shared.text")
    plain = page_as("secretary", DESK, scripts=False)
    plain.goto(f"/mo-hinh/{ours.pk}/")
    assert plain.page.get_by_role("button", name="Chia sẻ", exact=True).count() == 0
