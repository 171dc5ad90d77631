"""How the tree changes. Each act writes one Reorganisation and one history event, and nothing overwrites the past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, ProtectedError
from django.db.models.functions import Right
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, fold
from lantoa.organisation import paths, surgery
from lantoa.organisation.models import Heir, Placement, Reorganisation, Succession, Unit
from lantoa.organisation.surgery import Surgery

Kind = Reorganisation.Kind


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
    """A new unit under `parent` (None for a root) from the day `on`.

    BadInput without a name, or when the parent does not stand on that day.
    """
    work = Surgery(on)
    unit = _found(work, name=name, parent=parent, kind=kind, level=level, code=code, short_name=short_name)
    _write_down(work, Kind.FOUND, unit, by=by, decision=decision)
    return unit


@transaction.atomic
def rename(unit: Unit, *, name: str, on: dt.date, by: Any, short_name: str = "", decision: str = "") -> None:
    """The unit is called otherwise from that day; its place stays."""
    name, work = _must_have_name(name), Surgery(on)
    here = _must_stand(unit, on)
    renamed = Placement(
        unit=unit, parent_id=here.parent_id, path=here.path, name=name, short_name=short_name, starts=on
    )
    work.replace("placement", [here], [renamed])
    _write_down(work, Kind.RENAME, unit, by=by, decision=decision, note=f"{here.name} → {name}")


@transaction.atomic
def move(unit: Unit, *, parent: Unit, on: dt.date, by: Any, decision: str = "") -> None:
    """The unit, with everything below it, belongs to another parent from that day. BadInput for a cycle."""
    _take_turns()
    work = Surgery(on)
    _rehang(work, _must_stand(unit, on), parent)
    _write_down(work, Kind.MOVE, unit, by=by, decision=decision)


@transaction.atomic
def dissolve(unit: Unit, *, on: dt.date, by: Any, successor: Unit | None = None, decision: str = "") -> None:
    """The unit ends before that day. What lies below it, and its records, go to the successor.

    Without a successor its parent is the successor. A root cannot be dissolved without one.
    """
    _take_turns()
    here, work = _must_stand(unit, on), Surgery(on)
    heir = successor or here.parent
    if heir is None:
        raise BadInput(
            _("Đơn vị gốc không thể kết thúc khi chưa có đơn vị kế tục. Chọn đơn vị kế tục."), "successor"
        )
    ends = _end(work, unit, heir)
    _write_down(work, Kind.DISSOLVE, unit, by=by, decision=decision, continued=ends)


@transaction.atomic
def merge(
    units: Sequence[Unit],
    *,
    on: dt.date,
    by: Any,
    into: Unit | None = None,
    name: str = "",
    parent: Unit | None = None,
    code: str = "",
    decision: str = "",
) -> Unit:
    """Several units become one: `into` if given (it keeps its identity), else a new unit of that name.

    What lies below the merged units, and their records, go to the one that continues.
    """
    _take_turns()
    work = Surgery(on)
    ending = [unit for unit in units if into is None or unit.pk != into.pk]
    if not ending or (into is None and len(ending) < 2):
        raise BadInput(_("Sáp nhập cần ít nhất hai đơn vị."))
    places = [_must_stand(unit, on) for unit in ending]
    if into is None:
        first = places[0]
        into = _found(
            work,
            name=name,
            parent=parent or first.parent,
            kind=ending[0].kind,
            level=ending[0].level,
            code=code,
        )
    continued = []
    for place in sorted(places, key=lambda p: -len(p.path)):  # the deepest first: what is above may end too
        continued += _end(work, place.unit, into)
    _write_down(work, Kind.MERGE, into, by=by, decision=decision, continued=continued)
    return into


@transaction.atomic
def split(
    unit: Unit,
    *,
    names: Sequence[str],
    on: dt.date,
    by: Any,
    keeps_original: bool = False,
    children: Mapping[int, int] | None = None,
    carrier: int = 0,
    decision: str = "",
) -> list[Unit]:
    """New units come out of one. With `keeps_original` the unit goes on; otherwise it ends.

    `children` says which child (unit id) goes to which new unit (index in `names`); the others stay with the
    original, or go to `names[carrier]`, which also carries the records when the original ends.
    """
    _take_turns()
    here, work = _must_stand(unit, on), Surgery(on)
    if len(names) < (1 if keeps_original else 2):
        raise BadInput(_("Chia tách cần tên của các đơn vị mới."), "names")
    made = [_found(work, name=n, parent=here.parent, kind=unit.kind, level=unit.level) for n in names]
    for child_id, index in (children or {}).items():
        child = Placement.objects.filter(unit=child_id, parent=unit, ends__isnull=True).first()
        if child is None:
            raise BadInput(_("Có đơn vị được chọn không trực thuộc đơn vị này. Chọn lại."), "children")
        _rehang(work, _must_stand(child.unit, on), made[index])
    continued = [
        Succession(predecessor=unit, successor=new, starts=on, carries_records=False)
        for index, new in enumerate(made)
        if keeps_original or index != carrier
    ]
    if not keeps_original:
        continued += _end(work, unit, made[carrier])
    _write_down(work, Kind.SPLIT, unit, by=by, decision=decision, continued=continued)
    return made


@transaction.atomic
def undo(change: Reorganisation, *, by: Any) -> None:
    """Take back a change that is not yet in force and that nothing later builds on."""
    _take_turns()
    if change.undone_at is not None:
        raise Conflict(_("Thay đổi này đã được hủy."))
    if change.effective_on <= by.on:
        raise BadInput(_("Thay đổi đã có hiệu lực nên không hủy được. Ghi một thay đổi mới để điều chỉnh."))
    touched = set(change.changes["units"])
    for later in Reorganisation.objects.filter(pk__gt=change.pk, undone_at__isnull=True):
        if touched & set(later.changes["units"]):
            raise BadInput(
                _("Có thay đổi ghi sau dựa trên thay đổi này. Hủy thay đổi sau trước: %s.") % later
            )
    try:
        surgery.undo(change.changes)
    except ProtectedError:
        raise BadInput(_("Đơn vị mới đã có người hoặc hồ sơ nên không hủy được việc thành lập.")) from None
    change.undone_at = clock.now()
    change.save(update_fields=["undone_at"])
    record("unit.change_undone", change, by=by, unit=None, on=change.effective_on)


# What the acts are made of


def _take_turns() -> None:
    """One reorganisation at a time: two moves at once could make a cycle that neither sees."""
    roots = Placement.objects.select_for_update().filter(parent__isnull=True, ends__isnull=True)
    list(roots.order_by("pk").values_list("pk", flat=True))


def _must_have_name(name: str) -> str:
    name = clean(name)
    if not name:
        raise BadInput(_("Nhập tên đơn vị."), "name")
    return name


def _must_stand(unit: Unit, on: dt.date) -> Placement:
    """The unit's open placement, if the change may be dated `on`. BadInput with what to do otherwise."""
    here = Placement.objects.filter(unit=unit, ends__isnull=True).select_related("unit", "parent").first()
    if here is None:
        raise BadInput(_ended(unit))
    if here.starts > on:
        raise BadInput(
            _("%(unit)s đã có thay đổi từ ngày %(day)s. Chọn ngày có hiệu lực từ ngày đó trở đi.")
            % {"unit": here.name, "day": show_date(here.starts)},
            "on",
        )
    return here


