"""What is recorded: a work, an opinion, an article; what was answered, settled, struck out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.outreach import rules
from lantoa.outreach.models import Article, Campaign, CitizenComplaint, CitizenOpinion, Forum, Recorded, Work
from lantoa.people.actors import Actor


def must_edit(by: Actor, unit: Unit) -> None:
    """NotAllowed without the right to record, or out of reach."""
    if not by.may("outreach.edit"):
        raise NotAllowed(_("Vai trò đang dùng chỉ xem được phần này, không ghi được."))
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))


@transaction.atomic
def record_work(
    *,
    unit: Unit,
    kind: str,
    name: str,
    by: Actor,
    build: str = Work.Build.NEW,
    campaign: Campaign | None = None,
    place: str = "",
    cost: int | None = None,
    funded_by: str = "",
    handed_over_on: dt.date | None = None,
) -> Work:
    """A house, a road… `handed_over_on` is empty while it is being built; it is counted once handed over."""
    must_edit(by, unit)
    work = Work(
        unit=unit,
        kind=kind,
        build=build,
        name=name,
        campaign=campaign,
        place=clean(place),
        cost=cost,
        funded_by=clean(funded_by),
        handed_over_on=handed_over_on,
    )
    work_must_be_right(work, by.on)
    work.save()
    record("outreach.work.recorded", work, by=by, unit=unit, on=handed_over_on)
    return work


def work_must_be_right(work: Work, today: dt.date) -> None:
    """BadInput where a work has no name, costs nothing, or was handed over on a day to come."""
    said = _("Nhập tên công trình, ví dụ: Nhà đại đoàn kết thôn Nà Lùng.")
    work.name = demands.must_say(work.name, "name", said)
    if work.handed_over_on is not None:
        demands.must_have_happened(work.handed_over_on, today, "handed_over_on")
    if work.cost is not None and work.cost <= 0:
        raise BadInput(_("Kinh phí phải lớn hơn 0; chưa biết thì để trống."), "cost")


@transaction.atomic
def hand_over(work: Work, *, on: dt.date, by: Actor) -> Work:
    """People begin to use it; from now on it is counted. Conflict when somebody recorded that before."""
    must_edit(by, work.unit)
    demands.must_have_happened(on, by.on, "on")
    waiting = Work.objects.standing().filter(pk=work.pk, handed_over_on__isnull=True)
    if not waiting.update(handed_over_on=on):
        raise Conflict(_("Công trình này đã được ghi bàn giao hoặc đã gạch bỏ. Tải lại trang để xem."))
    work.handed_over_on = on
    record("outreach.work.finished", work, by=by, unit=work.unit, on=on)
    return work


@transaction.atomic
def hold_forum(
    *,
    unit: Unit,
    title: str,
    held_on: dt.date,
    by: Actor,
    kind: str = Forum.Kind.HEARING,
    place: str = "",
    attended: int | None = None,
) -> Forum:
    """A conference at which people spoke, or a day on which they were received."""
    must_edit(by, unit)
    title = demands.must_say(title, "title", _("Nhập tên hội nghị, buổi tiếp dân."))
    demands.must_have_happened(held_on, by.on, "held_on")
    forum = Forum.objects.create(
        unit=unit, kind=kind, title=title, held_on=held_on, place=clean(place), attended=attended
    )
    record("outreach.forum.recorded", forum, by=by, unit=unit, on=held_on)
    return forum


@transaction.atomic
def receive_opinions(
    texts: Iterable[str],
    *,
    unit: Unit,
    received_on: dt.date,
    by: Actor,
    channel: str = CitizenOpinion.Channel.DIRECT,
    source: str = CitizenOpinion.Source.PEOPLE,
    field: str = CitizenOpinion.Field.OTHER,
    forum: Forum | None = None,
    given_by: str = "",
    working_days: int | None = None,
) -> list[CitizenOpinion]:
    """What people said, one record an opinion; one act in the history, without names and words.

    With a forum the unit and the day are the forum's. `given_by` is optional and only for a single opinion. With
    `working_days` the unit itself has a day to answer by.
    """
    if forum is not None:
        unit, received_on = forum.unit, forum.held_on
    must_edit(by, unit)
    texts = rules.opinions_in("\n".join(" ".join(text.split()) for text in texts))
    demands.must_have_happened(received_on, by.on, "received_on")
    if given_by and len(texts) > 1:
        raise BadInput(_("Chỉ ghi tên người góp ý khi ghi một ý kiến."), "given_by")
    said = [
        CitizenOpinion(
            forum=forum,
            unit=unit,
            received_on=received_on,
            channel=channel,
            source=source,
            field=field,
            text=text,
            given_by=clean(given_by),
            due_on=rules.due_after(received_on, working_days),
        )
        for text in texts
    ]
    CitizenOpinion.objects.bulk_create(said, batch_size=500)
    note = _("%(n)s ý kiến") % {"n": len(said)}
    record(
        "outreach.opinions.recorded",
        forum or said[0],
        by=by,
        unit=unit,
        on=received_on,
        note=note,
        after={"opinions": len(said)},
    )
    return said


@transaction.atomic
def answer_opinion(opinion: CitizenOpinion, *, answer: str, on: dt.date, by: Actor) -> CitizenOpinion:
    """Say what was answered and when; the matter itself may still be open."""
    must_handle(opinion, on, by)
    answer = demands.must_say(answer, "answer", _("Viết nội dung đã trả lời."))
    _take_along(opinion, "answer", answer=answer, answered_on=on)
    record("outreach.opinion.answered", opinion, by=by, unit=opinion.unit, on=on)
    return opinion


@transaction.atomic
def resolve_opinion(opinion: CitizenOpinion, *, outcome: str, on: dt.date, by: Actor) -> CitizenOpinion:
    """The matter is settled: say how. An opinion may be settled on the spot, without an answer before."""
    must_handle(opinion, on, by)
    outcome = demands.must_say(outcome, "outcome", _("Viết kết quả giải quyết: đã làm gì, cho ai."))
    if opinion.answered_on:
        demands.must_come_after(on, opinion.answered_on, _("ngày trả lời"), "on")
    _take_along(opinion, "resolve", outcome=outcome, resolved_on=on)
    record("outreach.opinion.resolved", opinion, by=by, unit=opinion.unit, on=on)
    return opinion


def must_handle(opinion: CitizenOpinion, on: dt.date, by: Actor) -> None:
    """Who received it, or to whom it was forwarded, answers; not before it came, not tomorrow."""
    to = opinion.forwarded_to
    must_edit(by, to if to is not None and by.reaches(to) else opinion.unit)
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, opinion.received_on, _("ngày tiếp nhận"), "on")


def _take_along(opinion: CitizenOpinion, verb: str, **said: object) -> None:
    """The step and what was said go into one UPDATE: the table refuses an answered opinion without an answer."""
    one = rules.OPINION_STEPS.by_verb[verb]
    waiting = CitizenOpinion.objects.standing().filter(pk=opinion.pk, status__in=one.frm)
    if not waiting.update(status=one.to, **said):
        raise Conflict(_("Ý kiến này vừa được người khác xử lý. Tải lại trang để xem trạng thái mới."))
    opinion.refresh_from_db()


@transaction.atomic
def record_article(
    *, unit: Unit, kind: str, title: str, outlet: str, published_on: dt.date, by: Actor, url: str = ""
) -> Article:
    """A piece of news, an article, or the beginning of a column."""
    must_edit(by, unit)
    article = Article(
        unit=unit,
        kind=kind,
        title=title,
        outlet=outlet,
        published_on=published_on,
        url=url,
    )
    article_must_be_right(article, by.on)
    article.save()
    record("outreach.article.recorded", article, by=by, unit=unit, on=published_on)
    return article


def article_must_be_right(article: Article, today: dt.date) -> None:
    """BadInput where title or outlet is missing, the day is to come, or the address is none."""
    article.title = demands.must_say(article.title, "title", _("Nhập tên tin, bài hoặc chuyên mục."))
    said = _("Nhập nơi đăng, ví dụ: Báo Sơn Hà, Bản tin tư pháp.")
    article.outlet = demands.must_say(article.outlet, "outlet", said)
    demands.must_have_happened(article.published_on, today, "published_on")
    article.url = rules.must_be_web_address(article.url)


@transaction.atomic
def end_column(column: Article, *, on: dt.date, by: Actor) -> Article:
    """The column is no longer kept up from that day; the past keeps counting it."""
    must_edit(by, column.unit)
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, column.published_on + dt.timedelta(days=1), _("ngày mở chuyên mục"), "on")
    running = Article.objects.standing().columns().filter(pk=column.pk, ended_on__isnull=True)
    if not running.update(ended_on=on):
        raise Conflict(_("Chuyên mục này đã được ghi là ngừng. Tải lại trang để xem."))
    column.ended_on = on
    record("outreach.column.ended", column, by=by, unit=column.unit, on=on)
    return column


@transaction.atomic
def strike_out(thing: Recorded, *, reason: str, by: Actor) -> Recorded:
    """Recorded by mistake: it stays readable with the reason and is no longer counted."""
    must_edit(by, thing.unit)
    if (
        isinstance(thing, CitizenComplaint)
        and not CitizenComplaint.objects.handled_by(by).filter(pk=thing.pk).exists()
    ):
        raise NotAllowed(_("Đơn này do đơn vị khác giải quyết."))
    reason = demands.must_say(reason, "reason", _("Ghi lý do gạch bỏ, ví dụ: ghi trùng, nhầm số tiền."))
    if isinstance(thing, Forum) and thing.has_records():
        raise Conflict(_("Hội nghị này đang có ý kiến, đơn được tính. Gạch bỏ các dòng đó trước."))
    standing = type(thing)._default_manager.filter(pk=thing.pk, withdrawn_on__isnull=True)
    if not standing.update(withdrawn_on=by.on, withdrawn_reason=reason):
        raise Conflict(_("Dòng này đã được gạch bỏ trước đó."))
    thing.withdrawn_on, thing.withdrawn_reason = by.on, reason
    # Why a complaint was struck out may name its people: the history is read above, its page only where it is handled.
    note = "" if isinstance(thing, CitizenComplaint) else reason
    record(f"outreach.{thing._meta.model_name}.removed", thing, by=by, unit=thing.unit, note=note)
    return thing
