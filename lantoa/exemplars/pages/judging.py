"""What the unit above does: publish or return, one after another."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.exemplars import actions, queries, rules
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.pages.reading import load, shown
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import PlainForm
from lantoa.foundation.judging import Answer, Judging, ReturnForm, Typed, returning
from lantoa.people.actors import Actor


class Judge(Judging):
    """The deed, who is named in it and agrees, and the two words."""

    template = "exemplars/judge.html"
    page, back = "exemplars:judge", "exemplars:index"

    def load(self, request: HttpRequest, pk: int) -> Exemplar:
        """What was proposed to the actor's unit by others."""
        exemplar = load(request, pk)
        if not queries.may_judge(request.actor, exemplar):
            raise NotAllowed(_("Bài này của đồng chí, nêu tên đồng chí hoặc đề nghị nơi khác."))
        return exemplar

    def waiting(self, actor: Actor) -> QuerySet[Exemplar]:
        """The longest waiting first."""
        return Exemplar.objects.awaiting(actor)

    def is_waiting(self, thing: Exemplar) -> bool:
        """Not yet published and not sent back."""
        return thing.status == rules.PROPOSED

    def since(self, thing: Exemplar) -> dt.date | None:
        """The day it was proposed."""
        return thing.proposed_on

    def shown(self, request: HttpRequest, thing: Exemplar) -> dict[str, Any]:
        """As on its own page."""
        return shown(request, thing)

    def answers(self, request: HttpRequest, thing: Exemplar, typed: Typed) -> list[Answer]:
        """Publish, once everyone named agrees; or send it back."""
        if thing.named.not_agreeing().exists():
            hint = _("Chưa công bố được: có người chưa đồng ý được nêu tên.")
        else:
            hint = _("Các đơn vị trong tỉnh đọc được từ hôm nay.")
        publish = Answer(
            "publish",
            _("Công bố"),
            _("Công bố bài này"),
            reverse("exemplars:publish", args=[thing.pk]),
            typed.get("publish") or PlainForm(),
            hints=[hint],
            is_main=True,
        )
        return [publish, returning(reverse("exemplars:return", args=[thing.pk]), rules.RETURN_REASONS, typed)]


judging = Judge()
judge = judging.show


@posts_only
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Into the library."""
    form = PlainForm(request.POST)
    return judging.give(request, pk, "publish", form, actions.publish, _("Đã công bố “%(thing)s”."))


@posts_only
def return_for_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with the reason."""
    form, act = ReturnForm(request.POST, ready=rules.RETURN_REASONS), actions.return_for_changes
    return judging.give(request, pk, "return", form, act, _("Đã trả lại để sửa, kèm lý do."))
