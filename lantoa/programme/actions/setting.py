"""What is done in the programme: set a theme, record a document, launch a movement, rename the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, keeps_lists
from lantoa.programme import rules
from lantoa.programme.actions import common
from lantoa.programme.models import (
    Directive,
    LegalBasis,
    Movement,
    Participation,
    Pillar,
    Programme,
    Theme,
)

Fields = Mapping[str, Any]


# Themes, documents, movements


def set_theme(*, unit: Unit, by: Actor, **fields: Any) -> Theme:
    """The unit's theme for a year or a term (kind, title, starts, ends)."""
    return common.write(Theme(unit=unit, **fields), "theme.added", by)


def change_theme(theme: Theme, *, by: Actor, **fields: Any) -> Theme:
    """Correct a theme."""
    return common.rewrite(theme, "theme.edited", by, fields)


def record_directive(*, unit: Unit, by: Actor, file: Judged | None = None, **fields: Any) -> Directive:
    """A directing document the unit issued (kind, number, symbol, issued_on, abstract, term)."""
    rules.must_not_lie_ahead(fields["issued_on"], by.on, "issued_on")
    return common.write(Directive(unit=unit, file=common.keep(file, by), **fields), "directive.recorded", by)


def change_directive(
    directive: Directive, *, by: Actor, file: Judged | None = None, **fields: Any
) -> Directive:
    """Correct what is recorded of a document; a new file replaces the old one."""
    rules.must_not_lie_ahead(fields["issued_on"], by.on, "issued_on")
    return common.rewrite(directive, "directive.edited", by, common.with_file(fields, file, by))


def launch_movement(*, unit: Unit, by: Actor, **fields: Any) -> Movement:
    """A movement the unit carries out (name, level, launched_by, starts, ends, targets)."""
    return common.write(Movement(unit=unit, **fields), "movement.added", by)


def change_movement(movement: Movement, *, by: Actor, **fields: Any) -> Movement:
    """Correct or end a movement."""
    return common.rewrite(movement, "movement.edited", by, fields)