def _ended(unit: Unit) -> str:
    """A sentence that names the day the unit ended and who continues it."""
    last = unit.placements.order_by("-starts").first()
    if last is None or last.ends is None:
        return _("Đơn vị này chưa có trong cây tổ chức.")
    heir = unit.successions.filter(carries_records=True).first()
    after = f" {_('Đơn vị kế tục')}: {heir.successor}." if heir else ""
    return (
        _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s.")
        % {"unit": last.name, "day": show_date(last.ends)}
        + after
    )


def _found(
    work: Surgery,
    *,
    name: str,
    parent: Unit | None,
    kind: str,
    level: str,
    code: str = "",
    short_name: str = "",
) -> Unit:
    name = _must_have_name(name)
    above = _must_stand(parent, work.on) if parent else None
    unit = Unit.objects.create(code=code or free_code(name), kind=kind, level=level)
    place = Placement(
        unit=unit,
        parent=parent,
        path=free_path(above),
        name=name,
        short_name=clean(short_name),
        starts=work.on,
    )
    work.replace("placement", [], [place])
    work.replace("heir", [], [Heir(unit=unit, heir=unit, starts=work.on)])
    work.log["founded"].append(unit.pk)
    return unit


def _rehang(work: Surgery, here: Placement, parent: Unit) -> None:
    """Hang a unit and everything below it elsewhere."""
    above = _must_stand(parent, work.on)
    if paths.is_inside(above.path, here.path):
        raise BadInput(
            _("Không thể chuyển một đơn vị vào chính nó hoặc vào đơn vị trực thuộc của nó."), "parent"
        )
    branch = list(Placement.objects.filter(ends__isnull=True).under(here.path).select_related("unit"))
    late = next((p for p in branch if p.starts > work.on), None)
    if late:
        raise BadInput(
            _("%(unit)s đã có thay đổi từ ngày %(day)s. Chọn ngày có hiệu lực từ ngày đó trở đi.")
            % {"unit": late.name, "day": show_date(late.starts)},
            "on",
        )
    path = free_path(above)
    moved = [
        Placement(
            unit_id=p.unit_id,
            parent_id=parent.pk if p.pk == here.pk else p.parent_id,
            path=path + p.path[len(here.path) :],
            name=p.name,
            short_name=p.short_name,
            starts=work.on,
        )
        for p in branch
    ]
    work.replace("placement", branch, moved)
    work.touch(parent.pk)


