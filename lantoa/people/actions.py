"""What is done to people: join a cell, take and leave a post, open an account, reset a password."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people import rules
from lantoa.people.actors import Actor
from lantoa.people.models import (
    Account,
    Membership,
    Person,
    Post,
    ResetCode,
    Title,
    normal_sign_in_name,
)


@transaction.atomic
def add_person(*, full_name: str, by: Actor, born_on: dt.date | None = None, phone: str = "") -> Person:
    """A new person. BadInput without a full name."""
    full_name = clean(full_name)
    rules.must_have_name(full_name)
    person = Person.objects.create(full_name=full_name, born_on=born_on, phone=phone)
    record("person.added", person, by=by, unit=by.unit)
    return person


@transaction.atomic
def join(person: Person, *, unit: Unit, status: str, starts: dt.date, by: Actor) -> Membership:
    """The person belongs to this unit from that day; the membership before it ends the same day."""
    _must_reach(by, unit)
    for before in Membership.objects.select_for_update().filter(person=person, ends__isnull=True):
        if before.starts >= starts:
            raise BadInput(
                _("%(person)s đã sinh hoạt tại chi bộ khác từ ngày này hoặc sau đó. Kiểm tra lại ngày.")
                % {"person": person},
                "starts",
            )
        before.ends = starts
        before.save(update_fields=["ends"])
    membership = Membership.objects.create(person=person, unit=unit, status=status, starts=starts)
    record("membership.started", membership, by=by, unit=unit, on=starts)
    return membership


@transaction.atomic
def appoint(
    person: Person,
    *,
    unit: Unit,
    role: str,
    starts: dt.date,
    by: Actor,
    title: str = "",
    reach: str = Post.Reach.UNIT,
    ends: dt.date | None = None,
    is_head: bool = False,
) -> Post:
    """Give a person a role in a unit for a time. BadInput when the dates do not fit, NotAllowed out of reach."""
    _must_reach(by, unit)
    rules.must_end_after_start(starts, ends)
    held = Title.objects.get_or_create(name=clean(title))[0] if clean(title) else None
    post = Post.objects.create(
        person=person,
        unit=unit,
        role=role,
        title=held,
        reach=reach,
        starts=starts,
        ends=ends,
        is_head=is_head,
    )
    record("post.given", post, by=by, unit=unit, on=starts, after={"role": role, "reach": reach})
    return post


@transaction.atomic
def end_post(post: Post, *, ends: dt.date, by: Actor) -> Post:
    """The post ends before that day; what was done with it stays."""
    _must_reach(by, post.unit)
    rules.must_end_after_start(post.starts, ends)
    before = {"ends": str(post.ends or "")}
    post.ends = ends
    post.save(update_fields=["ends"])
    record("post.ended", post, by=by, unit=post.unit, on=ends, before=before, after={"ends": str(ends)})
    return post


@transaction.atomic
def open_account(person: Person, *, sign_in_name: str, by: Actor) -> tuple[Account, str]:
    """A new account and the one-time code with which its owner sets the first password."""
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
    return account, give_reset_code(account, by=by)


@transaction.atomic
def give_reset_code(account: Account, *, by: Actor) -> str:
    """A one-time code, shown once to the administrator and told to the owner in person."""
    code = rules.new_code()
    ResetCode.objects.filter(account=account, used_at__isnull=True).update(used_at=clock.now())
    ResetCode.objects.create(
        account=account, code_hash=make_password(code), expires_at=clock.now() + rules.CODE_LASTS
    )
    record("account.code_given", account, by=by, unit=by.unit, note=str(account.person))
    return code


def use_reset_code(sign_in_name: str, code: str) -> Account | None:
    """The account, if this is its code of the last hour; None otherwise, whatever the reason.

    A wrong try is counted and stays counted; the code works once and for at most five tries.
    """
    name = normal_sign_in_name(sign_in_name)
    given = (
        ResetCode.objects.filter(account__sign_in_name=name, account__is_active=True, used_at__isnull=True)
        .filter(expires_at__gt=clock.now(), tries__lt=rules.CODE_TRIES)
        .select_related("account__person")
        .first()
    )
    # Hash also when there is no such account, so that the time taken says nothing.
    stored = given.code_hash if given else make_password("không có")
    matches = check_password("".join(code.split()).upper(), stored)
    if given is None:
        return None
    if not matches:
        ResetCode.objects.filter(pk=given.pk).update(tries=F("tries") + 1)
        return None
    if not ResetCode.objects.filter(pk=given.pk, used_at__isnull=True).update(used_at=clock.now()):
        return None
    return given.account


@transaction.atomic
def set_password(account: Account, password: str, *, by: Actor) -> None:
    """The owner's new password. Sessions opened with the old one end by themselves."""
    account.set_password(password)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    record("account.password_changed", account, by=by, unit=by.unit)


@transaction.atomic
def close_account(account: Account, *, by: Actor) -> None:
    """The owner can no longer sign in; nothing else changes."""
    if by.person and account.person_id == by.person.pk:
        raise NotAllowed(_("Đồng chí không thể tự khóa tài khoản của mình."))
    if not Account.objects.filter(pk=account.pk, is_active=True).update(is_active=False):
        raise Conflict(_("Tài khoản này đã khóa."))
    record("account.closed", account, by=by, unit=by.unit, note=str(account.person))


@transaction.atomic
def reopen_account(account: Account, *, by: Actor) -> None:
    """The owner may sign in again."""
    if not Account.objects.filter(pk=account.pk, is_active=False).update(is_active=True):
        raise Conflict(_("Tài khoản này đang dùng."))
    record("account.reopened", account, by=by, unit=by.unit, note=str(account.person))


def _must_reach(by: Actor, unit: Unit) -> None:
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
