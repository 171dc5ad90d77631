"""Drawing by a seed, noting, answering."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from heapq import nsmallest

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.working_days import working_day_after

SAMPLE_SIZE, LARGEST_SAMPLE = 5, 30
ANSWER_WITHIN = 5  # working days to answer: security.md, guard-rail "Skip the reply"


def draw(codes: Iterable[str], *, seed: str, size: int) -> list[str]:
    """`size` of the codes, in the order drawn: those whose SHA-256 of "seed:code" is lowest. No chance is left in it:
    the same list and the same seed give the same codes on every machine.
    """
    return nsmallest(size, set(codes), key=lambda code: (_mark(f"{seed}:{code}"), code))


def digest(codes: Iterable[str]) -> str:
    """The mark of a whole list, whatever order it came in: whether a list is still the one drawn from."""
    return _mark("\n".join(sorted(set(codes))))


def answer_by(on: dt.date) -> dt.date:
    """Until when an answer to a note of that day is asked for."""
    return working_day_after(on, ANSWER_WITHIN)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def must_be_of_the_inspection(*, is_of_unit: bool, is_over: bool) -> None:
    """An inspection draws its samples of the very unit it inspects, where what follows is asked, until it is over."""
    if not is_of_unit or is_over:
        raise Conflict(
            _("Mẫu của một cuộc lấy ở chính đơn vị được kiểm tra, giám sát, khi cuộc chưa kết thúc.")
        )


def must_look(may: bool) -> None:
    """Who inspects looks at the papers of others, not at those of her own unit or her own."""
    if not may:
        raise NotAllowed(_("Đồng chí không lấy mẫu, ghi chép về bản đăng ký của mình hoặc của đơn vị mình."))


def must_be_drawn(*, seed: str, size: int | None, pool: int, is_another: bool, why: str) -> None:
    """A seed, a size, something to draw from; a reason when it is not the first."""
    if not pool:
        raise BadInput(_("Chưa có bản đăng ký nào đã duyệt trong phạm vi, năm này để lấy mẫu."), "year")
    if not seed:
        raise BadInput(_("Nhập hạt giống: một số hoặc vài chữ bất kỳ, ví dụ 161126."), "seed")
    if size is None or not 1 <= size <= LARGEST_SAMPLE:
        raise BadInput(_("Số bản lấy mẫu từ 1 đến %(most)s.") % {"most": LARGEST_SAMPLE}, "size")
    if is_another and not why:
        raise BadInput(_("Năm này đã lấy mẫu. Ghi vì sao lấy thêm; đơn vị đọc được lý do đó."), "why")


def must_note(text: str) -> None:
    """A note says what was seen."""
    if not text:
        raise BadInput(_("Ghi thấy gì và đối chiếu với gì."), "text")


def must_reply(*, may: bool, text: str, is_withdrawn: bool) -> None:
    """Whom it is about, or who leads her unit, answers a note that stands."""
    if not may:
        raise NotAllowed(_("Người được nêu và đơn vị của người đó trả lời ghi chép này."))
    if is_withdrawn:
        raise Conflict(_("Ghi chép này đã được rút lại."))
    if not text:
        raise BadInput(_("Viết câu trả lời rồi gửi."), "text")


def must_take_back(*, is_writer: bool, is_withdrawn: bool) -> None:
    """Only who wrote it, and once."""
    if not is_writer:
        raise NotAllowed(_("Chỉ người ghi mới rút lại ghi chép này."))
    if is_withdrawn:
        raise Conflict(_("Ghi chép này đã được rút lại."))


def must_be_remedied(finding: str, deadline: dt.date | None, on: dt.date) -> None:
    """It says what is wrong and until when it is mended."""
    if not finding:
        raise BadInput(_("Ghi rõ hạn chế cần khắc phục."), "finding")
    if deadline is None:
        raise BadInput(_("Nhập hạn khắc phục, ví dụ 31/12/2026."), "deadline")
    if deadline < on:
        raise BadInput(_("Hạn khắc phục phải từ hôm nay trở đi."), "deadline")
