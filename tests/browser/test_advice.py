"""Advice while one writes, in a real browser: after a pause, never halfway through a letter, and never a figure."""

from __future__ import annotations

import time

import pytest

from lantoa.foundation import heard
from lantoa.registrations import actions
from lantoa.registrations.heard import LIKENESS
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from lantoa.writing.models import Considered
from lantoa.writing.tests.papers import NURSE, NURSE_COPY, NURSE_REORDERED
from tests.browser.conftest import ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS

pytestmark = pytest.mark.browser
WRITE = "/dang-ky/viet/2027/"
VAGUE = "Tích cực học tập và làm theo Bác"
PLAIN = "Hướng dẫn bà con tổ 4 nộp hồ sơ trên điện thoại trước 2/9"


def region(visitor):
    return visitor.page.locator("#khuyen-viec1")


def hints(visitor):
    return region(visitor).locator("li.im")


def test_vague_words_get_advice_within_a_second_and_a_half(page_as):
    member = page_as("member", PHONE)
    member.goto(WRITE)
    assert region(member).get_attribute("aria-live") == "polite" and region(member).inner_text() == ""
    began = time.monotonic()
    member.type("Việc sẽ làm", VAGUE)
    hints(member).nth(1).wait_for(timeout=1500)
    assert time.monotonic() - began < 1.5 and member.clicks == 0
    said = region(member).inner_text()
    assert (
        "chung chung" in said
        and "%" not in said.replace("95%", "")
        and "điểm" not in said.replace("chấm điểm", "")
    )
    assert (
        region(member).locator(":scope > section > ul > li.im").count() == 2
    )  # the others wait behind «Xem thêm»
    assert member.page.get_by_role("button", name="Tiếp tục").is_enabled()
    assert member.faults == []


@pytest.mark.deep
def test_a_chip_opens_the_box_with_its_unit_and_no_figure(page_as):
    member = page_as("member", PHONE)
    member.goto(WRITE)
    member.type("Việc sẽ làm", PLAIN)
    member.link("Thêm chỉ tiêu: … người")
    assert member.page.evaluate("document.activeElement.id") == "id_viec1-target_value"
    assert member.page.locator("#id_viec1-target_unit").input_value() == "người"
    assert member.page.locator("#id_viec1-target_value").input_value() == ""
    member.page.keyboard.type("30")
    region(member).get_by_text("chưa thấy chỉ tiêu").wait_for(state="detached")
    assert "«30 người»" in region(member).inner_text()
    with member.page.expect_response("**/ban-nhap/") as kept:
        member.page.get_by_label("Hạn xong").first.focus()
    assert kept.value.json()["kept"] and member.clicks == 1
    member.page.get_by_text("Đã lưu nháp lúc").wait_for()


@pytest.mark.deep
def test_nothing_is_asked_while_a_letter_is_being_composed(page_as):
    member = page_as("member", PHONE)
    member.goto(WRITE)
    asked = []
    member.page.on("request", lambda request: asked.append(request.url) if "/goi-y/" in request.url else None)
    box = member.page.get_by_label("Việc sẽ làm").first
    box.fill("Kèm các em học sinh yếu")
    box.dispatch_event("compositionstart")
    box.dispatch_event("input")
    member.page.wait_for_timeout(1600)
    assert asked == []
    with member.page.expect_response("**/goi-y/"):
        box.dispatch_event("compositionend")
    assert len(asked) == 1


@WITH_AND_WITHOUT_SCRIPTS
def test_the_button_gives_the_same_advice_and_keeps_what_is_typed(page_as, scripts):
    member = page_as("member", PHONE, scripts=scripts)
    member.goto(WRITE)
    member.type("Việc sẽ làm", PLAIN)
    member.type("Hạn xong", "2/9")
    member.button("Xem lời khuyên")
    hints(member).first.wait_for()
    assert "chưa thấy chỉ tiêu" in region(member).inner_text()
    assert member.page.get_by_label("Việc sẽ làm").first.input_value() == PLAIN
    assert member.page.get_by_label("Hạn xong").first.input_value() == "2/9"
    assert member.page.url.partition("#")[0].endswith(WRITE)


@pytest.mark.deep
@WITH_AND_WITHOUT_SCRIPTS
def test_what_was_considered_stays_away_until_the_words_change(page_as, scripts):
    member = page_as("member", PHONE, scripts=scripts)
    member.goto(WRITE)
    member.type("Việc sẽ làm", PLAIN)
    member.button("Xem lời khuyên")
    hints(member).first.wait_for()
    # What typing asked for has come too, and opens nothing anew.
    member.page.wait_for_load_state("networkidle")
    hints(member).first.get_by_text("Đã cân nhắc").click()
    hints(member).first.get_by_label("Lý do").fill("Tùy số người đến")
    hints(member).first.get_by_role("button", name="Ẩn gợi ý này").click()
    region(member).get_by_text("chưa thấy chỉ tiêu").wait_for(state="detached")
    assert Considered.objects.get().reason == "Tùy số người đến"
    member.button("Tiếp tục")
    assert "Xem lại trước khi gửi" in member.text and "chưa thấy chỉ tiêu" not in member.text


