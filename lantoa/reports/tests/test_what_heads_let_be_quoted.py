"""What heads tell the level above fills the report, as far as they let it: by their post, never by name."""

import pytest
from django.urls import reverse

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.reports import actions as reports
from lantoa.reports import quoted
from lantoa.reports.compose import content_of
from lantoa.reports.tests.test_issuing_keeps_the_numbers import every_text
from lantoa.reports.tests.test_what_a_draft_names import everything, items
from lantoa.reports.tests.world import NOW, YEAR, in_words
from lantoa.reviews import actions

SAID = {
    "key_tasks": "Bỏ năm loại sổ trùng.",
    "breakthrough": "Đã cắt ba bước.",
    "exemplary": "Mỗi tháng dự giờ hai tiết ở mỗi khối lớp. Góp ý trực tiếp.",
    "opinions": "Trả lời đơn nhanh hơn.",
    "proposals": "Cấp thêm sách.",
}


def told(cast, **more):
    page = actions.save_head(by=cast.secretary, year=2026, **SAID | more)
    return actions.send_head(page, by=cast.secretary)


def test_a_head_who_lets_it_be_quoted_is_told_by_her_post_in_her_unit_and_above(cast):
    page = told(cast, may_be_quoted=True)
    content = in_words(cast.commune)
    of_her = f"{page.title_name} (Chi bộ Trường THCS Hòa Bình)"
    assert items(content, "exemplars") == [
        f"{of_her}: mỗi tháng dự giờ hai tiết ở mỗi khối lớp. Góp ý trực tiếp;",
        f"Ý kiến với {page.title_name[0].lower()}{of_her[1:]}: trả lời đơn nhanh hơn.",
    ]
    assert items(content, "duty")[0].startswith(of_her) and items(content, "breakthroughs")
    assert items(content, "proposals") == [f"{of_her}: cấp thêm sách."]
    assert "dự giờ" in everything(in_words(cast.cell)) and "dự giờ" not in everything(in_words(cast.province))
    assert str(cast.secretary.person) not in everything(content)


@pytest.mark.deep(slow=True)
def test_without_her_word_nothing_is_quoted_and_she_takes_it_back_with_one_press(cast):
    page = told(cast)
    assert "dự giờ" not in everything(in_words(cast.commune))
    client = cast.client("secretary")
    for press, is_quoted in (("1", True), ("0", False)):
        client.post(f"/kiem-diem/nguoi-dung-dau/{page.pk}/trich/", {"cho": press})
        assert ("dự giờ" in everything(in_words(cast.commune))) == is_quoted
    with pytest.raises(NotAllowed):
        actions.let_head_be_quoted(page, True, by=cast.committee)


def test_an_empty_place_says_who_is_asked(cast):
    told(cast)
    part = in_words(cast.commune).part("exemplars")
    assert not part.items and "người đứng đầu" in part.asks
    assert in_words(cast.far).part("meetings").asks.startswith("bí thư chi bộ")
    assert not list(quoted.by_heads(cast.commune, YEAR, "exemplary"))


def test_a_long_text_is_quoted_in_whole_sentences():
    long = "Câu đầu tiên. " + "Câu này dài thêm. " * 40
    short = quoted.in_short(long)
    assert (
        short.startswith("câu đầu tiên. Câu") and short.endswith("dài thêm") and len(short) <= quoted.LONGEST
    )


