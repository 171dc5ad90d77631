"""Who is told what of registrations: whose it is in her own words, who typed it for her by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.dates import show_date
from lantoa.foundation.menu import way
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people import queries as people
from lantoa.registrations.models import Registration


def _paper(event: Event) -> Registration | None:
    found = Registration.objects.select_related("person", "unit", "year_end").filter(pk=event.subject_id)
    return found.first()


def _told(event: Event, hers: str, by_name: str, note: str = "", end: str = "") -> Iterator[News]:
    """`hers` names %(year)s, `by_name` the %(paper)s; both lead to it, at `end` of its page."""
    if (paper := _paper(event)) is None:
        return
    url = f"{paper.get_absolute_url()}{end}"
    yield News(to(paper.person_id), hers % {"year": paper.year}, url, note)
    yield News(to(paper.entered_by_id) - to(paper.person_id), by_name % {"paper": paper}, url, note)


def approved(event: Event) -> Iterator[News]:
    """Its meeting is told with it."""
    hers, by_name = _("Bản đăng ký năm %(year)s của đồng chí đã được duyệt"), _("%(paper)s đã được duyệt")
    return _told(event, hers, by_name, event.note)


def returned(event: Event) -> Iterator[News]:
    """With the reason, word for word."""
    hers = _("Bản đăng ký năm %(year)s của đồng chí được trả lại để sửa")
    return _told(event, hers, _("%(paper)s được trả lại để sửa"), _("Lý do: %s") % event.note)


def remarked(event: Event) -> Iterator[News]:
    """She may answer until a day."""
    paper = _paper(event)
    last = paper.ending.answer_by if paper and paper.ending else None
    note = _("Đồng chí nêu ý kiến được đến hết ngày %s.") % show_date(last) if last else ""
    hers = _("Chi bộ đã nhận xét kết quả năm %(year)s của đồng chí")
    return _told(event, hers, _("%(paper)s đã có nhận xét cuối năm"), note, "#cuoi-nam")


def concluded(event: Event) -> Iterator[News]:
    """The last word of the year."""
    hers = _("Đã chốt kết quả năm %(year)s của đồng chí")
    return _told(event, hers, _("%(paper)s đã chốt kết quả"), event.note, "#cuoi-nam")


def replied(event: Event) -> Iterator[News]:
    """Who remarked reads the answer."""
    paper = _paper(event)
    if paper and paper.ending:
        said = _("%(paper)s: có ý kiến về nhận xét cuối năm") % {"paper": paper}
        yield News(to(paper.ending.remarked_by_id), said, f"{paper.get_absolute_url()}#cuoi-nam")


def _to_who_typed(words: str | Promise) -> Callable[[Event], Iterator[News]]:
    def tell(event: Event) -> Iterator[News]:
        if paper := _paper(event):
            said = f"{paper}: {words}"
            yield News(to(paper.entered_by_id), said, paper.get_absolute_url(), event.note)

    return tell


def stopped(event: Event) -> Iterator[News]:
    """The head of the unit whose papers were opened faster than anybody reads, or from which so many were taken."""
    said = _("Đã dừng một người mở hoặc xuất quá nhiều bản đăng ký trong 10 phút")
    note = f"{event.person_name}, {event.post_label}"
    yield News(to(people.head_of(event.unit_id, event.on)), said, way("history"), note)


TOLD = (
    told("registration.bulk_reading_stopped", stopped),
    told("registration.approved", approved, after=TAKE_BACK_WITHIN, undone="registration.approval_withdrawn"),
    told("registration.returned", returned),
    told("registration.year_remarked", remarked),
    told("registration.concluded", concluded),
    told("registration.replied", replied),
    told("registration.confirmed", _to_who_typed(gettext_lazy("người đăng ký đã xác nhận"))),
    told("registration.withdrawn", _to_who_typed(gettext_lazy("người đăng ký đã rút lại bản ghi hộ"))),
    told(
        "registration.witness_denied",
        _to_who_typed(gettext_lazy("người được ghi chứng kiến cho biết không chứng kiến")),
    ),
)
