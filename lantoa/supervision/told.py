"""Who is told of which act of this room."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people.queries import head_of
from lantoa.people.told import stopped
from lantoa.supervision.models import Discipline, Inspection, Note, Sample


def _one(event: Event) -> Inspection | None:
    return Inspection.objects.filter(pk=event.subject_id).select_related("programme").first()


def _concerned(one: Inspection, event: Event) -> frozenset[int]:
    """The person inspected, or who heads the unit."""
    return to(one.person_id) if one.person_id else to(head_of(one.unit_id, event.on))


def opened(event: Event) -> Iterator[News]:
    """Whom it concerns, and who leads it."""
    if one := _one(event):
        said = _("Có quyết định kiểm tra, giám sát đồng chí hoặc đơn vị của đồng chí")
        yield News(_concerned(one, event), said, one.get_absolute_url(), event.note)
        yield News(
            to(one.led_by_id), _("Cuộc do đồng chí phụ trách đã mở"), one.get_absolute_url(), event.note
        )


def concluded(event: Event) -> Iterator[News]:
    """Whom it concerns."""
    if one := _one(event):
        yield News(_concerned(one, event), _("Đã có kết luận kiểm tra, giám sát"), one.get_absolute_url(), "")


def self_reported(event: Event) -> Iterator[News]:
    """Who leads the team, and who wrote the inspection down."""
    if one := _one(event):
        said = _("Đã nhận báo cáo của nơi được kiểm tra, giám sát")
        yield News(to(one.led_by_id, one.written_by_id), said, one.get_absolute_url())


def _note(event: Event) -> Note | None:
    found = Note.objects.select_related("paper__sample")
    return found.filter(pk=event.subject_id).first()


def _heads(note: Note, event: Event) -> frozenset[int]:
    """Who heads the unit of the paper, and the unit that was sampled."""
    return to(head_of(note.unit_id, event.on), head_of(note.paper.sample.unit_id, event.on))


def noted(event: Event) -> Iterator[News]:
    """Whom it is about first, at once; and her unit."""
    if note := _note(event):
        until = _("Trả lời được đến hết %s") % show_date(note.answer_by)
        own = to(note.person_id)
        yield News(own, _("Có ghi chép về bản đăng ký của đồng chí"), note.get_absolute_url(), until)
        said = _("Có ghi chép về một bản đăng ký của đơn vị")
        yield News(_heads(note, event) - own, said, note.get_absolute_url(), until)


def replied(event: Event) -> Iterator[News]:
    """Who wrote the note."""
    if note := _note(event):
        yield News(to(note.written_by_id), _("Ghi chép của đồng chí có trả lời"), note.get_absolute_url())


def withdrawn(event: Event) -> Iterator[News]:
    """Everybody who was told of it."""
    if note := _note(event):
        who = to(note.person_id) | _heads(note, event)
        yield News(who, _("Một ghi chép đã được rút lại"), note.get_absolute_url(), event.note)


def drawn(event: Event) -> Iterator[News]:
    """Who heads the unit sampled."""
    if sample := Sample.objects.filter(pk=event.subject_id).first():
        said = _("Đã lấy mẫu bản đăng ký của đơn vị để kiểm tra, giám sát")
        yield News(to(head_of(sample.unit_id, event.on)), said, sample.get_absolute_url(), sample.why)


def disciplined(event: Event) -> Iterator[News]:
    """Whom it is about, at once."""
    if one := Discipline.objects.filter(pk=event.subject_id).first():
        who = to(one.person_id) if one.person_id else to(head_of(one.unit_id, event.on))
        said = _("Có quyết định kỷ luật ghi về đồng chí hoặc đơn vị của đồng chí")
        yield News(who, said, one.get_absolute_url(), _("Đồng chí nêu ý kiến được."))


TOLD = (
    told("inspection.bulk_reading_stopped", stopped),
    told("supervision.bulk_reading_stopped", stopped),
    told("discipline.bulk_reading_stopped", stopped),
    told("discipline.written", disciplined),
    told("supervision.noted", noted),
    told("supervision.replied", replied),
    told("supervision.withdrawn", withdrawn),
    told("supervision.sample_drawn", drawn),
    told("inspection.opened", opened),
    told("inspection.concluded", concluded),
    told("inspection.self_reported", self_reported),
)
