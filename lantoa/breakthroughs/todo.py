"""What this room asks of a person today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Amendment, Breakthrough, BreakthroughQuerySet
from lantoa.foundation import clock
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import DONE, Todo, to_judge
from lantoa.people.actors import Actor

MOST = 5
NEWS_FOR = dt.timedelta(days=14)


def items(actor: Actor) -> Iterator[Todo]:
    """Papers waiting for this actor's word, papers that came back, quarters to report."""
    waiting, said = Breakthrough.objects.awaiting(actor), _("%(n)s nội dung đột phá chờ đồng chí cho ý kiến")
    yield from to_judge(waiting, said, reverse("breakthroughs:index") + "?cho=toi", on=actor.on)
    yield from _amendments(actor)
    yield from _to_appraise(actor)
    yield from _returned(actor)
    yield from _news(actor)
    yield from _quarters(actor)


def _amendments(actor: Actor) -> Iterator[Todo]:
    waiting = Amendment.objects.awaiting(actor)
    if count := waiting.count():
        yield Todo(
            _("%(n)s bản sửa đổi nội dung đột phá chờ đồng chí cho ý kiến") % {"n": count},
            reverse("breakthroughs:index") + "?cho=toi",
            _("Xem và cho ý kiến"),
            minutes=3 * count,
        )


def _to_appraise(actor: Actor) -> Iterator[Todo]:
    if count := Breakthrough.objects.awaiting_appraisal(actor).count():
        yield Todo(
            _("%(n)s nội dung đột phá chờ đồng chí thẩm định") % {"n": count},
            reverse("breakthroughs:index") + "?tham-dinh=toi",
            _("Xem và thẩm định"),
            minutes=5 * count,
        )


def _returned(actor: Actor) -> Iterator[Todo]:
    for one in _own(actor).filter(status=rules.RETURNED).order_by("pk")[:MOST]:
        yield Todo(
            _("Nội dung đột phá được trả lại để sửa: %(statement)s") % {"statement": one.statement},
            reverse("breakthroughs:edit", args=[one.pk]),
            _("Sửa và trình lại"),
            minutes=10,
            note=one.return_reason,
        )


def _news(actor: Actor) -> Iterator[Todo]:
    """Approved within the last two weeks and no longer to be taken back; nothing told on it yet."""
    now = clock.now()
    heard = _own(actor).filter(status=rules.APPROVED, approved_at__lte=now - TAKE_BACK_WITHIN)
    for one in heard.filter(approved_at__gt=now - NEWS_FOR).order_by("pk")[:MOST]:
        facts = {"number": one.document_number, "day": show_date(one.approved_on)}
        yield Todo(
            _("Nội dung đột phá đã được duyệt: %(statement)s") % {"statement": one.statement},
            one.get_absolute_url(),
            _("Xem"),
            note=_("Văn bản số %(number)s, ngày %(day)s.") % facts,
            state=DONE,
        )


def _quarters(actor: Actor) -> Iterator[Todo]:
    year, quarter = rules.latest_open_quarter(actor.on)
    period = rules.quarter_period(year, quarter)
    for one in _own(actor).to_report(year, quarter).order_by("pk")[:MOST]:
        yield Todo(
            _("Ghi kết quả %(quarter)s: %(statement)s")
            % {"quarter": period.label, "statement": one.statement},
            reverse("breakthroughs:report", args=[one.pk, year, quarter]),
            _("Ghi kết quả quý"),
            minutes=5,
            due=rules.due_on(year, quarter),
        )


def _own(actor: Actor) -> BreakthroughQuerySet:
    """Those this actor answers for: as the head, or as one who writes for the collective."""
    if actor.person is None or not actor.may("breakthroughs.write"):
        return Breakthrough.objects.none()
    everything = Breakthrough.objects.all()
    collective = actor.in_own_unit(everything.filter(person__isnull=True))
    return in_any(everything, everything.filter(person=actor.person), collective)