@transaction.atomic
def sum_up_movement(movement: Movement, *, on: dt.date, results: str, by: Actor) -> Movement:
    """What the movement has brought, in words, as summed up on that day; told again, the later words stand."""
    common.must_reach(by, movement.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    rules.must_follow(on, movement.starts, "on")
    if not results:
        raise BadInput(_("Ghi kết quả của phong trào: đã làm được gì, còn gì chưa được."), "results")
    before = {"results": movement.results} if movement.results else {}
    movement.summed_up_on, movement.results = on, results
    movement.save(update_fields=["summed_up_on", "results"])
    record("movement.summed_up", movement, by=by, unit=movement.unit, on=on, before=before)
    return movement


@transaction.atomic
def join_movement(
    movement: Movement,
    *,
    unit: Unit,
    joined_on: dt.date,
    by: Actor,
    content: str = "",
    persons: int | None = None,
) -> Participation:
    """The unit takes part since that day, with so many of its people; None where nobody has counted them.

    A unit that had left joins again in the same line: a unit stands in a movement once.
    """
    common.must_reach(by, unit)
    rules.must_be_running(movement.starts, movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    if not Movement.objects.for_unit(unit, by.on).filter(pk=movement.pk).exists():
        raise BadInput(_("Phong trào này của cấp khác, đơn vị không thuộc nơi phát động."), "unit")
    found = Participation.objects.select_for_update().filter(movement=movement, unit=unit).first()
    if found is not None and found.left_on is None:
        raise BadInput(_("Đơn vị đã tham gia phong trào này. Sửa ở dòng của đơn vị trong bảng."), "unit")
    joined = found or Participation(movement=movement, unit=unit)
    joined.joined_on, joined.content, joined.persons = joined_on, content, persons
    joined.left_on, joined.left_because = None, ""
    joined.save()
    record("movement.joined", joined, by=by, unit=unit, on=joined_on, after=_numbers(joined))
    return joined


@transaction.atomic
def change_participation(
    joined: Participation, *, joined_on: dt.date, by: Actor, content: str = "", persons: int | None = None
) -> Participation:
    """Correct since when, with what or with how many the unit takes part."""
    common.must_reach(by, joined.unit)
    rules.must_be_running(joined.movement.starts, joined.movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    if joined.left_on is not None:
        raise BadInput(_("Đơn vị đã thôi tham gia. Ghi tham gia lại nếu đơn vị trở lại phong trào."))
    before = _numbers(joined)
    joined.joined_on, joined.content, joined.persons = joined_on, content, persons
    joined.save(update_fields=["joined_on", "content", "persons"])
    record(
        "movement.participation_edited",
        joined,
        by=by,
        unit=joined.unit,
        before=before,
        after=_numbers(joined),
    )
    return joined


@transaction.atomic
def leave_movement(joined: Participation, *, on: dt.date, reason: str, by: Actor) -> Participation:
    """The unit takes part no longer since that day; it was there before, and stays counted then."""
    common.must_reach(by, joined.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    rules.must_follow(on, joined.joined_on, "on")
    if not reason:
        raise BadInput(_("Ghi lý do thôi tham gia."), "reason")
    if joined.left_on is not None:
        raise BadInput(_("Đơn vị đã thôi tham gia từ trước."))
    joined.left_on, joined.left_because = on, reason
    joined.save(update_fields=["left_on", "left_because"])
    record("movement.left", joined, by=by, unit=joined.unit, on=on, note=reason)
    return joined


def _numbers(joined: Participation) -> dict[str, str]:
    persons = "" if joined.persons is None else str(joined.persons)
    return {"joined_on": str(joined.joined_on), "persons": persons, "content": joined.content}


# The programme itself


@transaction.atomic
def begin_programme(
    *, name: str, short_name: str, starts: dt.date, pillars: list[str], by: Actor
) -> Programme:
    """From that day on the programme is called this and has these pillars; what was before keeps its own."""
    rules.must_keep_settings(keeps_lists(by))
    current = Programme.objects.select_for_update().filter(ends__isnull=True).first()
    if current and starts <= current.starts:
        raise BadInput(_("Ngày bắt đầu phải sau ngày %s.") % f"{current.starts:%d/%m/%Y}", "starts")
    if not pillars:
        raise BadInput(_("Nhập ít nhất một nội dung, mỗi dòng một nội dung."), "pillars")
    if current:
        current.ends = starts
        current.save(update_fields=["ends"])
        current.pillars.filter(ends__isnull=True).update(ends=starts)
    programme = Programme.objects.create(name=name, short_name=short_name, starts=starts)
    known = list(Pillar.objects.values_list("code", "name"))
    Pillar.objects.bulk_create(
        Pillar(programme=programme, code=rules.code_of(p, known), name=p, position=n, starts=starts)
        for n, p in enumerate(pillars, start=1)
    )
    record("programme.renamed", programme, by=by, unit=by.unit, on=starts, note=name)
    return programme


@transaction.atomic
def record_basis(*, by: Actor, **fields: Any) -> LegalBasis:
    """A document on which the programme rests (symbol, kind, issuer, issued_on, abstract, starts, ends…)."""
    rules.must_keep_settings(keeps_lists(by))
    demands.must_end_after_start(fields["starts"], fields.get("ends"))
    try:
        with transaction.atomic():
            basis = LegalBasis.objects.create(**fields)
    except IntegrityError:
        raise BadInput(_("Văn bản có số, ký hiệu này đã được ghi."), "symbol") from None
    record("basis.recorded", basis, by=by, unit=by.unit)
    return basis


@transaction.atomic
def change_basis(basis: LegalBasis, *, by: Actor, **fields: Any) -> LegalBasis:
    """Correct, verify against the original, or end a legal basis."""
    rules.must_keep_settings(keeps_lists(by))
    demands.must_end_after_start(fields.get("starts", basis.starts), fields.get("ends"))
    before = common.set_fields(basis, fields)
    basis.save()
    after = {name: str(getattr(basis, name)) for name in before}
    record("basis.edited", basis, by=by, unit=by.unit, before=before, after=after)
    return basis
