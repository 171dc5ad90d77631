"""Paste, look, mend, bring in, take back; and the list that goes out."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.exchange import actions, asking, beside, leaving, queries, rules
from lantoa.exchange.models import Export, Import
from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Conflict, Refusal
from lantoa.foundation.exchange import CHANGED, CONFLICT, NEW, SAME, UNREADABLE, Kind
from lantoa.foundation.fields import PlainForm, carry_out
from lantoa.foundation.gathering import gather
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.panels import Tool
from lantoa.foundation.sheets import LongList, workbook_answer, workbook_file
from lantoa.foundation.tables import MONTH_FIRST, Grid, read_given
from lantoa.foundation.tables.heading import letter
from lantoa.organisation import queries as organisation
from lantoa.people import rules as of_people
from lantoa.people import sign_in
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit

FEW, MANY = 20, 300
CELL = re.compile(r"o-(\d{1,6})-([a-z_]{1,30})")
ANSWER = re.compile(r"hoi-(\d{1,6})")
GROUPS = {
    CONFLICT: (
        gettext_lazy("Vướng"),
        "alert-triangle",
        gettext_lazy("Chưa nhập. Sửa tại ô, hoặc chọn ở dưới."),
    ),
    UNREADABLE: (
        gettext_lazy("Không đọc được"),
        "circle-x",
        gettext_lazy("Máy không đoán. Bỏ dòng, hoặc sửa trong Excel rồi dán lại."),
    ),
    CHANGED: (
        gettext_lazy("Thay đổi"),
        "pencil",
        gettext_lazy("Chỗ gạch ngang là đang ghi; chỗ gạch chân là sẽ ghi."),
    ),
    NEW: (gettext_lazy("Mới"), "plus", gettext_lazy("Chưa có trong hệ thống, sẽ thêm.")),
    SAME: (gettext_lazy("Không đổi"), "check", gettext_lazy("Giống hệt điều đang có, bỏ qua.")),
}


def index(request: HttpRequest) -> HttpResponse:
    """Which lists one may bring in, those that wait, those brought in of late."""
    actor = request.actor
    found = list(queries.seen(actor).exclude(state=Import.State.DROPPED).select_related("by", "unit")[:50])
    kinds = queries.kinds()
    names = organisation.names_of({one.unit_id for one in found}, actor.on)
    for one in found:
        one.label, one.unit_name = kinds[one.kind].label, names.get(one.unit_id, "")
        one.may_undo = one.state == "done" and clock.now() < one.done_at + rules.UNDONE_FOR
    context = {"kinds": queries.kinds_for(actor), "imports": found, "unit": _asked(request)}
    return render(request, "exchange/index.html", context)


def _asked(request: HttpRequest) -> str:
    return request.GET.get("don-vi", "")


def _kind(request: HttpRequest, code: str) -> Kind:
    kind = queries.kinds().get(code)
    if kind is None or not (kind.imports and request.actor.may(kind.imports)):
        raise Http404
    return kind


class PasteForm(PlainForm):
    """What was copied from Excel, or a file."""

    text = forms.CharField(
        label=gettext_lazy("Dán bảng vào đây"),
        required=False,
        strip=False,
        max_length=4_000_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "wrap": "off"}),
        help_text=gettext_lazy(
            "Trong Excel, chọn cả bảng kể cả dòng tên cột, bấm Ctrl+C, rồi Ctrl+V vào ô này."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Hoặc chọn tệp"),
        required=False,
        help_text=gettext_lazy("Tệp .xlsx hoặc .csv, đến 15 MB."),
    )

    def grid(self) -> Grid:
        """What was given, as rows of cells; BadInput in words."""
        return read_given(self.cleaned_data["text"], self.cleaned_data["file"])


def start(request: HttpRequest, kind: str) -> HttpResponse:
    """Paste or choose; the next page shows what would be done."""
    declared, unit = _kind(request, kind), asked_unit(request)
    form = PasteForm(request.POST or None, request.FILES or None)
    if draft := carry_out(
        form, lambda **_typed: actions.open_list(form.grid(), kind=kind, unit=unit, by=request.actor)
    ):
        return redirect(draft)
    context = {
        "form": form,
        "kind": declared,
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "others": queries.others_at_work(unit, kind, request.actor, clock.now()),
    }
    return render(request, "exchange/start.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft: what it would do, mended here. Afterwards: what it did."""
    one = get_object_or_404(queries.seen(request.actor), pk=pk)
    if one.state == Import.State.RUNNING:
        return _on_its_way(request, one)
    if one.state != Import.State.DRAFT:
        return _did(request, one)
    if request.method == "POST":
        return _acted(request, one)
    return _preview(request, one)


