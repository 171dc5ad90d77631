"""Reading registrations: one's own, those of the units in reach, one of them, its print, its evidence."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.documents import names
from lantoa.foundation.addresses import absolute
from lantoa.foundation.attachments import serve
from lantoa.foundation.dates import read_year, show_long
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import paginate
from lantoa.foundation.rights import PRINT
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import OWN, UNIT
from lantoa.people.models import Membership
from lantoa.registrations import actions, printing, queries, rules
from lantoa.registrations.exchange import TASKS, lines_of
from lantoa.registrations.models import Evidence, Registration
from lantoa.registrations.models.said import HEADINGS
from lantoa.registrations.pages.behalf import slip_of
from lantoa.registrations.pages.rows import rows_of

WAITING, RETURNED, APPROVED, SILENT, MISSING = "cho-duyet", "tra-lai", "da-duyet", "chua-ghi", "chua-dang-ky"
UNCONFIRMED, WITHDRAWN = "chua-xac-nhan", "da-rut"
TO_REMARK, TO_CLOSE = "cho-nhan-xet", "cho-chot"
FILTERS = {
    "": _("Tất cả"),
    WAITING: _("Chờ duyệt"),
    RETURNED: _("Trả lại để sửa"),
    APPROVED: _("Đã duyệt"),
    SILENT: _("Chưa ghi kết quả"),
    TO_REMARK: _("Chờ chi bộ nhận xét"),
    TO_CLOSE: _("Chờ chốt"),
    UNCONFIRMED: _("Ghi hộ, chưa xác nhận"),
    WITHDRAWN: _("Ghi hộ, đã rút lại"),
    MISSING: _("Chưa đăng ký"),
}


def mine(request: HttpRequest) -> HttpResponse:
    """What I undertook, how far it has come, and the years before."""
    actor = request.actor
    everything = Registration.objects.of(actor.person).for_lists()
    all_mine = [queries.as_told(one, actor) for one in everything]
    home = queries.home_of(actor.person, actor)
    calendar = queries.calendar_at(home, actor)
    open_years = calendar.years
    current = [one for one in all_mine if one.year in open_years]
    year = open_years[0]
    context = {
        "current": current,
        "earlier": [one for one in all_mine if one.year not in open_years],
        "year": None if any(one.year == year and not one.is_withdrawn for one in current) else year,
        "deadline": calendar.deadline(year),
        "can_write": home is not None,
    }
    return render(request, "registrations/mine.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One registration: what it says, how far it has come, what was done to it."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    looks_after = queries.enters_for(one, request.actor)
    is_own = queries.is_own(one, request.actor)
    context = {
        "one": one,
        "is_own": is_own,
        "writes_here": looks_after or (is_own and one.person is None),
        "may_conclude": queries.may_conclude(one, request.actor),
        "may_assess": one.is_approved and rules.asks_for_year_end(one.year, request.actor.on),
        "may_close": bool(one.ending and one.ending.may_close(request.actor.on)),
        "looks_after": looks_after,
        **slip_of(one, request.actor),
        "agreements": one.agreements.select_related("witness", "second_witness", "code_given_by", "denied_by")
        if is_own or looks_after
        else [],
        "records_for": queries.records_for(one, request.actor),
        "mended": queries.mended_by(one),
        "may_withdraw": queries.may_withdraw(one, request.actor),
        "may_judge": queries.may_judge(one, request.actor),
        "trail": queries.trail_of(one),
        "readers": queries.readers_of(one) if is_own and one.person else None,
        "receiver": queries.sent_receiver(one, request.actor.on) if one.is_waiting else None,
        "texts": printing.texts_of(one),
        "unit_name": organisation.name_of(one.unit, request.actor.on),
    }
    return render(request, "registrations/show.html", context)


def print_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper for signing, printed by the browser."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    on = one.registered_on or request.actor.on
    above = organisation.ancestors(one.unit, on)
    context = {
        "one": one,
        "day": show_long(on),
        "unit_name": organisation.name_of(one.unit, on),
        "above_name": above[-1].name if above else "",
        "posts": printing.posts_of(one, on),
        "themes": printing.themes_of(one, on),
        "texts": printing.texts_of(one),
        "headings": HEADINGS.values(),
        "shows": printing.read_by(one, request.actor, PRINT),
    }
    return render(request, "registrations/print.html", context)


def word(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """The registration, or the pledge made of the same words, as a Word file."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    if kind not in printing.KINDS or (kind == printing.PLEDGE and one.person is None):
        raise Http404
    name = f"{printing.KINDS[kind]} {one.year} {one.owner_name}.docx"
    return names.attachment_response(
        printing.word(one, kind, request.actor.on, by=request.actor), name, names.DOCX
    )


def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A photo or paper, for those who may see the registration it belongs to."""
    found = Evidence.objects.visible_to(request.actor).select_related(
        "attachment", "progress__task__registration__unit"
    )
    one = get_object_or_404(found, pk=pk)
    actions.note_opening(one.progress.task.registration, by=request.actor)
    return serve(one.attachment)


def signed_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper with the signature by which its owner confirmed what was typed for her."""
    signed = Registration.objects.visible_to(request.actor).filter(signed_paper__isnull=False)
    one = get_object_or_404(signed.select_related("signed_paper", "unit"), pk=pk)
    actions.note_opening(one, by=request.actor)
    return serve(one.signed_paper)


# The list


