"""What the level above does: agree, return, recognise, name typical ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.judging import Answer, Judging, ReturnForm, Typed, returning
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import Actor
from lantoa.practices import actions, queries, rules
from lantoa.practices.models import Practice, RecognitionLevel
from lantoa.practices.pages.forms import AcceptForm, RecogniseForm
from lantoa.practices.pages.reading import load, shown


class Judge(Judging):
    """The practice, what is known of it, and the two words."""

    template = "practices/judge.html"
    page, back = "practices:judge", "practices:index"
    back_label = gettext_lazy("Chờ đồng chí thẩm định")
    title = gettext_lazy("Thẩm định")

    def load(self, request: HttpRequest, pk: int) -> Practice:
        """What was proposed to the actor's unit by others."""
        practice = load(request, pk)
        if not queries.may_judge(request.actor, practice):
            raise NotAllowed(_("Mô hình này của đồng chí hoặc đề nghị nơi khác; đồng chí không cho ý kiến."))
        return practice

    def waiting(self, actor: Actor) -> QuerySet[Practice]:
        """The longest waiting first."""
        return Practice.objects.awaiting(actor)

    def is_waiting(self, thing: Practice) -> bool:
        """Not yet registered and not sent back."""
        return thing.status == rules.PROPOSED

    def since(self, thing: Practice) -> dt.date | None:
        """The day it was proposed."""
        return thing.proposed_on

    def shown(self, request: HttpRequest, thing: Practice) -> dict[str, Any]:
        """As on its own page."""
        return shown(request, thing)

    def answers(self, request: HttpRequest, thing: Practice, typed: Typed) -> list[Answer]:
        """Agree, with what was seen where nothing is attached; or send it back."""
        has_files = thing.evidence.exists()
        hints = [_("Mô hình được đăng ký từ hôm nay và các đơn vị trong tỉnh đọc được.")]
        if not has_files:
            hints.append(_("Mô hình chưa có ảnh, minh chứng: chỉ đồng ý khi đã xem tại chỗ."))
        agree = Answer(
            "accept",
            _("Đồng ý"),
            _("Đồng ý đăng ký"),
            reverse("practices:accept", args=[thing.pk]),
            typed.get("accept") or AcceptForm(has_files=has_files),
            hints=hints,
            is_main=True,
        )
        return [agree, returning(reverse("practices:return", args=[thing.pk]), rules.RETURN_REASONS, typed)]


judging = Judge()
judge = judging.show


@posts_only
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree: it is registered."""
    form = AcceptForm(request.POST)
    return judging.give(request, pk, "accept", form, actions.accept, _("Đã đồng ý đăng ký “%(thing)s”."))


@posts_only
def return_for_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with the reason."""
    form, act = ReturnForm(request.POST, ready=rules.RETURN_REASONS), actions.return_for_changes
    return judging.give(request, pk, "return", form, act, _("Đã trả lại để sửa, kèm lý do."))


def recognise(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision that recognises it."""
    practice, actor = load(request, pk), request.actor
    if not queries.may_recognise(actor, practice):
        raise NotAllowed(_("Nơi cấp trên ghi công nhận, cho mô hình đã đăng ký."))
    unit = actor.unit
    initial = {"body": actor.name_of(unit) if unit else "", "level": unit and unit.level}
    if request.GET.get("cap") in RecognitionLevel.values:
        initial["level"] = request.GET["cap"]
    form = RecogniseForm(request.POST or None, level_of_actor=unit.level if unit else "", initial=initial)
    if carry_out(form, lambda **typed: actions.recognise(practice, by=actor, **typed)):
        return redirect_with(request, "practices:show", _("Đã ghi quyết định công nhận."), pk)
    return render(request, "practices/recognise.html", {"form": form, "practice": practice})


@posts_only
def mark_typical(request: HttpRequest, pk: int) -> HttpResponse:
    """Name it among the typical ones, or take the mark away."""
    practice = load(request, pk)
    typical = request.POST.get("tieu-bieu") != "bo"
    actions.mark_typical(practice, by=request.actor, typical=typical)
    said = _("Đã đánh dấu mô hình tiêu biểu.") if typical else _("Đã bỏ đánh dấu tiêu biểu.")
    return redirect_with(request, "practices:show", said, pk)
