"""What somebody else typed is confirmed by its owner, or disowned."""

from __future__ import annotations

import datetime as dt
import itertools

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed


def must_name_household(household: str) -> None:
    """A household is known by its head's name, as it was told."""
    if not household:
        raise BadInput(_("Ghi họ tên chủ hộ, đúng như gia đình tự xưng."), "household")


def must_be_a_neighbour(is_one: bool) -> None:
    """One writes down only for the people of one's own cell."""
    if not is_one:
        raise NotAllowed(_("Chỉ ghi hộ cho người đang sinh hoạt trong chi bộ của đồng chí."))


def must_await_confirmation(awaits: bool) -> None:
    """What is the owner's own words, or has been confirmed, is not confirmed again."""
    if not awaits:
        raise Conflict(_("Bản này không còn gì phải xác nhận."))


def must_be_confirmed_somehow(
    day: dt.date | None, today: dt.date, *, on_paper: bool, has_paper: bool
) -> None:
    """Confirmed at a meeting that has been held, or by a signature that is attached."""
    if day is None:
        raise BadInput(_("Nhập ngày xác nhận, ví dụ 16/11/2026."), "on")
    if day > today:
        raise BadInput(_("Ngày xác nhận chưa đến. Ghi sau khi đã họp hoặc đã ký."), "on")
    if on_paper and not has_paper:
        raise BadInput(_("Đính kèm ảnh chụp hoặc tệp quét bản giấy có chữ ký."), "paper")


def must_be_second_hand(*, typed_it: bool, may_print: bool) -> None:
    """Who needs the agreement never holds the code: somebody else prints it and hands it over."""
    if typed_it:
        raise NotAllowed(
            _(
                "Đồng chí đã ghi hộ nên không giữ mã xác nhận. Bấm “Nhờ người khác in phiếu mã”, cấp ủy sẽ in và trao."
            )
        )
    if not may_print:
        raise NotAllowed(_("Đồng chí không in phiếu mã của bản này."))


def must_have_witnesses(found: int, *, are_possible: bool) -> None:
    """A word is vouched for by two people of the cell who are neither its owner nor its writer."""
    if found != 2:
        raise BadInput(_("Chọn hai người chứng kiến khác nhau."), "witness")
    if not are_possible:
        raise BadInput(
            _("Người chứng kiến là người trong chi bộ, không phải người ghi hay người được ghi hộ."),
            "witness",
        )


def plain_code(typed: str) -> str:
    """A code as it was given: capitals, without the blanks and dashes it was written with."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def written_code(code: str) -> str:
    """ "K7MX 4PQR": four and four, easier to read over a telephone."""
    return f"{code[:4]} {code[4:]}"


def plain_answer(typed: str) -> str:
    """The last four digits of what was typed: a year, or the end of a telephone number."""
    return "".join(sign for sign in typed if sign.isascii() and sign.isdigit())[-4:]


def answers_for(born_on: dt.date | None, phone: str) -> set[str]:
    """What shows that somebody is the owner: her year of birth, or how her telephone number ends."""
    end = plain_answer(phone)
    known = {end} if len(end) == 4 else set()
    return known | {str(born_on.year)} if born_on else known


def must_be_a_pin(pin: str) -> None:
    """Six digits that are not the first that somebody would try."""
    if len(pin) != 6 or not (pin.isascii() and pin.isdigit()):
        raise BadInput(_("Tự đặt số PIN gồm đúng 6 chữ số, ghi nhớ để dùng lần sau."), "pin")
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    if len(steps) == 1:
        raise BadInput(_("Số PIN này ai cũng đoán được. Chọn 6 số khác."), "pin")


def must_have_a_pin(has: bool) -> None:
    """Only what was set can be dropped."""
    if not has:
        raise Conflict(_("Người này chưa đặt số PIN nào."))


def must_read_what_stands(*, same: bool) -> None:
    """Nobody says yes to words that were changed after she had read them."""
    if not same:
        raise Conflict(_("Nội dung vừa thay đổi. Đọc lại bản mới rồi hãy xác nhận."))


def must_open(*, live: bool) -> None:
    """A code that was spent, replaced or is too old opens nothing."""
    if not live:
        raise Conflict(_("Mã này không dùng được nữa. Xin mã mới từ chi bộ."))


def must_be_disownable(*, is_own: bool, is_on_behalf: bool, confirmed_herself: bool) -> None:
    """Only its owner takes back what somebody else typed, unless she has confirmed it herself."""
    if not is_own:
        raise NotAllowed(_("Chỉ người được ghi hộ mới rút bản này."))
    if not is_on_behalf or confirmed_herself:
        raise Conflict(_("Bản này do đồng chí tự gửi hoặc đã tự xác nhận nên không rút được."))