def index(request: HttpRequest) -> HttpResponse:
    """Who registered what in the units in reach, and who has not."""
    actor, asked = request.actor, _asked(request)
    unit = _asked_unit(request)
    in_cell = actor.unit is not None and actor.unit.level == Unit.Level.CELL
    has_below = actor.unit is not None and actor.reach not in (OWN, UNIT)
    if asked["filter"] == MISSING and not in_cell:
        # Who has not is a matter between a member and her cell; above, one sees units.
        chosen = {"nam": asked["year"], **({"don-vi": unit.code} if unit else {})}
        return redirect(f"{reverse('registrations:missing')}?{urlencode(chosen)}")
    sent = Registration.objects.visible_to(actor, asked["year"]).submitted()
    sent = sent.under(unit, on=actor.on) if unit else sent
    if meeting := asked_key(request.GET.get("buoi")):
        sent = sent.decided_at(meeting)
    missing = queries.not_registered(actor, asked["year"], unit)
    shows_missing = asked["filter"] == MISSING
    asked_for = _withdrawn(actor, asked["year"], unit) if asked["filter"] == WITHDRAWN else sent
    found = _filtered(asked_for, asked["filter"], actor.on)
    if wants_workbook(request) and not shows_missing:
        return TASKS.answer(lines_of(found), by=actor, unit=unit)
    is_narrowed = asked["filter"] not in ("", MISSING)
    numbers = queries.numbers_above(actor, sent, missing, found if is_narrowed else None)
    if shows_missing:
        page = _with_unit_names(paginate(request, missing, counted=numbers.missing), actor.on)
    else:
        counted = numbers.sent if numbers.found is None else numbers.found
        rows = Registration.objects.for_rows(actor.on)
        page = paginate(request, found.by_name(), shown=rows, counted=counted)
        page.object_list = [queries.as_told(one, actor) for one in page]
    calendar = queries.calendar_in(actor.unit, actor)
    context = {
        "page": page,
        "asked": asked,
        "unit": unit,
        "units": organisation.children_by_name(actor.unit, actor.on) if has_below else [],
        "filters": FILTERS.items(),
        "years": _years(actor, calendar, numbers.years, asked["year"]),
        "sent_count": numbers.sent,
        "waiting_count": numbers.waiting,
        "missing_count": numbers.missing,
        "to_judge": numbers.to_judge,
        "rows": [] if shows_missing else rows_of(page, rules.confirm_since(actor.on)),
        "enters_for_others": in_cell and actor.may("registrations.judge"),
        "in_cell": in_cell,
        "leads": actor.may("registrations.judge") and actor.unit is not None,
        "year_to_register": calendar.years[0],
        "may_open": queries.may_open_years(actor),
        "shows_missing": shows_missing,
        "invitation": _invitation(request, calendar, asked["year"]) if in_cell and numbers.missing else "",
    }
    return render(request, "registrations/index.html", context)


def _invitation(request: HttpRequest, calendar: rules.Calendar, year: int) -> str:
    """Words with which a secretary invites her cell, for its group or to be read out: no names; none once closed."""
    actor = request.actor
    if not actor.may("registrations.judge") or year not in calendar.years:
        return ""
    facts = {
        "unit": actor.name_of(actor.unit),
        "year": year,
        "until": rules.until(calendar.deadline(year)),
        "address": absolute(request, reverse("registrations:mine")),
    }
    said = _(
        "%(unit)s mời các đồng chí đăng ký học tập, thực hành năm %(year)s%(until)s. Viết một, hai việc thật, "
        "mất khoảng 5 phút, tại %(address)s. Đồng chí nào chưa dùng được điện thoại thì báo bí thư để ghi hộ."
    )
    return str(said) % facts


def _withdrawn(actor: Any, year: int, unit: Unit | None) -> Any:
    """What was typed for somebody who then took it back; it counts nowhere else."""
    found = Registration.objects.visible_to(actor, year).withdrawn()
    return found.under(unit, on=actor.on) if unit else found


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The filter and the year of the address; the usual ones when they make no sense."""
    chosen, year = request.GET.get("loc", ""), request.GET.get("nam", "")
    return {
        "filter": chosen if chosen in FILTERS else "",
        "year": read_year(year, default=rules.year_to_register(request.actor.on)),
    }


def _asked_unit(request: HttpRequest) -> Unit | None:
    """The unit of the address, within reach; None for all of them."""
    code = request.GET.get("don-vi", "")
    if not code:
        return None
    return get_object_or_404(request.actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)


def _filtered(sent: Any, chosen: str, on: Any) -> Any:
    if chosen == TO_CLOSE:
        return sent.to_close(on)
    if chosen == SILENT:
        return sent.without_progress_since(rules.silent_since(on))
    words = {
        WAITING: sent.waiting,
        RETURNED: sent.returned,
        APPROVED: sent.approved,
        TO_REMARK: sent.to_remark,
        UNCONFIRMED: sent.unconfirmed,
    }
    return words.get(chosen, sent.all)()


def _years(actor: Any, calendar: rules.Calendar, known: set[int], chosen: int) -> list[int]:
    """The years to choose from, newest first; to whoever reaches below, every year since the first paper."""
    if actor.reach not in (OWN, UNIT):
        known = {*range(min(known, default=actor.on.year), actor.on.year)}
    return sorted({*known, *calendar.years, chosen}, reverse=True)


def _with_unit_names(page: Any, on: Any) -> Any:
    rows: list[Membership] = list(page)
    names = organisation.names_of({row.unit_id for row in rows}, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, "")  # type: ignore[attr-defined]
    page.object_list = rows
    return page
