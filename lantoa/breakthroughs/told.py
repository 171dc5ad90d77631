"""Who is told what of breakthroughs: whose it is, who drafted it and who sent it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs.models import Breakthrough
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did

Text = str | Promise


def _told(said: Text) -> Callable[[Event], Iterator[News]]:
    """`said`, and which breakthrough it is; below it what the act said."""

    def tell(event: Event) -> Iterator[News]:
        one = Breakthrough.objects.filter(pk=event.subject_id).first()
        if one is not None:
            people = to(one.person_id, one.drafted_by_id, one.submitted_by_id)
            people |= who_did(event, "breakthrough.amendment_proposed")
            yield News(people, f"{said}: {one.statement}", one.get_absolute_url(), event.note)

    return tell


TOLD = (
    told(
        "breakthrough.approved",
        _told(_("Nội dung đột phá đã được duyệt")),
        after=TAKE_BACK_WITHIN,
        undone="breakthrough.approval_withdrawn",
    ),
    told("breakthrough.returned", _told(_("Nội dung đột phá được trả lại để sửa"))),
    told("breakthrough.appraised", _told(_("Cơ quan thẩm định đã có ý kiến"))),
    told(
        "breakthrough.amended",
        _told(_("Bản sửa đổi đã được duyệt")),
        after=TAKE_BACK_WITHIN,
        undone="breakthrough.amendment_approval_withdrawn",
    ),
    told("breakthrough.amendment_refused", _told(_("Bản sửa đổi không được duyệt"))),
    told("breakthrough.remarked", _told(_("Có nhận xét về kết quả quý"))),
    told("breakthrough.assessed", _told(_("Có đánh giá cuối năm"))),
)
