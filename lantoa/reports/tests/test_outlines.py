"""An office keeps its own order of headings, gives it to those below, and sees who has filled it."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from lxml import html

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.tests.forms import Form
from lantoa.reports import actions, outlines, queries
from lantoa.reports.compose import content_of
from lantoa.reports.forms import form_called
from lantoa.reports.models import Outline, Report
from lantoa.reports.pages.reading import Place
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import NOW, YEAR, declare, open_terms

STANDARD = form_called("interim")
TEXT = """Kết quả thực hiện
- Học tập nghị quyết | Học tập, quán triệt
- Việc làm vì dân | Tuyên truyền, an sinh xã hội, ý kiến nhân dân
Bài học kinh nghiệm | | Điều gì làm nên kết quả"""


def kept(cast, by=None, text=TEXT, given_below=False, **more):
    by = by or cast.officer
    return actions.keep_outline(
        unit=by.unit, name="Đề cương của tỉnh", headings=text, given_below=given_below, by=by, at=NOW, **more
    )


def begun(cast, outline, unit=None, by=None):
    key = str(outline.pk) if isinstance(outline, Outline) else outline
    by = by or cast.officer
    return actions.begin(unit=unit or cast.commune, period=YEAR, outline=key, by=by, at=NOW)


def headings(cast, report):
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    return [part.heading for part in content.parts]


def test_a_report_has_the_headings_of_its_outline_numbered_in_its_order(cast):
    mended(cast, cast.cell, "new")
    report = begun(cast, kept(cast))
    assert headings(cast, report) == [
        "I. Kết quả thực hiện",
        "1. Học tập nghị quyết",
        "2. Việc làm vì dân",
        "II. Bài học kinh nghiệm",
    ]
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    assert "1 căn nhà" in "".join(piece.text for piece in content.part("outreach").pieces)
    assert content.part("own-bai-hoc-kinh-nghiem").hint == "Điều gì làm nên kết quả"


def test_a_heading_over_others_stands_as_far_in_as_those_beside_it():
    places = [Place("a", "1. Học tập", 2, 0, ""), Place("b", "2. Làm theo", 2, 3, "ok")]
    page = html.fromstring(render_to_string("reports/outline.html", {"outline": places}))
    assert [one.text.strip() for one in page.xpath("//span[@class='in']")] == ["1. Học tập", "2. Làm theo"]


@pytest.mark.deep(slow=True)
def test_a_heading_of_ones_own_is_written_by_hand_and_needed_before_signing(cast):
    open_terms(cast)
    report = begun(cast, kept(cast))
    with pytest.raises(BadInput, match="Còn phần chưa viết: II. Bài học kinh nghiệm"):
        actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    actions.write(report, texts={"own-bai-hoc-kinh-nghiem": "Có."}, heads={}, by=cast.officer, at=NOW)
    assert actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW).document


def test_what_units_declare_is_told_even_where_its_heading_is_gone(cast):
    declare(cast, "own.ho_hien_dat", cast.cell, label="Hộ hiến đất", count="hộ", value=12, section="duty")
    report = begun(cast, kept(cast))
    content = content_of(report, now=NOW, today=cast.today, tables=False)
    assert "12 hộ" in "".join(piece.text for part in content.parts for piece in part.pieces)


def test_what_is_typed_comes_back_as_it_was_typed():
    assert outlines.typed(outlines.read(TEXT, STANDARD), STANDARD) == TEXT


@pytest.mark.parametrize("code", list(outlines.READY))
def test_every_ready_outline_is_sound_and_tells_results(code):
    form = outlines.outlined(STANDARD, outlines.read(outlines.READY[code].text, STANDARD))
    assert {"practices", "commendations", "directions"} <= {section.code for section in form.sections}
    assert form.section(form.otherwise) and form.section(form.corrected_in)
    assert [outlines.roman(n) for n in (4, 9, 14, 40)] == ["IV", "IX", "XIV", "XL"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "cần ít nhất một mục"),
        ("- Học tập, quán triệt", "Dòng đầu là mục lớn"),
        ("Kết quả | Chuyện khác", "Không có phần nào tên “Chuyện khác”. Các phần: Tình hình chung;"),
        ("Kiến nghị\nĐề xuất | Kiến nghị", "đứng ở hai mục"),
        ("Kiến nghị\n- Với tỉnh", "không có chỗ cho số liệu"),
        ("Một | | gợi ý | thừa", "chưa đúng"),
        ("\n".join(f"Mục {n}" for n in range(41)), "tối đa 40 mục"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered_in_words(text, sentence):
    with pytest.raises(BadInput, match=sentence):
        outlines.read(text, STANDARD)


def test_given_below_it_is_offered_there_and_the_office_sees_who_has_filled_it(cast):
    outline = kept(cast, given_below=True)
    hidden = kept(cast, text="Kiến nghị")
    offered = dict(queries.outline_choices(cast.committee))
    assert str(outline.pk) in offered and str(hidden.pk) not in offered
    report = begun(cast, outline, by=cast.committee)
    page = cast.client("officer").get(f"{outline.get_absolute_url()}?ky=2026").content.decode()
    assert report.get_absolute_url() in page and page.count("chưa soạn") == 1
    below = cast.client("committee").get(outline.get_absolute_url()).content.decode()
    assert "Ai đã soạn" not in below and "Sửa đề cương" not in below
    assert cast.client("committee").get(hidden.get_absolute_url()).status_code == 404


def test_an_outline_is_written_on_the_page_from_a_ready_one_and_mended(cast):
    client = cast.client("officer")
    form = Form(client, reverse("reports:outline_new") + "?tu=interim")
    assert "- Ưu điểm | | Việc nổi bật, nơi làm tốt" in form["headings"]
    answer = form.send(name="Sơ kết của tỉnh", headings=form["headings"])
    outline = Outline.objects.get()
    assert answer["Location"] == outline.get_absolute_url()
    edit = reverse("reports:outline_edit", args=[outline.pk])
    assert Form(client, edit).send(headings="Kiến nghị | Chuyện khác").status_code == 400
    assert Form(client, edit).send(headings="Kiến nghị").status_code == 302
    assert "I. Kiến nghị" in client.get(outline.get_absolute_url()).content.decode()


@pytest.mark.deep(slow=True)
def test_a_draft_changes_its_outline_and_keeps_what_was_written_under_the_same_heading(cast):
    report = begun(cast, "")
    client = cast.client("officer")
    address = reverse("reports:compose", args=[report.pk])
    Form(client, address).send(text_proposals="Xin thêm sách.", outline="ready-half")
    report.refresh_from_db()
    assert report.ready_outline == "half" and report.texts["proposals"] == "Xin thêm sách."
    assert "V. Nhiệm vụ trọng tâm 6 tháng tới" in headings(cast, report)
    assert Form(client, address)["text_proposals"] == "Xin thêm sách."


def test_laid_aside_it_is_no_longer_offered_and_its_reports_keep_it(cast):
    outline = kept(cast)
    report = begun(cast, outline)
    client = cast.client("officer")
    client.post(reverse("reports:outline_lay_aside", args=[outline.pk]))
    assert str(outline.pk) not in dict(queries.outline_choices(cast.officer))
    assert headings(cast, Report.objects.get(pk=report.pk))[0] == "I. Kết quả thực hiện"
    address = reverse("reports:compose", args=[report.pk])
    assert Form(client, address).send(text_study="Tốt.").status_code == 302
    with pytest.raises(Conflict):
        actions.lay_outline_aside(outline, by=cast.officer)


def test_an_outline_may_ask_for_the_rows_that_nobody_has_recorded(cast):
    client = cast.client("officer")
    sent = {"name": "Đủ phụ lục", "headings": TEXT, "given_below": True}
    assert Form(client, reverse("reports:outline_new")).send(**sent, every_row=True).status_code == 302
    outline = Outline.objects.get()
    assert "in cả những chỉ tiêu chưa ghi" in client.get(outline.get_absolute_url()).content.decode()
    whole, usual = begun(cast, outline), begun(cast, "ready-year", unit=cast.province)
    all_rows = content_of(whole, now=NOW, today=cast.today)
    assert all_rows.rows == all_rows.annex and not all_rows.unrecorded
    gathered = content_of(usual, now=NOW, today=cast.today).unrecorded
    pages = [client.get(reverse("reports:annex", args=[one.pk])).content.decode() for one in (whole, usual)]
    assert gathered and all(row.label in pages[1] for row in gathered)
    assert [f"{len(gathered)} chỉ tiêu chưa ghi" in page for page in pages] == [False, True]


def test_another_office_does_not_rewrite_it(cast):
    outline = kept(cast, given_below=True)
    with pytest.raises(NotAllowed):
        actions.keep_outline(
            outline=outline,
            unit=cast.province,
            name="X",
            headings=TEXT,
            given_below=True,
            by=cast.committee,
            at=NOW,
        )
    with pytest.raises(NotAllowed):
        actions.lay_outline_aside(outline, by=cast.committee)
    with pytest.raises(BadInput, match="Không còn đề cương này"):
        begun(cast, "9999")


@pytest.mark.deep(slow=True)
def test_the_outline_follows_the_period_unless_another_is_chosen(cast):
    client = cast.client("officer")
    page = client.get(reverse("reports:index"))
    assert page.context["form"]["outline"].value() == queries.BY_PERIOD
    assert "Báo cáo 6 tháng" in page.context["form"].fields["outline"].widget.attrs["data-means"]
    begun_by = {"2026": "year", "2026-H1": "half", "2026-Q3": "quarter", "2026-11": "month"}
    for code, ready in begun_by.items():
        sent = {"unit": cast.commune.code, "period": code, "outline": queries.BY_PERIOD}
        made = client.get(client.post(reverse("reports:begin"), sent)["Location"])
        report = made.context["report"]
        assert report.ready_outline == ready and queries.outline_name(report) in made.content.decode()
    of_days = {"first": "05/02/2026", "last": "31/10/2026", "outline": queries.BY_PERIOD}
    sent = {"unit": cast.commune.code, "period": "2026"} | of_days
    assert (
        client.get(client.post(reverse("reports:begin"), sent)["Location"]).context["report"].ready_outline
        == ""
    )
    sent = {"unit": cast.commune.code, "period": "2026", "occasion": "final", "outline": queries.BY_PERIOD}
    assert (
        client.get(client.post(reverse("reports:begin"), sent)["Location"]).context["report"].ready_outline
        == "final"
    )
