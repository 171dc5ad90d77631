"""U19 of the acceptance scripts, journey J11: an inspector goes from a sign to a sample, a note, something to mend."""

from __future__ import annotations

import pytest

from lantoa.registrations.tests import papers
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision.models import Note, Sample
from lantoa.supervision.tests.test_signs import two_cells
from tests.browser.conftest import ON_PHONE_AND_DESK

SEEN = "Việc chưa có con số nào để đối chiếu với kết quả."


@pytest.mark.browser
@ON_PHONE_AND_DESK
def test_u19_from_a_sign_to_a_note_that_the_unit_reads_and_no_other(page_as, cast, size):
    two_cells(cast)
    visitor = page_as("inspector", size)
    visitor.goto(f"/kiem-tra-giam-sat/luu-y/?don-vi={cast.commune.code}&nam={papers.YEAR}")
    assert "không phải kết luận" in visitor.text
    visitor.clicks = 0
    visitor.link("Bản đăng ký không có con số")
    assert "không phải kết luận" in visitor.text and "Chi bộ Trường THCS Hòa Bình" in visitor.text
    visitor.link("Lấy mẫu 5")
    visitor.button("Lấy mẫu")
    assert Sample.objects.get().size == 5 and "Đã ghi kết quả và minh chứng" in visitor.text
    visitor.type("Thấy gì, đối chiếu với gì", SEEN)
    visitor.button("Lưu ghi chép")
    assert "đọc được từ bây giờ" in visitor.text
    visitor.link("Giao việc khắc phục")
    visitor.type("Hạn khắc phục", "31/12/2026")
    visitor.button("Giao việc khắc phục")
    assert visitor.clicks <= 6 and "Đã giao việc khắc phục" in visitor.text
    assert visitor.sideways == 0 and not visitor.faults and not visitor.violations()
    assert Shortcoming.objects.get().owner == cast.secretary.person
    note = Note.objects.get()
    visitor = page_as("secretary", size)
    visitor.goto(note.get_absolute_url())
    assert SEEN in visitor.text
    visitor.type("Câu trả lời", "Chi bộ bổ sung chỉ tiêu trong tháng 12.")
    visitor.button("Gửi trả lời")
    assert "Chi bộ bổ sung chỉ tiêu trong tháng 12." in visitor.text and visitor.sideways == 0
    for other in ("far_secretary", "other_secretary"):
        assert cast.client(other).get(note.get_absolute_url()).status_code == 404
    far = f"/kiem-tra-giam-sat/luu-y/?don-vi={cast.far.code}"
    assert cast.client("committee").get(far).status_code == 404
