"""Approval is a table of steps: what may be done to a paper, from which state, to which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict, NotAllowed

# A slip of the finger is undone within this time; whose paper it is hears of the approval afterwards.
TAKE_BACK_WITHIN = dt.timedelta(minutes=10)


@dataclass(frozen=True)
class Step:
    """`verb` takes a paper from any of `frm` to `to`."""

    verb: str
    frm: tuple[str, ...]
    to: str


def step(verb: str, *, frm: Iterable[str], to: str) -> Step:
    """`step("approve", frm=[SUBMITTED], to=APPROVED)`."""
    return Step(verb, tuple(frm), to)


class Steps:
    """The whole life of one kind of paper."""

    def __init__(self, steps: Iterable[Step], field: str = "status") -> None:
        self.by_verb = {s.verb: s for s in steps}
        self.field = field

    def verbs_from(self, state: str) -> list[str]:
        """What may be done to a paper in this state."""
        return [s.verb for s in self.by_verb.values() if state in s.frm]

    def may(self, verb: str, state: str) -> bool:
        """Whether the verb applies in this state."""
        return state in self.by_verb[verb].frm

    def move(self, thing: Any, verb: str, **changes: Any) -> None:
        """Take the paper along one step, in the database and in memory; `changes` are columns that go with it.

        All in one UPDATE: of two people pressing at once one wins; the other gets Conflict and changed nothing.
        """
        one = self.by_verb[verb]
        rows = type(thing)._base_manager.filter(pk=thing.pk, **{f"{self.field}__in": one.frm})
        if not rows.update(**{self.field: one.to}, **changes):
            raise Conflict(_("Bản này vừa được người khác xử lý. Tải lại trang để xem trạng thái mới."))
        for name, value in {self.field: one.to, **changes}.items():
            setattr(thing, name, value)


def is_fresh(approved_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether an approval of that instant can still be a slip of the finger."""
    return approved_at is not None and now < approved_at + TAKE_BACK_WITHIN


def must_be_taken_back_in_time(*, is_giver: bool, in_time: bool) -> None:
    """Who approved takes it back, within ten minutes and while nothing was written on it."""
    if not is_giver:
        raise NotAllowed(_("Chỉ người đã duyệt mới rút lại việc duyệt."))
    if not in_time:
        raise Conflict(
            _("Đã quá 10 phút, hoặc đã có kết quả ghi vào bản này, nên không rút lại việc duyệt được.")
        )
