"""The decision as a paper an office signs: its bases, its articles, its list, and the layout of its day."""

import datetime as dt
import io

from django.urls import reverse
from docx import Document as read_docx

from lantoa.commendations import actions, printing
from lantoa.commendations.tests.stories import DECIDED, collective, individual, recorded, submitted
from lantoa.documents import actions as papers
from lantoa.documents.tests.papers import everything
from lantoa.programme.models import LegalBasis


def lines(content):
    return [line for line in everything(read_docx(io.BytesIO(content))) if line]


def of_many(cast):
    papers.open_term(unit=cast.province, name="2025 - 2030", starts=dt.date(2025, 7, 1), by=cast.system)
    return recorded(
        cast,
        collective(cast.cell),
        individual(cast.cell, cast.member.person),
        individual(cast.far_cell, name="Giàng A Páo"),
    )


def test_a_decision_of_many_names_them_in_its_annex(cast):
    said = lines(printing.word(of_many(cast)))
    assert "Số 15-QĐ/TU" in said and "TỈNH ỦY SƠN HÀ" in said
    assert "về việc tặng Bằng khen cho 1 tập thể, 2 cá nhân" in said
    assert "BAN THƯỜNG VỤ TỈNH ỦY SƠN HÀ QUYẾT ĐỊNH:" in said
    assert any(line.startswith("Điều 1. Tặng Bằng khen cho 1 tập thể, 2 cá nhân đã có") for line in said)
    assert "Đỗ Thị Hương" in said and "Giàng A Páo" in said and "Cá nhân" in said
    assert [line for line in said if "kèm theo" in line.lower() and "danh sách" not in line] == [
        "(kèm theo Quyết định số 15-QĐ/TU, ngày 12/11/2026)"
    ]


def test_its_bases_are_data_of_the_day_and_the_minutes_of_who_proposed(cast):
    proposal = submitted(cast)
    one = actions.decide(proposal, number="15-QĐ/ĐU", decided_on=DECIDED, by=cast.committee)
    said = lines(printing.word(one.decision))
    assert "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;" in said
    assert any(line.startswith("- Căn cứ Hướng dẫn số 06-HD/TW, ngày 09/6/2025") for line in said)
    assert any("Biên bản họp bình xét số 05-BB/CB, ngày 10/11/2026" in line for line in said)
    assert any(line.startswith("Điều 1. Tặng Giấy khen cho đồng chí Đỗ Thị Hương, Chi bộ") for line in said)
    LegalBasis.objects.filter(symbol="06-HD/TW").update(ends=DECIDED)
    assert not any("06-HD/TW" in line for line in lines(printing.word(one.decision)))


def test_a_cell_signs_for_itself(cast):
    praise = recorded(
        cast,
        individual(cast.cell, cast.member.person),
        by=cast.secretary,
        unit=cast.cell,
        level="cell",
        form="praise",
        number="05-BB/CB",
    )
    said = lines(printing.word(praise))
    assert "CHI BỘ QUYẾT ĐỊNH:" in said and "T/M CHI BỘ" in said and "BÍ THƯ" in said
    assert any(line.endswith("ngày 12 tháng 11 năm 2026") and not line.startswith("Ngày") for line in said)


def test_who_stands_below_reads_the_decision_but_has_no_paper_of_it(cast):
    address = reverse("commendations:decision_word", args=[of_many(cast).pk])
    answer = cast.client("leader").get(address)
    assert answer.status_code == 200 and "filename" in answer["Content-Disposition"]
    for who in ("secretary", "member", "far_secretary"):
        assert cast.client(who).get(address).status_code in (403, 404)
    assert "Tải quyết định (Word)" in cast.client("leader").get(address.replace("word/", "")).content.decode()


def test_the_papers_on_which_decisions_rest_stand_on_the_page_of_the_programme(cast):
    page = cast.client("leader").get(reverse("programme:index")).content.decode()
    assert "Căn cứ khen thưởng" in page and "06-HD/TW" in page