def _end(work: Surgery, unit: Unit, heir: Unit) -> list[Succession]:
    """The unit ends; its children and its records go to `heir`."""
    if unit.pk == heir.pk:
        raise BadInput(_("Một đơn vị không thể kế tục chính nó. Chọn đơn vị khác."), "successor")
    here, above = _must_stand(unit, work.on), _must_stand(heir, work.on)
    if paths.is_inside(above.path, here.path):
        raise BadInput(
            _("Đơn vị kế tục không thể là đơn vị trực thuộc. Chuyển đơn vị đó ra trước."), "successor"
        )
    for child in Placement.objects.filter(parent=unit, ends__isnull=True).select_related("unit"):
        _rehang(work, _must_stand(child.unit, work.on), heir)
    work.replace("placement", [_must_stand(unit, work.on)], [])
    inherited = list(Heir.objects.filter(heir=unit, ends__isnull=True))
    work.replace(
        "heir", inherited, [Heir(unit_id=row.unit_id, heir=heir, starts=work.on) for row in inherited]
    )
    work.touch(heir.pk)
    return [Succession(predecessor=unit, successor=heir, starts=work.on)]


def _write_down(
    work: Surgery,
    kind: str,
    unit: Unit,
    *,
    by: Any,
    decision: str = "",
    note: str = "",
    continued: Sequence[Succession] = (),
) -> Reorganisation:
    """The Reorganisation with its log, the successions, and the event."""
    change = Reorganisation.objects.create(
        kind=kind, decision_number=decision, effective_on=work.on, recorded_by=by.label, note=note
    )
    for one in continued:
        one.reorganisation = change
        one.save()
    work.log["successions"] = [one.pk for one in continued]
    change.changes = work.log
    change.save(update_fields=["changes"])
    record(f"unit.{kind}", unit, by=by, unit=unit, on=work.on, note=decision or note)
    return change


def free_code(name: str) -> str:
    """A code made from the name, with a number when it is taken."""
    base = slugify(fold(name))[:50] or "don-vi"
    taken = set(Unit.objects.filter(code__startswith=base).values_list("code", flat=True))
    number, code = 2, base
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code


def free_path(above: Placement | None) -> str:
    """The next path below `above`, after every child there ever was: a path is not used twice."""
    siblings = (
        Placement.objects.filter(parent=above.unit_id)
        if above
        else Placement.objects.filter(parent__isnull=True)
    )
    last = siblings.aggregate(last=Max(Right("path", paths.STEP)))["last"]
    return (above.path if above else "") + paths.segment(paths.child_number(last) + 1 if last else 0)
