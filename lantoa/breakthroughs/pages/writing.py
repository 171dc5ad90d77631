"""Registering, rewriting and sending a breakthrough."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.breakthroughs import actions, queries, rules
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.pages.forms import Marks, WritingForm, as_typed, quarter_ends
from lantoa.breakthroughs.pages.reading import load
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.fields import as_if_sent, carry_out, put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit
from lantoa.people.models import Post

NEXT_YEAR_FROM = 11  # from November on people register for the coming year


def _owners(unit: Unit, heads: dict[str, Post]) -> list[tuple[str, str]]:
    """Whom a breakthrough may belong to: each head of the unit, and the unit as a collective."""
    collective = ("cell", _("Tập thể chi bộ")) if unit.level == "cell" else ("committee", _("Tập thể cấp ủy"))
    posts = [(key, f"{post.person}, {post.label} ({_('người đứng đầu')})") for key, post in heads.items()]
    return [*posts, collective]


def new(request: HttpRequest) -> HttpResponse:
    """A new one, saved as a draft; the next page shows it as it will be sent."""
    unit, actor = asked_unit(request), request.actor
    heads = {f"post-{post.pk}": post for post in queries.heads_of(unit, actor.on)}
    year = actor.on.year + (actor.on.month >= NEXT_YEAR_FROM)
    owners = _owners(unit, heads)
    form = WritingForm(
        request.POST or None,
        unit=unit,
        on=actor.on,
        owners=owners,
        initial=_blank(unit, year, owners, request),
    )
    marks = Marks(request.POST or None, prefix="moc", initial=quarter_ends(year))

    def register(owner: str, **_typed: Any) -> Breakthrough:
        post = heads.get(owner)
        kind = Breakthrough.Kind.HEAD if post else owner
        lines = marks.marks()
        return actions.register(kind=kind, unit=unit, post=post, by=actor, milestones=lines, **form.written())

    if draft := carry_out(form, register, marks):
        return redirect_with(request, "breakthroughs:show", _saved(), draft.pk)
    context = {"form": form, "marks": marks, "unit_name": actor.name_of(unit)}
    return render(request, "breakthroughs/form.html", context)


def _blank(unit: Unit, year: int, owners: list[tuple[str, str]], request: HttpRequest) -> dict[str, Any]:
    period = Period.year(year)
    return {
        "owner": owners[0][0],
        "is_key_task": "",
        "horizon": "year",
        "starts": period.starts,
        "last_day": period.last_day,
        "approving_unit": str(queries.usual_approver(unit, request.actor.on).pk),
    }


def _saved() -> str:
    return _("Đã lưu bản nháp, chưa gửi đi. Đọc lại rồi bấm nút Trình.")


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a draft or one that was returned."""
    breakthrough, actor = load(request, pk), request.actor
    if not queries.may_write(actor, breakthrough):
        raise NotAllowed(_("Chỉ người đăng ký và đơn vị đăng ký được sửa nội dung này."))
    if breakthrough.status not in rules.WRITABLE:
        raise Conflict(_("Nội dung đã trình nên không sửa được. Đề nghị nơi duyệt trả lại nếu cần sửa."))
    written = [{"due": m.due, "text": m.text, "value": m.value} for m in breakthrough.milestones.all()]
    form = WritingForm(
        request.POST or None,
        unit=breakthrough.unit,
        on=actor.on,
        owners=None,
        initial=as_typed(breakthrough),
    )
    marks = Marks(request.POST or None, prefix="moc", initial=written)

    def rewrite(**_typed: Any) -> Breakthrough:
        return actions.edit(breakthrough, by=actor, milestones=marks.marks(), **form.written())

    if carry_out(form, rewrite, marks):
        return redirect_with(request, "breakthroughs:show", _saved(), pk)
    context = {"form": form, "marks": marks, "breakthrough": breakthrough}
    context["unit_name"] = organisation.name_of(breakthrough.unit, actor.on)
    return render(request, "breakthroughs/form.html", context)


@posts_only
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it up. What is missing is said on the form, where it can be mended."""
    breakthrough = load(request, pk)
    try:
        actions.submit(breakthrough, by=request.actor)
    except BadInput as bad:
        return _say_what_is_missing(request, breakthrough, bad)
    receiver = organisation.name_of(
        breakthrough.appraising_unit or breakthrough.approving_unit, request.actor.on
    )
    return redirect_with(request, "breakthroughs:show", _("Đã trình %(unit)s.") % {"unit": receiver}, pk)


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was sent and not decided yet."""
    actions.withdraw(load(request, pk), by=request.actor)
    said = _("Đã rút lại. Đồng chí sửa rồi trình lại được bất cứ lúc nào.")
    return redirect_with(request, "breakthroughs:show", said, pk)


def _say_what_is_missing(request: HttpRequest, breakthrough: Breakthrough, bad: BadInput) -> HttpResponse:
    typed = as_typed(breakthrough)
    shape = {"unit": breakthrough.unit, "on": request.actor.on, "owners": None}
    form = as_if_sent(WritingForm, typed, **shape)
    put_refusal(form, bad)
    written = [{"due": m.due, "text": m.text, "value": m.value} for m in breakthrough.milestones.all()]
    context = {
        "form": form,
        "marks": Marks(prefix="moc", initial=written),
        "breakthrough": breakthrough,
        "unit_name": organisation.name_of(breakthrough.unit, request.actor.on),
        "to": "edit",
    }
    return render(request, "breakthroughs/form.html", context)