@pytest.mark.deep
def test_enter_in_a_box_goes_on_and_does_not_ask_for_advice(page_as):
    member = page_as("member", PHONE, scripts=False)
    member.goto(WRITE)
    member.type("Việc sẽ làm", PLAIN)
    member.page.get_by_label("Chỉ tiêu").first.press("Enter")
    assert "Xem lại trước khi gửi" in member.text


@pytest.mark.deep
def test_each_task_has_hints_of_its_own(page_as):
    member = page_as("member", PHONE)
    member.goto(WRITE)
    member.type("Việc sẽ làm", papers.WHAT)
    member.page.get_by_text("Thêm việc thứ hai").click()
    member.page.locator("#id_viec2-what").fill(VAGUE)
    member.page.locator("#khuyen-viec2 li.im").first.wait_for()
    assert "chung chung" in member.page.locator("#khuyen-viec2").inner_text()
    assert "chung chung" not in region(member).inner_text()


def test_an_author_reads_no_word_and_no_name_of_a_colleague(page_as, cast):
    task = Undertaking(what=NURSE)
    draft = actions.save_draft(
        actions.start_draft(by=cast.colleague, year=2027), by=cast.colleague, tasks=[task]
    )
    actions.submit(draft, by=cast.colleague)
    heard.hear(LIKENESS)
    member = page_as("member", PHONE)
    member.goto(WRITE)
    member.type("Việc sẽ làm", NURSE_COPY)
    member.page.get_by_text("Có đoạn giống với bản đăng ký khác trong đơn vị").wait_for(state="attached")
    html = member.page.content()
    assert "Thắng" not in html and "tăng huyết áp" not in html


def test_from_signing_in_to_sent_in_nine_taps(page_as, cast):
    member = page_as("member", PHONE)
    member.page.context.clear_cookies()
    account = cast.account("member")
    account.set_password("hoc tap va lan toa")
    account.save()
    member.goto("/")
    member.type("Số điện thoại", account.sign_in_name)
    member.page.locator("input[type=password]").fill("hoc tap va lan toa")
    member.button("Đăng nhập")
    member.link("Đăng ký học tập, thực hành năm 2027")
    member.type("Việc sẽ làm", PLAIN)
    member.link("Thêm chỉ tiêu: … người")
    member.page.keyboard.type("30")
    member.button("Tiếp tục")
    member.button("Gửi đến chi bộ")
    assert "Đã gửi đến đồng chí Nguyễn Thị Lan" in member.text
    assert member.clicks <= 9 and Registration.objects.get().tasks.get().target_unit == "người"


@ON_EVERY_SCREEN
def test_everyone_can_read_the_advice(page_as, size):
    member = page_as("member", size)
    member.goto(WRITE)
    member.type("Việc sẽ làm", VAGUE)
    hints(member).first.wait_for()
    assert member.violations() == [] and member.sideways <= 0
    member.button("Tiếp tục")
    assert "Lời khuyên khi viết" in member.text
    assert member.violations() == [] and member.sideways <= 0 and member.faults == []


@ON_EVERY_SCREEN
def test_a_reviewer_sees_advice_and_two_papers_side_by_side_on_every_screen(page_as, cast, size):
    last_year = papers.submitted(cast.member, task=Undertaking(what=NURSE_REORDERED), year=2026)
    papers.agree(last_year, cast.secretary)
    papers.submitted(cast.colleague, task=Undertaking(what=NURSE))
    copy = papers.submitted(cast.member, task=Undertaking(what=NURSE_COPY))
    heard.hear(LIKENESS)
    secretary = page_as("secretary", size)
    secretary.goto("/dang-ky/duyet/?thu-tu=xem-ky")
    secretary.goto(f"/dang-ky/{copy.pk}/duyet/")
    assert secretary.page.get_by_role("heading", name="Hai bản có đoạn giống nhau").is_visible()
    secretary.link("Chọn lý do “nội dung trùng")
    assert secretary.page.locator("#id_reasons_4").is_checked()
    assert secretary.violations() == [] and secretary.sideways <= 0 and secretary.faults == []


@pytest.mark.parametrize(
    ("who", "address"),
    [("secretary", "/mo-hinh/moi/"), ("committee", "/dot-pha/moi/"), ("officer", "/cau-mau/")],
)
@ON_EVERY_SCREEN
def test_other_forms_and_the_stock_phrases_can_be_read(page_as, who, address, size):
    visitor = page_as(who, size)
    visitor.goto(address)
    if visitor.page.locator("#khuyen").count():
        visitor.page.locator("textarea").last.fill(VAGUE)
        visitor.page.locator("#id_how, #id_statement").first.fill(VAGUE)
        visitor.page.locator("#khuyen li.im").first.wait_for()
    assert visitor.violations() == [] and visitor.sideways <= 0 and visitor.faults == []
