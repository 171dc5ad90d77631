"""Who is told what of requests: who answers that one came, who asked how far it is. The words stay on its page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date, show_moment
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.personal_data import queries
from lantoa.personal_data.models import DataRequest, Incident


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


TOLD = (
    told("incident.recorded", incident),
    told("data_request.asked", asked),
    told("data_request.taken", taken),
    told("data_request.extended", extended),
    told("data_request.done data_request.refused", answered),
    told("data_request.withdrawn", withdrawn),
)
