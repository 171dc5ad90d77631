"""Each act as a page offers it: its words, its form, and the call of the organisation that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.reorganising import forms


@dataclass(frozen=True)
class Act:
    """One thing that may be done to a unit."""

    code: str
    label: str | Promise
    hint: str | Promise
    form: type[forms.ActForm]
    run: Callable[[Unit, dict[str, Any], Any], Any]


def _found(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    return organisation.found(parent=unit, by=by, **typed)


def _rename(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    return organisation.rename(unit, by=by, **typed)


def _move(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    return organisation.move(unit, by=by, **typed)


def _merge(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    others = list(Unit.objects.filter(pk__in=typed.pop("others")))
    into = unit if typed.pop("way") == "into" else None
    return organisation.merge([unit, *others], into=into, by=by, **typed)


def _split(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    typed = {name: value for name, value in typed.items() if not name.startswith("child_")}
    return organisation.split(unit, by=by, **typed)


def _dissolve(unit: Unit, typed: dict[str, Any], by: Any) -> Any:
    return organisation.dissolve(unit, by=by, **typed)


ACTS = {
    act.code: act
    for act in (
        Act(
            "them",
            _("Thêm đơn vị trực thuộc"),
            _("Chi bộ, hội, cơ quan mới thành lập."),
            forms.FoundForm,
            _found,
        ),
        Act(
            "doi-ten",
            _("Đổi tên"),
            _("Tên mới có từ ngày hiệu lực; trước đó giữ tên cũ."),
            forms.RenameForm,
            _rename,
        ),
        Act("chuyen", _("Chuyển nơi trực thuộc"), _("Cùng mọi đơn vị bên dưới."), forms.MoveForm, _move),
        Act("sap-nhap", _("Sáp nhập"), _("Với các đơn vị cùng cấp trên."), forms.MergeForm, _merge),
        Act(
            "chia-tach",
            _("Chia tách"),
            _("Mỗi đơn vị bên dưới về đâu là do đồng chí chọn."),
            forms.SplitForm,
            _split,
        ),
        Act(
            "ket-thuc",
            _("Giải thể, kết thúc hoạt động"),
            _("Hồ sơ về đơn vị kế tục."),
            forms.DissolveForm,
            _dissolve,
        ),
    )
}
