"""What this room asks of a person today: write, finish, mend, tell what was done; judge what came in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.entry import drafts
from lantoa.foundation.todo import DONE, Todo
from lantoa.meetings import queries as meetings
from lantoa.meetings.models import Appointment
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Calendar

MINUTES_TO_WRITE, MINUTES_TO_MEND, MINUTES_TO_RECORD, MINUTES_TO_JUDGE = 5, 3, 1, 1
MINUTES_TO_CONFIRM = 1
NEWS_FOR = dt.timedelta(days=14)
ASKED_AGAIN_AFTER = dt.timedelta(days=30)


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if actor.person and actor.may("registrations.write"):
        yield from _own(actor)
        yield from _to_report_mended(actor)
        yield from _to_vouch_for(actor)
    if actor.may("registrations.judge"):
        yield from _to_judge(actor)
        yield from _to_confirm(actor)
        yield from _of_the_unit(actor)
        yield from _to_hand_over(actor)
        yield from _to_conclude(actor)


def _own(actor: Actor) -> Iterator[Todo]:
    mine = [
        queries.as_told(one, actor) for one in Registration.objects.of(actor.person).standing().for_lists()
    ]
    home = queries.home_of(actor.person, actor)  # type: ignore[arg-type]
    calendar = queries.calendar_in(home.unit if home else None, actor)
    year = calendar.years[0]
    if all(one.year != year for one in mine) and home:
        yield _to_write(year, actor, calendar)
    met = meetings.next_meeting(home.unit if home else None, actor.on)
    for one in mine:
        yield from _about(one, actor, calendar)
        if met is not None and not _is_silent(one, calendar):
            yield from _before_the_meeting(one, actor, met)
        if one.is_approved and rules.asks_for_year_end(one.year, actor.on):
            yield from _year_end(one)
        if one.awaits_confirmation:
            of_lines = _("Xác nhận kết quả ghi hộ năm %(year)s") % {"year": one.year}
            whole = _("Xác nhận bản đăng ký năm %(year)s") % {"year": one.year}
            yield Todo(
                whole if one.is_on_behalf else of_lines,
                reverse("registrations:confirm", args=[one.pk]),
                _("Đọc và xác nhận"),
                minutes=MINUTES_TO_CONFIRM,
                note=_("Đồng chí %(name)s ghi hộ")
                % {"name": one.entered_by if one.is_on_behalf else one.lines_to_confirm[0].recorded_by},
            )


def _to_write(year: int, actor: Actor, calendar: Calendar) -> Todo:
    """To begin the paper of the year, or to go on where something was typed and not yet written down."""
    write, due = reverse("registrations:write", args=[year]), calendar.deadline(year)
    typed = drafts.unsent(actor).filter(place=write).first()
    if typed is not None:
        return _to_write_on(year, write, typed.saved_at, due)
    title = _("Đăng ký học tập, thực hành năm %(year)s") % {"year": year}
    return Todo(title, write, _("Đăng ký"), minutes=MINUTES_TO_WRITE, due=due)


def _to_write_on(year: int, write: str, saved_at: dt.datetime, due: dt.date | None) -> Todo:
    return Todo(
        _("Viết tiếp bản đăng ký năm %(year)s") % {"year": year},
        write,
        _("Viết tiếp"),
        minutes=MINUTES_TO_WRITE,
        due=due,
        note=_("Có bản nháp lúc %(at)s, chưa gửi")
        % {"at": f"{timezone.localtime(saved_at):%H:%M, %d/%m/%Y}"},
    )


def _about(one: Registration, actor: Actor, calendar: Calendar) -> Iterator[Todo]:
    write, show = reverse("registrations:write", args=[one.year]), one.get_absolute_url()
    if one.is_draft and one.year in calendar.years:
        yield _to_write_on(one.year, write, one.saved_at, calendar.deadline(one.year))
    elif one.is_returned:
        yield Todo(
            _("Sửa bản đăng ký năm %(year)s được trả lại") % {"year": one.year},
            write,
            _("Sửa và gửi lại"),
            minutes=MINUTES_TO_MEND,
            note=_("Lý do: %(reason)s") % {"reason": one.reason},
        )
    elif one.is_waiting:
        title = _("Đã gửi bản đăng ký năm %(year)s, đang chờ duyệt") % {"year": one.year}
        yield Todo(title, show, _("Xem"), state=DONE)
    elif _is_news(one):
        title = _("Bản đăng ký năm %(year)s đã được duyệt") % {"year": one.year}
        met = {"day": show_date(one.meeting_on), "number": one.minutes_number}
        yield Todo(
            title,
            show,
            _("Xem"),
            note=_("Họp ngày %(day)s, biên bản số %(number)s. Làm được việc thì ghi kết quả vào đó.") % met,
            state=DONE,
        )
    elif _is_silent(one, calendar):
        last = one.last_progress_on
        yield Todo(
            _("Ghi kết quả việc đã đăng ký năm %(year)s") % {"year": one.year},
            reverse("registrations:progress", args=[one.pk]),
            _("Ghi kết quả"),
            minutes=MINUTES_TO_RECORD,
            note=_("Lần ghi gần nhất: %(day)s") % {"day": show_date(last)} if last else _("Chưa ghi lần nào"),
        )


def _before_the_meeting(one: Registration, actor: Actor, met: Appointment) -> Iterator[Todo]:
    """Three days before the cell meets: how far is it, with her own sentence; not asked who told this month."""
    last = one.last_progress_on
    if not one.is_approved or one.year != actor.on.year or one.first_task is None:
        return
    if last is None or last < actor.on - ASKED_AGAIN_AFTER:
        yield Todo(
            _("Trước buổi họp %(day)s: việc đã đăng ký đến đâu?") % {"day": show_date(met.held_on)},
            reverse("registrations:progress", args=[one.pk]),
            _("Ghi kết quả"),
            minutes=MINUTES_TO_RECORD,
            due=met.held_on,
            note=f"“{one.first_task.what}”",
        )


def _year_end(one: Registration) -> Iterator[Todo]:
    """From November: say what came of it; read what the cell says of it."""
    if one.ending is None:
        yield Todo(
            _("Tự đánh giá kết quả năm %(year)s") % {"year": one.year},
            reverse("registrations:assess", args=[one.pk]),
            _("Tự đánh giá"),
            minutes=MINUTES_TO_WRITE,
            due=dt.date(one.year, 12, 31),
        )
    elif one.ending.is_remarked and not one.ending.is_answered:
        yield Todo(
            _("Đọc nhận xét của chi bộ về năm %(year)s") % {"year": one.year},
            f"{one.get_absolute_url()}#cuoi-nam",
            _("Đọc và nêu ý kiến"),
            minutes=MINUTES_TO_MEND,
            due=one.ending.answer_by,
            note=_("Chưa chốt. Không nêu ý kiến thì chi bộ chốt sau ngày này."),
        )


def _to_report_mended(actor: Actor) -> Iterator[Todo]:
    """A task was concluded as done: its shortcoming may now be reported mended, which nobody does for its owner."""
    for task in queries.to_report_mended(actor):
        address = reverse("shortcomings:report", args=[task.shortcoming_id])
        yield Todo(
            _("Báo đã khắc phục hạn chế gắn với việc đã hoàn thành"),
            f"{address}?{urlencode({'da-lam': task.outcome_text})}",
            _("Báo đã khắc phục"),
            minutes=MINUTES_TO_MEND,
            note=task.shortcoming.finding if task.shortcoming else "",
        )


def _is_news(one: Registration) -> bool:
    """Approved within the last two weeks, and no longer to be taken back; nothing told on it yet."""
    now = clock.now()
    return one.is_told(now) and one.last_progress_on is None and now < one.approved_at + NEWS_FOR  # type: ignore[operator]


def _is_silent(one: Registration, calendar: Calendar) -> bool:
    """Agreed to, of this year, and nothing told for ninety days."""
    return calendar.is_silent(one.year, one.last_progress_on or one.meeting_on)


def _to_confirm(actor: Actor) -> Iterator[Todo]:
    """What was typed for members of the cell and is still unconfirmed after thirty days."""
    unconfirmed = Registration.objects.unconfirmed(before=rules.confirm_since(actor.on))
    late = unconfirmed.exclude(person__in=actor.one_with)
    for year, n in Counter(actor.in_own_unit(late).values_list("year", flat=True)).items():
        yield Todo(
            _("Lấy xác nhận %(n)s bản ghi hộ năm %(year)s") % {"n": n, "year": year},
            f"{reverse('registrations:index')}?nam={year}&loc=chua-xac-nhan",
            _("Xem các bản"),
            minutes=MINUTES_TO_CONFIRM * n,
            note=_("Đã quá 30 ngày từ khi ghi hộ"),
        )


def _to_hand_over(actor: Actor) -> Iterator[Todo]:
    """Codes that whoever typed a paper must not hold herself."""
    if slips := queries.slips_to_print(actor):
        yield Todo(
            _("In và trao %(n)s phiếu mã xác nhận") % {"n": len(slips)},
            reverse("registrations:slips"),
            _("In phiếu"),
            minutes=MINUTES_TO_CONFIRM * len(slips),
            note=_("Người ghi hộ không tự giữ mã, nên nhờ đồng chí"),
        )


def _to_vouch_for(actor: Actor) -> Iterator[Todo]:
    """Where she is named as a witness: she reads it, and says so if she was none."""
    if count := queries.to_vouch_for(actor).count():
        yield Todo(
            _("Đồng chí được ghi là người chứng kiến %(n)s lời xác nhận") % {"n": count},
            reverse("registrations:witnessed"),
            _("Xem"),
            state=DONE,
        )


def _of_the_unit(actor: Actor) -> Iterator[Todo]:
    """What the unit undertakes as a whole: a draft to be sent, a return to be mended."""
    if actor.unit is None:
        return
    ours = Registration.objects.collective(actor.unit)
    for one in ours.filter(status__in=[rules.DRAFT, rules.RETURNED]):
        yield Todo(
            _("Hoàn thiện bản đăng ký của tập thể năm %(year)s") % {"year": one.year},
            reverse("registrations:collective", args=[one.year]),
            _("Sửa và gửi lại") if one.is_returned else _("Viết tiếp"),
            minutes=MINUTES_TO_MEND,
            note=_("Lý do: %(reason)s") % {"reason": one.reason} if one.is_returned else "",
        )


def _to_conclude(actor: Actor) -> Iterator[Todo]:
    """Self-assessments without a remark, and remarks whose owners have answered."""
    remarks, index = reverse("registrations:remarks"), reverse("registrations:index")
    here = Registration.objects.approved().exclude(person__in=actor.one_with)
    found = actor.in_own_unit(here.to_remark() | here.to_close(actor.on), of_unit="sent_to")
    waiting = Counter(found.values_list("year_end__status", "year"))
    for state, address, title, button in (
        (
            "assessed",
            f"{remarks}?nam=%s",
            _("Nhận xét %(n)s bản tự đánh giá năm %(year)s"),
            _("Đọc và nhận xét"),
        ),
        (
            "remarked",
            f"{index}?nam=%s&loc=cho-chot",
            _("Chốt kết quả %(n)s bản năm %(year)s"),
            _("Xem và chốt"),
        ),
    ):
        for year, n in sorted((year, n) for (its, year), n in waiting.items() if its == state):
            yield Todo(title % {"n": n, "year": year}, address % year, button, minutes=MINUTES_TO_JUDGE * n)


def _to_judge(actor: Actor) -> Iterator[Todo]:
    waiting = list(queries.waiting_for(actor).values_list("submitted_at", flat=True))
    if not waiting:
        return
    first = timezone.localtime(waiting[0]).date()
    yield Todo(
        _("Duyệt %(n)s bản đăng ký") % {"n": len(waiting)},
        reverse("registrations:queue"),
        _("Xem và duyệt"),
        minutes=MINUTES_TO_JUDGE * len(waiting),
        due=rules.answer_by(first),
    )
