"""Ways in which a hint leaves the house. A channel gets "có 1 việc, hạn 20/11/2026" and a link, never what it is about.

E-mail is the one that is shipped, and it is off until a server is named. Another one is a `Channel` somewhere that
LANTOA_CHANNELS names; whoever switches it on answers for what leaves the house by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.people.models import Person

Text = str | Promise


@dataclass(frozen=True)
class Channel:
    """`address` is where a person is reached ("" where nowhere); `send(address, words, link, key)` raises what failed.

    The same `key` may be sent twice when the machine dies between sending and writing it down.
    """

    code: str
    label: Text
    is_on: Callable[[], bool]
    address: Callable[[Person], str]
    send: Callable[[str, str, str, str], None]


def _send_letter(address: str, words: str, link: str, key: str) -> None:
    body = f"{words}\n\n{link}\n\n" + _(
        "Thư tự gửi từ Lan Tỏa, không cần trả lời. Tắt thư tổng hợp ở trang Thông báo."
    )
    headers = {"Message-ID": f"<{key.replace(':', '.')}@lantoa>", "Auto-Submitted": "auto-generated"}
    EmailMessage("Lan Tỏa", body, to=[address], headers=headers).send()


EMAIL = Channel(
    "email",
    gettext_lazy("thư điện tử"),
    lambda: bool(settings.EMAIL_HOST),
    lambda person: person.email,
    _send_letter,
)


def channels() -> list[Channel]:
    """Those that are switched on."""
    plugged = [import_string(path) for path in settings.MESSAGE_CHANNELS]
    return [one for one in (EMAIL, *plugged) if one.is_on()]
