"""Decisions about the tree: values in, answers or refusals out."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.text import clean, fold
from lantoa.organisation.paths import MAX_DEPTH, depth, is_inside

LEVELS = ("cell", "section", "grassroots", "superior", "province", "central")  # lowest first


def must_have_name(name: str) -> str:
    """The name as it is kept. BadInput when nothing is left of it."""
    name = " ".join(clean(name).split())
    if not name:
        raise BadInput(_("Nhập tên đơn vị."), "name")
    return name


def must_fit(path: str) -> None:
    """BadInput when a unit would stand deeper than the tree goes."""
    if depth(path) > MAX_DEPTH:
        raise BadInput(
            _("Cây tổ chức có tối đa %d tầng. Chọn đơn vị cấp trên ở tầng cao hơn.") % MAX_DEPTH, "parent"
        )


def must_not_hang_below_itself(path: str, parent_path: str) -> None:
    """BadInput for a cycle."""
    if is_inside(parent_path, path):
        raise BadInput(
            _("Không thể chuyển một đơn vị vào chính nó hoặc vào đơn vị trực thuộc của nó."), "parent"
        )


def must_not_go_to_what_lies_below(path: str, heir_path: str) -> None:
    """BadInput when a unit would end in favour of itself or of a unit below it."""
    if path == heir_path:
        raise BadInput(_("Một đơn vị không thể kế tục chính nó. Chọn đơn vị khác."), "successor")
    if is_inside(heir_path, path):
        raise BadInput(
            _("Đơn vị kế tục không thể là đơn vị trực thuộc. Chuyển đơn vị đó ra trước."), "successor"
        )


def must_come_last(on: dt.date, latest: dt.date | None, name: str) -> None:
    """BadInput when something is already written down for a later day than this change."""
    if latest and latest > on:
        raise BadInput(
            _("%(unit)s đã có thay đổi từ ngày %(day)s. Chọn ngày có hiệu lực từ ngày đó trở đi.")
            % {"unit": name, "day": show_date(latest)},
            "on",
        )


def must_be_given(right: bool) -> None:
    """NotAllowed for one who may not reorganise, or not here."""
    if not right:
        raise NotAllowed(
            _("Chỉ người được giao quyền sắp xếp tổ chức, trong phạm vi phụ trách, mới ghi được việc này.")
        )


# What a name says of the unit, first match wins: offices seldom have a column for it.
SAID_LEVELS = (
    ("chi bo", "cell"),
    ("dang bo bo phan", "section"),
    ("dang bo tinh", "province"),
    ("dang bo thanh pho", "province"),
    ("dang bo", "grassroots"),
)
SAID_KINDS = (
    ("hoi ", "association"),
    ("chi hoi", "association"),
    ("doan ", "association"),
    ("chi doan", "association"),
    ("lien doan", "association"),
    ("cong doan", "association"),
    ("mat tran", "association"),
    ("truong", "school"),
    ("tram y te", "hospital"),
    ("benh vien", "hospital"),
    ("hop tac xa", "cooperative"),
    ("cong ty", "company"),
    ("to dan pho", "household_group"),
)


def level_said_by(name: str) -> str:
    """The level that a Party organisation's name tells; "" when it does not."""
    return next((level for words, level in SAID_LEVELS if fold(name).startswith(words)), "")


def kind_said_by(name: str) -> str:
    """The kind of unit that a name tells; a Party organisation when it tells nothing."""
    return next((kind for words, kind in SAID_KINDS if fold(name).startswith(words)), "party")


def is_out_of_place(level: str, parent_level: str) -> bool:
    """A hint, not a refusal: a Party organisation usually lies under one of a higher level."""
    ranked = level in LEVELS and parent_level in LEVELS
    return ranked and LEVELS.index(level) >= LEVELS.index(parent_level)
