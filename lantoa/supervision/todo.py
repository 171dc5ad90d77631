"""What this room asks of a person today: send the unit's own report; write the papers of a team; answer a note."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.supervision import queries
from lantoa.supervision.models import FileDocument, Inspection
from lantoa.supervision.words import Status

MINUTES_TO_REPORT, MINUTES_TO_WRITE, MINUTES_TO_ANSWER = 30, 15, 5
MOST_LINES = 5


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if not actor.may("supervision.own"):
        return
    yield from _to_report(actor)
    yield from _of_the_team(actor)
    for note in queries.to_answer(actor).order_by("answer_by", "pk")[:MOST_LINES]:
        yield Todo(
            _("Đọc, trả lời ghi chép về bản đăng ký"),
            note.get_absolute_url(),
            _("Đọc và trả lời"),
            minutes=MINUTES_TO_ANSWER,
            due=note.answer_by,
            note=_("Không bắt buộc trả lời; câu trả lời luôn hiện dưới ghi chép."),
        )


def _to_report(actor: Actor) -> Iterator[Todo]:
    everything = Inspection.objects.filter(status=Status.OPEN)
    ours = [everything.filter(person=actor.person) if actor.person else everything.none()]
    if actor.may("supervision.answer"):
        ours.append(actor.in_own_unit(everything.of_units()))
    asked = FileDocument.objects.waiting().self_reports()
    found = asked.filter(inspection__in=in_any(Inspection.objects.all(), *ours).values("pk"))
    for paper in found.select_related("inspection").order_by("due", "pk")[:MOST_LINES]:
        yield Todo(
            _("Gửi báo cáo tự kiểm tra"),
            reverse("supervision:self_report", args=[paper.pk]),
            _("Viết và gửi"),
            minutes=MINUTES_TO_REPORT,
            due=paper.due,
            note=paper.inspection.what,
        )


def _of_the_team(actor: Actor) -> Iterator[Todo]:
    if actor.person is None:
        return
    mine = FileDocument.objects.waiting().of_the_team().filter(inspection__led_by=actor.person)
    due = mine.filter(due__isnull=False).select_related("inspection").order_by("due", "pk")
    for paper in due[:MOST_LINES]:
        yield Todo(
            _("Hoàn thành %(paper)s") % {"paper": str(paper).lower()},
            paper.inspection.get_absolute_url(),
            _("Mở hồ sơ"),
            minutes=MINUTES_TO_WRITE,
            due=paper.due,
            note=paper.inspection.what,
        )
