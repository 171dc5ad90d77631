"""A number opens; a figure is declared on a form that keeps what was typed."""

import pytest

from lantoa.figures.catalogue import fields_of_work
from lantoa.figures.models import DeclaredFigure, Indicator


def test_a_number_opens_the_records_behind_it(cast):
    page = cast.client("secretary").get("/so-lieu/registrations.members/", {"ky": "2026"})
    text = page.content.decode()
    assert page.status_code == 200 and "Đỗ Thị Hương" in text and "Cách tính" in text
    assert page.context["figure"].exact == page.context["total"] == 3


def test_records_out_of_sight_are_counted_and_not_named(cast):
    page = cast.client("officer").get("/so-lieu/registrations.members/", {"don-vi": cast.commune.code})
    assert page.context["total"] == page.context["page"].paginator.count + page.context["hidden"]


def test_another_units_number_is_not_there(cast):
    answer = cast.client("secretary").get("/so-lieu/registrations.members/", {"don-vi": cast.far.code})
    assert answer.status_code == 404
    assert cast.client("secretary").get("/so-lieu/khong.co/").status_code == 404


def test_a_period_that_cannot_be_read_is_said_in_words(cast):
    answer = cast.client("secretary").get("/so-lieu/registrations.members/", {"ky": "mùa xuân"})
    assert answer.status_code == 400 and "Không hiểu kỳ" in answer.content.decode()


def test_the_catalogue_tells_how_every_number_is_counted(cast):
    text = cast.client("secretary").get("/so-lieu/").content.decode()
    assert "Cách tính" in text and "registrations.members" in text


@pytest.fixture
def dossiers(cast):
    """Where the province's indicator is declared."""
    kept = Indicator.objects.create(
        code="duty.dossiers",
        label="Hồ sơ đúng hạn",
        unit_of_count="%",
        kind="percent",
        unit=cast.province,
    )
    return f"/so-lieu/khai-bao/khai/?chi-tieu={kept.pk}"


def typed(**more):
    return {
        "starts": "01/01/2026",
        "ends": "30/06/2026",
        "precision": "chính xác",
        "value": "98,06",
        "basis": "số hồ sơ đã giải quyết",
    } | more


def test_a_secretary_declares_a_figure_and_finds_it_in_the_list(cast, dossiers):
    client = cast.client("secretary")
    assert dossiers.split("?")[1] in client.get("/so-lieu/khai-bao/khai/").content.decode().replace(
        "&amp;", "&"
    )
    answer = client.post(dossiers, typed(), follow=True)
    row = DeclaredFigure.objects.get()
    assert row.period.code == "2026-H1" and row.declared_by == cast.secretary.person
    text = answer.content.decode()
    assert "98,06%" in text and "tính trên số hồ sơ đã giải quyết" in text


def test_the_form_shows_the_boxes_of_its_kind_only(cast, dossiers):
    page = cast.client("secretary").get(dossiers).content.decode()
    assert 'name="value"' in page and 'name="numerator"' not in page and 'name="low"' not in page


def test_a_number_in_a_foreign_notation_is_asked_about_and_kept_on_the_form(cast, dossiers):
    answer = cast.client("secretary").post(dossiers, typed(value="1,234.5"))
    text = answer.content.decode()
    assert "Nhập theo cách viết Việt Nam" in text and "1,234.5" in text
    assert not DeclaredFigure.objects.exists()


def test_a_date_that_does_not_exist_is_named(cast, dossiers):
    answer = cast.client("secretary").post(dossiers, typed(starts="31/02/2026"))
    assert "không có thật" in answer.content.decode()


def test_a_period_that_ends_before_it_starts_is_refused(cast, dossiers):
    answer = cast.client("secretary").post(dossiers, typed(ends="31/12/2025"))
    assert answer.status_code == 200 and not DeclaredFigure.objects.exists()


def test_the_page_of_numbers_opens_one_field_under_its_name_and_offers_the_others(cast):
    page = cast.client("officer").get("/so-lieu/").content.decode()
    assert "<h2>Đăng ký học tập, thực hành</h2>" in page and "Sinh hoạt chi bộ</a>" in page
    assert page.count("<table") == 1
    other = cast.client("officer").get("/so-lieu/?nhom=meetings&ky=2025").content.decode()
    assert "<h2>Sinh hoạt chi bộ</h2>" in other and "năm 2025" in other


def test_a_unit_below_is_chosen_and_the_way_up_stays_open(cast):
    page = cast.client("officer").get(f"/so-lieu/?don-vi={cast.commune.code}").content.decode()
    assert "Cấp trên: Đảng bộ tỉnh Sơn Hà" in page and "Chi bộ thôn Nà Lùng" in page


def test_every_field_of_work_is_called_as_the_menu_calls_it():
    called = [str(label) for label in fields_of_work().values()]
    assert len(called) == len(set(called)) and fields_of_work()["practices"] == "Mô hình, điển hình"
