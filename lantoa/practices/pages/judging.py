"""What the level above does: agree, return, recognise, name typical ones; and the list of fields."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.asking import asked_key
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.practices import actions, queries, rules
from lantoa.practices.models import Field, Level, Practice
from lantoa.practices.pages.forms import AcceptForm, FieldForm, RecogniseForm, ReturnForm
from lantoa.practices.pages.reading import load, shown
from lantoa.programme.queries import heads_the_tree


def _load_to_judge(request: HttpRequest, pk: int) -> Practice:
    practice = load(request, pk)
    if not queries.may_judge(request.actor, practice):
        raise NotAllowed(_("Mô hình này của đồng chí hoặc đề nghị nơi khác; đồng chí không cho ý kiến."))
    return practice


def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it; agree, or send it back."""
    practice = _load_to_judge(request, pk)
    if practice.status != rules.PROPOSED:
        raise Conflict(_("Mô hình này đã được xử lý. Mở lại trang để xem trạng thái mới."))
    return _judge_page(request, practice)


def _judge_page(
    request: HttpRequest,
    practice: Practice,
    return_form: ReturnForm | None = None,
    accept_form: AcceptForm | None = None,
) -> HttpResponse:
    context = shown(request, practice) | {
        "accept_form": accept_form or AcceptForm(),
        "return_form": return_form or ReturnForm(),
        "waiting": Practice.objects.awaiting(request.actor).count(),
        "days": (request.actor.on - practice.proposed_on).days if practice.proposed_on else 0,
    }
    return render(request, "practices/judge.html", context)


def _next(request: HttpRequest, message: str) -> HttpResponse:
    """On to the next one that waits, else back to the library."""
    following = Practice.objects.awaiting(request.actor).first()
    if following:
        return redirect_with(request, "practices:judge", message, following.pk)
    return redirect_with(request, "practices:index", message)


@posts_only
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree: it is registered."""
    practice = _load_to_judge(request, pk)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return _judge_page(request, practice, accept_form=form)
    try:
        actions.accept(practice, by=request.actor, **form.words())
    except BadInput as bad:
        if bad.field != "seen":
            raise
        put_refusal(form, bad)
        return _judge_page(request, practice, accept_form=form)
    return _next(request, _("Đã đồng ý đăng ký “%(name)s”.") % {"name": practice.name})


@posts_only
def return_for_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with the reason."""
    practice = _load_to_judge(request, pk)
    form = ReturnForm(request.POST)
    if form.is_valid():
        try:
            actions.return_for_changes(practice, by=request.actor, reason=form.text())
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return _next(request, _("Đã trả lại để sửa, kèm lý do."))
    return _judge_page(request, practice, return_form=form)


def recognise(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision that recognises it."""
    practice, actor = load(request, pk), request.actor
    if not queries.may_recognise(actor, practice):
        raise NotAllowed(_("Nơi cấp trên ghi công nhận, cho mô hình đã đăng ký."))
    unit = actor.unit
    initial = {"body": organisation.name_of(unit, actor.on) if unit else "", "level": unit and unit.level}
    if request.GET.get("cap") in Level.values:
        initial["level"] = request.GET["cap"]
    form = RecogniseForm(request.POST or None, level_of_actor=unit.level if unit else "", initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.recognise(practice, by=actor, **form.cleaned_data)
        except (BadInput, Conflict) as refusal:
            put_refusal(form, refusal)
        else:
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


def fields(request: HttpRequest) -> HttpResponse:
    """The list of fields: add one, rename one, take one out of use."""
    if not heads_the_tree(request.actor):
        raise NotAllowed(_("Danh mục lĩnh vực do cấp tỉnh quản lý."))
    asked = asked_key(request.POST.get("field") or request.GET.get("sua"))
    changed = get_object_or_404(Field, pk=asked) if asked else None
    form = FieldForm(request.POST or None, initial=_as_typed(changed))
    if request.method == "POST" and form.is_valid():
        words = dict(form.cleaned_data)
        words["place"] = words["place"] or 0
        try:
            actions.save_field(by=request.actor, field=changed, **words)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return redirect_with(request, "practices:fields", _("Đã lưu danh mục lĩnh vực."))
    context = {"form": form, "changed": changed, "fields": Field.objects.all()}
    return render(request, "practices/fields.html", context)


def _as_typed(field: Field | None) -> dict[str, object]:
    if field is None:
        return {"is_offered": True, "place": Field.objects.count() + 1}
    return {
        "name": field.name,
        "short_name": field.short_name,
        "place": field.place,
        "is_offered": field.is_offered,
    }
