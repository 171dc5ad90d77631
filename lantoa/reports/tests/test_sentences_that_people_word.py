"""An officer words, moves, drops and adds sentences; figures stay live, and what changed is marked exactly."""

import io

import pytest
from django.urls import reverse
from docx import Document as read_docx

from lantoa.documents.tests.papers import everything
from lantoa.figures import actions as figures
from lantoa.figures.catalogue import catalogue
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.reports import actions
from lantoa.reports.compose import content_of
from lantoa.reports.tests.test_late_numbers_and_silent_ones import issued, mended
from lantoa.reports.tests.world import NOW, YEAR, declare, every_text, furnish, open_terms

HOUSES = "Nhà xây mới đã bàn giao"


def draft(cast, unit=None):
    return actions.begin(unit=unit or cast.commune, period=YEAR, by=cast.officer, at=NOW)


def said(cast, report, code="outreach"):
    return said_in(told(cast, report).part(code))


def told(cast, report):
    report.refresh_from_db()
    return content_of(report, now=NOW, today=cast.today, tables=False)


def said_in(part):
    return ["".join(piece.text for piece in line) for line in (*part.lines, *part.items)]


def word(cast, report, *lines, code="outreach"):
    return actions.reword(report, code, "\n".join(lines), by=cast.officer, at=NOW)


def page(cast, report):
    return cast.client("officer").get(reverse("reports:compose", args=[report.pk])).content.decode()


def section_page(cast, report, code="outreach"):
    return reverse("reports:section", args=[report.pk, code])


@pytest.mark.deep(slow=True)
def test_a_worded_sentence_keeps_its_figure_alive(cast):
    mended(cast, cast.cell, "new")
    report = draft(cast)
    word(cast, report, f"Nổi bật là việc xây {{{HOUSES}}} cho hộ nghèo.")
    assert said(cast, report) == ["Nổi bật là việc xây 1 căn cho hộ nghèo."]
    mended(cast, cast.cell, "new")
    assert said(cast, report) == ["Nổi bật là việc xây 2 căn cho hộ nghèo."]


@pytest.mark.deep(slow=True)
def test_the_box_shows_composed_sentences_with_figures_by_name_and_reads_them_back(cast):
    mended(cast, cast.cell, "new"), mended(cast, cast.cell)
    report = draft(cast)
    before = said(cast, report)
    form = Form(cast.client("officer"), section_page(cast, report))
    assert form["lines"] == f"Đã xây mới và bàn giao {{{HOUSES}}} nhà, sửa chữa {{Nhà sửa chữa đã bàn giao}}."
    answer = form.send(lines=form["lines"])
    assert answer.status_code == 302 and answer["Location"].endswith("/soan/#muc-outreach")
    assert said(cast, report) == before


@pytest.mark.deep(slow=True)
def test_every_sentence_a_form_can_compose_survives_being_typed(cast):
    furnish(cast)
    report = draft(cast, cast.province)
    client = cast.client("officer")
    before = [part for part in told(cast, report).parts if part.pieces]
    for part in before:
        form = Form(client, section_page(cast, report, part.code))
        assert form.send(lines=form["lines"]).status_code == 302
    after = told(cast, report)
    assert {part.code: said_in(part) for part in before} == {
        part.code: said_in(after.part(part.code)) for part in before
    }


@pytest.mark.deep(slow=True)
def test_sentences_are_moved_dropped_and_added(cast):
    mended(cast, cast.cell, "new")
    report = draft(cast)
    word(cast, report, "Câu thêm.", f"Xây {{{HOUSES}}}.", "- một gạch đầu dòng;")
    assert said(cast, report) == ["Câu thêm.", "Xây 1 căn.", "một gạch đầu dòng;"]
    word(cast, report, f"Xây {{{HOUSES}}}.")
    assert said(cast, report) == ["Xây 1 căn."]
    actions.reword(report, "outreach", None, by=cast.officer, at=NOW)
    assert said(cast, report) == ["Đã xây mới và bàn giao 1 căn nhà."]


