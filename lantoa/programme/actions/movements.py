"""What is done with emulation movements: launched, joined, reviewed unit by unit, left, summed up."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme import rules
from lantoa.programme.actions import common
from lantoa.programme.models import Movement, MovementReview, Participation


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
    party_members: int | None = None,
) -> Participation:
    """The unit takes part since that day, with so many of its people; None where nobody has counted them.

    A unit that had left joins again in the same line: a unit stands in a movement once.
    """
    common.must_reach(by, unit)
    rules.must_be_running(movement.starts, movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    rules.must_be_among(party_members, persons)
    if not Movement.objects.for_unit(unit, by.on).filter(pk=movement.pk).exists():
        raise BadInput(_("Phong trào này của cấp khác, đơn vị không thuộc nơi phát động."), "unit")
    found = Participation.objects.select_for_update().filter(movement=movement, unit=unit).first()
    if found is not None and found.left_on is None:
        raise BadInput(_("Đơn vị đã tham gia phong trào này. Sửa ở dòng của đơn vị trong bảng."), "unit")
    joined = found or Participation(movement=movement, unit=unit)
    joined.joined_on, joined.content = joined_on, content
    joined.persons, joined.party_members = persons, party_members
    joined.left_on, joined.left_because = None, ""
    joined.save()
    record("movement.joined", joined, by=by, unit=unit, on=joined_on, after=_numbers(joined))
    return joined


@transaction.atomic
def change_participation(
    joined: Participation,
    *,
    joined_on: dt.date,
    by: Actor,
    content: str = "",
    persons: int | None = None,
    party_members: int | None = None,
) -> Participation:
    """Correct since when, with what or with how many the unit takes part."""
    common.must_reach(by, joined.unit)
    rules.must_be_running(joined.movement.starts, joined.movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    rules.must_be_among(party_members, persons)
    rules.must_still_take_part(joined.left_on)
    rules.must_be_counted(joined.named.staying().count(), persons, "persons")
    before = _numbers(joined)
    joined.joined_on, joined.content = joined_on, content
    joined.persons, joined.party_members = persons, party_members
    joined.save(update_fields=["joined_on", "content", "persons", "party_members"])
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
    staying = Participation.objects.filter(pk=joined.pk, left_on__isnull=True)
    if not staying.update(left_on=on, left_because=reason):
        raise Conflict(_("Có người vừa ghi đơn vị thôi tham gia. Tải lại trang để xem."))
    joined.left_on, joined.left_because = on, reason
    named = joined.named.staying()
    named.filter(joined_on__gt=on).update(left_on=F("joined_on"))
    named.filter(joined_on__lte=on).update(left_on=on)
    record("movement.left", joined, by=by, unit=joined.unit, on=on, note=reason)
    return joined


@transaction.atomic
def review_participation(
    joined: Participation, *, reviewed_on: dt.date, kind: str, results: str, by: Actor
) -> MovementReview:
    """What the unit has done in the movement, as reviewed on that day; once a day, mended where it stands."""
    review = MovementReview(participation=joined)
    return _review(review, {}, by, reviewed_on=reviewed_on, kind=kind, results=results)


@transaction.atomic
def change_review(
    review: MovementReview, *, reviewed_on: dt.date, kind: str, results: str, by: Actor
) -> MovementReview:
    """Correct what was written of a review; the history keeps what it said."""
    before = {"reviewed_on": str(review.reviewed_on), "kind": review.kind, "results": review.results}
    return _review(review, before, by, reviewed_on=reviewed_on, kind=kind, results=results)


def _review(
    review: MovementReview,
    before: dict[str, str],
    by: Actor,
    *,
    reviewed_on: dt.date,
    kind: str,
    results: str,
) -> MovementReview:
    joined = review.participation
    common.must_reach(by, joined.unit)
    rules.must_not_lie_ahead(reviewed_on, by.on, "reviewed_on")
    rules.must_follow(reviewed_on, joined.joined_on, "reviewed_on")
    if not results:
        raise BadInput(
            _("Ghi kết quả của đơn vị trong phong trào: đã làm được gì, còn gì chưa được."), "results"
        )
    # Locked, so that of two who write at once the second is told.
    Participation.objects.select_for_update().get(pk=joined.pk)
    if joined.reviews.filter(reviewed_on=reviewed_on).exclude(pk=review.pk).exists():
        raise BadInput(_("Ngày này đã có sơ kết của đơn vị. Bấm Sửa ở dòng đã ghi."), "reviewed_on")
    review.reviewed_on, review.kind, review.results = reviewed_on, kind, results
    review.save()
    record("movement.reviewed", review, by=by, unit=joined.unit, on=reviewed_on, before=before)
    return review


def _numbers(joined: Participation) -> dict[str, str]:
    counted = {name: getattr(joined, name) for name in ("persons", "party_members")}
    told = {name: "" if number is None else str(number) for name, number in counted.items()}
    return {"joined_on": str(joined.joined_on), **told, "content": joined.content}
