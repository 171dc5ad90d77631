"""How the tree changes. Each act writes one Reorganisation and one history event."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, fold
from lantoa.organisation import queries, rules
from lantoa.organisation.models import Heir, Placement, Reorganisation, Unit


@transaction.atomic
def found(
    *,
    name: str,
    parent: Unit | None,
    kind: str,
    on: dt.date,
    by: Any,
    level: str = "",
    code: str = "",
    short_name: str = "",
    decision: str = "",
) -> Unit:
    """A new unit under `parent` (None for a root) from the day `on`. BadInput without a name or a standing parent."""
    name = clean(name)
    if not name:
        raise BadInput(_("Nhập tên đơn vị."), "name")
    above = queries.placement(parent, on) if parent else None
    if parent and above is None:
        raise BadInput(_("Đơn vị cấp trên chưa có hoặc đã kết thúc vào ngày này. Chọn đơn vị khác."), "parent")
    unit = Unit.objects.create(code=code or free_code(name), kind=kind, level=level)
    Placement.objects.create(
        unit=unit, parent=parent, path=free_path(above.path if above else ""), name=name, short_name=short_name, starts=on
    )
    Heir.objects.create(unit=unit, heir=unit, starts=on)
    change = Reorganisation.objects.create(
        kind=Reorganisation.Kind.FOUND, decision_number=decision, effective_on=on, recorded_by=by.label
    )
    record("unit.founded", unit, by=by, unit=unit, on=on, note=str(change))
    return unit


def free_code(name: str) -> str:
    """A code made from the name, with a number when it is taken."""
    base = slugify(fold(name))[:50] or "don-vi"
    taken = set(Unit.objects.filter(code__startswith=base).values_list("code", flat=True))
    number = 2
    code = base
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code


def free_path(above: str) -> str:
    """The next path below `above`, after every child there ever was: a path is not used twice."""
    below = Placement.objects.under(above) if above else Placement.objects.all()
    width = len(above) + rules.STEP
    last = below.filter(path__regex=rf"^.{{{width}}}$").order_by("-path").values_list("path", flat=True).first()
    return above + rules.segment(rules.child_number(last) + 1 if last else 0)
