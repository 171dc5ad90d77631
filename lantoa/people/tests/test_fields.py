"""Boxes of a form that know who is asking."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions as organisation
from lantoa.people import fields
from lantoa.people.fields import UnitField, person_called
from lantoa.people.models import Person
from tests.cast import person


def test_a_secretary_chooses_among_her_own_unit_only(cast):
    field = UnitField(cast.secretary)
    assert [place.name for place in field.places] == ["Chi bộ Trường THCS Hòa Bình"]
    assert field.clean(cast.cell.code) == cast.cell
    with pytest.raises(ValidationError, match="Không có đơn vị"):
        field.clean(cast.other_cell.code)


def test_a_committee_chooses_among_what_lies_below(cast):
    field = UnitField(cast.committee)
    assert [place.unit for place in field.places] == [cast.commune, cast.cell, cast.other_cell]
    assert field.initial == cast.commune
    with pytest.raises(ValidationError):
        field.clean(cast.far_cell.code)


def test_a_plain_member_chooses_nothing(cast):
    assert UnitField(cast.member).places == []


def test_many_units_are_typed_with_or_without_accents(cast, monkeypatch):
    monkeypatch.setattr(fields, "FEW", 2)
    field = UnitField(cast.officer)
    assert not field.is_list
    assert field.clean("chi bo thon na lung") == cast.other_cell
    assert field.prepare_value(cast.cell) == "Chi bộ Trường THCS Hòa Bình"
    assert "datalist" in field.widget.render("unit", None, {"id": "id_unit"})


def test_two_units_of_one_name_are_told_apart_by_their_parent_or_by_code(cast):
    twin = organisation.found(
        name="Chi bộ thôn Nà Lùng", parent=cast.far, kind="party", level="cell", on=cast.today, by=cast.system
    )
    with pytest.raises(ValidationError, match="thôn Nà Lùng, Đảng bộ xã Nậm Khao"):
        UnitField(cast.officer).clean("Chi bộ thôn Nà Lùng")
    assert UnitField(cast.officer).clean(twin.code) == twin


def test_a_person_is_found_by_name_in_the_unit_or_below(cast):
    assert person_called("do thi huong", unit=cast.commune, by=cast.committee) == cast.member.person
    assert person_called("Đỗ Thị Hương", unit=cast.other_cell, by=cast.committee) is None
    assert person_called("Đỗ Thị Hương", unit=cast.cell, by=cast.other_secretary) is None


def test_people_of_one_name_are_told_apart_by_year_of_birth(cast):
    older = person("Đỗ Thị Hương", cast.cell)
    Person.objects.filter(pk=older.pk).update(born_on=dt.date(1961, 3, 8))
    with pytest.raises(BadInput, match="Ghi thêm năm sinh"):
        person_called("Đỗ Thị Hương", unit=cast.cell, by=cast.secretary, field="name")
    assert person_called("Đỗ Thị Hương, 1961", unit=cast.cell, by=cast.secretary) == older
