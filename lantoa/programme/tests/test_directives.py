"""A document from above asks something of the units directly below; each says what it did, and by when."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.programme import actions, agenda, late, printing, queries, todo
from lantoa.programme.models import Directive, DirectiveAnswer
from lantoa.reports.tests.test_what_a_report_says import lines
from lantoa.reports.tests.world import composed

pytestmark = pytest.mark.django_db
ASKED = {"asks": "Sinh hoạt chuyên đề, báo số mô hình.", "answer_by": dt.date(2026, 11, 30)}
PAPER = {"kind": "guidance", "issued_on": dt.date(2026, 11, 2), "abstract": "về xây dựng mô hình"}


@pytest.fixture
def asked(cast):
    """The commune's committee asks its cells."""
    return actions.record_directive(unit=cast.commune, by=cast.committee, number="03", **PAPER, **ASKED)


def titles(actor):
    return [one.title for one in todo.items(actor)]


def answer(cast, asked, said="Đã quán triệt ngày 3/11.", **told):
    told = {"unit": cast.cell, "done_on": dt.date(2026, 11, 10), "by": cast.secretary} | told
    return actions.answer_directive(asked, said=said, **told)


def test_it_stands_in_the_work_of_those_directly_below_until_they_answer(cast, asked):
    assert "Thực hiện hướng dẫn 03" in titles(cast.secretary)
    assert not any("hướng dẫn 03" in title for title in titles(cast.far_secretary) + titles(cast.officer))
    answer(cast, asked)
    assert "Thực hiện hướng dẫn 03" not in titles(cast.secretary)
    assert "Thực hiện hướng dẫn 03" in titles(cast.other_secretary)


def test_the_pages_from_the_task_to_who_has_answered(cast, asked):
    secretary, committee = cast.client("secretary"), cast.client("committee")
    page = secretary.get(asked.get_absolute_url()).content.decode()
    assert "Đơn vị mình đã làm gì" in page and "báo số mô hình" in page
    told = {"done_on": "10/11/2026", "said": "Đã quán triệt, 2 mô hình."}
    assert secretary.post(f"/chuong-trinh/van-ban/{asked.pk}/da-lam/", told).status_code == 302
    below = committee.get(f"/chuong-trinh/van-ban/{asked.pk}/cap-duoi/").content.decode()
    assert "Đã quán triệt, 2 mô hình." in below and "đúng hạn" in below and "chưa đến hạn" in below
    assert secretary.get(f"/chuong-trinh/van-ban/{asked.pk}/cap-duoi/").status_code == 404
    assert "Đơn vị mình đã làm gì" not in committee.get(asked.get_absolute_url()).content.decode()


def test_said_again_it_mends_what_was_said(cast, asked):
    answer(cast, asked), answer(cast, asked, said="Đã quán triệt ngày 3/11, có 2 mô hình.")
    assert DirectiveAnswer.objects.get().said.endswith("2 mô hình.")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"said": " "}, "Ghi đã làm gì"),
        ({"done_on": dt.date(2026, 12, 5)}, "chưa đến"),
        ({"done_on": dt.date(2026, 11, 1)}, "trước ngày bắt đầu"),
    ],
)
def test_an_answer_says_what_and_when(cast, asked, told, words):
    with pytest.raises(BadInput, match=words):
        answer(cast, asked, **told)


def test_who_is_not_asked_does_not_answer(cast, asked):
    with pytest.raises(NotAllowed, match="không yêu cầu"):
        actions.answer_directive(
            asked, unit=cast.far_cell, done_on=dt.date(2026, 11, 10), said="Xong.", by=cast.far_secretary
        )


@pytest.mark.parametrize(
    ("fields", "box"),
    [
        ({"answer_by": dt.date(2026, 11, 1), "asks": "x"}, "answer_by"),
        ({"answer_by": dt.date(2026, 12, 1)}, "asks"),
    ],
)
def test_who_is_asked_is_told_what_and_given_time(cast, fields, box):
    with pytest.raises(BadInput) as refused:
        actions.record_directive(unit=cast.commune, by=cast.committee, number="03", **PAPER, **fields)
    assert refused.value.field == box


def test_what_was_replaced_is_asked_no_more_and_says_by_what(cast, asked):
    new = actions.record_directive(
        unit=cast.commune, by=cast.committee, number="05", replaces=asked, **PAPER, **ASKED
    )
    assert titles(cast.secretary).count("Thực hiện hướng dẫn 05") == 1
    assert "Thực hiện hướng dẫn 03" not in titles(cast.secretary)
    page = cast.client("secretary").get(asked.get_absolute_url()).content.decode()
    assert "Đã được thay thế bởi" in page and new.get_absolute_url() in page


def test_a_cell_is_not_asked_what_it_wants_of_those_below(cast):
    form = cast.client("secretary").get("/chuong-trinh/van-ban/moi/").content.decode()
    assert 'name="asks"' not in form and 'name="answer_by"' not in form
    assert 'name="asks"' in cast.client("committee").get("/chuong-trinh/van-ban/moi/").content.decode()


