"""Plans of the units: write, submit, issue with number and date, follow the tasks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import names
from lantoa.figures import counting
from lantoa.figures.as_of import asked_as_of
from lantoa.figures.catalogue import measure
from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.foundation.verbs import said
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.programme import actions, printing, queries, rules
from lantoa.programme.exchange import PLANS
from lantoa.programme.models import Plan, PlanQuerySet, PlanTask
from lantoa.programme.pages import below
from lantoa.programme.pages.forms import (
    MOST_TASKS,
    PlanForm,
    ResultForm,
    SaidForm,
    SignedForm,
    TaskFormSet,
    years_of,
)
from lantoa.programme.pages.programme import has_below

MISSING_SHOWN = 30
WITH_PLAN = "programme.units_with_plan"
HOW = {
    rules.ON_TIME: gettext_lazy("đúng hạn"),
    rules.LATE: gettext_lazy("sau hạn"),
    rules.OVERDUE: gettext_lazy("quá hạn, chưa ban hành"),
    rules.WAITED_FOR: gettext_lazy("chưa đến hạn"),
}
# How the acts in a plan's life are said on its page.
SAID = {
    "plan.created": gettext_lazy("soạn bản nháp"),
    "plan.edited": gettext_lazy("sửa bản nháp"),
    "plan.submitted": gettext_lazy("trình"),
    "plan.returned": gettext_lazy("trả lại để sửa"),
    "plan.issued": gettext_lazy("ghi số, ngày ban hành"),
    "plan.reviewed": gettext_lazy("sơ kết 6 tháng"),
    "plan.summed_up": gettext_lazy("tổng kết"),
    "plan.closed": gettext_lazy("đóng"),
}


def plans(request: HttpRequest) -> HttpResponse:
    """The plans one may read, and for those with units below: who has none."""
    unit, year = asked_unit(request), asked_year(request)
    period = Period.year(year)
    found = Plan.objects.visible_to(request.actor).filter(starts__lt=period.ends, ends__gt=period.starts)
    if unit != request.actor.unit:
        found = request.actor.within(found, unit)
    if wants_workbook(request):
        return PLANS.answer(found, by=request.actor, unit=unit)
    counted = found.annotate(
        tasks_all=Count("tasks"), tasks_done=Count("tasks", filter=Q(tasks__done_on__isnull=False))
    ).order_by("-starts", "-pk")
    page = paginate(request, counted)
    page.object_list = queries.plans_with_names(page.object_list, request.actor.on)
    context = {
        "page": page,
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "year": year,
        "years": range(request.actor.on.year + 1, 2020, -1),
        "may_edit": request.actor.may("programme.edit"),
        **_who_has_one(request, unit, period),
    }
    return render(request, "programme/plans.html", context)


def _who_has_one(request: HttpRequest, unit: Any, period: Period) -> dict[str, Any]:
    """n/N of the grassroots organisations below, and the names of those without a plan."""
    if not request.actor.reaches(unit) or unit.level not in ("province", "superior", "central"):
        return {}
    as_of = asked_as_of(request, unit, period)
    having = counting.units_having(measure(WITH_PLAN), unit, as_of.period, on=as_of.on)
    missing = [place for place, has in having if not has]
    opens = request.actor.may("figures.view")
    return {
        "as_of": as_of,
        "units_all": len(having),
        "units_with": len(having) - len(missing),
        "missing": missing[:MISSING_SHOWN],
        "missing_more": max(0, len(missing) - MISSING_SHOWN),
        "records_url": opens and as_of.carried_url(counting.address_of(WITH_PLAN, unit, as_of.period)),
    }


def _seen(request: HttpRequest, pk: int) -> Plan:
    return get_object_or_404(Plan.objects.visible_to(request.actor).select_related("unit", "file"), pk=pk)


def plan(
    request: HttpRequest, pk: int, form: SignedForm | None = None, said: SaidForm | None = None
) -> HttpResponse:
    """One plan: on what it rests, its lines, who below has issued, and the next step for who may take it."""
    found, on = _seen(request, pk), request.actor.on
    mine = request.actor.may("programme.edit") and request.actor.reaches(found.unit)
    context = {
        "plan": found,
        "rests_on": queries.plans_with_names(found.rests_on.order_by("issued_on"), on),
        "tasks": found.tasks.select_related("origin__plan"),
        "unit_name": organisation.name_of(found.unit, found.issued_on or on),
        "in_register": found.document_id is not None and mine and request.actor.may("reports.view"),
        "today": on,
        "verbs": rules.LIFE.verbs_from(found.status) if mine else [],
        "mine": mine,
        "form": form or SignedForm(has_below=has_below(found.unit)),
        "said": said or SaidForm(initial={"on": on}),
        "result": ResultForm(),
        "trail": _trail(found) if mine else [],
        "sees_below": _sees_below(request, found),
    }
    return render(request, "programme/plan.html", context)


def _sees_below(request: HttpRequest, found: Plan) -> bool:
    """Who has issued below is for those who answer for all that is below."""
    return found.lower_by is not None and found.is_issued and request.actor.reaches(found.unit)


def plan_below(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has issued in answer to this plan: on time, late, not yet; one step down leads to the next."""
    found, on = _seen(request, pk), request.actor.on
    if not _sees_below(request, found):
        raise Http404
    assert found.lower_by
    rows = queries.answers_to(found, on)
    context = {
        "plan": found,
        "unit_name": organisation.name_of(found.unit, on),
        "rows": rows,
        "counted": below.told(rows, found.lower_by, request.actor, HOW),
    }
    return render(request, "programme/plan_below.html", context)


