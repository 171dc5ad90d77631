"""Nobody is named in public without having agreed: what is asked before, and what must be gone after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from lantoa.consents.words import ON_PAPER
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import fold


def must_be_agreed(silent: Iterable[str], sentence: str, field: str = "") -> None:
    """BadInput with the sentence, in which %(names)s stands for those who do not agree."""
    if names := "; ".join(silent):
        raise BadInput(sentence % {"names": names}, field)


def must_be_shown(way: str, *, has_paper: bool, agreed_on: dt.date | None, today: dt.date) -> None:
    """An agreement can be shown: on which day, by which paper."""
    if way == ON_PAPER and not has_paper:
        raise BadInput(_("Đính kèm ảnh chụp hoặc bản quét giấy đồng ý."), "paper")
    if agreed_on is None:
        raise BadInput(_("Ghi ngày đồng ý."), "agreed_on")
    if agreed_on > today:
        raise BadInput(_("Ngày đồng ý ở sau hôm nay. Kiểm tra lại ngày."), "agreed_on")


def must_be_gone(name: str, written: Mapping[str, str]) -> None:
    """A name that is taken out is taken out of the words too. `written` is box → text."""
    for box, text in written.items():
        if fold(name) in fold(text):
            raise BadInput(
                _("Trong bài còn nêu “%(name)s”. Sửa câu chữ trước khi bỏ tên.") % {"name": name}, box
            )
