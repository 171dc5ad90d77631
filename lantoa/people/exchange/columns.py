"""The columns of the list of people, coming in and going out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import show_date
from lantoa.foundation.tables import Choice, Column
from lantoa.foundation.tables.columns import DATE, PHONE, TICK
from lantoa.people.models import Membership
from lantoa.people.roles import ROLES

STATUSES = (
    Choice("official", Membership.Status.OFFICIAL.label, ("chinh thuc", "ct", "dang vien", "dvct")),
    Choice("probationary", Membership.Status.PROBATIONARY.label, ("du bi", "db", "dvdb")),
    Choice("exempt", Membership.Status.EXEMPT.label, ("mien", "mien sinh hoat", "mien cong tac sinh hoat")),
    Choice("outside", Membership.Status.OUTSIDE.label, ("quan chung", "ngoai dang")),
)
ROLE_CHOICES = tuple(Choice(role.code, role.name) for role in ROLES.values())
COLUMNS = (
    Column(
        "full_name",
        gettext_lazy("Họ và tên"),
        ("ho ten", "ho ten d c", "ho va ten dang vien", "ho ten dang vien", "ho dem", "ho va ten dem", "ten"),
        required=True,
        most=120,
    ),
    Column(
        "born_on",
        gettext_lazy("Ngày sinh"),
        ("sinh ngay", "ngay thang nam sinh", "nam sinh", "ngay sinh"),
        kind=DATE,
    ),
    Column(
        "card_number",
        gettext_lazy("Số thẻ đảng viên"),
        ("so the", "the dv", "the dang", "so the dang", "so tdv", "the dang vien"),
        most=20,
    ),
    Column(
        "unit",
        gettext_lazy("Chi bộ, đơn vị"),
        ("chi bo", "don vi", "sinh hoat tai", "to chuc dang", "chi bo sinh hoat", "noi sinh hoat"),
    ),
    Column(
        "status", gettext_lazy("Diện"), ("loai dang vien", "dang vien", "dien dang vien"), choices=STATUSES
    ),
    Column("phone", gettext_lazy("Điện thoại"), ("dt", "sdt", "so dien thoai", "di dong"), kind=PHONE),
    Column("email", gettext_lazy("Thư điện tử"), ("email", "mail", "hop thu"), most=254),
    Column(
        "since",
        gettext_lazy("Sinh hoạt từ ngày"),
        ("tu ngay", "ve chi bo ngay", "ngay chuyen den"),
        kind=DATE,
    ),
    Column("title", gettext_lazy("Chức vụ"), ("chuc danh", "chuc vu dang", "chuc vu trong dang"), most=160),
    Column(
        "role",
        gettext_lazy("Vai trò"),
        ("vai tro trong he thong", "quyen"),
        choices=ROLE_CHOICES,
        hint=gettext_lazy("Để trống thì đọc từ chức vụ: bí thư, phó bí thư."),
    ),
    Column("post_unit", gettext_lazy("Chức vụ tại"), ("don vi giu chuc vu", "chuc vu o don vi")),
    Column("is_head", gettext_lazy("Người đứng đầu"), ("dung dau",), kind=TICK),
    Column("account", gettext_lazy("Tên đăng nhập"), ("tai khoan",), most=120),
    Column("id", gettext_lazy("Mã"), ("ma nguoi", "ma dang vien"), most=12),
)
OF_PERSON = ("full_name", "born_on", "card_number", "phone", "email")
WITH_PHONES, ONE_WORD = "accounts", "one_word"


def shown(value: Any) -> str:
    """A value as it stands in a cell."""
    return show_date(value) if isinstance(value, dt.date) else str(value or "")
