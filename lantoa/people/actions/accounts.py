"""Accounts and their keys: opened, closed, and a new password by a code. The keys lie with who reaches the
whole person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.people import codes, queries, rules
from lantoa.people.actions.second_key import drop_second_key, use_second_key
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Account, Beginning, OpenSession, Person, ResetCode, normal_sign_in_name


@transaction.atomic
def open_account(person: Person, *, sign_in_name: str, by: Actor) -> tuple[Account, str]:
    """A new account and the one-time code with which its owner sets the first password."""
    account = add_account(person, sign_in_name=sign_in_name, by=by)
    return account, give_reset_code(account, by=by)


@transaction.atomic
def add_account(person: Person, *, sign_in_name: str, by: Actor) -> Account:
    """A new account that nobody can enter yet: its owner gets a code for the first password later."""
    _must_hold_the_keys(person, by)
    name = normal_sign_in_name(sign_in_name)
    if not name:
        raise BadInput(_("Nhập tên đăng nhập: số điện thoại hoặc thư điện tử."), "sign_in_name")
    if Account.objects.filter(sign_in_name=name).exists():
        raise BadInput(_("Tên đăng nhập này đã có người dùng. Chọn tên khác."), "sign_in_name")
    if Account.objects.filter(person=person).exists():
        raise BadInput(_("%(person)s đã có tài khoản.") % {"person": person})
    account = Account(person=person, sign_in_name=name)
    account.set_unusable_password()
    account.save()
    record("account.opened", account, by=by, unit=by.unit, note=str(person))
    return account


@transaction.atomic
def give_reset_code(account: Account, *, by: Actor) -> str:
    """A one-time code, shown once to the administrator and told to the owner in person.

    An earlier code ends, and with it the page for a new password that it may have opened.
    NotAllowed for who does not reach every post and membership of the owner.
    """
    _must_hold_the_keys(account.person, by)
    _must_be_confirmed(by)
    return _new_code(account, by=by, lasts=rules.CODE_LASTS)


def give_first_codes(
    accounts: Iterable[Account], *, by: Actor, lasts: dt.timedelta = rules.SLIP_LASTS
) -> list[tuple[Account, str]]:
    """(account, code) of those whose owners have set no password yet; printed on slips and given by hand.

    A code given before stops holding. Accounts with a password are passed over: theirs is a code of one hour.
    Hashing the codes of 150 people takes seconds, in which nobody should wait for the database: it is done before.
    """
    _must_be_confirmed(by)
    new = [account for account in accounts if account.is_active and not account.has_usable_password()]
    for account in new:
        _must_hold_the_keys(account.person, by)
    made = [(account, code, make_password(code)) for account in new for code in [rules.new_code()]]
    with transaction.atomic():
        still = Account.objects.without_password().filter(pk__in=[one.pk for one in new])
        waiting = set(still.values_list("pk", flat=True))
        return [
            (account, _keep_code(account, code, hashed, by=by, lasts=lasts))
            for account, code, hashed in made
            if account.pk in waiting
        ]


def _must_be_confirmed(by: Actor) -> None:
    """NotAllowed until the head has confirmed the administrator with whom the office began."""
    waiting = Beginning.objects.filter(administrator=by.person, confirmed_at__isnull=True)
    if by.person and (found := waiting.select_related("head").first()):
        raise NotAllowed(
            _("Đồng chí %(head)s chưa xác nhận người quản trị nên chưa mời được ai. Đưa giấy mời trước.")
            % {"head": found.head}
        )


def _new_code(account: Account, *, by: Actor, lasts: dt.timedelta) -> str:
    code = rules.new_code()
    return _keep_code(account, code, make_password(code), by=by, lasts=lasts)


def _keep_code(account: Account, code: str, hashed: str, *, by: Actor, lasts: dt.timedelta) -> str:
    now = clock.now()
    ResetCode.objects.filter(account=account, closed_at__isnull=True).update(closed_at=now)
    ResetCode.objects.create(
        account=account,
        code_hash=hashed,
        given_at=now,
        given_by=by.person,
        expires_at=now + lasts,
    )
    record("account.code_given", account, by=by, unit=by.unit, note=str(account.person))
    return code


def use_reset_code(sign_in_name: str, code: str) -> ResetCode | None:
    """The code, if it is the one of this account of the last hour; None otherwise, whatever the reason.

    The code works once. A stranger's wrong tries do not burn it: the door itself counts them (people/sign_in.py).
    """
    name = normal_sign_in_name(sign_in_name)
    given = (
        ResetCode.objects.filter(account__sign_in_name=name, account__is_active=True, used_at__isnull=True)
        .filter(closed_at__isnull=True, expires_at__gt=clock.now())
        .select_related("account__person", "given_by")
        .first()
    )
    # Hash also when there is no such account, so that the time taken says nothing.
    stored = given.code_hash if given else _nobodys_hash(settings.PASSWORD_HASHERS[0])
    matches = check_password("".join(code.split()).upper(), stored)
    if given is None or not matches:
        return None
    if not ResetCode.objects.filter(pk=given.pk, used_at__isnull=True).update(used_at=clock.now()):
        return None
    return given


@cache
def _nobodys_hash(hasher: str) -> str:
    """What a code is compared with where there is none; made once, so that one answer costs what the other does."""
    return make_password(rules.new_code())


@transaction.atomic
def note_sign_in(account: Account, *, by: Actor, device: str = "", address: str = "") -> None:
    """Who and when, for good; with which kind of machine and from where, for ninety days and for her own eyes."""
    where = {"device": device, "address": address[:45]}
    record("account.signed_in", account, by=by, unit=None, short_lived=where)


@transaction.atomic
def reset_password(code: ResetCode, password: str, *, by: Actor, second: str = "") -> Account:
    """The new password that a code allows: every session ends, and history says whose code it was.

    Conflict when the code's hour is over, or a newer code or password has come since. BadInput when the account has
    a second key and `second` does not open it, unless a second person agreed that it is lost.
    """
    locked = ResetCode.objects.select_for_update(of=("self",))
    held = locked.select_related("account", "given_by", "agreed_by").get(pk=code.pk)
    if held.closed_at is not None or held.expires_at <= clock.now() or not held.account.is_active:
        raise Conflict(_("Mã đặt lại đã hết hiệu lực. Xin mã mới từ người quản trị."))
    _must_show_second_key(held, second, by)
    _keep_password(held.account, password)
    note = _("bằng mã do %(who)s cấp lúc %(when)s") % {
        "who": held.given_by or _("hệ thống"),
        "when": f"{timezone.localtime(held.given_at):%H:%M %d/%m/%Y}",
    }
    record("account.password_reset", held.account, by=by, unit=by.unit, note=note)
    return held.account


def _must_show_second_key(code: ResetCode, second: str, by: Actor) -> None:
    if not codes.has_second_key(code.account):
        return
    if code.agreed_by:
        note = _("%(who)s đồng ý khi đặt lại mật khẩu") % {"who": code.agreed_by}
        drop_second_key(code.account, by=by, note=note)
    elif not use_second_key(code.account, second, by=by):
        raise BadInput(_("Mã của khóa thứ hai chưa đúng."), "second")


@transaction.atomic
def set_password(account: Account, password: str, *, by: Actor) -> None:
    """The owner's new password. Sessions opened with the old one, or by a code, end by themselves."""
    _keep_password(account, password)
    record("account.password_changed", account, by=by, unit=by.unit)


