"""What this room asks of a person today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo, to_judge
from lantoa.people.actors import Actor
from lantoa.practices import rules
from lantoa.practices.models import Practice, RecognitionRequest

MOST = 5
# How long the answer to a request stands among the news.
NEWS = dt.timedelta(days=30)


def items(actor: Actor) -> Iterator[Todo]:
    """Practices that wait for this actor's word, that came back, that were agreed to and not yet begun."""
    if actor.person is None or not actor.may("practices.write"):
        return
    waiting, said = Practice.objects.awaiting(actor), _("%(n)s mô hình chờ đồng chí thẩm định")
    yield from to_judge(waiting, said, reverse("practices:index") + "?cho=toi", on=actor.on)
    yield from _to_recognise(actor)
    yield from _returned(actor)
    yield from _hidden(actor)
    yield from _to_start(actor)
    yield from _asked(actor)


def _to_recognise(actor: Actor) -> Iterator[Todo]:
    for one in RecognitionRequest.objects.awaiting(actor).select_related("practice")[:MOST]:
        yield Todo(
            _("Đề nghị công nhận %(level)s: %(name)s")
            % {"level": one.get_level_display(), "name": one.practice.name},
            reverse("practices:answer_request", args=[one.pk]),
            _("Xem và trả lời"),
            minutes=3,
            note=_("Đề nghị ngày %(day)s") % {"day": show_date(one.asked_on)},
        )


def _asked(actor: Actor) -> Iterator[Todo]:
    mine = RecognitionRequest.objects.filter(practice__in=Practice.objects.of(actor).values("pk"))
    news = mine.waiting() | mine.filter(decided_on__gt=actor.on - NEWS)
    for one in news.select_related("practice")[:MOST]:
        yield Todo(
            _("Đề nghị công nhận “%(name)s” %(level)s: %(state)s")
            % {
                "name": one.practice.name,
                "level": one.get_level_display(),
                "state": one.get_state_display(),
            },
            one.get_absolute_url(),
            _("Xem"),
            note=one.refusal_reason,
        )


def _returned(actor: Actor) -> Iterator[Todo]:
    for one in Practice.objects.of(actor).filter(status=rules.RETURNED).order_by("pk")[:MOST]:
        yield Todo(
            _("Mô hình được trả lại để sửa: %(name)s") % {"name": one.name},
            reverse("practices:edit", args=[one.pk]),
            _("Sửa và đề nghị lại"),
            minutes=10,
            note=one.return_reason,
        )


def _hidden(actor: Actor) -> Iterator[Todo]:
    for one in Practice.objects.of(actor).hidden().order_by("pk")[:MOST]:
        yield Todo(
            _("Mô hình đang ẩn vì có người rút đồng ý: %(name)s") % {"name": one.name},
            one.get_absolute_url(),
            _("Bỏ tên người ấy"),
            minutes=5,
        )


def _to_start(actor: Actor) -> Iterator[Todo]:
    agreed = Practice.objects.of(actor).filter(status=rules.REGISTERED)
    for one in agreed.exclude(starts__gt=actor.on).order_by("pk")[:MOST]:
        yield Todo(
            _("Mô hình đã được đồng ý: %(name)s") % {"name": one.name},
            one.get_absolute_url(),
            _("Ghi ngày bắt đầu"),
            minutes=1,
        )
