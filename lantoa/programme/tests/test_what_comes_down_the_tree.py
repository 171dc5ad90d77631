"""Themes, documents and movements apply to everything below the unit that gives them."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.programme import actions, queries
from lantoa.programme.models import Directive, Movement, Theme

pytestmark = pytest.mark.django_db
YEAR = {"kind": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
TERM = {"kind": "term", "starts": dt.date(2026, 1, 1), "ends": dt.date(2031, 1, 1)}


@pytest.fixture
def themes(cast):
    """The province has a term's and a year's theme, the commune a year's."""
    actions.set_theme(unit=cast.commune, by=cast.committee, title="Nói đi đôi với làm", **YEAR)
    actions.set_theme(unit=cast.province, by=cast.officer, title="Vì dân phục vụ", **YEAR)
    actions.set_theme(unit=cast.province, by=cast.officer, title="Đoàn kết, kỷ cương", **TERM)
    return cast


def test_a_cell_works_under_the_themes_of_all_above_it(themes):
    found = queries.themes_of(themes.cell, themes.today)
    assert [t.title for t in found] == ["Đoàn kết, kỷ cương", "Vì dân phục vụ", "Nói đi đôi với làm"]
    assert found[0].set_by == "Đảng bộ tỉnh Sơn Hà"
    assert queries.theme_to_offer(themes.cell, themes.today).title == "Nói đi đôi với làm"


def test_another_commune_has_only_what_the_province_gives(themes):
    assert [t.title for t in queries.themes_of(themes.far_cell, themes.today)] == [
        "Đoàn kết, kỷ cương",
        "Vì dân phục vụ",
    ]
    assert not Theme.objects.visible_to(themes.far_secretary).filter(unit=themes.commune).exists()
    assert queries.theme_to_offer(themes.far_cell, dt.date(2025, 6, 1)) is None


def test_next_year_only_the_theme_of_the_term_remains(themes):
    assert [t.title for t in queries.themes_of(themes.cell, dt.date(2027, 1, 1))] == ["Đoàn kết, kỷ cương"]


def test_the_page_costs_a_constant_number_of_queries(themes, django_assert_max_num_queries):
    for number in range(1, 30):
        actions.record_directive(
            unit=themes.province,
            by=themes.officer,
            kind="guidance",
            number=f"{number:02d}",
            issued_on=dt.date(2026, 1, number),
            abstract="về sinh hoạt chuyên đề",
        )
    client = themes.client("member")
    client.get("/chuong-trinh/")
    with django_assert_max_num_queries(32):
        page = client.get("/chuong-trinh/").content.decode()
    assert "Hướng dẫn 29" in page and "Hướng dẫn 01" not in page and "Xem cả sổ" in page
    assert "Thêm chuyên đề" not in page


def test_a_number_names_a_document_and_two_bodies_may_use_the_same(cast):
    fields = {"kind": "guidance", "number": "03", "issued_on": dt.date(2021, 3, 1), "abstract": "về mô hình"}
    first = actions.record_directive(unit=cast.province, by=cast.officer, term="2021–2025", **fields)
    second = actions.record_directive(unit=cast.commune, by=cast.committee, **fields | {"symbol": "03-HD/ĐU"})
    assert [str(first), str(second)] == ["Hướng dẫn 03", "Hướng dẫn 03-HD/ĐU"]


def test_a_document_cannot_come_from_tomorrow(cast):
    with pytest.raises(BadInput, match="chưa đến"):
        actions.record_directive(
            unit=cast.commune,
            by=cast.committee,
            kind="plan",
            number="1",
            issued_on=dt.date(2026, 11, 17),
            abstract="về việc mai",
        )
    assert not Directive.objects.exists()


def test_nobody_writes_for_a_unit_out_of_reach(cast):
    for by in (cast.secretary, cast.far_secretary, cast.member):
        with pytest.raises(NotAllowed):
            actions.set_theme(unit=cast.commune, by=by, title="Chuyên đề", **YEAR)
    assert not Theme.objects.exists() and not Event.objects.filter(verb="theme.added").exists()


def test_the_secretary_reads_a_superiors_theme_but_may_not_change_it(themes):
    theme = Theme.objects.get(unit=themes.commune)
    assert themes.client("secretary").get(f"/chuong-trinh/chuyen-de/{theme.pk}/sua/").status_code == 403
    assert themes.client("far_secretary").get(f"/chuong-trinh/chuyen-de/{theme.pk}/sua/").status_code == 404


