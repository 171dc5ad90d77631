"""Who leads goes first; and what was written is printed as papers to sign."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from lantoa.programme.models import Theme
from lantoa.registrations import printing, queries
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers

WRITE = reverse("registrations:write", args=[2027])


def text_of(content: bytes) -> str:
    """Every word of a Word file, tables included."""
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


# The head goes first


def test_the_heads_agreed_paper_stands_on_every_members_page(cast):
    client = cast.client("member")
    assert "Người đứng đầu đi trước" not in client.get(WRITE).content.decode()
    waiting = papers.submitted(cast.secretary)
    assert "Người đứng đầu đi trước" not in client.get(WRITE).content.decode()
    papers.agree(waiting, cast.committee)
    page = client.get(WRITE).content.decode()
    assert "Người đứng đầu đi trước: đồng chí Nguyễn Thị Lan" in page and papers.WHAT in page
    assert "Nguyễn Thị Lan" not in cast.client("other_secretary").get(WRITE).content.decode()


def test_it_also_stands_where_somebody_writes_for_a_member(cast):
    head = queries.head_of(cast.colleague.person, 2027, cast.secretary)
    assert head is None
    papers.approved(cast.secretary, cast.committee)
    address = reverse("registrations:behalf_write", args=[2027, cast.colleague.person.pk])
    assert "Người đứng đầu đi trước" in cast.client("secretary").get(address).content.decode()


def test_nobody_is_led_by_herself(cast):
    papers.approved(cast.secretary, cast.committee)
    assert queries.head_first(cast.cell, 2027, cast.today, reader=cast.secretary.person) is None
    assert queries.head_first(cast.cell, 2026, cast.today, reader=cast.member.person) is None


def test_above_one_sees_where_the_head_has_not_registered(cast):
    page = reverse("registrations:missing")
    assert "Người đứng đầu chưa đăng ký" in cast.client("committee").get(page).content.decode()
    waiting = papers.submitted(cast.secretary)
    assert "Bản của người đứng đầu chưa duyệt" in cast.client("committee").get(page).content.decode()
    papers.agree(waiting, cast.committee)
    assert "Bản của người đứng đầu chưa duyệt" not in cast.client("committee").get(page).content.decode()
    missing = {r.name: r.head_is_missing for r in queries.turnout_of(cast.commune, 2027, cast.today)}
    assert missing == {"Chi bộ Trường THCS Hòa Bình": False, "Chi bộ thôn Nà Lùng": True}


# Papers to sign


@pytest.fixture
def one(cast) -> Registration:
    """The member's paper, with words under some headings and none under others."""
    return papers.approved(cast.member, cast.secretary, shortcomings="Còn ngại va chạm.")


def test_the_registration_in_the_layout_of_the_party(cast, one):
    address = reverse("registrations:word", args=[one.pk, "ban-dang-ky"])
    answer = cast.client("member").get(address)
    assert "ban-dang-ky-2027-do-thi-huong.docx" in answer["Content-Disposition"]
    text = text_of(answer.content)
    for words in (
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "BẢN ĐĂNG KÝ",
        "Đỗ Thị Hương",
        "I. HẠN CHẾ, KHUYẾT ĐIỂM CẦN KHẮC PHỤC",
        "II. VIỆC LÀM CỤ THỂ",
        papers.WHAT,
        "30 người",
        "02/09/2027",
        "biên bản số 11-BB/CB",
        "T/M CHI BỘ",
        "xác nhận, ký, ghi rõ họ tên",
    ):
        assert words.lower() in text.lower(), words


def test_the_pledge_has_seven_headings_and_puts_nothing_into_her_mouth(cast, one):
    text = text_of(printing.word(one, printing.PLEDGE, cast.today))
    for number, (heading, _boxes) in enumerate(printing.PLEDGED, start=1):
        assert f"{number}. {heading}" in text
    assert "Còn ngại va chạm." in text and papers.WHAT in text
    silent = sum(
        not any(box == "tasks" or getattr(one, box) for box in boxes) for _h, boxes in printing.PLEDGED
    )
    assert text.count(printing.ROOM_FOR_THE_HAND) == 2 * silent == 10


def test_a_paper_typed_for_somebody_says_so(cast):
    typed = papers.entered(cast.secretary, cast.colleague.person)
    text = text_of(printing.word(typed, printing.PLEDGE, cast.today))
    assert "Đồng chí Nguyễn Thị Lan ghi hộ; người đăng ký chưa xác nhận." in text


def test_there_are_only_two_papers_and_strangers_get_none(cast, one):
    client = cast.client("member")
    assert client.get(reverse("registrations:word", args=[one.pk, "don-xin"])).status_code == 404
    address = reverse("registrations:word", args=[one.pk, "ban-cam-ket"])
    assert cast.client("other_secretary").get(address).status_code == 404
    page = client.get(one.get_absolute_url()).content.decode()
    assert address in page and "Bản đăng ký (Word)" in page


def test_the_papers_name_card_posts_themes_and_who_follows(cast):
    person = cast.secretary.person
    person.card_number = "12.345678"
    person.save()
    for year, title in ((2026, "Đoàn kết"), (2027, "Phụng sự nhân dân")):
        span = {"starts": dt.date(year, 1, 1), "ends": dt.date(year + 1, 1, 1)}
        Theme.objects.create(unit=cast.province, kind="year", title=title, **span)
    one = papers.submitted(cast.secretary, task=replace(papers.TASK, followed_by="Chi ủy"))
    page = cast.client("secretary").get(reverse("registrations:print", args=[one.pk])).content.decode()
    for said in (
        "số thẻ đảng viên: 12.345678",
        "Bí thư chi bộ",
        "Chuyên đề năm: Phụng sự nhân dân",
        "Chi ủy",
    ):
        assert said in page
    assert "Đoàn kết" not in page
    blocks = text_of(printing.word(one, printing.REGISTRATION, cast.today))
    for said in (
        "Số thẻ đảng viên: 12.345678",
        "Chuyên đề năm: Phụng sự nhân dân",
        "Người theo dõi: Chi ủy.",
    ):
        assert said in blocks