def test_nobody_below_replaces_what_was_issued_above(cast, asked):
    with pytest.raises(BadInput, match="Chỉ nơi ban hành"):
        actions.record_directive(unit=cast.cell, by=cast.secretary, number="01", replaces=asked, **PAPER)
    form = cast.client("secretary").get("/chuong-trinh/van-ban/moi/").content.decode()
    assert f'<option value="{asked.pk}"' not in form
    earlier = PAPER | {"issued_on": dt.date(2026, 11, 1)}
    with pytest.raises(BadInput, match="ban hành trước"):
        actions.record_directive(unit=cast.commune, by=cast.committee, number="02", replaces=asked, **earlier)


def test_past_its_day_it_is_late_and_before_it_is_reminded(cast, asked):
    [kind] = [one for one in late.late(dt.date(2026, 12, 5)) if one.code == "van-ban"]
    assert kind.listed("chi-bo-a").endswith("?don-vi=chi-bo-a")
    assert {place.unit_id for place in kind.things} == {cast.cell.pk, cast.other_cell.pk}
    answer(cast, asked)
    assert {place.unit_id for place in kind.things.all()} == {cast.other_cell.pk}
    due = list(late.due(dt.date(2026, 11, 23), dt.date(2026, 11, 30), cast.today))
    assert {one.unit_id for one in due if one.key.startswith("directive:")} == {cast.other_cell.pk}


def test_a_document_received_from_outside_stands_in_the_register_with_who_issued_it(cast):
    form = {
        "kind": "directive",
        "number": "07",
        "issued_on": "13/7/2026",
        "abstract": "về đẩy mạnh học tập",
        "received_from": "Bộ Chính trị",
        "received_on": "20/7/2026",
        "unit": cast.province.code,
    }
    assert cast.client("officer").post("/chuong-trinh/van-ban/moi/", form).status_code == 302
    assert Directive.objects.get().received_from == "Bộ Chính trị"
    page = cast.client("secretary").get("/chuong-trinh/van-ban/").content.decode()
    assert "Chỉ thị 07" in page and "Bộ Chính trị" in page
    assert queries.directives_for(cast.cell, cast.today)[0].issued_by == "Bộ Chính trị"


def test_who_is_asked_reads_beside_her_work_what_came_from_above(cast, asked):
    panel = cast.client("secretary").get("/chuong-trinh/van-ban/tu-cap-tren/").content.decode()
    assert "về xây dựng mô hình" in panel and "Báo thực hiện trước 30/11/2026" in panel
    own = cast.client("committee").get("/chuong-trinh/van-ban/tu-cap-tren/").content.decode()
    assert "về xây dựng mô hình" not in own and "Hiện chưa có gì" in own


def test_who_said_it_is_a_person_and_the_first_time_stays(cast, asked):
    told = {"unit": cast.cell, "done_on": dt.date(2026, 11, 3), "by": cast.secretary}
    first = actions.answer_directive(asked, said="Đã quán triệt.", **told)
    again = actions.answer_directive(asked, said="Đã quán triệt, lập kế hoạch.", **told)
    assert first.changed_at is None and again.changed_at and again.answered_at == first.answered_at
    assert again.answered_by == cast.secretary.person
    page = cast.client("secretary").get(asked.get_absolute_url()).content.decode()
    assert "Người báo: Nguyễn Thị Lan" in " ".join(page.split()) and "Báo lại lúc" in page


def test_a_theme_comes_with_its_papers_to_the_meeting_the_plan_and_the_report(cast):
    paper = actions.record_directive(
        unit=cast.province, by=cast.officer, number="16", symbol="16-HD/BTG", **PAPER
    )
    common = {"unit": cast.province, "by": cast.officer, "starts": dt.date(2026, 1, 1)}
    actions.set_theme(kind="year", title="Nêu gương", ends=dt.date(2027, 1, 1), papers=[paper], **common)
    term = actions.set_theme(kind="term", title="Vì dân", ends=dt.date(2031, 1, 1), **common)
    points = {point.words: point.note for point in agenda.brings(cast.cell, cast.secretary, cast.today)}
    assert points["Chuyên đề năm: Nêu gương"] == str(paper) and "Chuyên đề toàn khóa: Vì dân" in points
    assert str(paper) in cast.client("member").get("/chuong-trinh/").content.decode()
    plan = actions.draft_plan(
        unit=cast.cell,
        by=cast.secretary,
        scope="year",
        title="Kế hoạch năm 2026",
        starts=dt.date(2026, 1, 1),
        ends=dt.date(2027, 1, 1),
    )
    with zipfile.ZipFile(BytesIO(printing.word(plan, cast.today))) as word:
        text = word.read("word/document.xml").decode()
    assert f"Chuyên đề năm: Nêu gương ({paper})" in text and "Chuyên đề toàn khóa: Vì dân" in text
    said = " ".join(lines(composed(cast.cell), "study"))
    assert "toàn khóa “Vì dân”; năm “Nêu gương” (theo" in said
    client = cast.client("officer")
    form = client.get(f"/chuong-trinh/chuyen-de/{term.pk}/sua/").content.decode()
    assert str(paper) in form
    sent = {"kind": "term", "title": "Vì dân", "from_year": "2026", "to_year": "2030", "papers": [paper.pk]}
    client.post(f"/chuong-trinh/chuyen-de/{term.pk}/sua/", sent)
    assert list(term.papers.all()) == [paper]
