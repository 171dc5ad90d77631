"""What a person sees and presses: advice on what she has written, «Đã cân nhắc»."""

from __future__ import annotations

import re

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import TextField
from lantoa.people.actors import Actor
from lantoa.writing import actions, queries
from lantoa.writing.panel import Panel, panel

LONGEST = 20_000
NAME = re.compile(r"[A-Za-z][\w-]{0,60}", re.ASCII)
SUBJECT = re.compile(r"[a-z_]{1,40}\.[a-z_]{1,40}:[\w-]{1,36}", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}")
KINDS = {"registration", "practice", "breakthrough"}
BOXES = ("target", "deadline", "duty", "product")


class TrialForm(forms.Form):
    """A text to try, on a page of its own."""

    text = TextField(label=_("Nội dung định đăng ký"), rows=8, max_length=LONGEST, required=False)


def advice(request: HttpRequest) -> HttpResponse:
    """Advice on what is in the form that asks: a fragment for htmx, else a page where one can go on trying.

    The form that asks says with `text_of` which of its boxes hold the text ("what,value unit,product": a line
    for each, boxes of a line side by side), with `deadline_of`, `duty_of`, `target_of`, `product_of` which box
    is for what, and with `subject` which paper it is.
    """
    shown = _panel(request) if request.method == "POST" else None
    if request.htmx:
        return render(request, "writing/advice.html", {"panel": shown})
    form = TrialForm(initial={"text": _text(request)})
    return render(request, "writing/advice_page.html", {"panel": shown, "form": form})


def _panel(request: HttpRequest) -> Panel:
    actor, text, subject = request.actor, _text(request), _subject(request)
    hash_ = queries.text_hash(text)
    found = queries.advise(
        text,
        kind=request.POST.get("kind", "") if request.POST.get("kind") in KINDS else "registration",
        deadline_given=bool(_box(request, "deadline")),
        duties=queries.duties_of(actor.person, actor.on),
        chosen_duty=_box(request, "duty"),
        exclude=subject or None,
        on=actor.on,
        **_where(actor),
    )
    set_aside = queries.considered(request.user, subject, hash_) if subject else frozenset()
    return panel(found, boxes=_boxes(request), set_aside=set_aside, subject=subject, text_hash=hash_)


def _where(actor: Actor) -> dict[str, str]:
    """Whose text it is and what it is compared with."""
    if actor.unit is None or actor.person is None:
        return {}
    return {"pool": queries.pool_of(actor.unit, actor.on), "owner": queries.owner_of(actor.person)}


def _text(request: HttpRequest) -> str:
    """What is in the boxes that `text_of` names, or in the box `text`."""
    lines = [line.split() for line in request.POST.get("text_of", "text").split(",")]
    said = (" ".join(request.POST.get(name, "") for name in line).strip() for line in lines)
    return "\n".join(one for one in said if one)[:LONGEST]


def _box(request: HttpRequest, what: str) -> str:
    return request.POST.get(request.POST.get(f"{what}_of", what), "").strip()[:300]


def _boxes(request: HttpRequest) -> dict[str, str]:
    """The ids of the boxes that a chip may open."""
    named = {what: request.POST.get(f"{what}_of", "") for what in BOXES}
    return {what: f"id_{name}" for what, name in named.items() if NAME.fullmatch(name)}


def _subject(request: HttpRequest) -> str:
    subject = request.POST.get("subject", "")
    return subject if SUBJECT.fullmatch(subject) else ""


@require_POST
def considered(request: HttpRequest) -> HttpResponse:
    """«Đã cân nhắc»: the author has thought about a hint; it is not shown again for this text."""
    subject, hash_ = _subject(request), request.POST.get("text_hash", "")
    if not subject or not HASH.fullmatch(hash_):
        raise BadInput(_("Không rõ gợi ý thuộc bản nào. Tải lại trang rồi thử lại."))
    actions.consider(
        request.user,
        subject=subject,
        key=request.POST.get("key", ""),
        text_hash=hash_,
        reason=request.POST.get("reason", ""),
    )
    if request.htmx:
        return render(request, "writing/considered.html")
    return redirect("writing:advice")
