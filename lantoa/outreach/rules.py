"""Decisions about charity, works, opinions and articles: values in, answers out."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean
from lantoa.foundation.working_days import working_day_after
from lantoa.outreach.words import (
    ACCEPTED,
    ANSWERED,
    DROPPED,
    LONGEST_OPINION,
    PASSED_ON,
    RECEIVED,
    REFUSED,
    RESOLVED,
)

OPINION_STEPS = Steps(
    [
        step("forward", frm=[RECEIVED], to=RECEIVED),
        step("answer", frm=[RECEIVED], to=ANSWERED),
        step("resolve", frm=[RECEIVED, ANSWERED], to=RESOLVED),
    ]
)
COMPLAINT_STEPS = Steps(
    [
        step("forward", frm=[RECEIVED], to=RECEIVED),
        step("pass_on", frm=[RECEIVED], to=PASSED_ON),
        step("accept", frm=[RECEIVED], to=ACCEPTED),
        step("resolve", frm=[RECEIVED, ACCEPTED], to=RESOLVED),
        step("refuse", frm=[RECEIVED], to=REFUSED),
        step("drop", frm=[RECEIVED, ACCEPTED], to=DROPPED),
    ],
)
# How a complaint may end, by the step that leads there.
ENDINGS = {RESOLVED: "resolve", REFUSED: "refuse", DROPPED: "drop"}
# Of these it is said in the end whether they were right.
TO_BE_JUDGED = frozenset({"complaint", "denunciation"})
MOST_LINES = 500
NUMBERING = re.compile(r"^(?:[-–+•*]|\d{1,3}[.)])\s+")
WEB = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def must_be_money_or_kind(amount: int | None, in_kind: str) -> None:
    """A gift is money or things; whoever gives both is recorded twice, so that the two are never added."""
    if amount is not None and in_kind:
        raise BadInput(
            _("Một lần ghi chỉ là tiền hoặc hiện vật. Ghi tiền và hiện vật thành hai lần."), "in_kind"
        )
    if amount is None and not in_kind:
        raise BadInput(_("Nhập số tiền, hoặc nhập tên hiện vật."), "amount")
    if amount is not None and amount <= 0:
        raise BadInput(_("Số tiền phải lớn hơn 0."), "amount")


def must_be_of_things(quantity: Decimal | None, value: int | None, in_kind: str) -> None:
    """How many, and what they are worth, is said of things only; money has its own box."""
    if quantity is not None and (quantity <= 0 or not in_kind):
        raise BadInput(_("Số lượng là của hiện vật và phải lớn hơn 0. Tiền ghi ở ô số tiền."), "quantity")
    if value is not None and (value <= 0 or not in_kind):
        raise BadInput(_("Trị giá là của hiện vật và phải lớn hơn 0. Tiền ghi ở ô số tiền."), "value")


def must_name_one(*receivers: object) -> None:
    """An opinion is passed on to one: a unit, or a body outside the tree."""
    if sum(bool(one) for one in receivers) != 1:
        raise BadInput(
            _("Chọn một nơi nhận: cấp trên, đơn vị trong phạm vi, hoặc ghi tên cơ quan khác."), "body"
        )


def due_after(forwarded_on: dt.date, days: int | None) -> dt.date | None:
    """The day by which it is to be answered; no number of working days is no clock."""
    return None if days is None else working_day_after(forwarded_on, days)


def must_have_a_result(kind: str, result: str) -> None:
    """A complaint or a denunciation ends with what was found of it; a petition may end with what was done."""
    if kind in TO_BE_JUDGED and not result:
        raise BadInput(_("Chọn kết luận: đúng, đúng một phần hay không đúng."), "result")


def says_something(text: str) -> bool:
    """Whether anything but numbering and blanks is there."""
    return bool(NUMBERING.sub("", clean(text)).strip())


def must_have_day(day: dt.date | None, field: str) -> dt.date:
    """What was answered or settled has its day."""
    if day is None:
        raise BadInput(_("Ghi ngày của việc này."), field)
    return day


def opinions_in(text: str) -> list[str]:
    """One opinion a line: blank lines are skipped, a dash or a number in front is dropped."""
    lines = [NUMBERING.sub("", line.strip()) for line in clean(text).split("\n")]
    found = [line for line in lines if line]
    if not found:
        raise BadInput(_("Viết ít nhất một ý kiến, mỗi ý kiến một dòng."), "text")
    if len(found) > MOST_LINES:
        raise BadInput(
            _("Mỗi lần ghi nhiều nhất %(most)s ý kiến. Chia phần còn lại sang lần ghi sau.")
            % {"most": MOST_LINES},
            "text",
        )
    if long := next((n for n, line in enumerate(found, 1) if len(line) > LONGEST_OPINION), None):
        raise BadInput(
            _("Ý kiến thứ %(n)s dài quá %(most)s ký tự. Tóm tắt lại, hoặc tách thành nhiều ý kiến.")
            % {"n": long, "most": LONGEST_OPINION},
            "text",
        )
    return found


def must_be_web_address(url: str) -> str:
    """An address that a reader may follow: http or https only, so that it can never be a script."""
    url = clean(url)
    if url and not WEB.fullmatch(url):
        raise BadInput(_("Địa chỉ bài viết bắt đầu bằng https:// hoặc http://, không có dấu cách."), "url")
    return url
