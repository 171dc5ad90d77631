"""With what a person signs in, and how signing in is guarded."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models.person import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class AccountQuerySet(models.QuerySet["Account"]):
    """Words for asking about accounts."""

    def visible_to(self, actor: Actor) -> AccountQuerySet:
        """The accounts of the people in reach, for who looks after accounts."""
        if not actor.may("people.manage_accounts"):
            return self.none()
        return self.filter(person__in=Person.objects.visible_to(actor).values("pk"))

    def without_password(self) -> AccountQuerySet:
        """Opened, and its owner has set no password yet."""
        return self.filter(password__startswith=UNUSABLE_PASSWORD_PREFIX, is_active=True)


class AccountManager(BaseUserManager["Account"].from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Accounts are opened for persons."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """Sign-in names are typed in any case, with blanks in phone numbers."""
        return self.get(sign_in_name=normal_sign_in_name(username or ""))


def normal_sign_in_name(typed: str) -> str:
    """ "0912 345 678", "0912.345.678" and "+84 912-345-678" are the same; letters are compared in lower case."""
    bare = "".join(unicodedata.normalize("NFC", typed).split()).lower()[:120]
    digits = re.sub(r"[.\-()]", "", bare)
    if not re.fullmatch(r"\+?[0-9]{8,15}", digits):
        return bare
    return re.sub(r"^(?:\+|00)84(?=[1-9])|^84(?=[1-9][0-9]{8}$)", "0", digits)


class Account(AbstractBaseUser):
    """How a person signs in: a phone number, an e-mail or a short name, with a password."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    sign_in_name = models.CharField(_("tên đăng nhập"), max_length=120, unique=True)
    is_active = models.BooleanField(_("đang dùng"), default=True)
    must_change_password = models.BooleanField(_("phải đổi mật khẩu"), default=False)
    created_at = models.DateTimeField(default=clock.now)
    # Grows when every session of this account must end: signed out everywhere, closed, reset.
    generation = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "sign_in_name"
    objects = AccountManager()

    class Meta:
        verbose_name = _("tài khoản")

    def __str__(self) -> str:
        return self.sign_in_name

    def set_password(self, raw_password: str | None) -> None:
        """In NFC: some keyboards write "ệ" in one sign and some in three."""
        super().set_password(unicodedata.normalize("NFC", raw_password) if raw_password else raw_password)

    def check_password(self, raw_password: str | None) -> bool:
        """The same words in either form; one set before this was so, as it was typed."""
        composed = unicodedata.normalize("NFC", raw_password or "")
        if super().check_password(composed):
            return True
        return composed != raw_password and super().check_password(raw_password)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must know to go on: it changes with the password and with the generation."""
        said = f"{self.password}:{self.generation}"
        return salted_hmac("lantoa.people.Account", said, secret=secret, algorithm="sha256").hexdigest()


class Tries(models.Model):
    """Wrong tries at one door, counted under a digest: neither a name nor an address can be read here."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    shut_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần thử sai")


class ResetCode(models.Model):
    """A code that an administrator gives a person who forgot the password: once, for one hour."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="reset_codes")
    code_hash = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    # A newer code or a new password ends it, and with it the session that it opened.
    closed_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(default=clock.now)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # A second person agreed that who holds this code need not show the second key: it is lost.
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("mã đặt lại mật khẩu")
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("given_by")),
                name="who_gives_a_code_does_not_drop_the_second_key_alone",
            ),
        ]


class OpenSession(models.Model):
    """Somewhere somebody is signed in: since when, not where or with what. It goes when the session does."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("phiên đang mở")
