"""The one act by which an office begins, and the head's word on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.beginning import queries, rules
from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actions as people
from lantoa.people.actors import Actor, system
from lantoa.people.models import Account, Beginning, Person, Post, normal_sign_in_name


@dataclass(frozen=True)
class Top:
    """The unit at the top: since when it stands, what it is."""

    name: str
    since: dt.date
    kind: str = Unit.Kind.PARTY
    level: str = Unit.Level.GRASSROOTS


@dataclass(frozen=True)
class Somebody:
    """A person, what she is called by her office, and how she will sign in."""

    name: str
    account: str
    title: str = ""


@transaction.atomic
def begin(top: Top, administrator: Somebody, head: Somebody, *, password: str, on: dt.date) -> Beginning:
    """The unit, its administrator, who signs in at once, and the head, who confirms with a code of her own.

    Conflict when somebody has begun already; BadInput where something typed cannot be used.
    """
    if queries.has_begun():
        raise Conflict(_("Nơi này đã bắt đầu dùng. Đăng nhập bằng tài khoản đã có."))
    rules.must_be_two_people(
        clean(administrator.name),
        clean(head.name),
        normal_sign_in_name(administrator.account),
        normal_sign_in_name(head.account),
    )
    by = system(on, label=_("Người cài đặt"))
    unit = organisation.found(name=top.name, parent=None, kind=top.kind, level=top.level, on=top.since, by=by)
    first = _place(administrator, unit, "administrator", by, field="administrator")
    second = _place(head, unit, rules.role_of_head(top.level), by, field="head", is_head=True)
    people.set_password(first, _good(password, first), by=by)
    beginning = Beginning.objects.create(unit=unit, administrator=first.person, head=second.person)
    record("beginning.begun", beginning, by=by, unit=unit)
    return beginning


def _place(who: Somebody, unit: Unit, role: str, by: Actor, *, field: str, is_head: bool = False) -> Account:
    """The person with her post and an account, the refusals beside her own boxes."""
    try:
        person = people.add_person(full_name=who.name, by=by)
        people.appoint(
            person,
            unit=unit,
            role=role,
            title=who.title,
            reach=Post.Reach.SUBTREE,
            starts=by.on,
            is_head=is_head,
            by=by,
        )
        return people.add_account(person, sign_in_name=who.account, by=by)
    except BadInput as bad:
        box = {"full_name": "name", "sign_in_name": "account"}.get(bad.field, "name")
        raise BadInput(str(bad), f"{field}_{box}") from bad


def _good(password: str, account: Account) -> str:
    try:
        validate_password(password, account)
    except ValidationError as wrong:
        raise BadInput(" ".join(wrong.messages), "password") from wrong
    return password


@transaction.atomic
def give_slip(beginning: Beginning, *, by: Actor) -> tuple[Account, str]:
    """A code of seven days for the head, printed and given by hand; the one before stops holding."""
    if beginning.confirmed_at or beginning.refused_at:
        raise Conflict(_("Đồng chí %(head)s đã trả lời.") % {"head": beginning.head})
    account = Account.objects.filter(person=beginning.head).first()
    if account is None:
        raise Conflict(
            _("Đồng chí %(head)s chưa có tài khoản. Mở tài khoản trước.") % {"head": beginning.head}
        )
    if account.has_usable_password():
        raise Conflict(
            _("Đồng chí %(head)s đã đặt mật khẩu, chỉ cần đăng nhập rồi xác nhận.") % {"head": beginning.head}
        )
    whole = system(by.on, beginning.unit, label=by.label)
    ((account, code),) = people.give_first_codes([account], by=whole, lasts=rules.SLIP_LASTS)
    return account, code


@transaction.atomic
def confirm(beginning: Beginning, *, by: Actor) -> None:
    """The head says yes: from now on the administrator invites people."""
    _answer(beginning, "confirmed_at", by)
    record("beginning.confirmed", beginning, by=by, unit=beginning.unit)


@transaction.atomic
def refuse(beginning: Beginning, *, by: Actor) -> None:
    """The head says no: the administrator's account closes, her post ends, what was entered stays."""
    _answer(beginning, "refused_at", by)
    for account in Account.objects.filter(person=beginning.administrator, is_active=True):
        people.close_account(account, by=by)
    record("beginning.rejected", beginning, by=by, unit=beginning.unit)


def _answer(beginning: Beginning, field: str, by: Actor) -> None:
    """Her answer, given once. NotAllowed for anybody else."""
    if by.person is None or by.person.pk != beginning.head_id:
        raise NotAllowed(_("Chỉ đồng chí %(head)s xác nhận được việc này.") % {"head": beginning.head})
    open_one = Beginning.objects.filter(pk=beginning.pk, confirmed_at__isnull=True, refused_at__isnull=True)
    if not open_one.update(**{field: clock.now()}):
        raise Conflict(_("Đồng chí đã trả lời việc này."))
    beginning.refresh_from_db()


@transaction.atomic
def replace_administrator(unit: Unit, who: Somebody, *, password: str, on: dt.date) -> Person:
    """A new administrator where the head refused the first; only at the machine, by the command.

    Conflict while the first one is not refused.
    """
    beginning = Beginning.objects.filter(unit=unit, refused_at__isnull=False).first()
    if beginning is None:
        raise Conflict(_("Người quản trị đầu tiên không bị từ chối. Đăng nhập bằng tài khoản đã có."))
    by = system(on, unit, label=_("Người cài đặt"))
    account = _place(who, unit, "administrator", by, field="administrator")
    people.set_password(account, _good(password, account), by=by)
    beginning.administrator, beginning.refused_at = account.person, None
    beginning.save(update_fields=["administrator", "refused_at"])
    record("beginning.begun", beginning, by=by, unit=unit, note=str(account.person))
    return account.person
