"""Taking a practice over: one page and one button; what was kept and changed; taking a mistake out again."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lantoa.adoptions import actions, queries
from lantoa.adoptions.models import Adoption, Discussion
from lantoa.adoptions.pages.forms import AdaptForm, AdoptForm, PartsForm
from lantoa.adoptions.rules import PartFate
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices.models import Practice
from lantoa.practices.queries import may_write, with_places


def load(request: HttpRequest, pk: int) -> Practice:
    """The practice, if this actor may see it; 404 otherwise."""
    found = Practice.objects.visible_to(request.actor).select_related("unit", "field")
    return get_object_or_404(found.prefetch_related("recognitions"), pk=pk)


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Every part is found as kept: who wants it as it is presses once."""
    origin, actor = load(request, pk), request.actor
    if actor.unit is None or not queries.may_adopt_for(actor, actor.unit):
        raise NotAllowed(_("Bí thư, cấp ủy của đơn vị ghi việc vận dụng cho đơn vị mình."))
    form = AdoptForm(
        request.POST or None, presets=queries.preset_parts(origin), initial=_known(origin, request)
    )

    def take_over(on: dt.date, note: str, **_fates: object) -> Adoption:
        return actions.adopt(origin, by=actor, parts=form.parts(), on=on, note=note)

    if form.is_bound and (made := carry_out(form, take_over)):
        said = _("Đã ghi vận dụng. Ngày %(day)s sẽ hỏi “Còn duy trì không?”.")
        return redirect_with(request, made, said % {"day": show_date(made.half_year_on)})
    with_places([origin], actor.on)
    context = {
        "form": form,
        "practice": origin,
        "unit_name": actor.name_of(actor.unit),
        "numbers": queries.numbers_of([origin], actor.on)[origin.pk],
    }
    return render(request, "adoptions/adopt.html", context)


def _known(origin: Practice, request: HttpRequest) -> dict[str, Any]:
    """Today, and the discussion from which it comes."""
    actor = request.actor
    said = Discussion.objects.visible_to(actor).filter(practice=origin, held_on__isnull=False)
    last = said.of_unit(actor.unit, actor.on).order_by("held_on").last() if actor.unit else None
    note = _("Trao đổi tại đơn vị ngày %(day)s") % {"day": show_date(last.held_on)} if last else ""
    return {"on": actor.on, "note": note}


def load_adoption(request: HttpRequest, pk: int) -> tuple[Practice, Adoption]:
    """A practice that was taken over, and how; 404 for one that was not, 403 for who does not answer for it."""
    practice = load(request, pk)
    adoption = queries.adoption_of(practice)
    if adoption is None:
        raise Http404
    if not may_write(request.actor, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))
    # One and the same object: an act on the adoption is seen on the practice.
    adoption.practice = practice
    return practice, adoption


def parts(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each core part, said later."""
    practice, adoption = load_adoption(request, pk)
    rows = list(adoption.parts.all())
    form = PartsForm(request.POST or None, presets=[(row.text, PartFate(row.fate, row.why)) for row in rows])

    def mark(**_fates: object) -> Adoption:
        said = dict(zip((row.place for row in rows), form.parts().values(), strict=True))
        return actions.mark_parts(adoption, by=request.actor, parts=said)

    if form.is_bound and carry_out(form, mark):
        return redirect_with(request, practice, _("Đã ghi phần giữ, đổi, bỏ."))
    return render(request, "adoptions/parts.html", {"form": form, "practice": practice})


def adapt(request: HttpRequest, pk: int) -> HttpResponse:
    """The adopter's own words for what it took over."""
    practice, _adoption = load_adoption(request, pk)
    names = list(AdaptForm.base_fields)
    form = AdaptForm(request.POST or None, initial={name: getattr(practice, name) for name in names})
    if form.is_bound and carry_out(form, lambda **typed: actions.adapt(practice, by=request.actor, **typed)):
        return redirect_with(request, practice, _("Đã lưu cách làm tại đơn vị."))
    return render(request, "adoptions/adapt.html", {"form": form, "practice": practice})


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It was pressed by mistake."""
    _practice, adoption = load_adoption(request, pk)
    origin = adoption.origin_id
    actions.withdraw(adoption, by=request.actor)
    said = _("Đã rút việc vận dụng; không tính ở số liệu nào nữa.")
    if Practice.objects.visible_to(request.actor).filter(pk=origin).exists():
        return redirect_with(request, "practices:show", said, origin)
    return redirect("adoptions:library")
