"""Issues of newsletters, what was passed on, rounds of prizes, works sent to them and the prizes they were given."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.outreach import rules
from lantoa.outreach.actions.recording import must_edit
from lantoa.outreach.models import Article, NewsletterIssue, Prize, PrizeWork, Sharing
from lantoa.people.actors import Actor


@transaction.atomic
def record_issue(
    *,
    unit: Unit,
    newsletter: str,
    number: str,
    issued_on: dt.date,
    by: Actor,
    column: Article | None = None,
    pieces: int | None = None,
    copies: int | None = None,
    url: str = "",
) -> NewsletterIssue:
    """One number of a newsletter; `column` is the one of the programme that it carries, `pieces` what stands in it."""
    must_edit(by, unit)
    issue = NewsletterIssue(
        unit=unit,
        newsletter=newsletter,
        number=number,
        issued_on=issued_on,
        column=column,
        pieces=pieces,
        copies=copies,
        url=url,
    )
    issue_must_be_right(issue, by.on)
    issue.save()
    record("outreach.issue.recorded", issue, by=by, unit=unit, on=issued_on)
    return issue


def issue_must_be_right(issue: NewsletterIssue, today: dt.date) -> None:
    """BadInput where name or number is missing, it comes out tomorrow, or pieces stand in no column."""
    said = _("Nhập tên bản tin, ví dụ: Bản tin tư pháp.")
    issue.newsletter = demands.must_say(issue.newsletter, "newsletter", said)
    issue.number = demands.must_say(issue.number, "number", _("Ghi số bản tin, ví dụ: Số 3/2026."))
    demands.must_have_happened(issue.issued_on, today, "issued_on")
    if issue.column is None and issue.pieces is not None:
        raise BadInput(_("Chọn chuyên mục có các tin, bài này, hoặc để trống số tin, bài."), "column")
    if issue.column is not None and not issue.column.runs_on(issue.issued_on):
        raise BadInput(_("Chuyên mục này chưa mở hoặc đã ngừng vào ngày phát hành."), "column")
    issue.url = rules.must_be_web_address(issue.url)


@transaction.atomic
def record_sharing(
    *,
    unit: Unit,
    what: str,
    where: str,
    starts: dt.date,
    last_day: dt.date,
    times: int,
    by: Actor,
    people: int | None = None,
) -> Sharing:
    """So often, in these days, the unit's people passed official pieces on: told by the unit, naming nobody."""
    must_edit(by, unit)
    sharing = Sharing(
        unit=unit, what=what, where=where, starts=starts, last_day=last_day, times=times, people=people
    )
    sharing_must_be_right(sharing, by.on)
    sharing.save()
    record("outreach.sharing.recorded", sharing, by=by, unit=unit, on=last_day)
    return sharing


def sharing_must_be_right(sharing: Sharing, today: dt.date) -> None:
    """BadInput where it says not what or where, counts nothing, or lasts beyond today."""
    said = _("Ghi đã chia sẻ gì, ví dụ: bài trên Báo Sơn Hà về gương người tốt.")
    sharing.what = demands.must_say(sharing.what, "what", said)
    said = _("Ghi chia sẻ ở đâu, ví dụ: nhóm Zalo của chi bộ.")
    sharing.where = demands.must_say(sharing.where, "where", said)
    demands.must_have_happened(sharing.last_day, today, "last_day")
    demands.must_come_after(sharing.last_day, sharing.starts, _("ngày bắt đầu"), "last_day")
    if sharing.times < 1:
        raise BadInput(_("Số lượt chia sẻ ít nhất là 1."), "times")
    if sharing.people is not None and not 1 <= sharing.people <= sharing.times:
        raise BadInput(_("Số người chia sẻ ít nhất là 1 và không nhiều hơn số lượt."), "people")