def test_part_share_and_declaration_are_called_by_name_whatever_the_capitals(cast):
    declare(cast, "own.hien_dat", cast.cell, label="Hộ hiến đất", count="hộ", value=12)
    report = draft(cast)
    word(
        cast,
        report,
        "Có {đảng viên đã đăng ký trên tổng số đảng viên | PHẦN TRĂM}; {Bản đăng ký đã gửi | tập thể}.",
        f"Hiến đất: {{Hộ hiến đất | {cast.cell}}}.",
    )
    report.refresh_from_db()
    assert report.wording["outreach"] == [
        "Có {registrations.share_of_members:share}; {registrations.registered@subject=collective}.",
        f"Hiến đất: {{own.hien_dat#{cast.cell.code}}}.",
    ]
    assert said(cast, report)[1] == "Hiến đất: 12 hộ."


@pytest.mark.deep(slow=True)
def test_the_year_before_is_never_this_years_declaration(cast):
    declare(cast, "own.hien_dat", cast.commune, label="Hộ hiến đất", count="hộ", value=12)
    declare(cast, "outreach.articles", cast.commune, addable=True, value=9)
    report = draft(cast)
    with pytest.raises(BadInput, match=r"Không có con số nào tên “Hộ hiến đất \| cùng kỳ”"):
        word(cast, report, "Hiến đất {Hộ hiến đất | cùng kỳ}.")
    articles = str(catalogue()["outreach.articles"].label)
    word(cast, report, f"Đăng {{{articles}}} (cùng kỳ {{{articles} | cùng kỳ}}).")
    assert f"(cùng kỳ [chưa có số liệu: {articles} | cùng kỳ])" in said(cast, report)[0]
    declare(cast, "outreach.articles", cast.commune, addable=True, period="2025", value=4)
    assert said(cast, report)[0].endswith("(cùng kỳ 4).")


def test_a_year_before_kept_of_a_declaration_alone_is_named_by_its_label(cast):
    declare(cast, "own.hien_dat", cast.commune, label="Hộ hiến đất", count="hộ", value=12)
    report = draft(cast)
    report.wording = {"outreach": ["Hiến đất {own.hien_dat:before}."]}
    report.save(update_fields=["wording"])
    assert said(cast, report) == ["Hiến đất [chưa có số liệu: Hộ hiến đất | cùng kỳ]."]


@pytest.mark.deep(slow=True)
def test_a_nought_of_the_year_before_is_said_where_it_is_known_to_be_one(cast):
    mended(cast, cast.cell, "new")
    report = draft(cast)
    word(cast, report, f"Xây {{{HOUSES}}} (cùng kỳ {{{HOUSES} | cùng kỳ}}).")
    assert said(cast, report) == [f"Xây 1 căn (cùng kỳ [chưa có số liệu: {HOUSES} | cùng kỳ])."]
    figures.say_nothing("outreach.houses_built", unit=cast.commune, period=Period.year(2025), by=cast.officer)
    assert said(cast, report) == ["Xây 1 căn (cùng kỳ 0)."]


@pytest.mark.deep(slow=True)
def test_a_name_no_figure_has_is_sent_back_with_the_nearest(cast):
    report = draft(cast)
    answer = Form(cast.client("officer"), section_page(cast, report)).send(
        lines="Xây {Nhà xây mới bàn giao}."
    )
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "Không có con số nào tên “Nhà xây mới bàn giao”" in shown and HOUSES in shown
    with pytest.raises(BadInput, match="thiếu một dấu ngoặc"):
        word(cast, report, "Xây {nhà.")


@pytest.mark.deep(slow=True)
def test_a_place_without_a_figure_says_so_and_is_not_signed(cast):
    open_terms(cast)
    report = draft(cast)
    word(cast, report, f"Xây {{{HOUSES}}}.")
    assert said(cast, report) == [f"Xây [chưa có số liệu: {HOUSES}]."]
    actions.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    assert "Câu đã sửa còn chỗ chưa có số liệu" in page(cast, report)
    with pytest.raises(BadInput, match=f"còn chỗ chưa có số liệu: .*{HOUSES}"):
        actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)


