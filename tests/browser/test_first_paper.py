"""The first paper in a real browser: on a phone and at a desk, with a script and without, counting clicks."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image

from lantoa.people import actors
from lantoa.registrations import actions
from lantoa.registrations.models import Evidence, Progress, Registration
from lantoa.registrations.tests import papers
from tests.browser.conftest import DESK, ON_EVERY_SCREEN, PHONE, WITH_AND_WITHOUT_SCRIPTS
from tests.cast import person

pytestmark = pytest.mark.browser
WRITE, CHECK, SENT = (f"/dang-ky/viet/2027/{step}" for step in ("", "xem-lai/", "da-gui/"))
BOTH_WAYS_ALWAYS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def big_photo() -> dict:
    """Six megabytes from a phone's camera."""
    out = BytesIO()
    Image.effect_noise((2600, 2000), 90).convert("RGB").save(out, "JPEG", quality=97)
    assert out.tell() > 6_000_000
    return {"name": "to-4.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def four_waiting(cast) -> list[Registration]:
    """Four papers in the cell's queue."""
    names = ["Hoàng Thị Mai", "Ngô Quang Vinh"]
    extra = [actors.as_member(person(n, cast.cell).memberships.get(), cast.today) for n in names]
    return [papers.submitted(author) for author in (cast.member, cast.colleague, *extra)]


@BOTH_WAYS_ALWAYS
def test_a_member_registers_in_five_clicks(page_as, cast, scripts):
    member = page_as("member", PHONE, scripts=scripts)
    member.goto("/")
    member.link("Đăng ký học tập, thực hành năm 2027")
    member.type("Việc sẽ làm", papers.WHAT)
    member.button("Tiếp tục")
    member.button("Gửi đến chi bộ")
    assert member.clicks <= 5
    one = Registration.objects.get()
    assert one.code in member.text and "Đã gửi đến đồng chí Nguyễn Thị Lan" in member.text
    secretary = page_as("secretary", DESK)
    secretary.goto("/")
    assert "Duyệt 1 bản đăng ký" in secretary.text


@WITH_AND_WITHOUT_SCRIPTS
def test_an_empty_text_is_told_and_the_rest_is_kept(page_as, scripts):
    member = page_as("member", PHONE, scripts=scripts)
    member.goto(WRITE)
    member.type("Chỉ tiêu", "30")
    member.button("Tiếp tục")
    assert member.clicks == 1 and member.page.title().startswith("Lỗi: ")
    assert member.page.get_by_label("Chỉ tiêu").first.input_value() == "30"
    assert member.page.locator("#loi").is_visible()
    if scripts:
        assert member.page.evaluate("document.activeElement.id") == "loi"
        member.link("Hãy viết việc")
        assert member.page.evaluate("document.activeElement.id") == "id_viec1-what"


def test_a_killed_page_loses_nothing(page_as):
    member = page_as("member", PHONE)
    member.goto(WRITE)
    member.type("Việc sẽ làm", papers.WHAT)
    member.type("Hạn xong", "2/9")
    with member.page.expect_response(lambda answer: "ban-nhap" in answer.url) as kept:
        member.page.get_by_label("Chỉ tiêu").first.focus()
    assert kept.value.json()["kept"]
    assert "Đã lưu nháp lúc" in member.text and "chưa gửi" in member.text
    member.page.close()
    again = page_as("member", PHONE)
    again.goto("/")
    again.link("Viết tiếp bản đăng ký năm 2027")
    assert again.clicks <= 2
    assert again.page.get_by_label("Việc sẽ làm").first.input_value() == papers.WHAT
    assert again.page.get_by_label("Hạn xong").first.input_value() == "2/9"


@pytest.mark.deep
def test_the_draft_and_the_sending_do_not_trip_over_each_other(page_as):
    """Leaving a box keeps the draft at the very moment the button sends the page."""
    member = page_as("member", PHONE)
    member.goto(WRITE)
    member.page.get_by_label("Việc sẽ làm").first.press_sequentially("Đọc sách cùng lớp 6B.", delay=5)
    member.button("Tiếp tục")
    assert "Xem lại trước khi gửi" in member.text
    member.button("Gửi đến chi bộ")
    assert "Đã gửi đến đồng chí Nguyễn Thị Lan" in member.text


@WITH_AND_WITHOUT_SCRIPTS
def test_a_result_with_a_large_photo_in_five_clicks(page_as, cast, scripts):
    one = papers.approved(cast.member, cast.secretary)
    member = page_as("member", PHONE, scripts=scripts)
    member.goto("/dang-ky/cua-toi/")
    member.link("Ghi kết quả")
    member.type("Lần này đạt thêm", "12")
    member.choose_file("Ảnh, tệp minh chứng", big_photo())
    member.button("Lưu kết quả")
    assert member.clicks <= 5
    assert "12/30 người" in member.text
    assert Progress.objects.get().value == Decimal(12)
    assert Evidence.objects.get().attachment.size <= 500_000
    shown = member.page.get_by_alt_text("Ảnh minh chứng 1")
    shown.scroll_into_view_if_needed()
    shown.evaluate("image => image.decode()")
    assert one.tasks.get().done == 12 and member.faults == []


def test_four_papers_are_judged_in_nine_clicks(page_as, cast):
    waiting = four_waiting(cast)
    secretary = page_as("secretary", DESK)
    secretary.goto("/")
    secretary.link("Xem và duyệt")
    secretary.type("Ngày họp", "16/11/2026")
    secretary.type("Biên bản số", "11-BB/CB")
    for _paper in range(3):
        secretary.button("Đồng ý")
    secretary.tick("Chưa có chỉ tiêu cụ thể")
    secretary.button("Trả lại để sửa")
    assert secretary.clicks <= 9 and "Đã duyệt xong 4 bản" in secretary.text
    last = Registration.objects.get(pk=waiting[3].pk)
    assert last.reason == "chưa có chỉ tiêu cụ thể"
    assert Registration.objects.approved().count() == 3 and secretary.faults == []


@pytest.mark.deep
def test_four_papers_are_judged_by_keys_alone(page_as, cast):
    four_waiting(cast)
    secretary = page_as("secretary", DESK)
    secretary.goto("/")
    keyboard = secretary.page.keyboard
    for key in ("Tab", "Enter", "Tab", "Enter"):  # the skip link, then the first task
        secretary.key(key)
    secretary.page.wait_for_url("**/duyet/")
    for key in ("d", "Enter"):  # a letter only brings the button into focus
        secretary.key(key)
    secretary.page.locator("#loi").wait_for()
    for key in ("Tab", "Enter"):  # no meeting yet: the error box leads to its field
        secretary.key(key)
    assert secretary.page.evaluate("document.activeElement.id") == "id_meeting_on"
    keyboard.type("16/11/2026")
    secretary.key("Tab")
    keyboard.type("11-BB/CB")
    secretary.key("Enter")
    for place in ("Bùi Văn Thắng", "Hoàng Thị Mai"):
        secretary.page.get_by_role("heading", name=place).wait_for()
        for key in ("d", "Enter"):
            secretary.key(key)
    secretary.page.get_by_role("heading", name="Ngô Quang Vinh").wait_for()
    for key in ("2", "t", "Enter"):
        secretary.key(key)
    secretary.page.get_by_role("heading", name="Đã duyệt xong 4 bản").wait_for()
    assert secretary.clicks <= 18


@pytest.mark.deep
def test_the_slower_of_two_is_told_and_nothing_is_lost(page_as, cast):
    one = papers.submitted(cast.member)
    secretary = page_as("secretary", DESK)
    secretary.goto(f"/dang-ky/{one.pk}/duyet/")
    papers.agree(one, cast.committee)
    secretary.type("Ngày họp", "16/11/2026")
    secretary.type("Biên bản số", "12-BB/CB")
    secretary.button("Đồng ý")
    assert "Đồng chí Hùng đã duyệt lúc 08:00." in secretary.text
    assert Registration.objects.get().minutes_number == "11-BB/CB"


@ON_EVERY_SCREEN
def test_everyone_can_read_every_page_on_every_screen(page_as, cast, size):
    done = papers.approved(cast.member, cast.secretary, year=2026)
    line = actions.record_progress(done.tasks.get(), by=cast.member, on=cast.today, text="Giúp 12 cụ ở tổ 4.")
    waiting = four_waiting(cast)
    actions.return_for_changes(waiting[1], by=cast.secretary, reasons=["no_target"])
    paper, result = f"/dang-ky/{done.pk}/", f"/dang-ky/ket-qua/{line.pk}/sua/"
    seen = {
        "member": ["/", "/dang-ky/cua-toi/", WRITE, SENT, paper, f"{paper}in/", f"{paper}ket-qua/", result],
        "colleague": ["/", "/dang-ky/cua-toi/", WRITE, CHECK],
        "secretary": ["/dang-ky/", "/dang-ky/?loc=chua-dang-ky", "/dang-ky/duyet/", WRITE],
        "committee": ["/dang-ky/", "/dang-ky/?loc=da-duyet&nam=2030", "/dang-ky/duyet/"],
    }
    for who, addresses in seen.items():
        visitor = page_as(who, size)
        for address in addresses:
            visitor.goto(address)
            assert visitor.violations() == [], (who, address)
            assert visitor.sideways <= 0, (who, address)
        assert visitor.faults == [], who