def _acted(request: HttpRequest, draft: Import) -> HttpResponse:
    """Every button keeps what was typed first."""
    act = request.POST.get("viec", "xem")
    if act == "bo":
        actions.drop(draft, by=request.actor)
        return redirect_with(request, "exchange:index", _("Đã bỏ danh sách; chưa ghi gì."))
    actions.mend(draft, by=request.actor, **_typed(request, draft))
    if act != "nhap":
        return redirect(draft)
    if queries.kinds()[draft.kind].gives_posts and not sign_in.is_fresh(request):
        return sign_in.ask_to_prove(request)
    typed = request.POST.get("so-dong", "")
    seen = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else None
    is_long = queries.how_many(draft) > rules.IN_THE_REQUEST
    try:
        (beside.start if is_long else actions.carry_out)(draft, by=request.actor, seen=seen)
    except Refusal as refusal:
        return _preview(
            request, draft, refusal=str(refusal), status=409 if isinstance(refusal, Conflict) else 200
        )
    if is_long:
        return redirect(draft)
    return redirect_with(request, draft, _("Đã nhập danh sách."))


def _on_its_way(request: HttpRequest, one: Import) -> HttpResponse:
    """Where it stands; it may be begun again when the process has died."""
    has_died = rules.has_died(one.phase_at, clock.now())
    if request.method == "POST" and has_died:
        beside.hand_over(one.pk)
        return redirect(one)
    context = {
        "one": one,
        "kind": queries.kinds()[one.kind],
        "n": queries.how_many(one),
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "has_died": has_died,
        "progress": queries.progress(one.pk),
    }
    return render(request, "exchange/running.html", context)


def _typed(request: HttpRequest, draft: Import) -> dict[str, Any]:
    cells, answers = {}, {}
    for name, value in request.POST.items():
        if found := CELL.fullmatch(name):
            cells[(int(found[1]), found[2])] = value
        elif found := ANSWER.fullmatch(name):
            answers[int(found[1])] = value[:12]
    kind = queries.kinds()[draft.kind]
    known = {column.code for column in kind.columns} | {""}
    meaning = [request.POST.get(f"cot-{place}") for place in range(len(draft.meaning))]
    return {
        "cells": {key: text for key, text in cells.items() if key[1] in known},
        "answers": answers,
        "left_out": [int(one) for one in request.POST.getlist("bo-dong") if one.isdecimal() and len(one) < 7],
        "options": {code: bool(request.POST.get(f"tuy-{code}")) for code, _label in kind.options},
        "meaning": meaning if all(code in known for code in meaning) else None,
        "order": request.POST.get("thu-tu", "") if request.POST.get("thu-tu") in ("dmy", MONTH_FIRST) else "",
    }


def _preview(request: HttpRequest, draft: Import, *, refusal: str = "", status: int = 200) -> HttpResponse:
    looked = queries.look(draft, request.actor)
    columns = [column for column in looked.kind.columns if column.code in draft.meaning]
    wanted = request.GET.get("xem", "")
    groups = [
        _group(state, looked, columns, whole=wanted == state)
        for state in looked.counts
        if looked.counts[state]
    ]
    context = {
        "draft": draft,
        "kind": looked.kind,
        "looked": looked,
        "counts": [(state, *GROUPS[state][:2], n) for state, n in looked.counts.items()],
        "groups": groups,
        "columns": [_column(column, draft) for column in columns],
        "mapping": [
            (place, letter(place), name, draft.meaning[place]) for place, name in enumerate(draft.names)
        ],
        "missing": queries.no_longer_there(draft),
        "others": queries.others_at_work(draft.unit, draft.kind, request.actor, clock.now()),
        "unit_name": organisation.name_of(draft.unit, request.actor.on),
        "options": [(code, label, bool(draft.options.get(code))) for code, label in looked.kind.options],
        "refusal": refusal,
        "n": len(looked.to_write),
    }
    return render(request, "exchange/preview.html", context, status=status)


def _column(column: Any, draft: Import) -> dict[str, Any]:
    """A heading of the page: its label, and which column of the list it was."""
    places = queries.heading_of(draft).columns_of(column.code)
    told = ", ".join(
        f"{letter(place)} “{draft.names[place]}”" if draft.names[place] else letter(place) for place in places
    )
    return {"label": column.label, "told": told}


def _group(state: str, looked: queries.Looked, columns: list[Any], *, whole: bool) -> dict[str, Any]:
    plans = [plan for plan in looked.plans if plan.state == state]
    most = MANY if whole or state == CONFLICT else FEW
    label, icon_name, hint = GROUPS[state]
    return {
        "state": state,
        "label": label,
        "icon": icon_name,
        "hint": hint,
        "n": len(plans),
        "left": max(0, len(plans) - most),
        "rows": [(plan, [_cell(plan, column) for column in columns]) for plan in plans[:most]],
    }


def _cell(plan: Any, column: Any) -> dict[str, Any]:
    code = column.code
    return {
        "code": code,
        "label": column.label,
        "text": plan.row.texts.get(code, ""),
        "wrong": plan.row.wrongs.get(code, ""),
        "change": plan.changes.get(code),
    }


