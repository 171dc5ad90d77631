"""The second key of an account: turned on and off by its owner, used at the door, dropped by two others when lost."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people import codes, queries, rules
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Account, ResetCode


@transaction.atomic
def turn_on_second_key(account: Account, *, secret: str, code: str, by: Actor) -> list[str]:
    """From now on signing in asks for the telephone; the ten codes for paper, shown this once.

    BadInput when the telephone does not know the secret.
    """
    if not codes.fits(secret, code):
        raise BadInput(
            _("Mã chưa đúng. Xem đồng hồ điện thoại có đúng giờ không, rồi nhập mã mới hiện."), "code"
        )
    codes.turn_on(account, secret)
    paper = codes.new_paper(account)
    record("account.second_key_on", account, by=by, unit=by.unit)
    return paper


@transaction.atomic
def add_passkey(account: Account, *, name: str, credential: str, by: Actor) -> list[str]:
    """A key on a machine; ten codes for paper where there are none yet.

    BadInput when the browser's answer does not fit to what it was asked.
    """
    if not codes.add_passkey(account, clean(name)[:60] or _("Khóa trên máy"), credential):
        raise BadInput(_("Máy chưa tạo được khóa. Tải lại trang rồi thử lại."), "name")
    record("account.passkey_added", account, by=by, unit=by.unit, note=clean(name)[:60])
    return [] if codes.keys_of(account).left else codes.new_paper(account)


@transaction.atomic
def remove_passkey(account: Account, pk: int, *, by: Actor) -> None:
    """One key on a machine opens nothing any more."""
    if not codes.remove_passkey(account, pk):
        raise Conflict(_("Khóa này đã bỏ."))
    record("account.passkey_removed", account, by=by, unit=by.unit)


@transaction.atomic
def new_recovery_codes(account: Account, *, by: Actor) -> list[str]:
    """Ten new codes for paper; those of before open nothing any more."""
    if not codes.has_second_key(account):
        raise Conflict(_("Chưa có khóa thứ hai. Bật khóa trước, mã dự phòng được cấp cùng lúc."))
    paper = codes.new_paper(account)
    record("account.recovery_codes_made", account, by=by, unit=by.unit)
    return paper


@transaction.atomic
def turn_off_second_key(account: Account, *, by: Actor) -> None:
    """Signing in asks for the password alone again."""
    if not codes.turn_off(account):
        raise Conflict(_("Khóa thứ hai đang tắt."))
    record("account.second_key_off", account, by=by, unit=by.unit)


@transaction.atomic
def use_second_key(account: Account, code: str, *, by: Actor) -> bool:
    """Whether these digits open; they are spent. A code on paper leaves an event, with how many are left."""
    kind = codes.use(account, code)
    if kind == codes.PAPER:
        note = _("còn %(n)s mã dự phòng") % {"n": codes.keys_of(account).left}
        record("account.recovery_code_used", account, by=by, unit=by.unit, note=note)
    return bool(kind)


@transaction.atomic
def note_guessing(account: Account, *, by: Actor) -> None:
    """Who knows the password has guessed at the second key until the door shut: the owner reads of it."""
    record("account.second_key_guessed", account, by=by, unit=by.unit)


@transaction.atomic
def agree_to_drop(code: ResetCode, *, by: Actor) -> None:
    """A second person agrees that the holder of this code has lost her second key.

    NotAllowed for who gave the code, for the owner, for who stands in for either, and for who does not reach all of
    the person.
    """
    held = ResetCode.objects.select_for_update(of=("self",)).select_related("account__person").get(pk=code.pk)
    if not _is_live(held) or held.agreed_by_id:
        raise Conflict(_("Mã đặt lại này đã dùng, đã hết hạn hoặc đã có người đồng ý."))
    person = held.account.person
    rules.must_agree_as_a_second(
        is_giver=by.is_one_with(held.given_by_id),
        is_owner=by.is_one_with(person.pk),
        reaches_all=by.reach == EVERYTHING or queries.reaches_all_of(person, by),
    )
    if by.person is None:
        raise NotAllowed(_("Chỉ một người có tên mới đồng ý được."))
    held.agreed_by = by.person
    held.save(update_fields=["agreed_by"])
    record("account.second_key_drop_agreed", held.account, by=by, unit=by.unit, note=str(person))


def _is_live(code: ResetCode) -> bool:
    return code.closed_at is None and code.used_at is None and code.expires_at > clock.now()


@transaction.atomic
def drop_second_key(account: Account, *, by: Actor, note: str = "") -> int:
    """The second key is gone without being shown: by a reset to which a second person agreed, or at the machine."""
    dropped = codes.turn_off(account)
    if dropped:
        record("account.second_key_dropped", account, by=by, unit=by.unit, note=note)
    return dropped
