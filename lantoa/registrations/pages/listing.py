"""The list of a year: who registered what in the units in reach, and who has not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.addresses import absolute
from lantoa.foundation.dates import read_year
from lantoa.foundation.filters import asked_key
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import OWN, UNIT, Actor
from lantoa.people.models import Membership
from lantoa.registrations import queries, rules
from lantoa.registrations.exchange import TASKS, lines_of
from lantoa.registrations.models import Registration
from lantoa.registrations.models.papers import RegistrationQuerySet
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
# What few papers are in: each branch of what is visible is narrowed to it, and not what all of them find.
SELECTIVE = {
    WAITING: RegistrationQuerySet.waiting,
    RETURNED: RegistrationQuerySet.returned,
    WITHDRAWN: RegistrationQuerySet.withdrawn,
}


@dataclass(frozen=True)
class Asked:
    """What the address asks of the list, and who asks: put together where the database has to be asked again."""

    actor: Actor
    year: int
    filter: str
    unit: Unit | None
    meeting: int | None

    @property
    def key(self) -> tuple[object, ...]:
        """All of it in plain values, as `kept` knows it."""
        return self.actor.sight, self.year, self.filter, self.unit and self.unit.pk, self.meeting

    @property
    def is_kept(self) -> bool:
        """Whether each change of what it finds is an act. Rewriting a paper that was sent back is none until it is sent
        again, and makes it its owner's own word."""
        return self.filter != UNCONFIRMED

    @property
    def shows_missing(self) -> bool:
        """Whether it shows members who have sent nothing, and no papers."""
        return self.filter == MISSING

    @cached_property
    def missing(self) -> Any:
        """The memberships of those who have sent nothing."""
        return queries.not_registered(self.actor, self.year, self.unit)

    @cached_property
    def sent(self) -> Any:
        """What was sent, as the numbers above the list count it."""
        sent = self._here(Registration.objects.visible_to(self.actor, self.year).submitted())
        return sent.decided_at(self.meeting) if self.meeting else sent

    @cached_property
    def found(self) -> Any:
        """What the filter leaves; what an owner took back counts nowhere else."""
        if narrowed := SELECTIVE.get(self.filter):
            found = self._here(Registration.objects.visible_to(self.actor, self.year, narrowed))
            return found.decided_at(self.meeting) if self.meeting and self.filter != WITHDRAWN else found
        return _filtered(self.sent, self.filter, self.actor.on)

    @property
    def is_of_many(self) -> bool:
        """Whether it shows most papers of a wide reach."""
        return (
            self.actor.reaches_widely
            and self.actor.may("registrations.view")
            and not (self.unit or self.meeting)
        )

    def in_parts(self) -> tuple[Any, Any]:
        """The same as `found`, in parts by name."""
        narrowed = (
            RegistrationQuerySet.approved if self.filter == APPROVED else RegistrationQuerySet.submitted
        )
        parts = Registration.objects.all().by_name_in_parts(self.actor, self.year, narrowed)
        return Registration.objects.by_name(), parts

    def _sent_apart(self) -> list[Any]:
        if not self.is_of_many:
            return [self.sent]
        return Registration.objects.all().visible_apart(self.actor, self.year, RegistrationQuerySet.submitted)

    def _here(self, papers: Any) -> Any:
        return papers.under(self.unit, on=self.actor.on) if self.unit else papers

    def numbers(self) -> queries.Numbers:
        """What stands above the list; as it was found while nothing has happened since."""
        is_narrowed = self.filter not in ("", MISSING)

        def found() -> queries.Numbers:
            return queries.numbers_above(
                self.actor, self._sent_apart(), self.missing, self.found if is_narrowed else None
            )

        return (
            until_something_happens(("registrations.numbers", *self.key), found) if self.is_kept else found()
        )


def index(request: HttpRequest) -> HttpResponse:
    """Who registered what in the units in reach, and who has not."""
    actor, asked = request.actor, _asked(request)
    in_cell = actor.unit is not None and actor.unit.level == Unit.Level.CELL
    has_below = actor.unit is not None and actor.reach not in (OWN, UNIT)
    if asked.shows_missing and not in_cell:
        # Who has not is a matter between a member and her cell; above, one sees units.
        chosen = {"nam": asked.year, **({"don-vi": asked.unit.code} if asked.unit else {})}
        return redirect(f"{reverse('registrations:missing')}?{urlencode(chosen)}")
    if wants_workbook(request) and not asked.shows_missing:
        return TASKS.answer(lines_of(asked.found), by=actor, unit=asked.unit)
    numbers, calendar = asked.numbers(), queries.calendar_in(actor.unit, actor)
    page = _page_of(request, asked, numbers)
    context = {
        "page": page,
        "asked": {"filter": asked.filter, "year": asked.year},
        "unit": asked.unit,
        "units": organisation.choices_below(actor.unit, actor.on) if has_below else [],
        "filters": FILTERS.items(),
        "years": _years(actor, calendar, numbers.years, asked.year),
        "sent_count": numbers.sent,
        "waiting_count": numbers.waiting,
        "missing_count": numbers.missing,
        "to_judge": numbers.to_judge,
        "rows": [] if asked.shows_missing else rows_of(page, rules.confirm_since(actor.on)),
        "enters_for_others": in_cell and actor.may("registrations.judge"),
        "in_cell": in_cell,
        "leads": actor.may("registrations.judge") and actor.unit is not None,
        "year_to_register": calendar.years[0],
        "may_open": queries.may_open_years(actor),
        "shows_missing": asked.shows_missing,
        "invitation": _invitation(request, calendar, asked.year) if in_cell and numbers.missing else "",
    }
    return render(request, "registrations/index.html", context)


def _page_of(request: HttpRequest, asked: Asked, numbers: queries.Numbers) -> Any:
    """The rows; which papers these are is known while nothing has happened, what they say is asked each time."""
    on = asked.actor.on
    if asked.shows_missing:
        return _with_unit_names(paginate(request, asked.missing, counted=numbers.missing), on)
    page = paginate(
        request,
        lambda: asked.found.by_name(),
        shown=Registration.objects.for_rows(on),
        counted=numbers.sent if numbers.found is None else numbers.found,
        kept=("registrations.rows", *asked.key) if asked.is_kept else None,
        parts=asked.in_parts if asked.is_of_many and asked.filter in ("", APPROVED) else None,
    )
    page.object_list = [queries.as_told(one, asked.actor) for one in page]
    return page


def _asked(request: HttpRequest) -> Asked:
    """The filter and the year of the address; the usual ones when they make no sense."""
    chosen, year = request.GET.get("loc", ""), request.GET.get("nam", "")
    return Asked(
        actor=request.actor,
        year=read_year(year, default=rules.year_to_register(request.actor.on)),
        filter=chosen if chosen in FILTERS else "",
        unit=_asked_unit(request),
        meeting=asked_key(request.GET.get("buoi")),
    )


def _asked_unit(request: HttpRequest) -> Unit | None:
    """The unit of the address, within reach; None for all of them."""
    code = request.GET.get("don-vi", "")
    if not code:
        return None
    return get_object_or_404(request.actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)


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