@transaction.atomic
def end_other_sessions(account: Account, *, by: Actor) -> None:
    """Signed out everywhere; the page that asked for it signs this machine in again."""
    _end_sessions(account)
    record("account.sessions_ended", account, by=by, unit=by.unit)


@transaction.atomic
def end_session(session: OpenSession, *, by: Actor) -> None:
    """Signed out at one machine."""
    Session.objects.filter(session_key=session.session_key).delete()
    session.delete()
    record("account.session_ended", session.account, by=by, unit=by.unit)


@transaction.atomic
def close_account(account: Account, *, by: Actor) -> None:
    """The owner can no longer sign in, and her sessions end for good; nothing else changes."""
    _must_hold_the_keys(account.person, by)
    if not Account.objects.filter(pk=account.pk, is_active=True).update(is_active=False):
        raise Conflict(_("Tài khoản này đã khóa."))
    _end_sessions(account)
    record("account.closed", account, by=by, unit=by.unit, note=str(account.person))


@transaction.atomic
def reopen_account(account: Account, *, by: Actor) -> None:
    """The owner may sign in again."""
    _must_hold_the_keys(account.person, by)
    if not Account.objects.filter(pk=account.pk, is_active=False).update(is_active=True):
        raise Conflict(_("Tài khoản này đang dùng."))
    record("account.reopened", account, by=by, unit=by.unit, note=str(account.person))


def _must_hold_the_keys(person: Person, by: Actor) -> None:
    if by.reach == EVERYTHING:
        return
    rules.must_hold_the_keys(
        reaches_all=queries.reaches_all_of(person, by),
        is_own=by.person is not None and by.person.pk == person.pk,
    )


def _keep_password(account: Account, password: str) -> None:
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    ResetCode.objects.filter(account=account, closed_at__isnull=True).update(closed_at=clock.now())
    _end_sessions(account)


def _end_sessions(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(generation=F("generation") + 1)
    account.refresh_from_db(fields=["generation"])