@pytest.mark.deep(slow=True)
def test_exactly_the_sentences_whose_number_changed_are_marked(cast):
    furnish(cast), mended(cast, cast.cell, "new")
    report = draft(cast)
    assert "chg" not in page(cast, report).replace("chgd", "")
    mended(cast, cast.cell)
    shown = page(cast, report)
    assert shown.count('<mark class="chg">') == 1
    assert "Nhà sửa chữa đã bàn giao: mới có, 1 căn" in " ".join(shown.split())
    answer = cast.client("officer").post(reverse("reports:accept", args=[report.pk, "outreach"]))
    assert answer.status_code == 302
    assert '<mark class="chg">' not in page(cast, report)


def test_a_worded_sentence_is_marked_with_what_it_said_and_what_it_says(cast):
    mended(cast, cast.cell, "new")
    report = draft(cast)
    word(cast, report, f"Xây {{{HOUSES}}}.", "Câu không có số.")
    mended(cast, cast.cell, "new")
    shown = " ".join(page(cast, report).split())
    assert f"{HOUSES}: trước 1 căn, nay 2 căn" in shown
    assert shown.count('<mark class="chg">') == 1


@pytest.mark.deep(slow=True)
def test_what_came_late_stays_one_sentence_that_can_be_moved_or_dropped(cast):
    from lantoa.reports.tests.test_late_numbers_and_silent_ones import H2

    issued(cast)
    mended(cast, cast.cell, "new")
    report = actions.begin(unit=cast.commune, period=H2, by=cast.officer, at=NOW)
    form = Form(cast.client("officer"), section_page(cast, report, "general"))
    assert form["lines"].endswith("{Phần bổ sung, giảm so với báo cáo trước}")
    word(cast, report, "{Phần bổ sung, giảm so với báo cáo trước}", "Sau đó.", code="general")
    told = said(cast, report, "general")
    assert told[0].startswith("So với số đã báo cáo của 6 tháng đầu năm 2026: bổ sung 1 căn")


@pytest.mark.deep(slow=True)
def test_word_and_the_signed_paper_say_the_worded_sentence(cast):
    open_terms(cast), mended(cast, cast.cell, "new")
    report = draft(cast)
    word(cast, report, f"Xây {{{HOUSES}}} từ quỹ của xã.")
    actions.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    client = cast.client("officer")
    word_file = client.get(f"{reverse('reports:download', args=[report.pk])}?format=docx").content
    assert "Xây 1 căn từ quỹ của xã." in everything(read_docx(io.BytesIO(word_file)))
    signed = actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    mended(cast, cast.cell, "new")
    assert said(cast, signed) == ["Xây 1 căn từ quỹ của xã."]
    with pytest.raises(Conflict):
        word(cast, signed, "Khác.")


def test_who_may_not_compose_words_nothing_and_a_section_that_is_not_there_is_not_found(cast):
    report = draft(cast)
    with pytest.raises(NotAllowed):
        actions.reword(report, "outreach", "Khác.", by=cast.inspector, at=NOW)
    with pytest.raises(BadInput, match="không có mục"):
        word(cast, report, "Khác.", code="results")
    assert cast.client("officer").get(section_page(cast, report, "results")).status_code == 404


@pytest.mark.deep(slow=True)
def test_two_hands_in_two_sections_do_not_meet_and_in_one_they_choose(cast):
    report = draft(cast)
    first = Form(cast.client("officer"), section_page(cast, report))
    second = Form(cast.client("committee"), section_page(cast, report))
    other = Form(cast.client("committee"), section_page(cast, report, "study"))
    assert first.send(lines="Câu của tôi.").status_code == 302
    assert other.send(lines="Câu khác mục.").status_code == 302
    assert second.send(lines="Câu của người khác.").status_code != 302
    assert said(cast, report) == ["Câu của tôi."]
