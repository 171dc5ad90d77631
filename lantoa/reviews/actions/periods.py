"""A period: opened, its papers given out, shown before the meeting, closed, and opened again by two persons."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.reviews import queries, rules
from lantoa.reviews.actions.shared import lock, lock_period, must_conduct, note
from lantoa.reviews.models import ComparableGroup, Reopening, Review, ReviewPeriod
from lantoa.reviews.words import WRITTEN, Kind, Status, Turn


@transaction.atomic
def open_period(
    *,
    by: Actor,
    kind: str,
    send_by: dt.date | None,
    unit: Unit | None = None,
    year: int | None = None,
    quarter: int | None = None,
    name: str = "",
    starts: dt.date | None = None,
    last_day: dt.date | None = None,
    meets_on: dt.date | None = None,
    decided_by: Unit | None = None,
    members_read: bool = False,
    with_collective: bool = True,
) -> ReviewPeriod:
    """One unit begins to look back; everybody of it gets her paper, the collective one too.

    BadInput for days that do not go together, for a time that is looked at already, and where nobody belongs here.
    """
    unit = unit or by.unit
    must_conduct(unit is not None and queries.conducts_in(unit, by))
    assert unit is not None
    if kind not in Kind.values:
        raise BadInput(_("Chọn kỳ kiểm điểm."), "kind")
    name = clean(name)[:160] if kind == Kind.OCCASION else ""
    if kind == Kind.OCCASION:
        must_say(name, "name", _("Ghi vì việc gì mà kiểm điểm."))
    period = rules.period_of(kind, year, quarter, starts, last_day)
    terms = queries.terms_on(by.on)
    rules.must_be_timely(send_by, meets_on, terms.draft_days, by.on)
    if period.starts > by.on:
        raise BadInput(_("Kỳ này chưa bắt đầu nên chưa có gì để kiểm điểm."), "year")
    deciders = queries.deciders_for(unit, by.on)
    decider = decided_by or deciders[0]
    rules.must_be_ratable(
        with_collective=with_collective, is_itself=decider == unit, has_above=len(deciders) > 1
    )
    if terms.pk is None:
        terms.save()
    opened = _begun(unit, period, kind=kind, name=name, terms=terms, opened_on=by.on, opened_by=by.person)
    opened.decided_by = decider
    assert send_by is not None
    opened.send_by, opened.meets_on, opened.members_read = send_by, meets_on, members_read
    _save(opened)
    _give_out(opened, queries.people_to_review(unit, by.on), with_collective=with_collective, by=by)
    after = {"send_by": show_date(opened.send_by), "period": period.code}
    record("review_period.opened", opened, by=by, unit=unit, after=after)
    return opened


def _begun(unit: Unit, period: Any, **rest: Any) -> ReviewPeriod:
    return ReviewPeriod(unit=unit, starts=period.starts, ends=period.ends, **rest)


def _save(period: ReviewPeriod) -> None:
    try:
        with transaction.atomic():
            period.save(force_insert=True)
    except IntegrityError as known:
        raise BadInput(_("Đơn vị đã mở đợt kiểm điểm cho kỳ này. Mở trang của đợt ấy."), "kind") from known


def _give_out(period: ReviewPeriod, people: list[Person], *, with_collective: bool, by: Actor) -> None:
    """A paper for each, and its turn; what the office keeps no form for cannot be given out."""
    places = queries.places_of(people, period.unit, by.on)
    papers = [(person, *places.get(person.pk, (Turn.MEMBER, ""))) for person in people]
    collective: list[tuple[Person | None, int, str]] = (
        [(None, Turn.COLLECTIVE, "")] if with_collective else []
    )
    if not papers and not collective:
        raise BadInput(_("Đơn vị chưa có đảng viên nào để kiểm điểm. Ghi danh sách đảng viên trước."), "kind")
    for person, turn, title in [*collective, *papers]:
        _give(period, person, turn, title, by)


def _give(period: ReviewPeriod, person: Person | None, turn: int, title: str, by: Actor) -> Review:
    template = queries.template_on(queries.code_for(period.kind, turn), by.on)
    if template is None:
        raise BadInput(
            _("Chưa có mẫu kiểm điểm áp dụng cho ngày này. Xem trang Mẫu, quy tắc kiểm điểm."), "kind"
        )
    return Review.objects.create(
        period=period, unit=period.unit, person=person, template=template, turn=turn, title_name=title[:160]
    )


@transaction.atomic
def add_person(period: ReviewPeriod, person: Person, *, by: Actor) -> Review:
    """Somebody who came since it was opened."""
    lock_period(period)
    must_conduct(queries.conducts_in(period.unit, by))
    if person not in queries.not_yet_in(period, by.on):
        raise BadInput(_("Người này không sinh hoạt ở đây, hoặc đã có bản kiểm điểm trong đợt."), "person")
    turn, title = queries.places_of([person], period.unit, by.on).get(person.pk, (Turn.MEMBER, ""))
    review = _give(period, person, turn, title, by)
    note("assigned", review, by)
    return review


@transaction.atomic
def assign(review: Review, *, by: Actor, code: str, turn: int, group: str = "") -> Review:
    """Which paper she writes, whose turn she has, with whom she is compared when rated; of one's own another says it.

    The paper changes only before anything was written on it, the group before the result, which is counted there.
    BadInput for a code no paper is kept for.
    """
    lock(review)
    must_conduct(queries.conducts(review, by))
    template = queries.template_on(code, by.on) if code in WRITTEN else None
    if template is None:
        raise BadInput(_("Chọn mẫu kiểm điểm trong danh sách."), "code")
    if turn not in Turn.values or (turn == Turn.COLLECTIVE) != review.is_collective:
        raise BadInput(_("Chọn thứ tự kiểm điểm trong danh sách."), "turn")
    if template.code != review.template.code:
        if review.statements.exists() or review.status != Status.WRITING:
            raise Conflict(_("Bản này đã viết theo mẫu đang dùng nên không đổi mẫu được nữa."))
        review.template = template
    group = clean(group)[:120]
    if review.is_decided and group != (review.group.name if review.group else ""):
        raise Conflict(_("Bản này đã có kết quả, tính trong tỷ lệ của nhóm, nên không đổi nhóm được nữa."))
    review.turn, review.group = turn, _group(review.period, group)
    review.save(update_fields=["template", "turn", "group"])
    note("assigned", review, by, after={"template": template.code, "turn": str(turn)})
    return review


def _group(period: ReviewPeriod, name: str) -> ComparableGroup | None:
    if not name:
        return None
    year = period.last_day.year
    group, _is_new = ComparableGroup.objects.get_or_create(unit=period.decided_by, year=year, name=name)
    return group


@transaction.atomic
def show_drafts(period: ReviewPeriod, *, by: Actor, on: dt.date | None = None) -> int:
    """What has been sent is read before the meeting from that day on; gives how many. Conflict when none was sent.

    A day already past is taken for papers that went round by hand.
    """
    lock_period(period)
    must_conduct(queries.conducts_in(period.unit, by))
    day = on or by.on
    if day > by.on or day < period.opened_on:
        raise BadInput(_("Ngày gửi đọc trước từ ngày mở đợt đến hôm nay."), "on")
    waiting = Review.objects.filter(period=period, status=Status.SUBMITTED).order_by("pk")
    sent = list(waiting.select_for_update())
    if not sent:
        raise Conflict(_("Chưa có bản nào đã gửi để đọc trước họp."))
    for review in sent:
        rules.STEPS.move(review, rules.SHOW, shown_on=day)
        note("shown", review, by)
    record("review_period.shown", period, by=by, unit=period.unit, after={"papers": len(sent)})
    return len(sent)


@transaction.atomic
def close(period: ReviewPeriod, *, by: Actor) -> ReviewPeriod:
    """Everybody has a result, or a reason why not: from now on nothing of it changes."""
    lock_period(period)
    rules.must(queries.may_reopen(period, by), _("Đơn vị kiểm điểm hoặc nơi quyết định xếp loại khóa đợt."))
    rules.must_all_be_settled(queries.unsettled(period))
    rules.PERIOD_STEPS.move(period, rules.CLOSE, closed_on=by.on, closed_by=by.person)
    record("review_period.closed", period, by=by, unit=period.unit)
    return period


@transaction.atomic
def ask_to_reopen(period: ReviewPeriod, *, by: Actor, why: str) -> Reopening:
    """One person asks, with the reason. Conflict when it is open, or asked for already."""
    _lock_closed(period)
    rules.must(
        queries.may_reopen(period, by), _("Đơn vị kiểm điểm hoặc nơi quyết định xếp loại đề nghị mở lại.")
    )
    why = clean(why)
    must_say(why, "why", _("Ghi rõ vì sao cần mở lại."))
    if _waiting(period):
        raise Conflict(_("Đã có đề nghị mở lại đang chờ người thứ hai."))
    asked = Reopening.objects.create(period=period, why=why, asked_by=by.person, asked_on=by.on)
    record("review_period.reopening_asked", period, by=by, unit=period.unit, note=why)
    return asked


@transaction.atomic
def answer_reopening(period: ReviewPeriod, *, by: Actor, agrees: bool) -> ReviewPeriod:
    """A second person agrees, or does not. NotAllowed for who asked; Conflict when nobody has asked."""
    _lock_closed(period)
    rules.must(queries.may_reopen(period, by), _("Đơn vị kiểm điểm hoặc nơi quyết định xếp loại cho ý kiến."))
    asked = _waiting(period)
    if asked is None:
        raise Conflict(_("Không có đề nghị mở lại nào đang chờ."))
    is_another = by.person is not None and not by.is_one_with(asked.asked_by_id)
    rules.must(is_another, _("Đồng chí đã đề nghị mở lại. Người khác đồng ý thì đợt mới mở."))
    if not agrees:
        asked.refused_on = by.on
        asked.save(update_fields=["refused_on"])
        record("review_period.reopening_refused", period, by=by, unit=period.unit)
        return period
    asked.confirmed_by, asked.confirmed_on = by.person, by.on
    asked.save(update_fields=["confirmed_by", "confirmed_on"])
    rules.PERIOD_STEPS.move(period, rules.REOPEN, closed_on=None, closed_by=None)
    record("review_period.reopened", period, by=by, unit=period.unit, note=asked.why)
    return period


def _lock_closed(period: ReviewPeriod) -> None:
    period.refresh_from_db(from_queryset=ReviewPeriod.objects.select_for_update())
    if period.is_open:
        raise Conflict(_("Đợt này đang mở, không cần mở lại."))


def _waiting(period: ReviewPeriod) -> Reopening | None:
    return period.reopenings.filter(confirmed_on__isnull=True, refused_on__isnull=True).first()
