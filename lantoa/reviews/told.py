"""Who is told of what: whom a review is about of every step that concerns her; never what was written in it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.menu import way
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people import queries as people
from lantoa.reviews.models import HeadReport, Reopening, Review, ReviewPeriod


def _review(event: Event) -> Review | None:
    return Review.objects.filter(pk=event.subject_id).select_related("period", "person").first()


def _period(event: Event) -> ReviewPeriod | None:
    return ReviewPeriod.objects.filter(pk=event.subject_id).first()


def opened(event: Event) -> Iterator[News]:
    """Everybody who has a paper to write."""
    if period := _period(event):
        said = _("%(what)s: mời đồng chí viết, gửi trước hết ngày %(day)s")
        facts = {"what": period, "day": show_date(period.send_by)}
        keys = period.reviews.of_persons().values_list("person_id", flat=True)
        yield News(to(*keys), said % facts, reverse("reviews:index"))


def returned(event: Event) -> Iterator[News]:
    """Whom it is about, with the reason on its page."""
    if review := _review(event):
        said = _("Bản kiểm điểm của đồng chí được trả lại để sửa")
        yield News(to(review.person_id), said, review.get_absolute_url())


def prompted(event: Event) -> Iterator[News]:
    """Whom it is about."""
    if review := _review(event):
        said = _("Có nội dung gợi ý để đồng chí giải trình khi kiểm điểm")
        yield News(to(review.person_id), said, review.get_absolute_url())


def heard(event: Event) -> Iterator[News]:
    """Whom it is about, and until when she may answer."""
    if (review := _review(event)) and review.answer_by:
        said = _("Đã có nhận xét về đồng chí; trả lời đến hết ngày %s") % show_date(review.answer_by)
        yield News(to(review.person_id), said, review.get_absolute_url())


def replied(event: Event) -> Iterator[News]:
    """Who wrote the remark down."""
    if review := _review(event):
        writers = review.hearings.values_list("written_by_id", flat=True)
        yield News(to(*writers), _("Có trả lời nhận xét kiểm điểm"), review.get_absolute_url())


def decided(event: Event) -> Iterator[News]:
    """Whom it is about. The rating itself stays on its page."""
    if review := _review(event):
        yield News(
            to(review.person_id),
            _("Đã có kết quả %s của đồng chí") % review.period,
            review.get_absolute_url(),
        )


def complained(event: Event) -> Iterator[News]:
    """The head of the unit that looks at it anew."""
    review = _review(event)
    waits = review.complaints.filter(answered_on__isnull=True).first() if review else None
    if waits:
        head = people.head_of(waits.sent_to_id, event.on)
        yield News(
            to(head), _("Có khiếu nại về xếp loại chờ thẩm tra"), reverse("reviews:answer", args=[waits.pk])
        )


def answered(event: Event) -> Iterator[News]:
    """Who complained, and who had decided."""
    if review := _review(event):
        said = _("Khiếu nại về xếp loại đã được trả lời")
        yield News(to(review.person_id, review.decided_by_id), said, review.get_absolute_url())


def reopening_asked(event: Event) -> Iterator[News]:
    """The heads of both units: one of them is the second person."""
    if period := _period(event):
        heads = to(people.head_of(period.unit_id, event.on), people.head_of(period.decided_by_id, event.on))
        said = _("Có đề nghị mở lại %s, chờ người thứ hai") % period
        yield News(heads, said, period.get_absolute_url(), event.note)


def reopened(event: Event) -> Iterator[News]:
    """Everybody whose paper lies in it, and who asked."""
    if period := _period(event):
        asked = Reopening.objects.filter(period=period).values_list("asked_by_id", flat=True)
        keys = [*period.reviews.of_persons().values_list("person_id", flat=True), *asked]
        yield News(to(*keys), _("%s đã được mở lại") % period, reverse("reviews:index"), event.note)


def refused(event: Event) -> Iterator[News]:
    """Who asked."""
    if period := _period(event):
        asked = Reopening.objects.filter(period=period, refused_on=event.on).values_list(
            "asked_by_id", flat=True
        )
        yield News(to(*asked), _("Đề nghị mở lại %s không được đồng ý") % period, period.get_absolute_url())


def stopped(event: Event) -> Iterator[News]:
    """The head of the unit whose papers they are."""
    said = _("Đã dừng một người mở quá nhiều bản kiểm điểm trong 10 phút")
    note = f"{event.person_name}, {event.post_label}"
    yield News(to(people.head_of(event.unit_id, event.on)), said, way("history"), note)


def head_sent(event: Event) -> Iterator[News]:
    """The head of the level above."""
    if one := HeadReport.objects.filter(pk=event.subject_id, status="sent").first():
        said = _("Có báo cáo của người đứng đầu gửi đến")
        yield News(to(people.head_of(one.sent_to_id, event.on)), said, one.get_absolute_url())


def head_spoken_of(event: Event) -> Iterator[News]:
    """Whose page it is."""
    if one := HeadReport.objects.filter(pk=event.subject_id).first():
        yield News(
            to(one.person_id), _("Cấp trên đã cho ý kiến về báo cáo của đồng chí"), one.get_absolute_url()
        )


TOLD = (
    told("head_report.sent", head_sent),
    told("head_report.spoken_of", head_spoken_of),
    told("review_period.opened", opened),
    told("review.returned", returned),
    told("review.prompted", prompted),
    told("review.heard", heard),
    told("review.replied review.waived", replied),
    told("review.decided review.rerated", decided),
    told("review.complained", complained),
    told("review.answered_complaint", answered),
    told("review_period.reopening_asked", reopening_asked),
    told("review_period.reopened", reopened),
    told("review_period.reopening_refused", refused),
    told("review.bulk_reading_stopped", stopped),
)