def test_the_committee_sets_a_theme_on_the_page(cast):
    client = cast.client("committee")
    sent = {
        "kind": "term",
        "title": "Đoàn kết",
        "from_year": "2026",
        "to_year": "2030",
        "unit": cast.commune.code,
    }
    assert client.post("/chuong-trinh/chuyen-de/moi/", sent).status_code == 302
    theme = Theme.objects.get()
    assert (theme.starts, theme.ends) == (dt.date(2026, 1, 1), dt.date(2031, 1, 1))
    assert 'value="2.030"' not in client.get(f"/chuong-trinh/chuyen-de/{theme.pk}/sua/").content.decode()
    fixed = sent | {"title": "Đoàn kết, kỷ cương", "kind": "year", "to_year": ""}
    assert client.post(f"/chuong-trinh/chuyen-de/{theme.pk}/sua/", fixed).status_code == 302
    event = Event.objects.about(theme).last()
    assert event.before["title"] == "Đoàn kết" and event.after["title"] == "Đoàn kết, kỷ cương"
    assert "Đoàn kết, kỷ cương" in client.get("/chuong-trinh/").content.decode()


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ({"from_year": "26"}, "từ 2016 đến"),
        ({"from_year": "2026", "to_year": "2025"}, "không thể trước"),
        ({"from_year": "2026", "to_year": "20300"}, "bốn chữ số"),
        ({"from_year": ""}, "bắt buộc"),
    ],
)
def test_years_that_cannot_be_are_asked_about(cast, years, said):
    page = cast.client("secretary").post(
        "/chuong-trinh/chuyen-de/moi/", {"kind": "year", "title": "A", **years}
    )
    assert page.status_code == 200 and said in page.content.decode()
    assert not Theme.objects.exists()


def test_a_movement_runs_until_its_last_day(cast):
    client = cast.client("officer")
    sent = {
        "unit": cast.province.code,
        "name": "Cả nước chung sức xây dựng nông thôn mới",
        "level": "central",
        "launched_by": "Thủ tướng Chính phủ",
        "starts": "1/1/2026",
        "last_day": "31/12/2026",
    }
    assert client.post("/chuong-trinh/phong-trao/moi/", sent).status_code == 302
    movement = Movement.objects.get()
    assert movement.ends == dt.date(2027, 1, 1)
    assert [m.kept_by for m in queries.movements_for(cast.cell, dt.date(2026, 12, 31))] == [
        "Đảng bộ tỉnh Sơn Hà"
    ]
    assert queries.movements_for(cast.cell, dt.date(2027, 1, 1)) == []
    edit = client.get(f"/chuong-trinh/phong-trao/{movement.pk}/sua/").content.decode()
    assert 'value="31/12/2026"' in edit
    wrong = client.post(f"/chuong-trinh/phong-trao/{movement.pk}/sua/", sent | {"last_day": "1/1/2025"})
    assert "Ngày kết thúc phải sau ngày bắt đầu." in wrong.content.decode()
    assert (
        client.post(f"/chuong-trinh/phong-trao/{movement.pk}/sua/", sent | {"last_day": ""}).status_code
        == 302
    )
    movement.refresh_from_db()
    assert movement.ends is None


def test_a_document_is_kept_with_its_file_and_read_below(cast):
    paper = SimpleUploadedFile("huong-dan.pdf", b"%PDF-1.4 huong dan")
    sent = {"kind": "guidance", "number": "03", "issued_on": "1/3/2026", "abstract": "về xây dựng mô hình"}
    client = cast.client("committee")
    answer = client.post("/chuong-trinh/van-ban/moi/", sent | {"unit": cast.commune.code, "file": paper})
    document = Directive.objects.get()
    assert answer["Location"] == f"/chuong-trinh/van-ban/{document.pk}/"
    below = cast.client("member").get(f"/chuong-trinh/van-ban/{document.pk}/").content.decode()
    assert "về xây dựng mô hình" in below and "Sửa" not in below
    file = cast.client("member").get(f"/chuong-trinh/van-ban/{document.pk}/tep/")
    assert b"".join(file.streaming_content) == b"%PDF-1.4 huong dan"
    assert cast.client("far_secretary").get(f"/chuong-trinh/van-ban/{document.pk}/").status_code == 404
    edited = client.post(f"/chuong-trinh/van-ban/{document.pk}/sua/", sent | {"symbol": "03-HD/ĐU"})
    document.refresh_from_db()
    assert edited.status_code == 302 and document.symbol == "03-HD/ĐU" and document.file is not None
    Directive.objects.update(file=None)
    assert client.get(f"/chuong-trinh/van-ban/{document.pk}/tep/").status_code == 404