@pytest.mark.deep(slow=True)
def test_words_taken_back_are_marked_where_people_worded_them_and_nothing_is_signed_with_them(cast):
    page = told(cast, may_be_quoted=True)
    report = reports.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    woven = "Bí thư chi bộ trường MỖI tháng dự giờ hai tiết ở mỗi khối lớp, có nơi hơn."
    reports.reword(report, "exemplars", woven, by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:compose", args=[report.pk])
    assert "thôi cho trích" not in client.get(address).content.decode()
    actions.let_head_be_quoted(page, False, by=cast.secretary)
    for one in (address, reverse("reports:section", args=[report.pk, "exemplars"])):
        shown = client.get(one).content.decode()
        assert "Có lời đã thôi cho trích" in shown and f"lời của {page.title_name}" in shown
    report.refresh_from_db()
    reports.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    with pytest.raises(BadInput, match="Còn lời đã thôi cho trích"):
        reports.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    reports.reword(report, "exemplars", "Nhiều bí thư dự giờ hằng tháng.", by=cast.officer, at=NOW)
    assert "lời đã thôi cho trích" not in client.get(address).content.decode()


def test_a_page_taken_back_and_written_anew_is_still_known_by_how_it_was_named(cast):
    page = told(cast, may_be_quoted=True)
    report = reports.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    lines = "- " + items(in_words(cast.commune), "proposals")[0]
    reports.reword(report, "proposals", lines, by=cast.officer, at=NOW)
    actions.take_back_head(page, by=cast.secretary)
    actions.save_head(by=cast.secretary, year=2026, **SAID | {"proposals": "Không."})
    report.refresh_from_db()
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    assert list(quoted.withdrawn_in(report, content, quoted.gone_from(report))) == [
        content.part("proposals").heading
    ]


def withdrawn_from(cast, **words):
    page = told(cast, may_be_quoted=True, **words)
    actions.let_head_be_quoted(page, False, by=cast.secretary)
    return quoted.withdrawn(cast.commune, YEAR)[0]


def test_what_anybody_says_stays_in_a_text_written_by_hand_and_her_own_sentence_does_not(cast):
    gone = withdrawn_from(cast, opinions="Đã tiếp thu đầy đủ.")
    assert not gone.is_said_in("Cấp ủy đã tiếp thu đầy đủ các ý kiến góp ý.")
    assert not gone.is_said_in("Bí thư chi bộ mỗi tháng dự giờ hai tiết ở mỗi khối lớp, dạy thay khi cần.")
    assert gone.is_said_in("Việc làm hay:\n- Mỗi tháng dự giờ hai tiết ở mỗi khối lớp\n- Họp đúng giờ.")
    assert gone.is_said_in(f"{gone.who}: thường xuyên dự giờ.")


def test_a_sentence_that_another_head_says_and_lets_be_quoted_is_hers_to_lend(cast):
    other = actions.save_head(by=cast.other_secretary, year=2026, **SAID | {"may_be_quoted": True})
    actions.send_head(other, by=cast.other_secretary)
    assert not withdrawn_from(cast).sentences


def test_what_she_never_let_be_quoted_marks_nobodys_sentence(cast):
    told(cast)
    assert quoted.withdrawn(cast.commune, YEAR) == []


@pytest.mark.deep(slow=True)
def test_what_heads_learned_stands_among_the_shortcomings_or_under_a_heading_of_its_own(cast):
    page = told(cast, may_be_quoted=True, lessons="Giao một người thì xong. Giao chung thì chậm.")
    of_her = f"{page.title_name} (Chi bộ Trường THCS Hòa Bình)"
    said = "giao một người thì xong. Giao chung thì chậm."
    lowered = f"{of_her[0].lower()}{of_her[1:]}"
    assert items(in_words(cast.commune), "shortcomings") == [f"Bài học của {lowered}: {said}"]
    report = reports.begin(unit=cast.commune, period=YEAR, outline="ready-interim", by=cast.officer, at=NOW)
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    assert items(content, "lessons") == [f"{of_her}: {said}"] and not items(content, "shortcomings")
    assert content.part("lessons").heading == "3. Bài học kinh nghiệm"


@pytest.mark.deep(slow=True)
def test_words_taken_back_and_put_otherwise_are_left_to_who_composes_and_the_page_says_so(cast):
    page = told(cast, may_be_quoted=True)
    report = reports.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    reports.reword(report, "exemplars", "Có nơi bí thư thường xuyên dự giờ.", by=cast.officer, at=NOW)
    client, address = cast.client("officer"), reverse("reports:compose", args=[report.pk])
    assert "đã thôi cho trích" not in client.get(address).content.decode()
    actions.let_head_be_quoted(page, False, by=cast.secretary)
    shown = client.get(address).content.decode()
    assert f"{page.title_name} (Chi bộ Trường THCS Hòa Bình) đã thôi cho trích" in shown
    assert "đồng chí đọc lại và tự bỏ" in shown and "còn lời đã thôi cho trích" not in shown
