"""Which passwords are refused: those that somebody would try first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lantoa.foundation.text import fold
from lantoa.organisation.models import Placement

# Words that people here build passwords from; alone or with digits behind them they are tried first.
FIRST_GUESSES = frozenset(
    [
        "matkhau",
        "matkhaumoi",
        "password",
        "passwords",
        "admin",
        "administrator",
        "quantri",
        "dangvien",
        "dangbo",
        "chibo",
        "dangcongsan",
        "dangcongsanvietnam",
        "dangcsvn",
        "bithu",
        "biithu",
        "capuy",
        "bacho",
        "hochiminh",
        "lantoa",
        "vietnam",
        "vietnamese",
        "ninhbinh",
        "hanoi",
        "tinhuy",
        "huyenuy",
        "xinchao",
        "anhyeuem",
        "emyeuanh",
        "iloveyou",
        "qwerty",
        "qwertyuiop",
        "asdfghjkl",
        "abcdef",
        "abc",
        "welcome",
        "letmein",
    ]
)
LEAST_LETTERS = 5  # different signs
LEAST_OWN = 5  # signs beside a name that others know: a year is not enough


class NotGuessable:
    """Refuses rows of digits, repeated pieces, the sign-in name, names of one's units, and common words with digits."""

    def validate(self, password: str, user: Any = None) -> None:
        """ValidationError, with the reason, for a password that is guessed first."""
        plain = re.sub(r"[^a-z0-9]", "", fold(password))
        if len(set(plain)) < LEAST_LETTERS or _is_a_row(plain):
            raise ValidationError(
                _("Mật khẩu chỉ là dãy số, dãy chữ liền nhau hoặc lặp lại. Chọn một câu của riêng mình.")
            )
        whole = _once(plain)
        if whole != plain and len(whole) <= len(plain) // 2 and len(whole) < 12:
            raise ValidationError(_("Mật khẩu chỉ là một từ viết lặp lại. Chọn một câu của riêng mình."))
        if re.sub(r"\d+", "", plain) in FIRST_GUESSES:
            raise ValidationError(_("Mật khẩu là từ ai cũng đoán trước tiên. Chọn một câu của riêng mình."))
        _must_not_be_common(plain, whole)
        if any(_is_mostly(plain, name) for name in _known_names(user)):
            raise ValidationError(
                _("Mật khẩu dựa vào tên đăng nhập, họ tên hoặc tên đơn vị. Chọn một câu khác.")
            )

    def get_help_text(self) -> str:
        """What the page may say beforehand."""
        return _("Không dùng dãy số, tên đăng nhập, họ tên, tên đơn vị hay từ lặp lại.")


def _is_a_row(plain: str) -> bool:
    """ "123456789012", "987654321098", "abcdefghijkl": each sign follows the one before, up or down."""
    steps = [
        (ord(b) - ord(a)) % 10 if a.isdigit() and b.isdigit() else ord(b) - ord(a) for a, b in pairwise(plain)
    ]
    return len(plain) > 3 and (all(s == 1 for s in steps) or all(s in (-1, 9) for s in steps))


def _once(plain: str) -> str:
    """ "lan01lan01lan01" → "lan01"."""
    found = re.fullmatch(r"(.+?)\1*", plain)
    return found[1] if found else plain


def _must_not_be_common(*forms: str) -> None:
    common = CommonPasswordValidator()
    stems = {one for form in forms for one in (form, form.rstrip("0123456789"), re.sub(r"\d+$", "", form))}
    for one in stems:
        if one:
            common.validate(one)


def _is_mostly(plain: str, name: str) -> bool:
    """Whether little is left of the password when the name is taken out, however often it stands there."""
    return len(name) >= 4 and name in plain and len(plain.replace(name, "")) < LEAST_OWN


def _known_names(user: Any) -> list[str]:
    person = getattr(user, "person", None)
    if person is None:
        return []
    units = {row.unit_id for row in [*person.memberships.all(), *person.posts.all()]}
    names = list(Placement.objects.filter(unit__in=units).values_list("name", flat=True))
    said = [str(getattr(user, "sign_in_name", "")).partition("@")[0], str(person), *names]
    return [re.sub(r"[^a-z0-9]", "", fold(one)) for one in said]
