"""From a draft to recognition: which step may follow, what is needed for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.approval import Steps, step
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.organisation.rules import LEVELS
from lantoa.practices.words import (
    GOING_ON,
    PROPOSED,
    REGISTERED,
    RETURNED,
    RUNNING,
    STOPPED,
    WRITABLE,
)

STEPS = Steps(
    [
        step("propose", frm=WRITABLE, to=PROPOSED),
        step("return", frm=[PROPOSED], to=RETURNED),
        step("accept", frm=[PROPOSED], to=REGISTERED),
        step("start", frm=[REGISTERED], to=RUNNING),
        step("stop", frm=GOING_ON, to=STOPPED),
        # The answer that stopped it was given by mistake.
        step("run_again", frm=[STOPPED], to=RUNNING),
    ]
)

REQUEST_STEPS = Steps(
    [
        step("recognise", frm=["waiting"], to="recognised"),
        step("refuse", frm=["waiting"], to="refused"),
    ],
    field="state",
)

# The ready sentences of a return; "khác" is written out.
RETURN_REASONS = (
    gettext_lazy("chưa nêu rõ việc cụ thể"),
    gettext_lazy("chưa nêu học nội dung nào của Bác"),
    gettext_lazy("chưa có chỉ tiêu cụ thể"),
    gettext_lazy("chưa gắn nhiệm vụ"),
    gettext_lazy("trùng mô hình đã có ở đơn vị"),
)
NEEDED = (
    ("name", gettext_lazy("Đặt tên mô hình, ngắn và nói được việc.")),
    ("field", gettext_lazy("Chọn lĩnh vực của mô hình.")),
    ("content_of_uncle", gettext_lazy("Nêu nội dung học tập Bác mà mô hình vận dụng.")),
    ("reason", gettext_lazy("Nêu vì sao làm: trước đó thế nào, vướng ở đâu.")),
    ("how", gettext_lazy("Nêu cách làm, mỗi bước một dòng.")),
    ("target", gettext_lazy("Nêu chỉ tiêu hoặc sản phẩm phải có.")),
)


def rank(level: str) -> int:
    """How high a level stands; -1 for a unit without one."""
    return LEVELS.index(level) if level in LEVELS else -1


def nearest_at_or_above(level: str, levels_upwards: Sequence[str]) -> int:
    """Which of the units, listed from the practice's own upwards, has a say at this level.

    The first that stands as high or higher; the last of the line when none does.
    """
    wanted = rank(level)
    return next((i for i, one in enumerate(levels_upwards) if rank(one) >= wanted), len(levels_upwards) - 1)


def must_be_complete(written: Mapping[str, Any]) -> None:
    """What is proposed says why, how, for what target and what of Uncle Hồ it puts into practice."""
    for field, sentence in NEEDED:
        if not written.get(field):
            raise BadInput(str(sentence), field)


def must_fit_dates(starts: dt.date | None, ends: dt.date | None) -> None:
    """An end comes after the start."""
    if starts and ends and ends <= starts:
        raise BadInput(_("Ngày kết thúc phải sau ngày bắt đầu."), "ends")


def must_give_a_reason(reason: str, field: str = "reason") -> None:
    """What is returned, and what stops, says why."""
    if not reason:
        raise BadInput(_("Ghi lý do."), field)


def must_lie_between(day: dt.date, earliest: dt.date | None, latest: dt.date, field: str) -> None:
    """A day that is told of has come, and is not before what it follows."""
    if day > latest:
        raise BadInput(_("Ngày này ở sau hôm nay. Kiểm tra lại ngày."), field)
    if earliest and day < earliest:
        raise BadInput(_("Ngày này ở trước ngày bắt đầu. Kiểm tra lại ngày."), field)


def must_be_evidenced(*, has_files: bool, seen: str) -> None:
    """Nothing is shown to the province on words alone."""
    if not has_files and not seen:
        raise BadInput(
            _(
                "Mô hình chưa có ảnh, minh chứng. Trả lại để đơn vị bổ sung; hoặc đánh dấu “Đã xem minh chứng tại "
                "chỗ” và ghi đã xem gì."
            ),
            "seen",
        )


def must_run_with_a_result(status: str, *, has_result: bool) -> None:
    """What is to be recognised is being done and has shown what comes of it."""
    if status != RUNNING:
        raise Conflict(_("Chỉ đề nghị công nhận mô hình đang thực hiện."))
    if not has_result:
        raise Conflict(_("Báo kết quả của mô hình trước, rồi đề nghị công nhận."))


def must_name_the_decision(number: str, day: dt.date | None, today: dt.date) -> dt.date:
    """A recognition is a decision with a number and a date; gives the date."""
    if not number:
        raise BadInput(_("Ghi số quyết định công nhận, ví dụ 214-QĐ/TU."), "decision_number")
    if day is None:
        raise BadInput(_("Ghi ngày quyết định."), "decided_on")
    must_lie_between(day, None, today, "decided_on")
    return day


def may_record_recognition(level: str, level_of_actor: str) -> bool:
    """Recognitions of one's own level and below; a province also records what the centre decided."""
    return rank(level) <= rank(level_of_actor) or (level == "central" and level_of_actor == "province")


def must_tell_a_result(text: str, value: Decimal | None, unit_of_count: str) -> None:
    """Words or a number; a number says what it counts."""
    if not text and value is None:
        raise BadInput(_("Ghi kết quả bằng số hoặc bằng lời."), "text")
    if value is not None and not unit_of_count:
        raise BadInput(_("Ghi số đó đếm gì, ví dụ: việc, hộ, triệu đồng."), "unit_of_count")
