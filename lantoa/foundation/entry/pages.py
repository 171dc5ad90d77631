"""Where drafts are kept from a page that is being typed in, and where they are thrown away."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from lantoa.foundation.entry import drafts, guard
from lantoa.foundation.entry.opening import Opening, sent_with
from lantoa.foundation.models import Draft, DraftFile
from lantoa.foundation.pages import redirect_with

DROP = "_drop"


def _own(request: HttpRequest, *, signed_in: bool) -> Opening | None:
    """The opening this was typed in. The seal is the authority: a draft is kept when the session has ended, too."""
    opening, person = sent_with(request), request.actor.person  # type: ignore[attr-defined]
    if opening and (person.pk if person else None) not in (
        [opening.person] if signed_in else [opening.person, None]
    ):
        raise PermissionDenied
    return opening


def keep(request: HttpRequest) -> HttpResponse:
    """Keep what is being typed, and the files just chosen."""
    opening = _own(request, signed_in=False)
    return guard.keep_quietly(opening, request) if opening else HttpResponse(status=400)


def discard(request: HttpRequest) -> HttpResponse:
    """Throw the draft of a form away and open the form afresh."""
    opening = _own(request, signed_in=True)
    if opening is None:
        return redirect("/")
    drafts.sent(opening, request)
    return redirect_with(request, opening.place, _("Đã bỏ bản nháp."))


def drop_file(request: HttpRequest) -> HttpResponse:
    """Take one chosen file away; what is typed stays."""
    opening = _own(request, signed_in=True)
    if opening is None:
        return redirect("/")
    draft = drafts.keep(opening, request)
    mine = DraftFile.objects.filter(draft__in=Draft.objects.filter(person_id=opening.person))
    number = request.POST.get(DROP, "")
    drafts.drop_file(
        get_object_or_404(mine, pk=int(number) if number.isdecimal() and len(number) < 18 else 0)
    )
    return redirect(f"{opening.place}#nhap" if draft else opening.place)
