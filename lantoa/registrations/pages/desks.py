"""The four kinds of paper that the one writing page writes, and in what they differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.people.models import Person
from lantoa.registrations import actions, queries
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising
from lantoa.registrations.pages.sheet import Sheet
from lantoa.writing import inquiry

SUBJECT = Registration.Subject


@dataclass(frozen=True)
class Words:
    """What the page says that another kind says otherwise; `back` is an address and the words of its link."""

    title: str
    heading: str
    hint: str
    back: tuple[str, str]


@dataclass(frozen=True)
class Desk:
    """One paper to be written: where its page is, how its draft begins, where one goes when it is written down."""

    request: HttpRequest
    year: int
    one: Registration | None
    words: Words
    here: str
    advice_of: inquiry.Of
    start: Callable[[], Registration]
    then: Callable[[Registration], str]
    subject: str = SUBJECT.INDIVIDUAL
    person: Person | None = None
    head: Registration | None = None
    other_years: list[int] = field(default_factory=list)

    def sheet(self, data: Any = None, typed: Mapping[str, str] | None = None) -> Sheet:
        """Its boxes: as they were written down, as they were sent, or `typed` and not to be read yet."""
        return Sheet(self.request.actor, self.one, data, self.person, subject=self.subject, typed=typed)


def mine(request: HttpRequest, year: int) -> Desk:
    """The actor's own."""
    actor = request.actor
    one = of_actor(request, year)
    home = queries.home_of(actor.person, actor)
    calendar = queries.calendar_in(home.unit if home else None, actor)
    if one is None:
        calendar.must_be_open(year)
    taken = set(Registration.objects.of(actor.person).standing().values_list("year", flat=True))
    return Desk(
        request,
        year,
        one,
        Words(
            title=_("Đăng ký năm %(year)s") % {"year": year},
            heading=_("Năm %(year)s đồng chí sẽ làm việc gì?") % {"year": year},
            hint=_("Viết một việc thật, làm được, gắn với nhiệm vụ của mình. Hai ba câu là đủ."),
            back=(reverse("registrations:mine"), _("Của tôi")),
        ),
        here=reverse("registrations:write", args=[year]),
        advice_of=advising.paper(request, year, one),
        start=lambda: actions.start_draft(by=actor, year=year),
        then=lambda _one: reverse("registrations:check", args=[year]),
        head=queries.head_first(home.unit, year, actor.on, reader=actor.person) if home else None,
        other_years=[y for y in calendar.years if y != year and y not in taken],
    )


def of_actor(request: HttpRequest, year: int) -> Registration | None:
    """The actor's own registration of that year, if there is one."""
    mine = Registration.objects.of(request.actor.person).standing().in_year(year).for_lists().first()
    return queries.as_told(mine, request.actor) if mine else None


def anothers(request: HttpRequest, year: int, pk: int) -> Desk:
    """Of somebody of the actor's cell; Conflict when she writes it herself."""
    person = get_object_or_404(queries.neighbours(request.actor), person_id=pk).person
    one = Registration.objects.of(person).standing().in_year(year).for_lists().first()
    if one and not one.is_on_behalf:
        raise Conflict(_("Đồng chí %(name)s tự viết bản này nên không ghi hộ được.") % {"name": person})
    if one is None:
        queries.calendar_in(request.actor.unit, request.actor).must_be_open(year)
    about = {"name": person.full_name, "year": year}
    return Desk(
        request,
        year,
        one,
        Words(
            title=_("Ghi hộ đồng chí %(name)s") % about,
            heading=_("Năm %(year)s, đồng chí %(name)s sẽ làm việc gì?") % about,
            hint=_(
                "Ghi đúng lời người đăng ký nói. Bản này ghi rõ ai ghi hộ và được đánh dấu chưa xác nhận, "
                "đến khi người đăng ký xác nhận."
            ),
            back=(f"{reverse('registrations:behalf')}?nam={year}", _("Chọn người khác")),
        ),
        here=reverse("registrations:behalf_write", args=[year, pk]),
        advice_of=advising.paper(request, year, one, person=person),
        start=lambda: actions.start_draft(by=request.actor, year=year, person=person),
        then=Registration.get_absolute_url,
        person=person,
        head=queries.head_of(person, year, request.actor),
    )


def ours(request: HttpRequest, year: int) -> Desk:
    """Of the unit the actor leads."""
    unit = request.actor.unit
    if unit is None:
        raise NotAllowed(_("Đồng chí chưa được giao phụ trách đơn vị nào."))
    one = Registration.objects.collective(unit).in_year(year).for_lists().first()
    if one is None:
        queries.calendar_in(unit, request.actor).must_be_open(year)
    about = {"unit": request.actor.name_of(unit), "year": year}
    return Desk(
        request,
        year,
        one,
        Words(
            title=_("Đăng ký của tập thể năm %(year)s") % about,
            heading=_("Năm %(year)s, %(unit)s sẽ làm việc gì?") % about,
            hint=_(
                "Bản của tập thể do người đứng đầu gửi, cấp trên trực tiếp duyệt. Viết việc cả đơn vị cùng làm, "
                "đã bàn thống nhất."
            ),
            back=(f"{reverse('registrations:index')}?nam={year}", _("Danh sách đăng ký")),
        ),
        here=reverse("registrations:collective", args=[year]),
        advice_of=advising.paper(request, year, one, collective=True),
        start=lambda: actions.start_draft(by=request.actor, year=year, collective=True),
        then=Registration.get_absolute_url,
        subject=SUBJECT.COLLECTIVE,
    )


def family(request: HttpRequest, pk: int) -> Desk:
    """Of a family, typed for it by whoever looks after the cell it lives with."""
    families = Registration.objects.visible_to(request.actor).filter(subject=SUBJECT.HOUSEHOLD)
    one = get_object_or_404(families.for_lists(), pk=pk)
    if not queries.writes(one, request.actor):
        raise NotAllowed(_("Người phụ trách chi bộ nơi gia đình ở ghi bản này."))
    about = {"name": one.owner_name, "year": one.year}
    return Desk(
        request,
        one.year,
        one,
        Words(
            title=_("Đăng ký của %(name)s") % about,
            heading=_("Năm %(year)s, %(name)s sẽ làm việc gì?") % about,
            hint=_(
                "Ghi đúng lời gia đình nói. Bản này được đánh dấu chưa xác nhận, đến khi gia đình xác nhận tại "
                "buổi họp hoặc ký."
            ),
            back=(f"{reverse('registrations:behalf')}?nam={one.year}", _("Ghi hộ")),
        ),
        here=reverse("registrations:household", args=[pk]),
        advice_of=advising.of_household(one),
        start=lambda: one,
        then=Registration.get_absolute_url,
        subject=SUBJECT.HOUSEHOLD,
    )
