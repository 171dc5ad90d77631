"""The dossier writes itself from what is recorded; certificates come in one file, a page each."""

import datetime as dt
import io
import zipfile

from docx import Document as read_docx

from lantoa.commendations import actions, printing
from lantoa.commendations.models import Proposal
from lantoa.commendations.tests.stories import (
    climbed,
    collective,
    individual,
    proposed,
    recorded,
    rule_of,
    submitted,
)
from lantoa.documents.tests.papers import everything


def files_of(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {
        name: [line for line in everything(read_docx(io.BytesIO(archive.read(name)))) if line]
        for name in archive.namelist()
    }


def of_an_occasion(cast):
    occasion = actions.open_occasion(
        name="Sơ kết 2 năm", unit=cast.province, held_on=dt.date(2026, 11, 20), by=cast.officer
    )
    submitted(cast, occasion=occasion)
    submitted(cast, occasion=occasion, subject="collective")
    return occasion


def test_a_unit_takes_all_its_papers_of_an_occasion_in_one_file(cast):
    recorded(cast, individual(cast.cell, cast.member.person), number="7-QĐ/TU")
    occasion = of_an_occasion(cast)
    answer = cast.client("secretary").get(f"/khen-thuong/dot/{occasion.pk}/ho-so/")
    assert answer.status_code == 200 and answer["Content-Type"] == "application/zip"
    found = files_of(answer.content)
    assert [name[3:] for name in found] == [
        "Tờ-trình.docx",
        "Danh-sách-trích-ngang.docx",
        "Biên-bản-bình-xét-05-BB-CB.docx",
        "Báo-cáo-thành-tích-Chi-bộ-Trường-THCS-Hòa-Bình.docx",
        "Báo-cáo-thành-tích-Đỗ-Thị-Hương.docx",
    ]
    asks, rows, minutes, _of_the_cell, hers = found.values()
    assert any("đề nghị khen thưởng, Sơ kết 2 năm" in line for line in asks)
    assert "- Giấy khen cho 1 tập thể, 1 cá nhân." in asks
    assert any("Biên bản họp bình xét số 05-BB/CB" in line for line in asks)
    assert "11/12 (91,7%)" in rows and "2026, bằng khen (tỉnh)" in rows
    assert "91,7%" in minutes and "II. KẾT QUẢ BỎ PHIẾU" in minutes
    assert any("cả 5 em lên lớp" in line for line in hers)


def test_a_report_names_what_shows_each_year_and_leaves_room_for_what_is_missing(cast):
    rule_of(cast)
    proposal = submitted(cast)
    actions.state_year(proposal, merit="rated", year=2025, paper="Thông báo số 3-TB/ĐU", by=cast.secretary)
    hers = list(files_of(printing.dossier([proposal], cast.secretary)).values())[-1]
    assert "- Năm 2025: Thông báo số 3-TB/ĐU" in hers
    assert any(line.startswith("- Năm 2026: .....") for line in hers)


def test_a_draft_without_a_vote_has_papers_too_and_a_commune_writes_its_own(cast):
    names = list(files_of(printing.dossier([proposed(cast)], cast.secretary)))
    assert not any("Biên-bản" in name for name in names) and len(names) == 3
    rung = climbed(cast, submitted(cast))
    asks = next(iter(files_of(printing.dossier([rung], cast.leader)).values()))
    assert any("TỈNH ỦY SƠN HÀ" in line.upper() for line in asks)


def test_who_does_not_see_a_proposal_has_no_papers_of_it(cast):
    at = f"/khen-thuong/de-nghi/{submitted(cast).pk}/ho-so/"
    assert cast.client("other_secretary").get(at).status_code == 404
    occasion = of_an_occasion(cast)
    assert cast.client("other_secretary").get(f"/khen-thuong/dot/{occasion.pk}/ho-so/").status_code == 404
    page = cast.client("other_secretary").get(f"/khen-thuong/dot/{occasion.pk}/").content.decode()
    assert "Sơ kết 2 năm" in page and "Đỗ Thị Hương" not in page


def test_everybody_commended_gets_a_page_of_her_own(cast):
    decision = recorded(
        cast, collective(cast.cell), individual(cast.cell, cast.member.person), form="certificate"
    )
    answer = cast.client("leader").get(f"/khen-thuong/quyet-dinh/{decision.pk}/giay-khen/")
    assert answer.status_code == 200
    document = read_docx(io.BytesIO(answer.content))
    said = [line for line in everything(document) if line]
    assert len(document.sections) == 2
    assert said.count("Giấy khen") + said.count("GIẤY KHEN") == 2
    assert "Đồng chí Đỗ Thị Hương" in said
    assert any("Quyết định số 15-QĐ/TU" in line for line in said)


def test_from_the_occasion_a_proposal_of_it_is_written(cast):
    occasion = of_an_occasion(cast)
    page = cast.client("secretary").get(f"/khen-thuong/de-nghi/viet/?dot={occasion.pk}").content.decode()
    assert f'<option value="{occasion.pk}" selected' in page
    assert Proposal.objects.filter(occasion=occasion).count() == 2
