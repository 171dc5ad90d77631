"""The second key: six digits of a telephone, ten codes on paper, passkeys. django-allauth keeps and compares them."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.exceptions import InvalidSignature
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.encoding import force_bytes

from lantoa.people import queries
from lantoa.people.actors import Actor
from lantoa.people.models import Account, ResetCode

RECOVERY_CODES = 10
TOTP, PAPER, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES, Authenticator.Type.WEBAUTHN
ISSUER = "Lan Tỏa"
LAST_USED = "last_counter"  # the thirty seconds whose code was used last: no code opens twice


class Adapter(DefaultMFAAdapter):
    """What allauth asks of the house: our name, the sign-in name, and secrets unreadable in the database."""

    def get_totp_issuer(self) -> str:
        return ISSUER

    def _get_user_identifier(self, user: Any) -> str:
        return str(user.sign_in_name)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": ISSUER}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        number = user_pk_to_url_str(user).encode()
        return {"id": number, "display_name": str(user.person), "name": self._get_user_identifier(user)}

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    """Sealed under the signing key, which does not lie in the database; older signing keys still open."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"lantoa.people.codes:" + force_bytes(key)).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


@dataclass(frozen=True)
class Keys:
    """The second keys of an account: the telephone's, those on machines, and how many codes on paper are left."""

    telephone: Authenticator | None
    left: int
    machines: tuple[Authenticator, ...] = ()

    def __bool__(self) -> bool:
        return self.telephone is not None or bool(self.machines)


def keys_of(account: Account) -> Keys:
    """Which second keys this account has."""
    rows = list(Authenticator.objects.filter(user_id=account.pk).order_by("pk"))
    found = {one.type: one for one in rows}
    left = 0
    if PAPER in found:
        left = RECOVERY_CODES - found[PAPER].data["used_mask"].bit_count()
    return Keys(found.get(TOTP), left, tuple(one for one in rows if one.type == PASSKEY))


def has_second_key(account: Account) -> bool:
    """Whether signing in asks for more than the password."""
    return Authenticator.objects.filter(user_id=account.pk, type__in=[TOTP, PASSKEY]).exists()


def new_secret() -> str:
    """A secret for a telephone, in base 32."""
    return totp.generate_totp_secret()


def picture(account: Account, secret: str) -> str:
    """The square that the telephone reads, as the address of an image."""
    drawn = Adapter().build_totp_svg(Adapter().build_totp_url(account, secret))
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


def in_groups(secret: str) -> str:
    """ "JBSW Y3DP …": for who types it."""
    return " ".join(re.findall(".{1,4}", secret))


def fits(secret: str, typed: str) -> bool:
    """Whether these six digits come from a telephone that has this secret, now or half a minute ago."""
    return totp.validate_totp_code(secret, bare(typed))


def bare(typed: str) -> str:
    """The digits of what was typed; "" when it holds anything but digits, blanks, dots and dashes."""
    found = re.sub(r"[\s.\-]", "", typed)
    return found if re.fullmatch("[0-9]{6,12}", found) else ""


@transaction.atomic
def turn_on(account: Account, secret: str) -> None:
    """The telephone's secret is kept; a former one goes."""
    Authenticator.objects.filter(user_id=account.pk, type=TOTP).delete()
    totp.TOTP.activate(account, secret)


@transaction.atomic
def new_paper(account: Account) -> list[str]:
    """Ten new codes, each good once; the former ones are void."""
    Authenticator.objects.filter(user_id=account.pk, type=PAPER).delete()
    return RecoveryCodes.activate(account).generate_codes()


def may_have_passkeys(request: HttpRequest) -> bool:
    """Browsers know passkeys only behind TLS, and on the very machine."""
    return request.is_secure() or request.get_host().partition(":")[0] == "localhost"


def asks_for_new(account: Account) -> str:
    """What the browser needs to make a passkey, as JSON; what it answers must fit to it."""
    return json.dumps(webauthn.begin_registration(account, passwordless=False))


def asks_for(account: Account) -> str:
    """What the browser needs to show a passkey of this account, as JSON."""
    return json.dumps(webauthn.begin_authentication(account))


@transaction.atomic
def add_passkey(account: Account, name: str, credential: str) -> bool:
    """Whether the browser's answer is one to what it was asked; then the passkey is kept."""
    try:
        made = json.loads(credential)
        webauthn.complete_registration(made)
    except UNFIT:
        return False
    webauthn.WebAuthn.add(account, name, made)
    return True


@transaction.atomic
def use_passkey(account: Account, credential: str) -> bool:
    """Whether the browser has shown a passkey of this account."""
    try:
        shown = webauthn.complete_authentication(account, json.loads(credential))
    except UNFIT:
        return False
    shown.record_usage()
    return True


# A browser's answer may be anything.
UNFIT = (ValidationError, ValueError, TypeError, KeyError, AttributeError, InvalidSignature)


def remove_passkey(account: Account, pk: int) -> bool:
    """Whether there was such a passkey. With the last key the codes on paper go, too."""
    gone = Authenticator.objects.filter(user_id=account.pk, type=PASSKEY, pk=pk).delete()[0]
    if gone and not has_second_key(account):
        turn_off(account)
    return bool(gone)


def turn_off(account: Account) -> int:
    """No second key any more; how many things were kept of it."""
    return Authenticator.objects.filter(user_id=account.pk).delete()[0]


@transaction.atomic
def use(account: Account, typed: str) -> str:
    """Which key these digits are ("totp", "recovery_codes"), and they are spent; "" when they open nothing."""
    code = bare(typed)
    held = Authenticator.objects.select_for_update().filter(user_id=account.pk, type__in=[TOTP, PAPER])
    for one in held:
        try:
            opens = _spends_telephone(one, code) if one.type == TOTP else one.wrap().validate_code(code)
        except InvalidToken:
            continue  # kept under another signing key: nothing opens it here
        if opens:
            one.record_usage()
            return str(one.type)
    return ""


def _spends_telephone(kept: Authenticator, code: str) -> bool:
    """Each thirty seconds count once, in whichever process they are asked."""
    secret = Adapter().decrypt(kept.data["secret"])
    for counter in totp.yield_hotp_counters_from_time():
        due = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if counter > kept.data.get(LAST_USED, 0) and secrets.compare_digest(due, code):
            kept.data[LAST_USED] = counter
            kept.save(update_fields=["data"])
            return True
    return False


def code_to_agree_to(account: Account | None, at: dt.datetime, *, by: Actor) -> ResetCode | None:
    """The reset code of somebody with a second key to which this actor, as a second person, may say that it is lost."""
    if account is None or by.person is None or not by.may("people.confirm_posts"):
        return None
    code = queries.code_of(account, at)
    if code is None or code.agreed_by_id or any(map(by.is_one_with, (code.given_by_id, account.person_id))):
        return None
    return code if has_second_key(account) and queries.reaches_all_of(account.person, by) else None
