"""Whether this installation has begun, and how far a new office has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Beginning, Membership
from lantoa.registrations.models import RegistrationYear


def has_begun() -> bool:
    """Whether anything stands here: from then on the first pages are gone."""
    return Unit.objects.exists() or Account.objects.exists()


def beginning_of(actor: Actor) -> Beginning | None:
    """How the office began in which this administrator works; None where nobody began it through these pages."""
    if actor.unit is None or not actor.may("people.manage_accounts"):
        return None
    found = Beginning.objects.filter(unit=actor.unit, administrator=actor.person)
    return found.select_related("administrator", "head", "unit").first()


@dataclass(frozen=True)
class Step:
    """One of the five: what to do, where, whether it is done, what to know of it."""

    title: str
    button: str
    url: str
    is_done: bool
    note: str = ""
    minutes: int = 0
    is_locked: bool = False


def steps_of(beginning: Beginning, actor: Actor) -> list[Step]:
    """The five steps, in the order to take them."""
    unit, on = beginning.unit, actor.on
    below = organisation.children(unit, on).count()
    people = actor.in_reach(Membership.objects.on(on)).count()
    waiting = invited(actor)
    is_cell = unit.level == Unit.Level.CELL
    return [
        Step(
            _("Đồng chí %(head)s xác nhận việc giao quyền") % {"head": beginning.head},
            _("In giấy mời"),
            reverse("beginning:slip"),
            beginning.confirmed_at is not None,
            _("Khi chưa xác nhận: nhập danh sách được, chưa mời được ai."),
            2,
        ),
        Step(
            _("Đưa danh sách đơn vị vào"),
            _("Dán danh sách đơn vị"),
            reverse("exchange:start", args=["units"]),
            bool(below) or is_cell,
            _("Đang có %(n)s đơn vị trực thuộc.") % {"n": below},
            5,
        ),
        Step(
            _("Đưa danh sách người, chức vụ, tài khoản vào"),
            _("Dán danh sách người"),
            reverse("exchange:start", args=["people"]),
            people > 0,
            _("Đang có %(n)s người trong danh sách.") % {"n": people},
            8,
        ),
        Step(
            _("Mời mọi người đăng nhập"),
            _("In phiếu mã"),
            reverse("people:slips"),
            bool(beginning.confirmed_at) and people > 0 and not waiting,
            _("%(n)s tài khoản chưa đặt mật khẩu.") % {"n": waiting},
            3,
            is_locked=beginning.confirmed_at is None,
        ),
        Step(
            _("Đặt năm công tác: chuyên đề, căn cứ, mở đăng ký"),
            _("Đặt năm công tác"),
            reverse("beginning:year"),
            RegistrationYear.objects.filter(unit=unit).exists(),
            _("Xong khi đơn vị đã mở năm đăng ký đầu tiên."),
            3,
        ),
    ]


def following(steps: Iterable[Step]) -> Step | None:
    """The first that is neither done nor locked."""
    return next((step for step in steps if not step.is_done and not step.is_locked), None)


def invited(actor: Actor) -> int:
    """How many accounts in reach have no password of their owner yet."""
    return Account.objects.visible_to(actor).without_password().count()
