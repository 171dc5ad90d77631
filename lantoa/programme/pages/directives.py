"""Directing documents: the register, one document, what it asks of those below and what they say they did."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit
from lantoa.programme import actions, queries, rules
from lantoa.programme.models import Directive, DirectiveAnswer
from lantoa.programme.pages import below
from lantoa.programme.pages.forms import AnswerForm, DirectiveForm
from lantoa.programme.pages.programme import fill_in, has_below, mine, unit_of

RECORDED = (
    "kind",
    "number",
    "symbol",
    "issued_on",
    "abstract",
    "term",
    "replaces",
    "received_from",
    "received_on",
    "asks",
    "answer_by",
)
LATELY, LATELY_SHOWN = 60, 2  # days; documents
HOW = {
    rules.ON_TIME: gettext_lazy("đúng hạn"),
    rules.LATE: gettext_lazy("sau hạn"),
    rules.OVERDUE: gettext_lazy("quá hạn, chưa báo"),
    rules.WAITED_FOR: gettext_lazy("chưa đến hạn"),
}


def directives(request: HttpRequest) -> HttpResponse:
    """The register: what applies to the unit, received and its own, and what of it still waits for an answer."""
    unit, actor = asked_unit(request), request.actor
    page = paginate(request, queries.register_of(unit, actor.on).order_by("-issued_on", "-pk"))
    waiting = set(queries.directives_asked_of(unit, actor.on).values_list("pk", flat=True))
    context = {
        "page": page,
        "rows": queries.signed_by(page, actor.on),
        "waiting": waiting,
        "unit_name": actor.name_of(unit),
        "may_add": actor.may("programme.edit") and actor.reaches(unit),
    }
    return render(request, "programme/directives.html", context)


def lately(request: HttpRequest) -> HttpResponse:
    """What the levels above have issued of late, the newest first: beside what is to be done."""
    unit, on = request.actor.unit, request.actor.on
    found = queries.from_above(unit, on, LATELY)[:LATELY_SHOWN] if unit else []
    rows = queries.signed_by(found, on)
    return show_panel(request, "programme/lately.html", {"rows": rows}, title=_("Từ cấp trên"))


def _seen(request: HttpRequest, pk: int) -> Directive:
    found = Directive.objects.visible_to(request.actor).select_related("file", "unit", "replaces")
    return get_object_or_404(found, pk=pk)


def directive(request: HttpRequest, pk: int, form: AnswerForm | None = None) -> HttpResponse:
    """One document; for a unit that is asked, what it has done about it."""
    found, actor = _seen(request, pk), request.actor
    is_asked = (
        actor.may("programme.edit") and bool(actor.unit) and queries.is_asked(found, actor.unit, actor.on)
    )
    answer = _answer_of(found, actor.unit) if is_asked else None
    initial = {"done_on": answer.done_on, "said": answer.said} if answer else {"done_on": actor.on}
    context = {
        "directive": found,
        "unit_name": found.received_from or organisation.name_of(found.unit, found.issued_on),
        "replaced_by": found.replaced_by.first(),
        "may_edit": actor.may("programme.edit") and actor.reaches(found.unit),
        "sees_below": _sees_below(request, found),
        "answer": answer,
        "form": form or (AnswerForm(initial=initial) if is_asked else None),
    }
    return render(request, "programme/directive.html", context)


def _answer_of(found: Directive, unit: Unit | None) -> DirectiveAnswer | None:
    hers = DirectiveAnswer.objects.filter(directive=found, unit=unit)
    return hers.select_related("answered_by", "unit").first()


def _sees_below(request: HttpRequest, found: Directive) -> bool:
    """What those below have done is for those who answer for all that is below."""
    return found.answer_by is not None and request.actor.reaches(found.unit)


@posts_only
def directive_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit says what it has done."""
    found, unit, form = _seen(request, pk), request.actor.unit, AnswerForm(request.POST)
    if unit is None:
        raise Http404
    done = carry_out(
        form, lambda **typed: actions.answer_directive(found, unit=unit, by=request.actor, **typed)
    )
    if done:
        return redirect_with(request, found, _("Đã báo thực hiện."))
    return directive(request, pk, form)


def directive_below(request: HttpRequest, pk: int) -> HttpResponse:
    """Who directly below has carried the document out: on time, late, not yet."""
    found, on = _seen(request, pk), request.actor.on
    if not _sees_below(request, found):
        raise Http404
    assert found.answer_by
    rows = queries.answers_to_directive(found, on)
    context = {
        "directive": found,
        "rows": rows,
        "counted": below.told(rows, found.answer_by, request.actor, HOW),
        "unit_name": organisation.name_of(found.unit, on),
    }
    return render(request, "programme/directive_below.html", context)


def directive_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document itself."""
    found = _seen(request, pk)
    if found.file is None:
        raise Http404
    return attachments.serve(found.file)


def directive_new(request: HttpRequest) -> HttpResponse:
    """Record a document that the unit issued or received."""
    earlier = queries.own_directives(request.actor.unit, request.actor.on)
    form = DirectiveForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        earlier=earlier,
        has_below=has_below(request.actor.unit),
    )
    return fill_in(
        request,
        form,
        lambda typed: actions.record_directive(by=request.actor, **unit_of(typed, request)),
        title=_("Ghi văn bản chỉ đạo"),
        button=_("Ghi văn bản"),
        note=_("Không ghi văn bản có độ mật."),
        done=_("Đã ghi văn bản."),
    )


def directive_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is recorded of a document."""
    found = mine(request, Directive.objects, pk)
    form = DirectiveForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        with_unit=False,
        has_below=has_below(found.unit),
        earlier=queries.own_directives(found.unit, request.actor.on).exclude(pk=found.pk),
        initial={name: getattr(found, name) for name in RECORDED},
    )
    return fill_in(
        request,
        form,
        lambda typed: actions.change_directive(found, by=request.actor, **typed),
        title=_("Sửa văn bản chỉ đạo"),
        button=_("Lưu văn bản"),
        done=_("Đã sửa văn bản."),
        edits=True,
    )