def plan_word(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The plan as a Word file, in layout."""
    found = _seen(request, pk)
    unit = organisation.name_of(found.unit, found.issued_on or request.actor.on)
    name = f"Kế hoạch {found.period.label} {unit}.docx"
    return names.attachment_response(printing.word(found, request.actor.on), name, names.DOCX)


def _trail(found: Plan) -> list[tuple[Any, str]]:
    """What happened to the plan, in order, each act in words."""
    return [(event, str(SAID.get(event.verb) or said(event.verb))) for event in Event.objects.about(found)]


def plan_new(request: HttpRequest) -> HttpResponse:
    """Begin a plan, or enter one that was already signed; it takes over the lines of the superior's plan."""
    sent, unit, superiors = _sent(request), asked_unit(request), _superiors(request)
    asked = superiors.filter(pk=asked_key(request.GET.get("tu"))).first() or superiors.last()
    initial = {"from_year": asked.starts.year if asked else request.actor.on.year, "unit": unit}
    initial |= {"rests_on": list(superiors.for_time_of(asked)) if asked else []}
    form = PlanForm(sent, actor=request.actor, superiors=superiors, initial=initial | _so_far(request))
    files = sent and request.FILES
    signed = SignedForm(sent, files, optional=True, has_below=has_below(unit), initial=_so_far(request))
    tasks = _tasks(request, queries.lines_of(asked) if asked else None)
    if found := carry_out(form, lambda **_typed: _begin(request, form, signed, tasks), signed, tasks):
        said = _("Đã ghi kế hoạch đã ban hành.") if found.is_issued else _("Đã lưu bản nháp, chưa trình.")
        return redirect_with(request, found, said)
    return _show_form(request, form, tasks, signed, asked=asked)


def _superiors(request: HttpRequest) -> PlanQuerySet:
    """What a new plan may rest on: plans of the units above for this year or the next."""
    unit, year = asked_unit(request), request.actor.on.year
    if unit is None:
        return Plan.objects.none()
    above = queries.plans_above(unit, dt.date(year, 1, 1), dt.date(year + 2, 1, 1))
    return above.order_by("issued_on", "pk")


def _begin(request: HttpRequest, form: PlanForm, signed: SignedForm, tasks: Any) -> Plan:
    typed = dict(form.cleaned_data)
    typed.setdefault("unit", request.actor.unit)
    document = _signed(signed)
    if document["number"]:
        return actions.record_issued_plan(by=request.actor, tasks=_lines(tasks), **document, **typed)
    return actions.draft_plan(by=request.actor, tasks=_lines(tasks), **typed)


def plan_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a draft."""
    found = _seen(request, pk)
    rules.must_edit(request.actor.reaches(found.unit))
    rules.must_be_draft(found.status)
    initial = {name: getattr(found, name) for name in ("scope", "title", "other_bases", "purpose", "content")}
    initial |= {"rests_on": list(found.rests_on.all()), **years_of(found), **_so_far(request)}
    above = queries.plans_above(found.unit, found.starts, found.ends).order_by("issued_on", "pk")
    form = PlanForm(_sent(request), actor=request.actor, superiors=above, with_unit=False, initial=initial)
    tasks = _tasks(request, list(found.tasks.values(*_TASK)))
    if carry_out(
        form,
        lambda **typed: actions.change_plan(found, by=request.actor, tasks=_lines(tasks), **typed),
        tasks,
    ):
        return redirect_with(request, found, _("Đã lưu bản nháp, chưa trình."))
    return _show_form(request, form, tasks, None, found)


_TASK = ("content", "lead", "with_whom", "due", "product", "axis", "note", "origin")


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was sent to be kept; None while only more lines were asked for."""
    return request.POST if request.method == "POST" and "more" not in request.POST else None


def _so_far(request: HttpRequest) -> dict[str, str]:
    """What had been typed when more lines were asked for."""
    return request.POST.dict() if "more" in request.POST else {}


def _tasks(request: HttpRequest, kept: list[dict[str, Any]] | None = None) -> Any:
    """The lines of the assignment table, always with three empty ones to write on."""
    if sent := _sent(request):
        return TaskFormSet(sent, prefix="viec")
    if "more" in request.POST:
        kept = [
            {name: request.POST.get(f"viec-{n}-{name}", "") for name in _TASK}
            for n in range(MOST_TASKS)
            if f"viec-{n}-content" in request.POST
        ]
    return TaskFormSet(initial=kept, prefix="viec")


def _lines(tasks: Any) -> list[dict[str, Any]]:
    """The lines that say something."""
    return [row.cleaned_data for row in tasks if row.cleaned_data.get("content")]


def _signed(form: SignedForm) -> dict[str, Any]:
    typed = form.cleaned_data
    return {
        "number": typed["number"],
        "issued_on": typed["issued_on"],
        "lower_by": typed.get("lower_by"),
        "file": next(iter(typed["file"]), None),
    }


def _show_form(
    request: HttpRequest,
    form: PlanForm,
    tasks: Any,
    signed: SignedForm | None,
    found: Plan | None = None,
    asked: Plan | None = None,
) -> HttpResponse:
    context = {"form": form, "tasks": tasks, "signed": signed, "plan": found, "asked": asked}
    return render(request, "programme/plan_form.html", context)


@posts_only
def plan_submit(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft goes to who signs it."""
    found = actions.submit_plan(_seen(request, pk), by=request.actor)
    return redirect_with(
        request, found, _("Đã trình kế hoạch. Khi văn bản được ký, ghi số và ngày ban hành.")
    )


@posts_only
def plan_return(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to its writers, with the reason."""
    reason = request.POST.get("reason", "").strip()
    found = actions.return_plan(_seen(request, pk), reason=reason, by=request.actor)
    return redirect_with(request, found, _("Đã trả lại bản nháp để sửa."))


@posts_only
def plan_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Record number, date and the signed copy."""
    found = _seen(request, pk)
    form = SignedForm(request.POST, request.FILES, has_below=has_below(found.unit))
    if carry_out(form, lambda **_typed: actions.issue_plan(found, by=request.actor, **_signed(form))):
        return redirect_with(request, found, _("Đã ghi kế hoạch ban hành."))
    return plan(request, pk, form)


@posts_only
def plan_review(request: HttpRequest, pk: int) -> HttpResponse:
    """The first six months are summed up."""
    found, form = _seen(request, pk), SaidForm(request.POST)
    if carry_out(form, lambda **typed: actions.review_plan(found, by=request.actor, **typed)):
        return redirect_with(request, found, _("Đã ghi sơ kết 6 tháng."))
    return plan(request, pk, said=form)


@posts_only
def plan_sum_up(request: HttpRequest, pk: int) -> HttpResponse:
    """The year or term is summed up."""
    found, form = _seen(request, pk), SaidForm(request.POST)
    if carry_out(form, lambda **typed: actions.sum_up_plan(found, by=request.actor, **typed)):
        return redirect_with(request, found, _("Đã ghi tổng kết kế hoạch."))
    return plan(request, pk, said=form)


@posts_only
def plan_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is done with it."""
    found = actions.close_plan(_seen(request, pk), by=request.actor)
    return redirect_with(request, found, _("Đã đóng kế hoạch."))


@posts_only
def task_done(request: HttpRequest, pk: int) -> HttpResponse:
    """One line of the table is done, today, with what came of it."""
    tasks = PlanTask.objects.visible_to(request.actor).select_related("plan__unit")
    task, form = get_object_or_404(tasks, pk=pk), ResultForm(request.POST)
    if carry_out(
        form, lambda **typed: actions.finish_task(task, on=request.actor.on, by=request.actor, **typed)
    ):
        return redirect_with(request, task.get_absolute_url(), _("Đã ghi việc đã xong."))
    return plan(request, task.plan_id)


def plan_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed copy."""
    found = _seen(request, pk)
    if found.file is None:
        raise Http404
    return attachments.serve(found.file)
