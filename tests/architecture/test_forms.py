"""Every form of every room speaks with one voice, and no box takes what its column could not give back."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import walk_packages
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.db import models
from django.forms.utils import pretty_name
from django.utils.translation import gettext

from lantoa.foundation.fields import NumberField, OneVoice, PlainForm, TextField, give_voice

SMALLEST = {
    "PositiveSmallIntegerField": 32_767,
    "SmallIntegerField": 32_767,
    "PositiveIntegerField": 2_147_483_647,
    "IntegerField": 2_147_483_647,
    "BigIntegerField": 2**63 - 1,
    "PositiveBigIntegerField": 2**63 - 1,
}


# Boxes that share their name with a column they do not fill, or fill several rows of it line by line.
OTHERWISE = {
    ("OpinionsForm", "text"),
    ("ResultForm", "text"),
    ("ReturnForm", "note"),
    ("TrialForm", "text"),
}


@cache
def every_form() -> list[type[forms.BaseForm]]:
    """Every Form class that a room defines."""
    for room in settings.ROOMS:
        house = import_module(f"lantoa.{room}")
        for found in walk_packages(house.__path__, f"lantoa.{room}."):
            if not {"tests", "migrations", "management", "demo"} & set(found.name.split(".")):
                import_module(found.name)
    return sorted(_below(forms.BaseForm), key=lambda kind: f"{kind.__module__}.{kind.__qualname__}")


def _below(kind: type) -> set[type]:
    found = {one for one in kind.__subclasses__() if one.__module__.startswith("lantoa.")}
    for one in kind.__subclasses__():
        found |= _below(one)
    return {one for one in found if ".tests." not in one.__module__}


def name_of(kind: Any) -> str:
    return f"{kind.__module__.removeprefix('lantoa.')}.{kind.__name__}"


def columns(kind: type, box: str) -> list[models.Field]:
    """The columns of the form's room that bear the name of its box."""
    room = kind.__module__.split(".")[1]
    if not find_spec(f"lantoa.{room}.models"):
        return []
    return [
        field
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.Field) and field.name == box
    ]


def test_there_are_forms():
    assert len(every_form()) > 60


@pytest.mark.parametrize("kind", every_form(), ids=name_of)
def test_every_form_is_built_on_the_form_of_the_house(kind):
    assert issubclass(kind, OneVoice)


@pytest.mark.parametrize("kind", every_form(), ids=name_of)
def test_no_box_answers_with_a_sentence_of_django_and_each_names_itself(kind):
    for name, field in kind.base_fields.items():
        usual: dict[str, Any] = {}
        for base in type(field).__mro__:
            if base.__module__.startswith("django."):
                usual = base.__dict__.get("default_error_messages", {}) | usual
        box = str(field.label or pretty_name(name))
        give_voice(field, box)
        for reason, sentence in usual.items():
            said = str(field.error_messages[reason])
            assert said != str(sentence), f"{name}: {reason}"
            assert "trường này" not in gettext(said).lower()


@pytest.mark.parametrize("kind", every_form(), ids=name_of)
def test_no_number_is_longer_than_its_column(kind):
    for name, field in kind.base_fields.items():
        assert not isinstance(field, forms.IntegerField | forms.DecimalField | forms.FloatField), name
        if not isinstance(field, NumberField):
            continue
        for column in columns(kind, name):
            if isinstance(column, models.DecimalField):
                assert field.most < 10 ** (column.max_digits - column.decimal_places), name
                assert field.places <= column.decimal_places, name
            elif most := SMALLEST.get(column.get_internal_type()):
                assert field.whole and field.most <= most, name
            if column.get_internal_type().startswith("Positive"):
                assert field.least is not None and field.least >= 0, name


@pytest.mark.parametrize("kind", every_form(), ids=name_of)
def test_no_text_is_longer_than_its_column(kind):
    for name, field in kind.base_fields.items():
        if (kind.__name__, name) in OTHERWISE or "password" in name:
            continue
        if type(field) is forms.CharField:
            assert field.max_length, f"{name} has no end"
        if isinstance(field, forms.CharField) and not isinstance(field, NumberField):
            longest = getattr(field, "longest", None) or field.max_length
            kept = [
                one for one in columns(kind, name) if isinstance(one, models.CharField | models.TextField)
            ]
            if kept and longest:
                assert longest <= max(one.max_length or longest for one in kept), f"{name}: {longest}"


def test_a_text_without_a_limit_of_its_own_still_has_one():
    assert TextField().longest == 200
    assert TextField(rows=3).longest == 20_000


def test_a_refusal_of_every_kind_names_the_box():
    class Sheet(PlainForm):
        title = TextField(label="Tên công trình", max_length=5)
        kind = forms.ChoiceField(label="Loại", choices=[("a", "A")])
        paper = forms.FileField(label="Biên bản")
        agrees = forms.BooleanField(label="Đồng ý nêu tên")

    empty = Sheet({})
    assert empty.errors["title"] == ["Điền “Tên công trình”."]
    assert empty.errors["kind"] == ["Chọn “Loại”."]
    assert empty.errors["paper"] == ["Chọn tệp cho “Biên bản”."]
    assert empty.errors["agrees"] == ["Đánh dấu “Đồng ý nêu tên”."]
    wrong = Sheet({"title": "mười chữ", "kind": "z"})
    assert wrong.errors["title"] == ["“Tên công trình” dài quá: nhiều nhất 5 ký tự, đang có 8."]
    assert wrong.errors["kind"] == ["Chọn “Loại” trong danh sách."]
