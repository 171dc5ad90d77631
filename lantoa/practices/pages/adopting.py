"""Taking a practice over: one page and one button; what was kept and changed; taking a mistake out again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.practices import actions, queries
from lantoa.practices.models import Adoption, Practice
from lantoa.practices.pages.adopting_forms import AdaptForm, AdoptForm, PartsForm
from lantoa.practices.pages.reading import load
from lantoa.practices.rules import Part


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Every part is found as kept: who wants it as it is presses once."""
    origin, actor = load(request, pk), request.actor
    if actor.unit is None or not queries.may_adopt_for(actor, actor.unit):
        raise NotAllowed(_("Bí thư, cấp ủy của đơn vị ghi việc vận dụng cho đơn vị mình."))
    form = AdoptForm(request.POST or None, presets=queries.preset_parts(origin), initial={"on": actor.on})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            made = actions.adopt(origin, by=actor, parts=form.parts(), on=typed["on"], note=typed["note"])
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            said = _("Đã ghi vận dụng. Ngày %(day)s sẽ hỏi “Còn duy trì không?”.")
            day = show_date(made.half_year_on)
            return redirect_with(request, "practices:show", said % {"day": day}, made.practice_id)
    queries.with_places([origin], actor.on)
    context = {
        "form": form,
        "practice": origin,
        "unit_name": organisation.name_of(actor.unit, actor.on),
        "numbers": queries.spread_of([origin], actor.on)[origin.pk],
    }
    return render(request, "practices/adopt.html", context)


def load_adoption(request: HttpRequest, pk: int) -> tuple[Practice, Adoption]:
    """A practice that was taken over, and how; 404 for one that was not, 403 for who does not answer for it."""
    practice = load(request, pk)
    adoption = queries.adoption_of(practice)
    if adoption is None:
        raise Http404
    if not queries.may_write(request.actor, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))
    # One and the same object: an act on the adoption is seen on the practice.
    adoption.practice = practice
    return practice, adoption


def parts(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of each core part, said later."""
    practice, adoption = load_adoption(request, pk)
    rows = list(adoption.parts.all())
    form = PartsForm(request.POST or None, presets=[(row.text, Part(row.fate, row.why)) for row in rows])
    if request.method == "POST" and form.is_valid():
        said = dict(zip((row.place for row in rows), form.parts().values(), strict=True))
        try:
            actions.mark_parts(adoption, by=request.actor, parts=said)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return redirect_with(request, "practices:show", _("Đã ghi phần giữ, đổi, bỏ."), pk)
    return render(request, "practices/parts.html", {"form": form, "practice": practice})


def adapt(request: HttpRequest, pk: int) -> HttpResponse:
    """The adopter's own words for what it took over."""
    practice, _adoption = load_adoption(request, pk)
    names = list(AdaptForm.base_fields)
    form = AdaptForm(request.POST or None, initial={name: getattr(practice, name) for name in names})
    if request.method == "POST" and form.is_valid():
        actions.adapt(practice, by=request.actor, **form.cleaned_data)
        return redirect_with(request, "practices:show", _("Đã lưu cách làm tại đơn vị."), pk)
    return render(request, "practices/adapt.html", {"form": form, "practice": practice})


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """It was pressed by mistake."""
    _practice, adoption = load_adoption(request, pk)
    origin = adoption.origin_id
    actions.withdraw(adoption, by=request.actor)
    said = _("Đã rút việc vận dụng; không tính ở số liệu nào nữa.")
    if Practice.objects.visible_to(request.actor).filter(pk=origin).exists():
        return redirect_with(request, "practices:show", said, origin)
    return redirect("practices:index")
