"""What every change of the tree is made of: a unit is placed, hung elsewhere, ended, and what must hold before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.core.validators import slug_re
from django.db.models import Max, Q
from django.db.models.functions import Right
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean, fold
from lantoa.organisation import paths, queries, rules
from lantoa.organisation.changes import Changes
from lantoa.organisation.models import Heir, Placement, PlacementQuerySet, Succession, Unit


def take_turns() -> None:
    """One change of the tree at a time: two moves at once could make a cycle that neither sees.

    The oldest unit is the lock: its row never changes, so whoever waited for it still holds it afterwards.
    `no_key` lets everyone else go on writing records of that unit. SQLite lets one writer in at a time anyway.
    """
    Unit.objects.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True).first()


def standing(unit: Unit, on: dt.date) -> Placement:
    """The unit's open placement, if a change may be dated `on`. BadInput with what to do otherwise."""
    here = Placement.objects.filter(unit=unit, ends__isnull=True).select_related("unit", "parent").first()
    if here is None:
        raise BadInput(_ended(unit, on))
    rules.must_come_last(on, here.starts, here.name)
    return here


def _ended(unit: Unit, on: dt.date) -> str:
    """A sentence that names the day the unit ended and who continues it."""
    last = unit.placements.order_by("-starts").first()
    if last is None or last.ends is None:
        return _("Đơn vị này chưa có trong cây tổ chức.")
    ended = (
        _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.")
        if last.ends <= on
        else _("%(unit)s đã được ghi là kết thúc hoạt động từ ngày %(day)s.")
    ) % {"unit": last.name, "day": show_date(last.ends)}
    heir = queries.successor_of(unit, dt.date.max)
    return f"{ended} {_('Chọn đơn vị kế tục: %s.') % heir}" if heir else ended


def _nothing_later(branch: Placement, on: dt.date) -> None:
    """BadInput when a unit came into this branch, left it or changed in it after `on`."""
    rows = Placement.objects.under(branch.path)
    latest = rows.aggregate(
        came=Max("starts", filter=Q(starts__gt=on)), left=Max("ends", filter=Q(ends__gt=on))
    )
    rules.must_come_last(on, max((d for d in latest.values() if d), default=None), branch.name)


def place_new(
    work: Changes,
    *,
    name: str,
    parent: Unit | None,
    kind: str,
    level: str,
    code: str = "",
    short_name: str = "",
) -> Unit:
    """A unit that did not exist before, with its first placement, its own heir."""
    name = rules.must_have_name(name)
    (path,) = free_paths(standing(parent, work.on) if parent else None, 1)
    rules.must_fit(path)
    unit = Unit.objects.create(code=_code(code, name), kind=kind, level=level)
    place = Placement(
        unit=unit, parent=parent, path=path, name=name, short_name=clean(short_name), starts=work.on
    )
    work.replace_places([], [place])
    work.replace_heirs([], [Heir(unit=unit, heir=unit, starts=work.on)])
    work.log["founded"].append(unit.pk)
    return unit


def hang_elsewhere(work: Changes, unit: Unit, parent: Unit) -> Placement:
    """The unit, with everything below it, becomes a child of `parent`. Gives the place it left."""
    here, above = standing(unit, work.on), standing(parent, work.on)
    rules.must_not_hang_below_itself(here.path, above.path)
    _nothing_later(here, work.on)
    _rehang(work, list(_branch(here)), [here], above)
    return here


def hand_over_children(work: Changes, unit: Unit, parent: Unit, *, only: Iterable[int] | None = None) -> None:
    """What hangs directly below the unit (all of it, or the unit ids in `only`) becomes `parent`'s, branch and all."""
    here, above = standing(unit, work.on), standing(parent, work.on)
    _nothing_later(here, work.on)
    rows = list(_branch(here))
    children = [p for p in rows if p.parent_id == unit.pk and (only is None or p.unit_id in only)]
    kept = {child.path for child in children}
    length = len(here.path) + paths.STEP
    _rehang(work, [p for p in rows if p.path[:length] in kept], children, above)


def _branch(here: Placement) -> PlacementQuerySet:
    return Placement.objects.filter(ends__isnull=True).under(here.path).order_by("path")


def _rehang(work: Changes, rows: list[Placement], tops: list[Placement], above: Placement) -> None:
    """Re-path whole branches of siblings: `tops` get `above` as parent, what lies below follows."""
    if not tops:
        return
    fresh = dict(zip((top.path for top in tops), free_paths(above, len(tops)), strict=True))
    length = len(tops[0].path)
    moved = []
    for row in rows:
        path = fresh[row.path[:length]] + row.path[length:]
        rules.must_fit(path)
        parent = above.unit_id if row.path in fresh else row.parent_id
        moved.append(
            Placement(
                unit_id=row.unit_id,
                parent_id=parent,
                path=path,
                name=row.name,
                short_name=row.short_name,
                starts=work.on,
            )
        )
    work.replace_places(rows, moved)


def end(work: Changes, unit: Unit, heir: Unit) -> None:
    """The unit ends; what lies below it and what it recorded, or inherited, go to `heir`."""
    here, above = standing(unit, work.on), standing(heir, work.on)
    rules.must_not_go_to_what_lies_below(here.path, above.path)
    hand_over_children(work, unit, heir)
    work.replace_places([here], [])
    inherited = list(Heir.objects.filter(heir=unit, ends__isnull=True))
    rules.must_come_last(work.on, max(row.starts for row in inherited), here.name)
    work.replace_heirs(inherited, [Heir(unit_id=row.unit_id, heir=heir, starts=work.on) for row in inherited])
    work.successions.append(Succession(predecessor=unit, successor=heir, starts=work.on))


def free_paths(above: Placement | None, count: int) -> list[str]:
    """The next paths below `above`, after every child there ever was: a path is not used twice."""
    siblings = (
        Placement.objects.filter(parent=above.unit_id)
        if above
        else Placement.objects.filter(parent__isnull=True)
    )
    last = siblings.aggregate(last=Max(Right("path", paths.STEP)))["last"]
    first = paths.child_number(last) + 1 if last else 0
    return [(above.path if above else "") + paths.segment(first + number) for number in range(count)]


def _code(code: str, name: str) -> str:
    """The code asked for, if it is free; else one made from the name, with a number when it is taken."""
    if not code:
        return free_code(name)
    if not slug_re.fullmatch(code) or code != code.strip("-_"):
        raise BadInput(
            _("Mã chỉ gồm chữ cái không dấu, chữ số, dấu gạch ở giữa. Sửa mã “%s”.") % code, "code"
        )
    if Unit.objects.filter(code=code).exists():
        raise BadInput(_("Mã “%s” đã được dùng cho đơn vị khác. Chọn mã khác.") % code, "code")
    return code


def free_code(name: str) -> str:
    """A code made from the name, with a number when it is taken."""
    base = slugify(fold(name))[:50].strip("-_") or "don-vi"
    taken = set(Unit.objects.filter(code__startswith=base).values_list("code", flat=True))
    number, code = 2, base
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code
