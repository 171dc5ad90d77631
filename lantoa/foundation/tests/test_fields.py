"""Boxes that read what people type, and say in a sentence what they cannot read."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import (
    DayField,
    FilesField,
    MoneyField,
    NumberField,
    PlainForm,
    TextField,
    put_refusal,
)


class Sheet(forms.Form):
    name = TextField(rows=3, required=False)
    day = DayField(required=False)
    amount = NumberField(required=False)
    people = NumberField(required=False, whole=True, least=1)
    files = FilesField(required=False, most=2)


def filled(**typed: str) -> Sheet:
    return Sheet(typed)


def test_it_reads_a_day_and_a_number_as_people_write_them():
    sheet = filled(name=" a\u200bb\r\nc ", day="2/9/27", amount="1.234,5", people="30")
    assert sheet.is_valid()
    assert sheet.cleaned_data["name"] == "ab\nc"
    assert sheet.cleaned_data["day"] == dt.date(2027, 9, 2)
    assert sheet.cleaned_data["amount"] == Decimal("1234.5")
    assert sheet.cleaned_data["people"] == 30


def test_empty_boxes_are_nothing():
    sheet = filled()
    assert sheet.is_valid()
    assert [sheet.cleaned_data[name] for name in ("day", "amount", "people", "files")] == [
        None,
        None,
        None,
        [],
    ]


@pytest.mark.parametrize(
    ("box", "typed", "said"),
    [
        ("day", "31/02/2027", "không có thật"),
        ("amount", "1,234.5", "cách viết Việt Nam"),
        ("people", "2,5", "số nguyên"),
        ("people", "0", "từ 1 trở lên"),
    ],
)
def test_what_cannot_be_read_is_asked_about(box, typed, said):
    assert said in filled(**{box: typed}).errors[box][0]


def test_values_are_shown_the_way_they_are_typed():
    sheet = Sheet(initial={"day": dt.date(2026, 11, 16), "amount": Decimal("214.5000")})
    assert 'value="16/11/2026"' in str(sheet["day"])
    assert 'value="214,5"' in str(sheet["amount"])


def test_several_files_are_judged_by_what_they_are():
    files = [SimpleUploadedFile(f"{n}.pdf", b"%PDF-1.7 so lieu") for n in range(2)]
    sheet = Sheet({}, MultiValueDict({"files": files}))
    assert sheet.is_valid(), sheet.errors
    assert [judged.media_type for judged in sheet.cleaned_data["files"]] == ["application/pdf"] * 2


def test_too_many_files_and_disguised_ones_are_refused():
    files = [SimpleUploadedFile(f"{n}.pdf", b"%PDF-1.7") for n in range(3)]
    assert "không quá 2 tệp" in Sheet({}, MultiValueDict({"files": files})).errors["files"][0]
    disguised = MultiValueDict({"files": [SimpleUploadedFile("anh.jpg", b"MZ\x90\x00")]})
    assert "không dùng được" in Sheet({}, disguised).errors["files"][0]


def test_a_refusal_stands_beside_the_box_it_speaks_of():
    sheet = filled()
    assert sheet.is_valid()
    put_refusal(sheet, BadInput("Chọn ngày khác.", "day"))
    put_refusal(sheet, BadInput("Chưa ghi được.", "unknown"))
    assert sheet.errors["day"] == ["Chọn ngày khác."]
    assert sheet.non_field_errors() == ["Chưa ghi được."]


def test_a_form_that_is_shown_again_says_its_numbers_aloud():
    class Gift(PlainForm):
        amount = MoneyField(label="Số tiền")
        people = NumberField(label="Số người", whole=True)

    page = Template("{% field form.amount %}{% field form.people %}").render(
        Context({"form": Gift({"amount": "2,5 triệu", "people": "1.250"})})
    )
    assert "Đọc là: hai triệu năm trăm nghìn đồng" in page
    assert "Đọc là: một nghìn hai trăm năm mươi" in page
    small = Template("{% field form.people %}").render(Context({"form": Gift({"people": "12"})}))
    assert "Đọc là" not in small


def test_nothing_is_counted_below_none():
    class Counted(PlainForm):
        people = NumberField(label="Số người", whole=True)

    assert Counted({"people": "-1"}).errors["people"] == ["Nhập số từ 0 trở lên."]
