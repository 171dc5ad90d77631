"""The pages of spread: what they say, whom they show it to, what they cost."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.queries import spread as spreads
from lantoa.adoptions.rules import PartFate
from lantoa.organisation import actions as organisation
from lantoa.people.actors import system
from lantoa.practices import actions
from lantoa.practices.tests.stories import of_the_cell, on_day, running

FIRST, SECOND = dt.date(2024, 7, 1), dt.date(2025, 2, 1)


def taken_over_twice(cast):
    """Nà Lùng learned it in July 2024 and dropped the book; Pa Khao learned it there and stopped within the year."""
    ours = running(cast)
    theirs = adoptions.adopt(
        ours, by=on_day(cast.other_secretary, FIRST), parts={3: PartFate("dropped", "đã có nhóm chung")}
    ).practice
    far = adoptions.adopt(theirs, by=on_day(cast.far_secretary, SECOND)).practice
    actions.stop(far, by=cast.far_secretary, on=dt.date(2025, 6, 1), reason="Người trực chuyển công tác")
    return ours, theirs, far


def new_cell(cast, n):
    return organisation.found(
        name=f"Chi bộ thôn {n}", parent=cast.commune, kind="party", level="cell", on=FIRST, by=cast.system
    )


def text_of(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_page_tells_generations_survival_and_why_it_stopped(cast):
    ours, _theirs, _far = taken_over_twice(cast)
    page = text_of(cast.client("member").get(f"/mo-hinh/{ours.pk}/lan-toa/"))
    assert "Nơi vận dụng 2 2 tổ chức cơ sở đảng, 2 lượt truyền tiếp" in page
    assert "Đang làm 1 1 nơi đã dừng, có lý do" in page
    assert "Còn duy trì sau 6 tháng 1 /2" in page
    assert "Học lại từ nơi đã vận dụng 1" in page
    assert re.search(r"Đời 1 1 nơi ; sau 6 tháng còn 1/1 Đời 2 1 nơi ?, dừng 1 ; sau 6 tháng còn 0/1", page)
    assert "đã dừng 01/06/2025: Người trực chuyển công tác" in page
    assert "Vì sao 1 nơi dừng Lý do dừng Lý do Số nơi Người trực chuyển công tác 1" in page
    assert "Sau Nơi đã đủ thời gian Còn duy trì 6 tháng 2 1 12 tháng 2 1" in page
    assert "Làm được bao lâu" not in page, "two places are no curve"


def test_the_drawing_has_a_twin_of_as_many_rows(cast):
    ours, *_rest = taken_over_twice(cast)
    html = cast.client("officer").get(f"/mo-hinh/{ours.pk}/lan-toa/").content.decode()
    drawing = html.split('class="ch tree"')[1].split("</svg>")[0]
    assert (
        drawing.count("<circle") == 3 and drawing.count('class="ed') == 2 + 1
    )  # two edges, the time until a stop
    assert "thôn Nà Lùng" in drawing and "bản Pa Khao, dừng 06/2025" in drawing
    twin = html.split('id="bang"')[1].split("</details>")[0]
    assert twin.count('<th scope="row"') == 2 == Adoption.objects.count()


def test_a_place_in_the_middle_shows_what_it_taught(cast):
    _ours, theirs, far = taken_over_twice(cast)
    page = text_of(cast.client("secretary").get(f"/mo-hinh/{theirs.pk}/lan-toa/"))
    assert "Dạng bảng: 1 nơi vận dụng" in page
    last = text_of(cast.client("secretary").get(f"/mo-hinh/{far.pk}/lan-toa/"))
    assert "Chưa nơi nào vận dụng mô hình này." in last


def test_results_are_compared_in_the_same_unit_of_count(cast):
    ours, theirs, _far = taken_over_twice(cast)
    actions.report_result(ours, by=cast.secretary, value=600, unit_of_count="việc")
    page = text_of(cast.client("member").get(f"/mo-hinh/{ours.pk}/lan-toa/"))
    assert "Chưa so sánh được" in page
    actions.report_result(theirs, by=cast.other_secretary, value=150, unit_of_count="việc")
    page = text_of(cast.client("member").get(f"/mo-hinh/{ours.pk}/lan-toa/"))
    assert "Nơi khởi đầu 600 Trung vị của 1 nơi vận dụng có số đo 150" in page
    assert "Bằng 25% nơi khởi đầu" in page


def test_what_most_of_those_who_stopped_had_dropped_is_told_as_going_together(cast):
    ours = running(cast)
    for n in range(4):
        copy = adoptions.adopt(
            ours, unit=new_cell(cast, n), by=system(FIRST), parts={3: PartFate("dropped", "đã có nhóm chung")}
        ).practice
        if n:
            actions.stop(copy, by=cast.system, on=cast.today, reason="Ít người dân đến")
    spread = spreads.spread_of_practice(ours, cast.today)
    assert spreads.dropped_by_most(spread) == spreads.Dropped("Mở sổ ghi việc dân hỏi.", 3)
    page = text_of(cast.client("secretary").get(f"/mo-hinh/{ours.pk}/lan-toa/"))
    assert "Ít người dân đến 3" in page
    assert "Làm được bao lâu" in page and "100% sau 6 tháng" in page
    assert "Trong 3 nơi đã dừng, 3 nơi đã bỏ phần “Mở sổ ghi việc dân hỏi.”" in page
    assert "chưa chắc điều này sinh ra điều kia" in page


def test_a_unit_that_is_merged_is_reached_once_by_its_name_of_today(cast):
    ours, *_rest = taken_over_twice(cast)
    organisation.merge(
        [cast.other_cell, cast.cell],
        name="Chi bộ thôn Nà Lùng mới",
        parent=cast.commune,
        on=cast.today,
        by=cast.system,
    )
    spread = spreads.spread_of_practice(ours, cast.today)
    assert spreads.organisations_reached(spread) == (2, 2)


def test_a_unit_sees_what_it_took_over_and_gave(cast):
    taken_over_twice(cast)
    page = text_of(cast.client("committee").get("/mo-hinh/lan-toa/"))
    assert "Lượt vận dụng 1 1 mô hình, ở 1 đơn vị" in page
    assert "Nơi khác học từ đây 2" in page
    assert "quý 3/2024 1" in page
    everything = text_of(cast.client("officer").get("/mo-hinh/lan-toa/"))
    assert "Lượt vận dụng 2 1 mô hình, ở 2 đơn vị" in everything
    field = Adoption.objects.first().root.field_id
    other = field + 1
    assert "Lượt vận dụng 2" in text_of(cast.client("officer").get(f"/mo-hinh/lan-toa/?linh-vuc={field}"))
    assert "Chưa có lượt vận dụng nào" in text_of(
        cast.client("officer").get(f"/mo-hinh/lan-toa/?linh-vuc={other}")
    )
    assert cast.client("officer").get("/mo-hinh/lan-toa/?linh-vuc=999").status_code == 404
    assert cast.client("committee").get(f"/mo-hinh/lan-toa/?don-vi={cast.far.code}").status_code == 404


def test_what_is_not_registered_has_no_page_of_spread_for_others(cast):
    draft = of_the_cell(cast)
    assert cast.client("far_secretary").get(f"/mo-hinh/{draft.pk}/lan-toa/").status_code == 404


@pytest.mark.deep
def test_the_page_costs_the_same_for_few_and_for_many(cast, django_assert_max_num_queries):
    ours, *_rest = taken_over_twice(cast)
    client = cast.client("officer")
    for n in range(12):
        adoptions.adopt(ours, unit=new_cell(cast, n), by=cast.system)
    client.get(f"/mo-hinh/{ours.pk}/lan-toa/")
    with django_assert_max_num_queries(36):
        client.get(f"/mo-hinh/{ours.pk}/lan-toa/")


def test_the_spread_of_a_practice_and_of_a_unit_is_asked_as_of_a_day(cast):
    ours, *_rest = taken_over_twice(cast)
    member, address = cast.client("member"), f"/mo-hinh/{ours.pk}/lan-toa/"
    early = text_of(member.get(address, {"ngay": "31/12/2024"}))
    assert "Nơi vận dụng 1 1 tổ chức cơ sở đảng" in early and "Chưa nơi nào đủ 6 tháng" in early
    officer = cast.client("officer")
    assert "Lượt vận dụng 2" in text_of(officer.get("/mo-hinh/lan-toa/"))
    asked = officer.get("/mo-hinh/lan-toa/", {"ngay": "31/12/2024"})
    assert "Lượt vận dụng 1" in text_of(asked) and "ngay=2024-12-31" in asked.content.decode()
    assert officer.get("/mo-hinh/lan-toa/", {"ngay": "01/01/2030"}).status_code == 400
