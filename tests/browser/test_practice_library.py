"""The library on a phone with every filter, taking back an agreement with one press, the link that is shared."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_taking_over import looked_at, running

pytestmark = pytest.mark.browser
EVERYTHING = "/mo-hinh/?loai=school&sau-6-thang=chua-du&xep=ten&quy-mo=nho&tinh-trang=dang-lam"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_library_and_the_pages_of_consent_can_be_read_by_everyone(page_as, cast, size):
    ours = running(cast, names=["Lò Thị Én"], consented=True)
    named = ours.named.get()
    owner, reader = page_as("secretary", size), page_as("far_secretary", size)
    for address in ("/mo-hinh/", EVERYTHING, "/mo-hinh/?loai=school&xep=nhieu-noi", f"/mo-hinh/{ours.pk}/"):
        looked_at(reader, address)
    assert reader.page.get_by_role("button", name="Chép liên kết").is_visible()
    owner.goto(f"/mo-hinh/{ours.pk}/")
    owner.button("Ghi người này rút đồng ý")
    assert "Mô hình đang ẩn" in owner.text and not named.practice.named.get().agrees
    for address in (
        f"/mo-hinh/{ours.pk}/",
        f"/mo-hinh/neu-ten/{named.pk}/ghi/",
        f"/mo-hinh/neu-ten/{named.pk}/bo-ten/",
    ):
        looked_at(owner, address)
    reader.goto("/mo-hinh/")
    assert ours.name not in reader.text
