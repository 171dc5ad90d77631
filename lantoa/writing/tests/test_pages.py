"""A person asks for advice while she writes, with and without JavaScript, and sets a hint aside."""

from __future__ import annotations

import html
import json

import pytest
from django.urls import reverse

from lantoa.people.models import Duty, Post
from lantoa.writing import actions, queries
from lantoa.writing.inquiry import Inquiry
from lantoa.writing.models import Considered
from lantoa.writing.tests.papers import NURSE, NURSE_COPY

HTMX = {"HTTP_HX_REQUEST": "true"}
SUBJECT = "registrations.registration:7"
VAGUE = "Luôn trung thành, nói đi đôi với làm, hoàn thành tốt nhiệm vụ được giao."


def ask(cast, data, who="member", **more):
    answer = cast.client(who).post("/goi-y/", data, **more)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_without_javascript_the_answer_is_a_page_that_still_holds_the_text(cast):
    page = ask(cast, {"text": VAGUE})
    assert "<!DOCTYPE html>" in page and VAGUE in page
    assert "nội dung này còn chung chung" in page
    assert "không chấm điểm" in page


def test_with_htmx_the_answer_is_the_panel_alone(cast):
    panel = ask(cast, {"text": "Trước 30/6 kèm 3 em học sinh lớp 5."}, **HTMX)
    assert "<html" not in panel
    assert "<b>Chỉ tiêu:</b> «3 em»" in panel and "<b>Thời hạn:</b> «Trước 30/6»" not in panel
    assert "«30/6»" in panel


def test_the_page_can_be_opened_empty(cast):
    page = cast.client("member").get("/goi-y/").content.decode()
    assert "Xem lời khuyên" in page and 'id="loi-khuyen"' not in page


def test_two_hints_are_open_and_the_rest_behind_see_more(cast):
    panel = ask(cast, {"text": VAGUE}, **HTMX)
    first, _more, rest = panel.partition("Xem thêm")
    assert first.count('class="im"') == 2 and rest.count('class="im"') >= 2


def test_the_form_that_asks_names_its_boxes(cast):
    data = {
        "text_of": "first-what,first-value first-unit",
        "deadline_of": "first-due",
        "product_of": "first-product",
        "target_of": "first-value",
        "first-what": "Kèm học sinh yếu",
        "first-value": "4",
        "first-unit": "em",
        "first-due": "30/06/2027",
    }
    panel = ask(cast, data, **HTMX)
    assert "«4 em»" in panel
    assert "chưa rõ thời hạn" not in panel
    assert 'href="#id_first-product"' in panel


def test_a_box_with_a_strange_name_is_no_link(cast):
    panel = ask(cast, {"text": "Kèm học sinh yếu", "target_of": '"><script>'}, **HTMX)
    assert "<script>" not in panel and "Thêm chỉ tiêu" not in panel


def test_what_is_written_is_only_ever_text(cast):
    answer = cast.client("member").post("/goi-y/", {"text": "Trồng 3 <b>cây</b> xanh"}, **HTMX)
    assert "<b>cây</b>" not in answer.content.decode()


def test_a_secretary_is_asked_which_of_her_duties_it_serves(cast):
    title = Post.objects.get(pk=cast.secretary.post_id).title
    Duty.objects.create(title=title, name="Tổ chức sinh hoạt chi bộ")
    assert "gắn với nhiệm vụ nào" in ask(
        cast, {"text": "Trồng 3 cây trong tháng 6."}, who="secretary", **HTMX
    )
    Duty.objects.create(title=title, name="Trồng và giữ rừng")
    chosen = {"text": "Trồng 3 cây trong tháng 6.", "duty": "Tổ chức sinh hoạt chi bộ"}
    assert "«Trồng và giữ rừng»" in ask(cast, chosen, who="secretary", **HTMX)


def test_an_author_learns_that_a_passage_is_not_hers_alone_but_not_whose(cast):
    pool = queries.pool_of(cast.cell, cast.today)
    owner = queries.owner_of(cast.colleague.person)
    actions.index(SUBJECT, pool=pool, year=2026, owner=owner, text=NURSE)
    panel = ask(cast, {"text": NURSE_COPY}, **HTMX)
    assert "Có đoạn giống với bản đăng ký khác trong đơn vị." in panel
    assert "Thắng" not in panel and "tăng huyết áp" not in panel


def test_somebody_in_another_commune_is_not_compared(cast):
    pool, owner = queries.pool_of(cast.cell, cast.today), queries.owner_of(cast.colleague.person)
    actions.index(SUBJECT, pool=pool, year=2026, owner=owner, text=NURSE)
    assert "Có đoạn giống" not in ask(cast, {"text": NURSE_COPY}, who="far_secretary", **HTMX)


def test_ones_own_paper_is_not_met_as_a_copy_of_itself(cast):
    pool, owner = queries.pool_of(cast.cell, cast.today), queries.owner_of(cast.member.person)
    actions.index(SUBJECT, pool=pool, year=2026, owner=owner, text=NURSE)
    assert "Giống nhiều với bản" not in ask(cast, {"text": NURSE, "subject": SUBJECT}, **HTMX)
    assert "Giống nhiều với bản năm 2026" in ask(cast, {"text": NURSE}, **HTMX)


