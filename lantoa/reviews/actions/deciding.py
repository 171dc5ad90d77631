"""The result: given by the competent body within the ceiling, complained of, given anew."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.reviews import queries, rules
from lantoa.reviews.actions.shared import lock, note
from lantoa.reviews.models import ComparableGroup, Complaint, Rerating, Review
from lantoa.reviews.words import Level


@transaction.atomic
def decide(
    review: Review, *, by: Actor, rating: str, decision_number: str = "", decision_note: str = ""
) -> Review:
    """The competent body's word. NotAllowed for one's own; Conflict before the right of reply is used or over, and
    where one more excellent would be beyond the ceiling of her group: of many at once the last ones are told why.
    """
    lock(review)
    _must_decide(review, by)
    rules.must_apply(rules.DECIDE, review.status)
    rules.must_have_answered(review.may_be_decided(by.on), _called(review), review.answer_by)
    rules.must_be_a_level(rating)
    _must_fit(review, rating)
    said = {
        "rating": rating,
        "decided_on": by.on,
        "decided_by": by.person,
        "decision_number": clean(decision_number)[:60],
        "decision_note": clean(decision_note),
    }
    rules.STEPS.move(review, rules.DECIDE, **said)
    note("decided", review, by)
    return review


def _must_fit(review: Review, rating: str) -> None:
    """Of a year's ratings only, in the group whose row everybody who rates in it waits for."""
    if rating != Level.EXCELLENT or not review.period.is_yearly:
        return
    terms = review.period.terms
    if review.group_id is None:
        if terms.ceiling_percent is not None:
            raise BadInput(
                _("Chọn nhóm vị trí, chức năng tương đồng của bản này trước khi xếp loại xuất sắc."), "rating"
            )
        return
    group = ComparableGroup.objects.select_for_update().get(pk=review.group_id)
    rules.must_fit(queries.ceiling_of(group, terms, besides=review), group.name)


@transaction.atomic
def set_ceiling(
    group: ComparableGroup, *, by: Actor, percent: int | None, allowed_by: str = ""
) -> ComparableGroup:
    """What the competent level allows a group beyond the usual ceiling, with its paper; no percent takes it away."""
    group.refresh_from_db(from_queryset=ComparableGroup.objects.select_for_update())
    rules.must(
        queries.groups_of(by).filter(pk=group.pk).exists(),
        _("Nơi quyết định xếp loại đặt tỷ lệ của nhóm này."),
    )
    most = queries.terms_on(by.on).ceiling_most
    if percent is not None and most is not None and percent > most:
        raise BadInput(_("Tỷ lệ này không quá %(most)s%%.") % {"most": most}, "percent")
    allowed_by = clean(allowed_by)[:200] if percent is not None else ""
    if percent is not None:
        must_say(allowed_by, "allowed_by", _("Ghi văn bản cho phép tỷ lệ này."))
    group.percent, group.allowed_by = percent, allowed_by
    group.save(update_fields=["percent", "allowed_by"])
    record("review_group.set", group, by=by, unit=group.unit, after={"percent": percent})
    return group


# After the result


@transaction.atomic
def complain(review: Review, *, by: Actor, text: str) -> Complaint:
    """She does not agree with her result; the level above who decided looks at it anew.

    Also of a closed period: it changes nothing there. Conflict without a result, after the days, or while one waits.
    """
    review.refresh_from_db(from_queryset=Review.objects.select_for_update())
    rules.must(
        queries.answers_for(review, by),
        _("Người được xếp loại khiếu nại về kết quả của mình."),
    )
    result_on = queries.result_on(review)
    if not review.is_decided or result_on is None:
        raise Conflict(_("Chưa có kết quả nên chưa khiếu nại được. Ý kiến ghi vào phần trả lời nhận xét."))
    text = clean(text)
    must_say(text, "text", _("Ghi rõ điều chưa đồng ý và căn cứ."))
    terms = queries.terms_on(by.on)
    rules.must_be_in_time(by.on, result_on, terms.complain_days)
    if review.complaints.filter(answered_on__isnull=True).exists():
        raise Conflict(_("Khiếu nại trước đang được giải quyết."))
    above = queries.deciders_for(review.period.decided_by, by.on)[0]
    due = rules.due_after(by.on, terms.answer_days)
    one = Complaint.objects.create(review=review, sent_to=above, text=text, filed_on=by.on, answer_by=due)
    note("complained", review, by)
    return one


@transaction.atomic
def answer_complaint(complaint: Complaint, *, by: Actor, answer: str, is_upheld: bool) -> Complaint:
    """What the new look found. Upheld, the rating is given anew by who decided. NotAllowed for who decided it."""
    complaint.refresh_from_db(from_queryset=Complaint.objects.select_for_update())
    review = complaint.review
    may = queries.answers(complaint, by)
    rules.must(may, _("Cấp trên của nơi quyết định trả lời khiếu nại; người đã xếp loại không tự trả lời."))
    if complaint.answered_on is not None:
        raise Conflict(_("Khiếu nại này đã được trả lời."))
    answer = clean(answer)
    must_say(answer, "answer", _("Ghi kết quả thẩm tra lại."))
    complaint.answer, complaint.is_upheld = answer, is_upheld
    complaint.answered_on, complaint.answered_by = by.on, by.person
    complaint.save(update_fields=["answer", "is_upheld", "answered_on", "answered_by"])
    note("answered_complaint", review, by)
    return complaint


@transaction.atomic
def rerate(
    review: Review,
    *,
    by: Actor,
    rating: str,
    why: str,
    decision_number: str,
    decided_on: dt.date | None = None,
) -> Rerating:
    """Mẫu 03: something came to light; the earlier rating is cancelled and another given, and both stay readable.

    Conflict in a closed period: two persons open it again first. BadInput for the same rating, without reason or paper.
    """
    lock(review)
    _must_decide(review, by)
    rules.must_apply(rules.RERATE, review.status)
    rules.must_be_a_level(rating)
    why, number = clean(why), clean(decision_number)[:60]
    must_say(why, "why", _("Ghi vì sao xếp loại lại."))
    must_say(number, "decision_number", _("Ghi số quyết định xếp loại lại."))
    day = decided_on or by.on
    if day > by.on:
        raise BadInput(_("Ngày quyết định chưa đến."), "decided_on")
    if rating == review.rating:
        raise BadInput(_("Mức này đang là kết quả. Chọn mức khác."), "rating")
    _must_fit(review, rating)
    one = Rerating.objects.create(
        review=review,
        was=review.rating,
        rating=rating,
        why=why,
        decision_number=number,
        decided_on=day,
        decided_by=by.person,
    )
    rules.STEPS.move(review, rules.RERATE, rating=rating)
    note("rerated", review, by)
    return one


def _must_decide(review: Review, by: Actor) -> None:
    rules.must(
        queries.decides(review, by),
        _("Nơi quyết định xếp loại ghi kết quả, và không ai xếp loại cho chính mình."),
    )


def _called(review: Review) -> str:
    return review.person.full_name if review.person else str(_("Tập thể"))
