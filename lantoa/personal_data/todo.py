"""What this room asks of a person today: answer what was asked about data; report an incident in time."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.personal_data import queries
from lantoa.personal_data.models import DataRequest, Incident, RetentionProposal
from lantoa.personal_data.words import ProposalStatus

MINUTES, MINUTES_TO_REPORT, MOST_LINES = 10, 30, 5


def items(actor: Actor) -> Iterator[Todo]:
    """Each request at her desk that has no answer yet, the nearest term first; beyond five, one line for the rest."""
    if actor.may("personal_data.agree_to_open") and (n := queries.waiting_for(actor).count()):
        said = _("Trả lời %(n)s đề nghị mở khẩn cấp") % {"n": n}
        yield Todo(said, reverse("personal_data:emergencies"), _("Xem và trả lời"), minutes=5 * n)
    if not actor.may("personal_data.answer"):
        return
    waiting = DataRequest.objects.for_desk(actor).open().nearest_first()
    for one in waiting[:MOST_LINES]:
        said = _("Trả lời yêu cầu về dữ liệu cá nhân: %(kind)s") % {"kind": one.get_kind_display()}
        yield Todo(said, one.get_absolute_url(), _("Xem và trả lời"), minutes=MINUTES, due=one.due)
    if (more := waiting.count() - MOST_LINES) > 0:
        said = _("Còn %(n)s yêu cầu khác về dữ liệu cá nhân") % {"n": more}
        yield Todo(said, reverse("personal_data:desk"), _("Xem danh sách"), minutes=MINUTES * more)
    for incident in (
        Incident.objects.visible_to(actor).open().not_reported().order_by("noticed_at")[:MOST_LINES]
    ):
        yield Todo(
            _("Báo cơ quan chuyên trách về %(what)s") % {"what": str(incident).lower()},
            incident.get_absolute_url(),
            _("Xem và ghi việc báo"),
            minutes=MINUTES_TO_REPORT,
            due=timezone.localdate(incident.report_by) if incident.report_by else None,
        )
    waits = RetentionProposal.objects.filter(status=ProposalStatus.WAITING)
    if heads_the_tree(actor) and (n := waits.count()):
        said = _("Quyết định %(n)s đề xuất xóa dữ liệu hết hạn lưu") % {"n": n}
        yield Todo(said, reverse("personal_data:retention"), _("Xem và quyết định"), minutes=MINUTES * n)