def button(text, key="target", place="khuyen", about=SUBJECT):
    return f"{place}|{key}|{queries.text_hash(text)}|{about}"


def test_a_hint_that_was_considered_is_not_shown_again_for_this_text(cast):
    client, text = cast.client("member"), "Kèm học sinh yếu trong năm 2027."
    data = {"text": text, "subject": SUBJECT, "place": "khuyen"}
    shown = ask(cast, data, **HTMX)
    assert "chưa thấy chỉ tiêu" in shown and f'value="{button(text)}"' in shown
    typed = data | {"can-nhac": button(text), "ly-do-khuyen-target": "Tùy số em"}
    answer = html.unescape(client.post("/goi-y/da-can-nhac/", typed, **HTMX).content.decode())
    assert "Lời khuyên khi viết" in answer and "chưa thấy chỉ tiêu" not in answer
    assert Considered.objects.get().reason == "Tùy số em"
    assert "chưa thấy chỉ tiêu" not in ask(cast, data, **HTMX)
    assert "chưa thấy chỉ tiêu" in ask(cast, data | {"text": text + " Cả lớp."}, **HTMX)


def test_without_javascript_considering_leads_to_a_page_that_says_so(cast):
    answer = cast.client("member").post("/goi-y/da-can-nhac/", {"can-nhac": button("x")}, follow=True)
    assert answer.redirect_chain == [("/goi-y/", 302)]
    assert "cân nhắc gợi ý này" in answer.content.decode()


@pytest.mark.parametrize(
    "pressed", ["", "khuyen|target", "khuyen|target|<b>|a.b:1", button("x", about="<b>")]
)
def test_a_hint_of_no_paper_cannot_be_set_aside(cast, pressed):
    assert cast.client("member").post("/goi-y/da-can-nhac/", {"can-nhac": pressed}).status_code == 400
    assert not Considered.objects.exists()


def test_the_chip_of_a_target_brings_the_unit_and_no_figure(cast):
    named = {"text_of": "viec", "viec": "Giúp bà con nộp hồ sơ trên điện thoại"}
    panel = ask(cast, named | {"target_of": "so", "unit_of": "don-vi"}, **HTMX)
    assert "Thêm chỉ tiêu: … người</a>" in panel
    assert 'data-opens="id_so" data-unit="người" data-unit-box="id_don-vi"' in panel


def test_a_form_asks_with_one_value_and_cannot_choose_whose_texts_are_told(cast):
    pool, owner = queries.pool_of(cast.cell, cast.today), queries.owner_of(cast.colleague.person)
    actions.index(SUBJECT, pool=pool, year=2026, owner=owner, text=NURSE)
    asking = Inquiry(text_of="loi", owner=owner)
    assert "Giống nhiều với bản năm 2026" in ask(cast, {"hoi": asking.as_text, "loi": NURSE}, **HTMX)
    forged = json.dumps({"text_of": "loi", "owner": owner})
    assert "Giống nhiều với bản" not in ask(cast, {"hoi": forged, "loi": NURSE}, **HTMX)
    for broken in ("{", "[]", '{"kind": "x", "place": "<b>", "subject": "<b>"}'):
        assert "Lời khuyên" in ask(cast, {"hoi": broken, "text": NURSE}, **HTMX)


def test_a_very_long_text_is_read_as_far_as_it_is_useful(cast):
    assert "Lời khuyên" in ask(cast, {"text": "Trồng 3 cây. " * 5000}, **HTMX)


def test_a_question_costs_few_queries(cast, django_assert_max_num_queries):
    client = cast.client("member")
    client.post("/goi-y/", {"text": VAGUE}, **HTMX)
    with django_assert_max_num_queries(26):
        client.post("/goi-y/", {"text": NURSE, "subject": SUBJECT}, **HTMX)


@pytest.mark.parametrize(
    ("address", "who", "boxes", "first"),
    [
        ("practices:new", "secretary", {"reason": "Bà con còn ngại", "how": "Kèm học sinh yếu"}, "how"),
        (
            "breakthroughs:new",
            "committee",
            {"statement": "Nói đi đôi với làm", "solution": "Nêu gương"},
            "statement",
        ),
    ],
)
def test_practices_and_breakthroughs_have_the_same_panel(cast, address, who, boxes, first):
    client = cast.client(who)
    page = html.unescape(client.get(reverse(address)).content.decode())
    asked = page[page.index('name="hoi" value="') + len('name="hoi" value="') :].partition('" data-ask')[0]
    assert first in json.loads(asked)["text_of"]
    panel = html.unescape(client.post("/goi-y/", boxes | {"hoi": asked}, **HTMX).content.decode())
    assert "chưa thấy chỉ tiêu" in panel and "Đã cân nhắc" in panel
    assert "Có thể nêu rõ ai được hưởng lợi." in panel or "học sinh" in panel
    # What was refused comes back with its advice.
    again = html.unescape(client.post(reverse(address), boxes).content.decode())
    assert "chưa thấy chỉ tiêu" in again
