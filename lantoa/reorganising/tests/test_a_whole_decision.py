"""A decision of many units pasted from Excel: looked at, answered, recorded in one go, taken back before its day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.organisation import actions as organisation
from lantoa.organisation import queries
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.people import actions as people
from lantoa.people.actors import actors_of
from lantoa.people.models import Grant, Membership

pytestmark = pytest.mark.django_db
HEAD = "Đơn vị hiện nay\tViệc\tĐơn vị sau sắp xếp\tTrực thuộc\tNhận hồ sơ\n"


def paste(cast, rows, viec="ghi", on="16/11/2026", unit=None, **typed):
    address = reverse("reorganising:table", args=[(unit or cast.province).code])
    said = {"text": HEAD + "\n".join(rows), "on": on, "viec": viec, "decision": "26-QĐ/TU", **typed}
    return cast.client("administrator").post(address, said, follow=True)


def placed(name, on):
    found = [
        place
        for place in queries.subtree(Unit.objects.get(code="dang-bo-tinh-son-ha"), on)
        if place.name == name
    ]
    return found[0] if found else None


def test_two_become_one_the_cells_and_their_people_are_below_it(cast):
    rows = ["Đảng bộ xã An Phú\t\tĐảng bộ xã Hòa An", "Xã Nậm Khao\t\tĐảng bộ xã Hòa An"]
    page = paste(cast, rows, "xem").content.decode()
    assert (
        "Chưa ghi gì" in page
        and "Đảng bộ xã Hòa An" in page
        and not Unit.objects.filter(code="dang-bo-xa-hoa-an")
    )
    paste(cast, rows)
    new = Unit.objects.get(code="dang-bo-xa-hoa-an")
    assert {p.unit for p in queries.children(new, cast.today)} == {cast.cell, cast.other_cell, cast.far_cell}
    assert queries.successor_of(cast.far, cast.today) == queries.successor_of(cast.commune, cast.today) == new
    assert Membership.objects.on(cast.today).filter(unit=cast.cell).count() == 3


def test_who_keeps_its_name_goes_on(cast):
    rows = ["Đảng bộ xã An Phú\t\tĐảng bộ xã An Phú", "Đảng bộ xã Nậm Khao\t\tĐảng bộ xã An Phú"]
    paste(cast, rows)
    assert queries.is_under(cast.far_cell, cast.commune, cast.today)
    assert queries.successor_of(cast.commune, cast.today) is None


def test_a_split_asks_where_each_unit_below_goes_and_records_nothing_before(cast):
    rows = ["Đảng bộ xã An Phú\t\tĐảng bộ xã Một\t\tx", "Đảng bộ xã An Phú\t\tĐảng bộ xã Hai"]
    page = paste(cast, rows).content.decode()
    assert "Còn 2 đơn vị chưa chọn nơi đến" in page.replace("\n", " ").replace("                ", "")
    assert not Unit.objects.filter(code="dang-bo-xa-mot").exists()
    answers = {f"con-{cast.cell.pk}": "dang bo xa hai|", f"con-lai-{cast.commune.pk}": "dang bo xa mot|"}
    paste(cast, rows, **answers)
    one, two = (Unit.objects.get(code=f"dang-bo-xa-{n}") for n in ("mot", "hai"))
    assert queries.is_under(cast.cell, two, cast.today) and queries.is_under(cast.other_cell, one, cast.today)
    assert queries.successor_of(cast.commune, cast.today) == one


def test_a_part_of_one_and_the_whole_of_another_become_one(cast):
    rows = [
        "Đảng bộ xã An Phú\t\tĐảng bộ xã Một\t\tx",
        "Đảng bộ xã An Phú\t\tĐảng bộ xã Nậm Khao",
        "Đảng bộ xã Nậm Khao\t\tĐảng bộ xã Nậm Khao",
    ]
    paste(
        cast,
        rows,
        **{f"con-{cast.cell.pk}": "dang bo xa nam khao|", f"con-lai-{cast.commune.pk}": "dang bo xa mot|"},
    )
    assert queries.is_under(cast.cell, cast.far, cast.today)
    assert queries.is_under(cast.other_cell, Unit.objects.get(code="dang-bo-xa-mot"), cast.today)


def test_founding_renaming_moving_and_ending_in_one_table(cast):
    rows = [
        "\tThành lập\tĐảng bộ phường Mới\tĐảng bộ tỉnh Sơn Hà",
        "Chi bộ thôn Nà Lùng\tĐổi tên\tChi bộ khối Nà Lùng",
        "Chi bộ Trường THCS Hòa Bình\tChuyển\t\tĐảng bộ phường Mới",
        "Đảng bộ xã Nậm Khao\tGiải thể\tĐảng bộ phường Mới",
    ]
    paste(cast, rows)
    new = Unit.objects.get(code="dang-bo-phuong-moi")
    assert new.level == "grassroots" and queries.is_under(cast.cell, new, cast.today)
    assert queries.name_of(cast.other_cell, cast.today) == "Chi bộ khối Nà Lùng"
    assert queries.is_under(cast.far_cell, new, cast.today)


@pytest.mark.deep(slow=True)
def test_a_decision_to_come_holds_from_its_day_and_is_taken_back_whole(cast):
    rows = ["Đảng bộ xã An Phú\t\tĐảng bộ xã Hòa An", "Xã Nậm Khao\t\tĐảng bộ xã Hòa An"]
    later = dt.date(2026, 12, 1)
    before = sorted(Membership.objects.values_list("pk", "unit", "ends"), key=str)
    paste(cast, rows, on="01/12/2026")
    assert placed("Đảng bộ xã Hòa An", later) and not placed("Đảng bộ xã Hòa An", cast.today)
    page = cast.client("administrator").get(cast.province.get_absolute_url()).content.decode()
    assert "26-QĐ/TU" in page
    undo = reverse("reorganising:undo_all", args=[cast.province.code])
    cast.client("administrator").post(undo, {"so": "26-QĐ/TU"})
    assert placed("Đảng bộ xã Hòa An", later) is None
    assert not Reorganisation.objects.filter(decision_number="26-QĐ/TU", undone_at__isnull=True).exists()
    assert before == sorted(Membership.objects.values_list("pk", "unit", "ends"), key=str)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Đảng bộ xã Không Có\t\tĐảng bộ xã Hai", "không có đơn vị tên này"),
        ("Đảng bộ xã An Phú", "ghi đơn vị sau sắp xếp"),
        ("Đảng bộ xã An Phú\t\t\tHuyện Không Có", "không có đơn vị tên này, trước hay sau"),
        ("Đảng bộ xã An Phú\tNuốt\tĐảng bộ xã Hai", "Dòng 2"),
        ("Đảng bộ xã An Phú\t\t\tChi bộ thôn Nà Lùng", "Dòng 2: Không thể chuyển một đơn vị vào chính nó"),
    ],
)
def test_what_cannot_be_done_is_said_at_its_row_and_nothing_is_lost(cast, row, said):
    before = Reorganisation.objects.count()
    page = paste(cast, [row]).content.decode()
    assert said in page and row.split("\t")[0] in page and Reorganisation.objects.count() == before


def test_two_of_one_name_are_asked_for_their_parent(cast):
    for parent in (cast.commune, cast.far):
        organisation.found(name="Chi bộ thôn 1", parent=parent, kind="party", on=cast.today, by=cast.system)
    said = paste(cast, ["Chi bộ thôn 1\t\tChi bộ thôn Đầu"]).content.decode()
    assert "nhiều đơn vị tên này" in said and "Chi bộ thôn 1, Đảng bộ xã An Phú" in said
    paste(cast, ["Chi bộ thôn 1, xã An Phú\t\tChi bộ thôn Đầu"])
    assert placed("Chi bộ thôn Đầu", cast.today).parent == cast.commune


def test_a_pasted_decision_asks_who_heads_each_new_unit(cast):
    rows = ["Đảng bộ xã An Phú\t\tĐảng bộ xã Hòa An", "Xã Nậm Khao\t\tĐảng bộ xã Hòa An"]
    said = paste(cast, rows, "xem").content.decode()
    assert "Bí thư Đảng ủy xã, Đảng bộ xã Hòa An" in said and "Trần Quốc Hùng" in said
    assert "Chi bộ Trường THCS Hòa Bình" not in said.split("Ai đứng đầu")[1].split("</section>")[0]
    hung = str(cast.committee.person.pk)
    paste(cast, rows, **{"dung-dau-dang-bo-xa-hoa-an": hung})
    grant = Grant.objects.get()
    assert (grant.role, grant.reach, grant.unit.code) == ("committee", "subtree", "dang-bo-xa-hoa-an")
    assert actors_of(cast.account("committee"), cast.today)[0].role != "committee", "until it is confirmed"
    people.confirm_grant(grant, by=cast.leader)
    assert actors_of(cast.account("committee"), cast.today)[0].role == "committee"
