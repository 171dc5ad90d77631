"""Nobody is named in public without having agreed: what is asked before, and what must be gone after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import fold
from lantoa.practices.words import ON_PAPER


def must_be_agreed(silent: Iterable[str]) -> None:
    """Nobody is shown to the province by name without having agreed."""
    if names := "; ".join(silent):
        raise BadInput(
            _(
                "Người được nêu tên cần đồng ý trước: %(names)s. Hỏi ý kiến rồi đánh dấu vào ô đồng ý; bản nháp vẫn "
                "được giữ."
            )
            % {"names": names},
            "consent",
        )


def must_be_shown(way: str, *, has_paper: bool, agreed_on: dt.date | None, today: dt.date) -> None:
    """An agreement can be shown: on which day, by which paper."""
    if way == ON_PAPER and not has_paper:
        raise BadInput(_("Đính kèm ảnh chụp hoặc bản quét giấy đồng ý."), "paper")
    if agreed_on is None:
        raise BadInput(_("Ghi ngày đồng ý."), "agreed_on")
    if agreed_on > today:
        raise BadInput(_("Ngày đồng ý ở sau hôm nay. Kiểm tra lại ngày."), "agreed_on")


def must_be_gone(name: str, written: Mapping[str, str]) -> None:
    """A name that is taken out is taken out of the words too."""
    for box, text in written.items():
        if fold(name) in fold(text):
            raise BadInput(
                _("Trong bài còn nêu “%(name)s”. Sửa câu chữ trước khi bỏ tên.") % {"name": name}, box
            )
