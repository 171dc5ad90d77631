"""Who is told what of rounds: who is asked, whose answer came back or was received, who opened what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did
from lantoa.people import queries as people
from lantoa.people.models import Post
from lantoa.rounds.models import Answer, Round


def opened(event: Event) -> Iterator[News]:
    """The head of every unit that is asked, and who stands in for her."""
    found = Round.objects.open().filter(pk=event.subject_id).first()
    if found is None:
        return
    asked = found.answers.standing().values("unit_id")
    heads = Post.objects.on(event.on).heading().filter(unit__in=asked)
    title = _("Kỳ số liệu mới: %(title)s") % {"title": found.title}
    note = _("Hạn gửi: %s") % show_date(found.due_on)
    yield News(to(*heads.values_list("person_id", flat=True)), title, found.get_absolute_url(), note)


def _one(event: Event) -> Answer | None:
    return Answer.objects.filter(pk=event.subject_id).select_related("round").first()


def given_back(event: Event) -> Iterator[News]:
    """Who sent it, and the head of the unit."""
    if one := _one(event):
        title = _("Số liệu được trả lại để xem lại: %(title)s") % {"title": one.round.title}
        heads = to(one.sent_by_id, people.head_of(one.unit_id, event.on))
        yield News(heads, title, one.get_absolute_url(), _("Lý do: %s") % event.note)


def reopened(event: Event) -> Iterator[News]:
    """Who sent it, and who asked for it."""
    if one := _one(event):
        title = _("Số liệu được mở lại: %(title)s") % {"title": one.round.title}
        asked = who_did(event, "answer.reopening_asked")
        yield News(to(one.sent_by_id) | asked, title, one.get_absolute_url(), event.note)


def left_closed(event: Event) -> Iterator[News]:
    """Who asked that it be opened."""
    if one := _one(event):
        title = _("Không mở lại số liệu: %(title)s") % {"title": one.round.title}
        yield News(who_did(event, "answer.reopening_asked"), title, one.get_absolute_url())


TOLD = (
    told("round.opened", opened),
    told("answer.given_back", given_back),
    told("answer.reopened", reopened),
    told("answer.left_closed", left_closed),
)
