"""The administrator changes the tree by pages: nothing is recorded before it was looked at."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.organisation import queries
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.people import actions as people
from lantoa.people.models import Grant, Membership, Post

pytestmark = pytest.mark.django_db
DECISION = {"decision": "26-QĐ/TU", "decision_date": "20/06/2025"}


def press(cast, unit, act, viec="ghi", on="16/11/2026", **typed):
    address = reverse("reorganising:act", args=[unit.code, act])
    return cast.client("administrator").post(
        address, {**DECISION, "on": on, "viec": viec, **typed}, follow=True
    )


def test_a_unit_is_added_below(cast):
    page = press(cast, cast.commune, "them", name="Chi bộ thôn Mới", kind="party", level="cell")
    assert page.status_code == 200 and Unit.objects.get(code="chi-bo-thon-moi").level == "cell"
    assert queries.is_under(Unit.objects.get(code="chi-bo-thon-moi"), cast.commune, cast.today)


def test_before_it_is_recorded_the_page_shows_before_and_after_and_what_hangs_on_it(cast):
    before = Reorganisation.objects.count()
    page = press(
        cast, cast.cell, "sap-nhap", "xem", others=[cast.other_cell.pk], way="new", name="Chi bộ Hòa Bình"
    )
    said = page.content.decode()
    for word in ("Chưa ghi gì", "Chi bộ thôn Nà Lùng", "Chi bộ Hòa Bình", "Người sinh hoạt", "Chức vụ"):
        assert word in said
    assert (
        Reorganisation.objects.count() == before and not Unit.objects.filter(code="chi-bo-hoa-binh").exists()
    )


def test_two_cells_become_one_and_the_members_are_there(cast):
    press(cast, cast.cell, "sap-nhap", others=[cast.other_cell.pk], way="new", name="Chi bộ Hòa Bình")
    new = Unit.objects.get(code="chi-bo-hoa-binh")
    assert Membership.objects.on(cast.today).filter(unit=new).count() == 4
    page = cast.client("administrator").get(new.get_absolute_url()).content.decode()
    assert "đang trống" in page, "nobody is at the head until somebody is named"


def test_renaming_moving_splitting_and_ending(cast):
    press(cast, cast.cell, "doi-ten", name="Chi bộ Trường THCS An Phú")
    assert queries.name_of(cast.cell, cast.today) == "Chi bộ Trường THCS An Phú"
    press(cast, cast.other_cell, "chuyen", parent=cast.far.code)
    assert queries.is_under(cast.other_cell, cast.far, cast.today)
    typed = {"names": "Đảng bộ xã Một\nĐảng bộ xã Hai", f"child_{cast.cell.pk}": "1"}
    press(cast, cast.commune, "chia-tach", **typed)
    assert queries.is_under(cast.cell, Unit.objects.get(code="dang-bo-xa-hai"), cast.today)
    press(cast, cast.far_cell, "ket-thuc", successor=cast.other_cell.code)
    assert queries.successor_of(cast.far_cell, cast.today) == cast.other_cell


def test_what_is_planned_stands_on_the_page_and_is_taken_back(cast):
    press(cast, cast.cell, "doi-ten", name="Chi bộ Mai Sau", on="01/12/2026")
    browser = cast.client("administrator")
    assert "Chi bộ Mai Sau" in browser.get(cast.cell.get_absolute_url()).content.decode()
    change = Reorganisation.objects.latest("pk")
    page = browser.post(reverse("reorganising:undo", args=[change.pk]), follow=True)
    assert "Đã hủy thay đổi" in page.content.decode()
    assert queries.name_of(cast.cell, dt.date(2026, 12, 2)) == "Chi bộ Trường THCS Hòa Bình"


@pytest.mark.parametrize(
    ("act", "typed", "said"),
    [
        ("doi-ten", {"name": ""}, "Tên mới"),
        ("doi-ten", {"name": "A", "on": "31/02/2026"}, "không có thật"),
        ("chuyen", {"parent": "chi-bo-truong-thcs-hoa-binh"}, "vào chính nó"),
        ("sap-nhap", {"way": "new", "name": ""}, "Chọn ít nhất một đơn vị"),
        ("chia-tach", {"names": "Một"}, "Chia tách cần tên"),
        ("ket-thuc", {"successor": "không có"}, "Không có đơn vị"),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(cast, act, typed, said):
    page = press(cast, cast.cell, act, **typed)
    assert page.status_code == 200 and said in page.content.decode()
    assert "26-QĐ/TU" in page.content.decode()


def test_the_units_of_another_province_are_not_found_and_nobody_else_may(cast):
    address = reverse("reorganising:act", args=[cast.cell.code, "doi-ten"])
    assert cast.client("secretary").get(address).status_code == 403
    unknown = reverse("reorganising:act", args=[cast.cell.code, "khong-co"])
    assert cast.client("administrator").get(unknown).status_code == 404


def test_the_page_asks_who_heads_the_new_unit_and_a_second_person_confirms(cast):
    typed = {"others": [cast.other_cell.pk], "way": "new", "name": "Chi bộ Hòa Bình"}
    said = press(cast, cast.cell, "sap-nhap", "xem", **typed).content.decode()
    assert "Bí thư chi bộ, Chi bộ Hòa Bình" in said and "Chưa có" in said
    assert "Nguyễn Thị Lan" in said and "Lò Văn Pánh" in said
    assert said.count("selected") == 0, "nobody is chosen beforehand"
    lan = str(cast.secretary.person.pk)
    press(cast, cast.cell, "sap-nhap", **typed, **{"dung-dau-chi-bo-hoa-binh": lan})
    grant = Grant.objects.get()
    assert (grant.unit.code, grant.role, grant.is_head) == ("chi-bo-hoa-binh", "secretary", True)
    assert (grant.starts, grant.decision) == (cast.today, "26-QĐ/TU")
    people.confirm_grant(grant, by=cast.leader)
    assert Post.objects.on(cast.today).filter(unit=grant.unit, is_head=True).exists()


def test_somebody_from_elsewhere_heads_nothing_and_nothing_is_recorded(cast):
    typed = {"others": [cast.other_cell.pk], "way": "new", "name": "Chi bộ Hòa Bình"}
    far = str(cast.far_secretary.person.pk)
    page = press(cast, cast.cell, "sap-nhap", **typed, **{"dung-dau-chi-bo-hoa-binh": far})
    assert "trong danh sách" in page.content.decode()
    assert not Unit.objects.filter(code="chi-bo-hoa-binh").exists() and not Grant.objects.exists()


def test_who_was_asked_for_goes_with_a_change_that_is_taken_back(cast):
    typed = {"others": [cast.other_cell.pk], "way": "new", "name": "Chi bộ Hòa Bình"}
    lan = {"dung-dau-chi-bo-hoa-binh": str(cast.secretary.person.pk)}
    press(cast, cast.cell, "sap-nhap", on="01/12/2026", **typed, **lan)
    assert Grant.objects.get().starts == dt.date(2026, 12, 1)
    change = Reorganisation.objects.latest("pk")
    cast.client("administrator").post(reverse("reorganising:undo", args=[change.pk]))
    assert not Grant.objects.exists() and not Unit.objects.filter(code="chi-bo-hoa-binh").exists()


def test_the_tree_of_another_province_is_not_there_to_be_changed(cast):
    address = reverse("reorganising:choose", args=[cast.another_province().code])
    assert cast.client("administrator").get(address).status_code == 404
