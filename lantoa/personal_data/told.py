"""Who is told what of requests: who answers that one came, who asked how far it is. The words stay on its page."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date, show_moment
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people.told import stopped
from lantoa.personal_data import queries
from lantoa.personal_data.models import DataRequest, Emergency, Incident


def _one(event: Event) -> DataRequest | None:
    return DataRequest.objects.select_related("unit").filter(pk=event.subject_id).first()


def asked(event: Event) -> Iterator[News]:
    """Who answers for her unit."""
    if one := _one(event):
        answers = queries.who_answers(one.unit, event.on, besides=one.person_id)
        due = _("Tiếp nhận trước hết ngày %s") % show_date(one.answer_by) if one.answer_by else ""
        yield News(
            answers,
            _("Có yêu cầu về dữ liệu cá nhân: %s") % one.get_kind_display(),
            one.get_absolute_url(),
            due,
        )


def entered(event: Event) -> Iterator[News]:
    """Who asked on paper reads that it stands here; who else answers is told as of any other."""
    if one := _one(event):
        yield News(to(one.person_id), _("Yêu cầu trên giấy của đồng chí về dữ liệu đã vào sổ"), one.own_url)
        yield from asked(event)


def taken(event: Event) -> Iterator[News]:
    """Who asked, and by when it will be answered."""
    if one := _one(event):
        due = _("Giải quyết trước hết ngày %s") % show_date(one.finish_by) if one.finish_by else ""
        yield News(
            to(one.person_id), _("Yêu cầu của đồng chí về dữ liệu đã được tiếp nhận"), one.own_url, due
        )


def extended(event: Event) -> Iterator[News]:
    """Who asked, with the new day."""
    if one := _one(event):
        due = _("Hạn mới: %s") % show_date(one.finish_by)
        yield News(
            to(one.person_id), _("Yêu cầu của đồng chí về dữ liệu cần thêm thời gian"), one.own_url, due
        )


def answered(event: Event) -> Iterator[News]:
    """Who asked."""
    if one := _one(event):
        yield News(to(one.person_id), _("Yêu cầu của đồng chí về dữ liệu đã có câu trả lời"), one.own_url)


def withdrawn(event: Event) -> Iterator[News]:
    """Who had taken it up."""
    if one := _one(event):
        yield News(to(one.taken_by_id), _("Người gửi đã rút một yêu cầu về dữ liệu"), one.get_absolute_url())


def incident(event: Event) -> Iterator[News]:
    """Who answers for the unit."""
    one = Incident.objects.select_related("unit").filter(pk=event.subject_id).first()
    if one is None:
        return
    due = _("Báo trước %s") % show_moment(one.report_by) if one.report_by else ""
    answers = queries.who_answers(one.unit, event.on)
    yield News(answers, _("Có sự cố về dữ liệu cá nhân: %s") % one.title, one.get_absolute_url(), due)


def opened(event: Event) -> Iterator[News]:
    """Whom it concerns, at once and by name of both; who asked; and who answers for data in her unit."""
    found = Emergency.objects.select_related("unit", "asked_by", "answered_by")
    one = found.filter(pk=event.subject_id).first()
    if one is None or one.until is None:
        return
    until = _("Đến %s") % show_moment(one.until)
    said = _("Dữ liệu của đồng chí được mở khẩn cấp: %(who)s đọc, %(second)s đồng ý")
    names = {"who": one.asked_by, "second": one.answered_by}
    yield News(to(one.person_id), said % names, f"{reverse('personal_data:index')}#mo-khan-cap", until)
    yield News(to(one.asked_by_id), _("Đã đồng ý mở khẩn cấp"), one.get_absolute_url(), until)
    answers = queries.who_answers(one.unit, event.on, besides=one.person_id) - to(one.asked_by_id)
    yield News(answers, _("Có một lần mở khẩn cấp ở đơn vị"), one.get_absolute_url(), until)


def not_opened(event: Event) -> Iterator[News]:
    """Who asked reads why not."""
    if one := Emergency.objects.filter(pk=event.subject_id).first():
        said = _("Không đồng ý mở khẩn cấp")
        yield News(to(one.asked_by_id), said, one.get_absolute_url(), one.refusal)


TOLD = (
    told("emergency.bulk_reading_stopped", stopped),
    told("emergency.agreed", opened),
    told("emergency.refused", not_opened),
    told("incident.recorded", incident),
    told("data_request.asked", asked),
    told("data_request.entered", entered),
    told("data_request.taken", taken),
    told("data_request.extended", extended),
    told("data_request.done data_request.refused", answered),
    told("data_request.withdrawn", withdrawn),
)
