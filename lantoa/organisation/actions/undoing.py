"""A change recorded by mistake is undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.gathering import gather
from lantoa.foundation.history import record
from lantoa.organisation import changes, placing
from lantoa.organisation.actions.shared import must_be_his
from lantoa.organisation.models import Reorganisation


@transaction.atomic
def undo(change: Reorganisation, *, by: Any) -> None:
    """Take back a change that is not yet in force and that nothing later builds on.

    Conflict when it is taken back already; BadInput when it is in force, when a later change builds on it, or when a
    unit it founded has people or records by now.
    """
    placing.take_turns()
    change.refresh_from_db()
    if change.effective_on <= by.on and change.undone_at is None:
        raise BadInput(_("Thay đổi đã có hiệu lực nên không hủy được. Ghi một thay đổi mới để điều chỉnh."))
    _undo(change, by)


@transaction.atomic
def take_back(change: int, *, by: Any) -> None:
    """Take back a list of units entered a moment ago, in force or not, while nothing is built on it."""
    placing.take_turns()
    _undo(Reorganisation.objects.get(pk=change), by)


def _undo(change: Reorganisation, by: Any) -> None:
    if change.undone_at is not None:
        raise Conflict(_("Thay đổi này đã được hủy."))
    concerned = list(change.units.exclude(pk__in=change.changes["founded"]))
    must_be_his(by, change.effective_on, concerned or list(change.leans_on.all()) or [None])
    if later := _builds_on(change):
        raise BadInput(_("Có thay đổi ghi sau dựa trên thay đổi này. Hủy thay đổi sau trước: %s.") % later)
    subject = concerned[0] if concerned else change.leans_on.first()
    try:
        with transaction.atomic():
            _put_back(change.changes.get("followed", {}))
            changes.undo(change.changes)
    except ProtectedError:
        raise BadInput(_("Đơn vị mới đã có người hoặc hồ sơ nên không hủy được việc thành lập.")) from None
    except IntegrityError:
        raise BadInput(
            _("Chỗ cũ trong cây nay có đơn vị khác. Ghi một thay đổi mới để điều chỉnh.")
        ) from None
    change.undone_at = clock.now()
    change.save(update_fields=["undone_at"])
    record(
        "unit.change_undone", change, by=by, unit=subject, on=change.effective_on, note=change.decision_number
    )


def _builds_on(change: Reorganisation) -> Reorganisation | None:
    """A later change that would not stand without this one: it changed, or leans on, what this one changed.

    Two changes that only lean on the same unit (two foundings under one parent) do not need each other.
    """
    changed = change.units.values("pk")
    later = Reorganisation.objects.filter(pk__gt=change.pk, undone_at__isnull=True)
    touching = Q(units__in=changed) | Q(leans_on__in=changed) | Q(units__in=change.leans_on.values("pk"))
    return later.filter(touching).order_by("-pk").first()


def _put_back(followed: Mapping[str, Any]) -> None:
    for room in gather("hangs"):
        if log := followed.get(room.__name__):
            room.restore(log)
