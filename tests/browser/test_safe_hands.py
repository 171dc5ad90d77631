"""A slow line, a killed page, an ended session, two people: nothing lost, nothing twice."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from lantoa.foundation.models import Draft
from lantoa.outreach.models import CitizenOpinion
from lantoa.study import actions as study
from lantoa.study.models import StudyClass
from tests.browser.conftest import DESK
from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
OPINION = "Đường liên thôn đọng nước sau mỗi trận mưa."
TOPIC = "Văn bản, chuyên đề được học"


def kept(visitor):
    visitor.page.get_by_text("Đã lưu nháp lúc").wait_for()


@pytest.fixture
def study_class(cast):
    return study.record_class(
        unit=cast.cell,
        topic="Nghị quyết",
        held_on=cast.today,
        party_attended=9,
        party_summoned=10,
        level="cell",
        form="direct",
        by=cast.secretary,
    )


def test_what_was_typed_is_found_again_after_the_page_was_killed_and_on_another_device(page_as):
    lan = page_as("secretary")
    lan.goto("/hoc-tap/moi/")
    lan.type(TOPIC, "Nghị quyết số 18")
    lan.page.get_by_label(TOPIC).blur()
    kept(lan)
    assert "chưa gửi" in lan.text
    lan.page.close(run_before_unload=False)
    desk = page_as("secretary", DESK)
    desk.goto("/hoc-tap/moi/")
    assert desk.page.get_by_label(TOPIC).input_value() == "Nghị quyết số 18"
    assert "gõ dở" in desk.text and not desk.violations()


@pytest.mark.deep
def test_leaving_the_page_at_once_keeps_the_last_word(page_as):
    lan = page_as("secretary")
    lan.goto("/hoc-tap/moi/")
    lan.type(TOPIC, "Nghị quyết số 18")
    lan.goto("/hoc-tap/")
    lan.goto("/hoc-tap/moi/")
    assert lan.page.get_by_label(TOPIC).input_value() == "Nghị quyết số 18"


@pytest.mark.deep
def test_three_clicks_on_a_slow_line_make_one_record(page_as):
    lan = page_as("secretary", scripts=False)
    lan.goto(reverse("outreach:opinions_new"))
    lan.page.get_by_role("textbox").first.fill(OPINION)
    lan.page.get_by_role("button", name="Ghi các ý kiến").click(click_count=3, no_wait_after=True)
    lan.page.wait_for_url(f"**{reverse('outreach:opinions')}")
    assert CitizenOpinion.objects.count() == 1


def test_two_people_editing_one_class_see_both_versions(page_as, study_class):
    page = reverse("study:edit", args=[study_class.pk])
    hung, lan = page_as("committee", DESK), page_as("secretary", DESK)
    hung.goto(page)
    lan.goto(page)
    hung.type("Báo cáo viên", "Vũ Minh Đức")
    hung.button("Lưu lớp học")
    lan.type("Báo cáo viên", "Hoàng Thị Thanh")
    lan.button("Lưu lớp học")
    assert "Trần Quốc Hùng đã lưu" in lan.text
    assert "Vũ Minh Đức" in lan.text and "Hoàng Thị Thanh" in lan.text and not lan.violations()
    lan.press(lan.page.get_by_text("Hoàng Thị Thanh"))
    lan.button("Lưu theo lựa chọn")
    lan.page.wait_for_url(f"**{study_class.get_absolute_url()}")
    assert StudyClass.objects.get().speaker == "Hoàng Thị Thanh"


def test_a_session_that_ends_while_typing_costs_no_word(page_as, cast):
    cast.account("secretary")
    lan = page_as("secretary")
    lan.goto("/hoc-tap/moi/")
    Session.objects.all().delete()
    lan.type(TOPIC, "Nghị quyết số 18")
    lan.button("Ghi lớp học")
    lan.page.get_by_text("Nội dung vừa gõ đã được giữ").wait_for()
    lan.type("Số điện thoại hoặc tên đăng nhập", "secretary")
    lan.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    lan.button("Đăng nhập")
    lan.page.wait_for_url("**/hoc-tap/moi/")
    assert lan.page.get_by_label(TOPIC).input_value() == "Nghị quyết số 18"
    assert Draft.objects.count() == 1


@pytest.mark.deep
def test_a_chosen_photo_stands_by_name_and_survives_an_error(page_as):
    hung = page_as("committee", DESK)
    hung.goto(reverse("programme:directive_new"))
    file = {"name": "chi-thi.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}
    hung.page.locator("input[type=file]").set_input_files(file)
    hung.page.get_by_text("Bỏ tệp này").wait_for()
    assert "Chọn tệp" in hung.text and hung.page.locator("[data-chosen]").inner_text() == ""
    hung.button("Ghi văn bản")
    assert "chi-thi.pdf" in hung.text and "Những phần khác đã được giữ nguyên" in hung.text
