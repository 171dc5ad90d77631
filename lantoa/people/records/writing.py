"""Rows become records through the room's own actions, one by one; and are taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.core import serializers
from django.db import transaction
from django.db.models import CASCADE, ProtectedError

from lantoa.foundation.entry.sending import set_aside
from lantoa.foundation.errors import Refusal
from lantoa.foundation.exchange import CHANGED, CONFLICT, NEW, Plan
from lantoa.foundation.tables import guard, read_cell
from lantoa.organisation.models import Unit
from lantoa.people.records.links import Link

if TYPE_CHECKING:
    from lantoa.people.records.declared import Records

AT_ONCE = 500  # keys in one question


def try_out(
    declared: Records, plans: Sequence[Plan], links: Mapping[str, Link], known: Mapping[int, Any], by: Any
) -> None:
    """Write and roll back: what the action would refuse stands at its cell before anything is written."""
    waiting, by = [plan for plan in plans if plan.will_write], by.for_one_request()
    if not waiting or declared.add is None:
        return
    with transaction.atomic(), set_aside():
        loaded = _loaded(declared, waiting, links)
        _apart(declared, waiting, loaded, by)
        for plan in waiting:
            if plan.will_write:
                _one(declared, plan, loaded, known, by, is_trial=True)
        transaction.set_rollback(True)


def _loaded(
    declared: Records, plans: Sequence[Plan], links: Mapping[str, Link]
) -> dict[str, Mapping[int, Any]]:
    return {code: link.load({plan.values[code] for plan in plans} - {None}) for code, link in links.items()}


def _values(declared: Records, plan: Plan, loaded: Mapping[str, Mapping[int, Any]]) -> dict[str, Any]:
    return {
        cell.code: loaded[cell.code].get(plan.values[cell.code])
        if cell.code in loaded
        else plan.values[cell.code]
        for cell in declared.cells
        if not cell.only_out
    }


def _apart(
    declared: Records, plans: Sequence[Plan], loaded: Mapping[str, Mapping[int, Any]], by: Any
) -> None:
    """At the rows that would be written onto what stood there before the list stands why they are not."""
    if declared.apart is None:
        return
    for plan in plans:
        try:
            if plan.state == NEW:
                declared.apart(_values(declared, plan, loaded), by=by)
        except Refusal as refusal:
            _say(declared, plan, refusal)


def _one(
    declared: Records,
    plan: Plan,
    loaded: Mapping[str, Mapping[int, Any]],
    known: Mapping[int, Any],
    by: Any,
    *,
    is_trial: bool = False,
) -> Any:
    """The record, or None when it was refused: the words then stand at the row."""
    values = _values(declared, plan, loaded)
    try:
        with transaction.atomic():
            if plan.state == NEW:
                assert declared.add is not None
                return declared.add(values, by=by)
            assert declared.change is not None
            given = {code: values[code] for code in plan.changes}
            record = known[plan.match or 0]
            if is_trial:  # the record itself is compared with other rows afterwards
                record = type(record)._default_manager.get(pk=record.pk)
            return declared.change(record, given, by=by)
    except Refusal as refusal:
        _say(declared, plan, refusal)
    return None


def _say(declared: Records, plan: Plan, refusal: Refusal) -> None:
    box = declared.boxes.get(refusal.field, refusal.field)
    plan.state, plan.changes = CONFLICT, {}
    if box in plan.row.texts:
        plan.row.wrongs.setdefault(box, str(refusal))
    else:
        plan.said = str(refusal)


@transaction.atomic
def write(declared: Records, plans: Sequence[Plan], unit: Unit, by: Any) -> dict[str, Any]:
    """What was written, for undoing: records added with a digest of what they said, cells as they were before."""
    by = by.for_one_request()
    links = declared.links(unit, by)
    known = {record.pk: record for record in declared.within(unit, by)}
    declared.prepare(links, [plan.row for plan in plans], list(known.values()))
    loaded = _loaded(declared, plans, links)
    added: list[Any] = []
    before: dict[int, dict[str, Any]] = {}
    beside = _parts(declared, [plan.match for plan in plans if plan.state == CHANGED and plan.match], by)
    with set_aside():
        _apart(declared, plans[:], loaded, by)  # a copy: how far it is, is noted where rows are written
        for plan in plans:
            if not plan.will_write:
                continue
            told = declared.told(known[plan.match], links) if plan.state == CHANGED and plan.match else {}
            changed = set(plan.changes)
            if (record := _one(declared, plan, loaded, known, by)) is None:
                continue
            if plan.state == NEW:
                added.append(record)
            else:
                before[record.pk] = {code: told[code] for code in changed}
        if declared.finish and added:
            added = declared.finish(added, by=by)
    return {
        "unit": unit.pk,
        "created": [[str(one)[:200], one.pk, digest] for one, digest in _digests(declared, added, unit, by)],
        "changed": [
            [one.pk, before[one.pk], digest, beside.get(one.pk, {})]
            for one, digest in _afterwards(declared, before, unit, by)
        ],
    }


def _digests(declared: Records, records: Sequence[Any], unit: Unit, by: Any) -> list[tuple[Any, str]]:
    """Each with what it and its parts say, as the database has it."""
    fresh = _fresh(declared, [one.pk for one in records], by)
    told = dict(zip(fresh, declared.texts(fresh.values(), unit, by=by), strict=True))
    parts = _parts(declared, list(fresh), by)
    return [(one, _digest({**told.get(one.pk, {}), **parts.get(one.pk, {})})) for one in records]


def _parts(declared: Records, keys: Sequence[int], by: Any) -> dict[int, dict[str, str]]:
    """Of each record the rows of its parts, whole, as `serializers` writes them; nothing of what has none."""
    found: dict[int, dict[str, str]] = {}
    relations = {one.get_accessor_name(): one for one in declared.seen(by).model._meta.related_objects}
    for name in sorted(declared.parts):
        path, model = relations[name].field.attname, relations[name].related_model
        rows: dict[int, list[Any]] = {}
        for start in range(0, len(keys), AT_ONCE):
            some = model._default_manager.filter(**{f"{path}__in": keys[start : start + AT_ONCE]})
            for row in some.order_by("pk"):
                rows.setdefault(getattr(row, path), []).append(row)
        for key, some in rows.items():
            found.setdefault(key, {})[name] = serializers.serialize("json", some)
    return found


def _afterwards(declared: Records, before: Mapping[int, Any], unit: Unit, by: Any) -> list[tuple[Any, str]]:
    return _digests(declared, list(_fresh(declared, list(before), by).values()), unit, by)


def _fresh(declared: Records, keys: Sequence[int], by: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for start in range(0, len(keys), AT_ONCE):
        found |= {one.pk: one for one in declared.seen(by).filter(pk__in=keys[start : start + AT_ONCE])}
    return found


def _digest(told: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


@transaction.atomic
def undo(declared: Records, log: Mapping[str, Any], by: Any) -> list[str]:
    """Names of what had to stay, because it was changed or built on since."""
    unit, kept = Unit.objects.get(pk=log["unit"]), []
    now = _fresh(declared, [pk for _name, pk, _digest in log["created"]], by)
    for (name, _pk, digest), (record, told) in zip(
        [one for one in log["created"] if one[1] in now],
        _digests(declared, [now[one[1]] for one in log["created"] if one[1] in now], unit, by),
        strict=True,
    ):
        if told != digest or not _gone(declared, record, by):
            kept.append(name)
    now = _fresh(declared, [pk for pk, *_what in log["changed"]], by)
    links = declared.links(unit, by)
    for pk, before, digest, *parts in log["changed"]:
        if (record := now.get(pk)) is None:
            continue
        if _digests(declared, [record], unit, by)[0][1] != digest or not _put_back(
            declared, record, before, parts[0] if parts else {}, links, by
        ):
            kept.append(str(record))
    return kept


def _put_back(
    declared: Records,
    record: Any,
    before: Mapping[str, str],
    parts: Mapping[str, str],
    links: Mapping[str, Link],
    by: Any,
) -> bool:
    """The cells as they were, through the action that changes them; then its parts, of which the cells tell less."""
    values: dict[str, Any] = {}
    cells = {cell.code: cell for cell in declared.cells}
    for code, text in before.items():
        if code in links:
            links[code].prepare({text}, {cells[code].value(record)})
            key = links[code].read(text, {}) if text else None
            values[code] = links[code].load([key])[key] if key else None
        else:
            values[code] = read_cell(guard(text), cells[code].column) if text else None
    try:
        with transaction.atomic():
            assert declared.change is not None
            declared.change(record, values, by=by)
            for name in declared.parts:
                _lay_back(getattr(record, name), parts.get(name, "[]"))
    except (Refusal, ProtectedError):
        return False
    return True


def _lay_back(rows: Any, told: str) -> None:
    """Exactly the rows that stood there, with the keys they had."""
    rows.all().delete()
    for row in serializers.deserialize("json", told):
        row.save()


def _gone(declared: Records, record: Any, by: Any) -> bool:
    """The record with what was written with it, unless something stands on it by now."""
    for relation in record._meta.related_objects:
        name = relation.get_accessor_name()
        # What rests on it by a table of pairs would lose the tie without a word.
        holds = relation.many_to_many or getattr(relation, "on_delete", None) is CASCADE
        is_own = name in declared.parts or not holds
        if (
            not is_own
            and relation.related_model._default_manager.filter(**{relation.field.name: record}).exists()
        ):
            return False
    try:
        with transaction.atomic():
            declared.remove(record, by) if declared.remove else record.delete()
    except ProtectedError:
        return False
    return True
