"""Taking a practice over at another unit, saying what was kept and changed, taking a mistake out again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from lantoa.adoptions import queries, rules
from lantoa.adoptions.models import AdoptedPart, Adoption
from lantoa.adoptions.rules import PartFate
from lantoa.adoptions.words import KEPT
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, without_names
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.practices import words
from lantoa.practices.actions import cleaned, must_write
from lantoa.practices.models import Practice, RecognitionLevel, as_written
from lantoa.practices.queries import names_to_leave_out
from lantoa.practices.rules import must_lie_between

# What an adopter starts from; numbers, costs and names are its own to write.
COPIED = ("name", "kind", "field", "content_of_uncle", "how", "target", "scope", "hardest")
Parts = Mapping[int, PartFate]


@transaction.atomic
def adopt(
    origin: Practice,
    *,
    by: Actor,
    unit: Unit | None = None,
    parts: Parts | None = None,
    on: dt.date | None = None,
    note: str = "",
) -> Adoption:
    """Take a practice over at `unit` (the actor's own unless named) since `on` (today unless named).

    The unit gets a practice of its own, running from that day. `parts` says by place (from 1) what becomes of
    each core part; those not named are as `queries.preset_parts` has them. NotAllowed for one's own practice
    however it came back, Conflict while the unit already has it going on.
    """
    unit, on = unit or by.unit, on or by.on
    if unit is None or not queries.may_adopt_for(by, unit):
        raise NotAllowed(_("Bí thư, cấp ủy của đơn vị ghi việc vận dụng cho đơn vị mình."))
    root = _locked_root(origin)
    origin.refresh_from_db()
    _must_be_learned_from_others(origin, root, unit, on=on, by=by)
    copy = _copy(origin, unit, on)
    above = queries.adoption_of(origin)
    adoption = Adoption.objects.create(
        origin=origin,
        practice=copy,
        root=root,
        generation=above.generation + 1 if above else 1,
        adopted_on=on,
        half_year_on=rules.months_after(on, rules.HALF_YEAR),
        full_year_on=rules.months_after(on, rules.FULL_YEAR),
        recorded_on=by.on,
        learned_note=clean(note),
        adopted_by=by.person,
    )
    _keep_parts(adoption, parts or {})
    learned = f"{origin.name}, {organisation.name_of(origin.unit, on)}"
    record("practice.adopted", copy, by=by, unit=unit, on=on, note=learned)
    return adoption


def _locked_root(origin: Practice) -> Practice:
    """One at a time: of two who press together the second sees what the first did."""
    return Practice.objects.select_for_update().get(pk=queries.root_of(origin).pk)


def _must_be_learned_from_others(
    origin: Practice, root: Practice, unit: Unit, *, on: dt.date, by: Actor
) -> None:
    stopped = origin.status == words.STOPPED
    rules.must_be_worth_learning(origin.registered_on, origin.began_on, stopped=stopped)
    known = [day for day in (origin.registered_on, origin.began_on) if day]
    must_lie_between(on, min(known), by.on, "on")
    if organisation.placement(unit, on) is None:
        raise BadInput(_("Ngày này đơn vị chưa thành lập hoặc đã kết thúc. Kiểm tra lại ngày."), "on")
    rules.must_not_be_its_own(queries.is_own(origin, unit, by.on))
    living = queries.living_adoption(root, unit, by.on)
    rules.must_not_have_it_already(living.practice.name if living else "")


def _copy(origin: Practice, unit: Unit, on: dt.date) -> Practice:
    name = organisation.name_of(unit, on)
    unsaid = names_to_leave_out(queries.chain_of(origin))
    copied = {field: getattr(origin, field) for field in COPIED}
    # Whoever is named agreed to be named there, not here.
    spoken = {
        field: without_names(text, unsaid, _("người phụ trách"))
        for field, text in copied.items()
        if isinstance(text, str)
    }
    return Practice.objects.create(
        **copied | spoken,
        unit=unit,
        subject=words.COLLECTIVE,
        subject_name=name,
        place_name=name,
        level=unit.level if unit.level in RecognitionLevel.values else RecognitionLevel.GRASSROOTS,
        status=words.RUNNING,
        registered_on=on,
        began_on=on,
        is_original=False,
    )


def _keep_parts(adoption: Adoption, said: Parts) -> None:
    cores = queries.core_parts(adoption.root)
    presets = queries.preset_parts(adoption.origin)
    unsaid = names_to_leave_out({adoption.origin, adoption.root})
    rows = []
    for core, (text, preset) in zip(cores, presets, strict=True):
        part = _sound(said.get(core.place, preset), core.place)
        rows.append(
            AdoptedPart(
                adoption=adoption,
                core=core,
                place=core.place,
                text=without_names(text, unsaid, _("người phụ trách")),
                fate=part.fate,
                why=part.why,
            )
        )
    AdoptedPart.objects.bulk_create(rows)


def _sound(part: PartFate, place: int) -> PartFate:
    """As typed, without a reason where nothing was changed."""
    part = PartFate(part.fate, "" if part.fate == KEPT else clean(part.why))
    rules.must_be_sound(part, place)
    return part


@transaction.atomic
def mark_parts(adoption: Adoption, *, by: Actor, parts: Parts) -> Adoption:
    """Say, now that it is being done, which core parts are kept, changed or dropped, and why."""
    must_write(adoption.practice, by)
    before, rows = {}, list(adoption.parts.select_for_update())
    for row in rows:
        if row.place in parts:
            part = _sound(parts[row.place], row.place)
            before[str(row.place)] = _told(row)
            row.fate, row.why = part.fate, part.why
    AdoptedPart.objects.bulk_update(rows, ["fate", "why"])
    after = {str(row.place): _told(row) for row in rows if str(row.place) in before}
    record(
        "practice.parts_marked",
        adoption.practice,
        by=by,
        unit=adoption.practice.unit,
        before=before,
        after=after,
    )
    return adoption


def _told(part: AdoptedPart) -> str:
    return f"{part.text}: {part.get_fate_display()}" + (f" ({part.why})" if part.why else "")


@transaction.atomic
def withdraw(adoption: Adoption, *, by: Actor) -> None:
    """Take out an adoption that was pressed by mistake: it then counts nowhere; the history keeps that it was.

    Within rules.WINDOW of being recorded, and while nobody learned from it; afterwards it is stopped instead.
    """
    practice = adoption.practice
    must_write(practice, by)
    _locked_root(practice)
    if not rules.may_be_withdrawn(adoption.recorded_on, by.on, has_followers=queries.has_followers(adoption)):
        raise Conflict(
            _(
                "Chỉ rút được trong 30 ngày và khi chưa có gì dựa vào việc vận dụng này. Nếu đã thôi làm, hãy ghi dừng."
            )
        )
    before: dict[str, Any] = {
        "name": practice.name,
        "origin": f"{adoption.origin_id}: {adoption.origin.name}",
        "adopted_on": adoption.adopted_on.isoformat(),
    }
    record("practice.adoption_withdrawn", practice, by=by, unit=practice.unit, before=before)
    try:
        practice.delete()
    except ProtectedError:
        raise Conflict(_("Đã có hồ sơ khác gắn với mô hình này nên không rút được. Hãy ghi dừng.")) from None


# What an adopter may say in its own words and numbers.
OWN_WORDS = ("name", "reason", "how", "target", "scope", "participants", "cost", "cost_note", "contact")


@transaction.atomic
def adapt(practice: Practice, *, by: Actor, **written: Any) -> Practice:
    """Write down how the adopter does it. `written` are fields of OWN_WORDS; what spread from it is not touched."""
    must_write(practice, by)
    if queries.adoption_of(practice) is None or set(written) - set(OWN_WORDS):
        raise NotAllowed(_("Chỉ sửa được cách làm của mô hình vận dụng từ nơi khác."))
    before = as_written(practice)
    for name, value in cleaned(written).items():
        setattr(practice, name, value)
    if not practice.name:
        raise BadInput(_("Đặt tên mô hình, ngắn và nói được việc."), "name")
    practice.save()
    record("practice.adapted", practice, by=by, unit=practice.unit, before=before, after=as_written(practice))
    return practice
