"""Writing, rewriting, proposing and withdrawing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.exemplars import actions, queries, rules
from lantoa.exemplars.actions.writing import WRITTEN
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.pages.forms import (
    Names,
    Results,
    WithdrawForm,
    WritingForm,
    known_people,
    names_as_typed,
    results_as_typed,
)
from lantoa.exemplars.pages.reading import load
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit


class _Boxes:
    """The three forms of one page, read and refused together."""

    def __init__(self, request: HttpRequest, unit: Unit, exemplar: Exemplar | None = None) -> None:
        typed, actor = request.POST or None, request.actor
        self.unit, self.exemplar = unit, exemplar
        initial = (
            {name: getattr(exemplar, name) for name in WRITTEN} if exemplar else {"subject": "individual"}
        )
        self.deed = WritingForm(typed, unit=unit, actor=actor, initial=initial)
        known = known_people(unit, actor, exemplar)
        self.names = Names(
            typed,
            prefix="ten",
            form_kwargs={"known": known},
            initial=names_as_typed(exemplar) if exemplar else None,
        )
        self.results = Results(
            typed, prefix="ket-qua", initial=results_as_typed(exemplar) if exemplar else None
        )

    def carry_out(self, act: Callable[..., Exemplar]) -> Exemplar | None:
        """Call the action with what stands in all three; None when nothing was done."""
        made: Exemplar | None = carry_out(
            self.deed, lambda **_typed: act(**self.written()), self.names, self.results
        )
        return made

    def written(self) -> dict[str, Any]:
        """What an action asks for."""
        lines = {"names": self.names.names(), "results": self.results.results()}
        return {**self.deed.cleaned_data, **lines}

    def page(self, request: HttpRequest) -> HttpResponse:
        context = {"form": self.deed, "names": self.names, "results": self.results, "exemplar": self.exemplar}
        context["unit_name"] = organisation.name_of(self.unit, request.actor.on)
        return render(request, "exemplars/form.html", context)


def _saved() -> str:
    return _("Đã lưu bản nháp, chưa gửi đi. Đọc lại rồi bấm nút Đề nghị công bố.")


def new(request: HttpRequest) -> HttpResponse:
    """A new one, saved as a draft; the next page shows it as it will be read."""
    if request.actor.unit is None:
        raise Http404
    boxes = _Boxes(request, request.actor.unit)
    if exemplar := boxes.carry_out(partial(actions.draft, unit=boxes.unit, by=request.actor)):
        return redirect_with(request, "exemplars:show", _saved(), exemplar.pk)
    return boxes.page(request)


def _must_be_hers(request: HttpRequest, exemplar: Exemplar) -> None:
    if not queries.may_write(request.actor, exemplar):
        raise NotAllowed(_("Chỉ đơn vị viết bài được làm việc này."))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a draft, one that was returned or one that was withdrawn."""
    exemplar = load(request, pk)
    _must_be_hers(request, exemplar)
    if exemplar.status not in rules.WRITABLE:
        raise Conflict(_("Bài đã đề nghị hoặc đã công bố nên không sửa được. Rút bài trước khi sửa."))
    boxes = _Boxes(request, exemplar.unit, exemplar)
    if boxes.carry_out(partial(actions.edit, exemplar, by=request.actor)):
        return redirect_with(request, "exemplars:show", _saved(), pk)
    return boxes.page(request)


@posts_only
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it to the unit above."""
    exemplar = load(request, pk)
    actions.propose(exemplar, by=request.actor)
    receiver = organisation.name_of(exemplar.judging_unit, request.actor.on)
    said = _("Đã đề nghị %(unit)s công bố.") % {"unit": receiver}
    return redirect_with(request, "exemplars:show", said, pk)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of the queue or the library, and say why."""
    exemplar = load(request, pk)
    _must_be_hers(request, exemplar)
    form = WithdrawForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.withdraw(exemplar, by=request.actor, **typed)):
        said = _("Đã rút bài. Nơi khác không còn đọc được; đơn vị vẫn giữ.")
        return redirect_with(request, "exemplars:show", said, pk)
    return render(request, "exemplars/withdraw.html", {"form": form, "exemplar": exemplar})