def _did(request: HttpRequest, one: Import) -> HttpResponse:
    now = clock.now()
    actions.see(one, by=request.actor)
    context = {
        "one": one,
        "kind": queries.kinds()[one.kind],
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "until": one.done_at + rules.UNDONE_FOR if one.done_at else None,
        "may_undo": one.state == Import.State.DONE and now < one.done_at + rules.UNDONE_FOR,
        "rest": Import.objects.filter(pk=one.options.get("rest"), state=Import.State.DRAFT).first(),
        "grants": len(one.log.get("grants", [])),
        "accounts": len(one.log.get("accounts", [])),
        "following": _following(one, request.actor),
    }
    return render(request, "exchange/done.html", context)


def _following(one: Import, actor: Actor) -> list[Tool]:
    """What upper rooms ask for next, once a list is in."""
    if one.state != Import.State.DONE:
        return []
    rooms = [room for room in gather("panels") if hasattr(room, "after_list")]
    return [tool for room in rooms for tool in room.after_list(one.kind, actor)]


@posts_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back within a day; what somebody has built on is named."""
    one = get_object_or_404(queries.seen(request.actor), pk=pk)
    kept = actions.undo(one, by=request.actor)
    said = _("Đã hoàn tác danh sách.")
    if kept:
        said += " " + _("Giữ lại vì đã có hồ sơ: %s.") % ", ".join(kept[:10])
    return redirect_with(request, one, said)


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The list as it stands, whole, with the columns of the list that comes in; a long one becomes a file apart."""
    if signed := request.POST.get("trang"):
        return _of_page(request, signed)
    declared = queries.kinds().get(kind)
    if declared is None or not request.actor.may(declared.views):
        raise Http404
    unit = asked_unit(request)
    n = declared.count(unit, by=request.actor)
    if _must_prove(request, declared, n):
        return sign_in.ask_to_prove(request)
    if n <= rules.OUT_IN_THE_REQUEST:
        return workbook_answer(
            declared, declared.rows(unit, by=request.actor), by=request.actor, where=unit.code
        )
    if request.method == "POST":
        return redirect(leaving.start(declared, unit, by=request.actor))
    context = {
        "kind": declared,
        "n": n,
        "unit_name": request.actor.name_of(unit),
        "most": of_people.MOST_IN_LISTS if declared.note else 0,
    }
    return render(request, "exchange/long.html", context)


def _of_page(request: HttpRequest, signed: str) -> HttpResponse:
    """The long list of another page as that page shows it; to the page itself where it asks for a key or is short."""
    try:
        address = Signer(salt=leaving.PAGE).unsign(signed)
    except BadSignature:
        raise Http404 from None
    asked = leaving.ask_page(address, request.actor, request.user, request.session)
    if not isinstance(asked, LongList):
        return redirect(address)
    words = asking.words_of(request, address)
    return redirect(leaving.start_of_page(asked, address, by=request.actor, words=words))


def _must_prove(request: HttpRequest, kind: Kind, n: int) -> bool:
    return kind.names_persons and n > of_people.MANY_PERSONS and not sign_in.is_fresh(request)


def _file(request: HttpRequest, pk: int) -> Export:
    """One of her own whose day is not over and of which she may still read everything."""
    one = get_object_or_404(queries.files_of(request.actor, clock.now()), pk=pk)
    if not queries.may_take(one, request.actor):
        raise Http404
    return one


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is; when it is done, the file."""
    one = _file(request, pk)
    if request.method == "POST":
        return redirect(leaving.again(one, by=request.actor))
    is_under_way = one.state == Export.State.RUNNING
    context = {
        "one": one,
        "title": one.title or queries.kind_of(one).label,
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "has_died": is_under_way and rules.has_died(one.phase_at, clock.now()),
        "until": one.asked_at + rules.FILE_KEPT_FOR,
    }
    return render(request, "exchange/file.html", context)


def take(request: HttpRequest, pk: int) -> HttpResponse:
    """The file itself."""
    one = _file(request, pk)
    if one.state != Export.State.READY:
        return redirect(one)
    kind = queries.kind_of(one)
    if _must_prove(request, kind, one.whole):
        return sign_in.ask_to_prove(request)
    if one.address and (leads_on := _judged_anew(request, one)):
        return leads_on
    leaving.taken(one)
    return workbook_file(kind, bytes(one.content), on=timezone.localdate(one.asked_at), where=one.unit.code)


def _judged_anew(request: HttpRequest, one: Export) -> HttpResponse | None:
    """None while the page shows her this long list; to the proof it asks for, or to the page where it is short now."""
    found = leaving.ask_page(one.address, request.actor, request.user, request.session)
    if isinstance(found, LongList):
        if not leaving.is_of(found, one):
            raise Http404
        return None
    return sign_in.ask_to_prove(request) if found.status_code == 302 else redirect(one.address)