@transaction.atomic
def open_prize(
    *,
    unit: Unit,
    name: str,
    round: str,
    level: str,
    fields: str,
    starts: dt.date,
    by: Actor,
    ends: dt.date | None = None,
) -> Prize:
    """Write down a round of a prize; every unit below may send works to it. `ends` is the first day after it."""
    must_edit(by, unit)
    name = demands.must_say(name, "name", _("Nhập tên giải, ví dụ: Giải sáng tác, quảng bá tác phẩm về Bác."))
    round = demands.must_say(round, "round", _("Ghi đợt, ví dụ: đợt 2 (2021–2025), năm 2026."))
    fields = demands.must_say(fields, "fields", _("Ghi ít nhất một lĩnh vực, mỗi dòng một lĩnh vực."))
    demands.must_end_after_start(starts, ends)
    if Prize.objects.filter(unit=unit, name=name, round=round, level=level).exists():
        raise BadInput(_("Đợt giải này đã có. Chọn nó khi ghi tác phẩm."), "round")
    prize = Prize(unit=unit, name=name, round=round, level=level, fields=fields, starts=starts, ends=ends)
    if not prize.field_names:
        raise BadInput(_("Ghi ít nhất một lĩnh vực, mỗi dòng một lĩnh vực."), "fields")
    prize.save()
    record("outreach.prize.opened", prize, by=by, unit=unit, on=starts)
    return prize


@transaction.atomic
def send_work(
    prize: Prize,
    *,
    unit: Unit,
    title: str,
    field: str,
    author: str,
    sent_on: dt.date,
    by: Actor,
    part: str = PrizeWork.Part.WORK,
    author_kind: str = PrizeWork.AuthorKind.INDIVIDUAL,
    award: str = "",
    awarded_on: dt.date | None = None,
) -> PrizeWork:
    """A work sent to a round, or who promoted works; with its prize where that is known already."""
    must_edit(by, unit)
    if not Prize.objects.visible_to(by).filter(pk=prize.pk).exists():
        raise BadInput(_("Chọn một đợt giải trong danh sách."), "prize")
    work = PrizeWork(
        prize=prize,
        unit=unit,
        title=title,
        field=clean(field),
        author=author,
        sent_on=sent_on,
        part=part,
        author_kind=author_kind,
        award=award,
        awarded_on=awarded_on,
    )
    prize_work_must_be_right(work, by.on)
    work.save()
    record("outreach.prizework.recorded", work, by=by, unit=unit, on=sent_on)
    return work


def prize_work_must_be_right(work: PrizeWork, today: dt.date) -> None:
    """BadInput where it has no title or author, its field is none of the round's, or the days do not follow."""
    work.title = demands.must_say(work.title, "title", _("Nhập tên tác phẩm hoặc việc quảng bá."))
    work.author = demands.must_say(work.author, "author", _("Nhập tác giả hoặc nhóm tác giả."))
    if work.field not in work.prize.field_names:
        known = ", ".join(work.prize.field_names)
        raise BadInput(_("Chọn một lĩnh vực của đợt giải: %(known)s.") % {"known": known}, "field")
    demands.must_have_happened(work.sent_on, today, "sent_on")
    demands.must_come_after(work.sent_on, work.prize.starts, _("ngày mở đợt giải"), "sent_on")
    if bool(work.award) != bool(work.awarded_on):
        box = "awarded_on" if work.award else "award"
        raise BadInput(_("Giải và ngày trao đi cùng nhau: ghi cả hai, hoặc để trống cả hai."), box)
    if work.awarded_on:
        demands.must_have_happened(work.awarded_on, today, "awarded_on")
        demands.must_come_after(work.awarded_on, work.sent_on, _("ngày gửi dự giải"), "awarded_on")


@transaction.atomic
def award_prize(work: PrizeWork, *, award: str, on: dt.date, by: Actor) -> PrizeWork:
    """The work was given this prize on that day. Conflict when somebody recorded one before."""
    must_edit(by, work.unit)
    if award not in PrizeWork.Award.values:
        raise BadInput(_("Chọn giải trong danh sách."), "award")
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, work.sent_on, _("ngày gửi dự giải"), "on")
    waiting = PrizeWork.objects.standing().filter(pk=work.pk, awarded_on__isnull=True)
    if not waiting.update(award=award, awarded_on=on):
        raise Conflict(_("Tác phẩm này đã được ghi giải hoặc đã gạch bỏ. Tải lại trang để xem."))
    work.award, work.awarded_on = award, on
    record("outreach.prizework.awarded", work, by=by, unit=work.unit, on=on, note=work.get_award_display())
    return work
