"""A report says what it is; what it said each time it was kept can be laid side by side."""

import io

import pytest
from django.urls import reverse
from docx import Document as read_docx

from lantoa.documents.tests.papers import everything
from lantoa.foundation.dates import Period
from lantoa.reports import actions, paper, versions, words
from lantoa.reports.compose import content_of
from lantoa.reports.forms import form_called
from lantoa.reports.models import Report
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import NOW, YEAR, every_text, open_terms

CONCLUSION = "Kết luận số 01-KL/TW"
THREE_YEARS = Period.parse("2024-01-01..2026-12-31")
PROGRAMME = "Học tập, thực hành tư tưởng Hồ Chí Minh"


@pytest.mark.parametrize(
    ("occasion", "subject", "period", "title"),
    [
        ("interim", CONCLUSION, "2024-01-01..2026-12-31", f"sơ kết 3 năm thực hiện {CONCLUSION}"),
        (
            "final",
            "",
            "2016-05-15..2026-05-14",
            "tổng kết 10 năm thực hiện học tập, thực hành tư tưởng Hồ Chí Minh",
        ),
        ("interim", CONCLUSION, "2026-H1", f"sơ kết 6 tháng đầu năm 2026 thực hiện {CONCLUSION}"),
        (
            "interim",
            CONCLUSION,
            "2021-01-01..2024-03-13",
            f"sơ kết từ 01/01/2021 đến 13/3/2024 thực hiện {CONCLUSION}",
        ),
        ("", "", "2026-Q1", "kết quả học tập, thực hành tư tưởng Hồ Chí Minh quý I/2026"),
        ("", CONCLUSION, "2026", f"kết quả thực hiện {CONCLUSION} năm 2026"),
    ],
)
def test_the_title_says_what_is_reviewed_and_how_long_it_was(occasion, subject, period, title):
    assert words.title_of(occasion, subject, PROGRAMME, Period.parse(period)) == title


@pytest.mark.deep(slow=True)
def test_an_interim_review_is_begun_on_the_page_and_says_so_everywhere(cast):
    client = cast.client("officer")
    data = {"unit": cast.commune.code, "period": "2026", "first": "1/1/2024", "last": "31/12/2026"}
    page = client.post(
        reverse("reports:begin"), data | {"occasion": "interim", "subject": CONCLUSION}, follow=True
    ).content.decode()
    report = Report.objects.get()
    assert str(report) == f"Báo cáo sơ kết 3 năm thực hiện {CONCLUSION} (từ 01/01/2024 đến 31/12/2026)"
    assert f"báo cáo sơ kết 3 năm thực hiện {CONCLUSION}" in " ".join(page.split())
    word = client.get(f"{reverse('reports:download', args=[report.pk])}?format=docx").content
    assert f"sơ kết 3 năm thực hiện {CONCLUSION}" in everything(read_docx(io.BytesIO(word)))
    assert client.post(reverse("reports:begin"), data).status_code == 302
    assert Report.objects.count() == 2, "another report of the same days"


@pytest.mark.deep(slow=True)
def test_a_signed_paper_keeps_its_title_and_one_kept_before_titles_stays_readable(cast):
    open_terms(cast)
    report = actions.begin(unit=cast.commune, period=THREE_YEARS, occasion="final", by=cast.officer, at=NOW)
    actions.write(report, texts=every_text(), heads={}, by=cast.officer, at=NOW)
    signed = actions.issue(report, on=cast.today, letters="ĐU", by=cast.committee, at=NOW)
    content = content_of(signed, now=NOW, today=cast.today)
    assert "báo cáo tổng kết 3 năm thực hiện" in paper.opening(content, "Đảng ủy xã An Phú")
    signed.frozen.pop("title")
    content = content_of(signed, now=NOW, today=cast.today)
    assert "báo cáo kết quả từ 01/01/2024 đến 31/12/2026" in paper.opening(content, "Đảng ủy xã An Phú")
    assert paper.Heads.of(signed, content, form_called("interim")).abstract.startswith("kết quả")


def test_each_save_is_a_version_and_two_stand_side_by_side(cast):
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer, at=NOW)
    actions.write(report, texts={"duty": "Câu một.\nCâu hai."}, heads={}, by=cast.officer, at=NOW)
    mended(cast, cast.cell, "new")
    actions.write(report, texts={"duty": "Câu một.\nCâu ba."}, heads={}, by=cast.committee, at=NOW)
    actions.write(report, texts={"duty": "Câu một.\nCâu ba."}, heads={}, by=cast.committee, at=NOW)
    assert [one.number for one in report.versions.all()] == [3, 2, 1], "equal words are no new version"
    page = cast.client("inspector").get(reverse("reports:versions", args=[report.pk])).content.decode()
    assert "<del>Câu hai.</del>" in page and "<ins>Câu ba.</ins>" in page
    assert "<ins>Đã xây mới và bàn giao 1 căn nhà.</ins>" in page
    first = (
        cast.client("inspector")
        .get(reverse("reports:versions", args=[report.pk]) + "?truoc=1&sau=2")
        .content.decode()
    )
    assert "<ins>Câu hai.</ins>" in first and "Câu ba" not in first


def test_versions_are_compared_line_by_line_and_what_is_gone_stands_last():
    before = [{"heading": "I", "lines": ["a", "b", "c"]}, {"heading": "X", "lines": ["x"]}]
    after = [{"heading": "I", "lines": ["a", "c", "d"]}, {"heading": "II", "lines": ["e"]}]
    found = versions.compared(before, after)
    assert [one.heading for one in found] == ["I", "II", "X"]
    assert [(p.before, p.after) for p in found[0].pairs] == [("a", "a"), ("b", ""), ("c", "c"), ("", "d")]
    assert [(p.before, p.after) for p in found[2].pairs] == [("x", "")]
    assert not versions.compared(after, after)[0].differs


def test_a_report_with_no_version_and_numbers_nobody_kept_are_answered_in_words(cast):
    report = actions.begin(unit=cast.commune, period=YEAR, by=cast.officer)
    address = reverse("reports:versions", args=[report.pk])
    assert "Chưa có bản nào được lưu." in cast.client("officer").get(address).content.decode()
    actions.write(report, texts={}, heads={}, by=cast.officer, at=NOW)
    answer = cast.client("officer").get(f"{address}?truoc=99&sau=abc")
    assert answer.status_code == 200 and "Lưu lần nữa thì so được hai bản." in answer.content.decode()
