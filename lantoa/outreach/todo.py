"""What this room asks of a person today: opinions that nobody has answered, complaints to settle."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion
from lantoa.people.actors import Actor

MINUTES_EACH = 3
MOST_MINUTES = 30


def items(actor: Actor) -> Iterable[Todo]:
    """One line for all opinions, one for all complaints that wait for the actor's own unit."""
    if actor.may("outreach.edit"):
        yield from _opinions(actor)
    if actor.may("outreach.complaints"):
        yield from _complaints(actor)


def _opinions(actor: Actor) -> Iterable[Todo]:
    waiting = CitizenOpinion.objects.waiting_at(actor)
    found = waiting.order_by().aggregate(n=Count("pk"), oldest=Min("received_on"), due=Min("due_on"))
    if found["n"]:
        yield Todo(
            title=_("Trả lời %(n)s ý kiến nhân dân") % {"n": found["n"]},
            url=f"{reverse('outreach:opinions')}?trang-thai=received",
            button=_("Mở danh sách ý kiến"),
            due=found["due"],
            minutes=min(MINUTES_EACH * found["n"], MOST_MINUTES),
            note=_("Ý kiến lâu nhất tiếp nhận ngày %(day)s") % {"day": show_date(found["oldest"])},
        )


def _complaints(actor: Actor) -> Iterable[Todo]:
    waiting = CitizenComplaint.objects.waiting_at(actor)
    found = waiting.order_by().aggregate(n=Count("pk"), oldest=Min("received_on"), due=Min("due_on"))
    if found["n"]:
        yield Todo(
            title=_("Giải quyết %(n)s đơn") % {"n": found["n"]},
            url=f"{reverse('outreach:complaints')}?giai-doan=cho",
            button=_("Mở sổ đơn"),
            due=found["due"],
            minutes=min(MINUTES_EACH * found["n"], MOST_MINUTES),
            note=_("Đơn lâu nhất tiếp nhận ngày %(day)s") % {"day": show_date(found["oldest"])},
        )
