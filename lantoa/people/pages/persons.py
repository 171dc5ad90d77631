"""The administrator's pages of people: who is here, her posts, her account."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.db.models import OuterRef, QuerySet
from django.forms import Select
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import read_date
from lantoa.foundation.fields import PlainForm
from lantoa.foundation.filters import asked_words, chosen
from lantoa.foundation.gathering import gather
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.paging import Parts
from lantoa.foundation.sheets import page_answer, wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actions, codes, exchange, queries, rules
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField
from lantoa.people.models import Account, Grant, Membership, Person, Post
from lantoa.people.pages.shared import with_names
from lantoa.people.queries import telling_apart
from lantoa.people.sign_in import ask_to_prove, is_fresh, proves

OF_UNIT = "don-vi"


class UnitFilter(PlainForm):
    """The people of which unit: by name or code; all in reach when the box is empty."""

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = UnitField(actor, label=_("Đơn vị"), required=False, initial="")
        if box.is_list:
            cast(Select, box.widget).choices = [("", _("Tất cả")), *cast(Select, box.widget).choices]
        self.fields[OF_UNIT] = box


def index(request: HttpRequest) -> HttpResponse:
    """The people of the units in reach, searched by name without accents."""
    actor = request.actor
    asking = UnitFilter(actor, {OF_UNIT: request.GET.get(OF_UNIT, "")})
    unit = asking.cleaned_data[OF_UNIT] if asking.is_valid() else None
    shown = chosen(request, "xem", [code for code, _label in _lists(request)])
    people = _asked_for(request, unit, shown)
    if wants_workbook(request):
        if not is_fresh(request) and people.count() > rules.MANY_PERSONS:
            return ask_to_prove(request)
        return _workbook(request, people, unit or actor.unit, shown)
    is_whole = not (unit or shown or asked_words(request))
    page = paginate(
        request,
        people,
        shown=Person.objects.select_related("account"),
        parts=_parts_for(actor) if is_whole else None,
    )
    _say_what_is_shown(page, actor, shown)
    tools = [room.of_people(unit, actor) for room in gather("panels") if hasattr(room, "of_people")]
    context = {
        "page": page,
        "text": asked_words(request),
        "may_confirm": actor.may("people.confirm_posts"),
        "may_keep": actor.may("people.manage_accounts"),
        "unit": unit,
        "unit_box": asking[OF_UNIT],
        "lists": [(code, label, code == shown) for code, label in _lists(request)],
        "shown": shown,
        "tools": [tool for offered in tools for tool in offered],
        "unit_name": organisation.name_of(unit, actor.on) if unit else "",
    }
    return render(request, "people/index.html", context)


def _parts_for(actor: Actor) -> Parts | None:
    """How the list of everybody in a wide reach is read."""
    if not (actor.reaches_widely and actor.may("people.view")):
        return None
    return lambda: (Person.objects.all(), Person.objects.all().visible_in_parts(actor))


def _asked_for(request: HttpRequest, unit: Unit | None, shown: str) -> QuerySet[Person]:
    actor = request.actor
    people = Person.objects.visible_to(actor).named(asked_words(request))
    if unit:
        of_unit = actor.within(Membership.objects.on(actor.on), unit).values("person_id")
        held = actor.within(Post.objects.on(actor.on), unit).values("person_id")
        people = in_any(people, of_unit, held)
    if shown == UNUSED:
        return people.filter(pk__in=queries.accounts_unused(actor.on).values("person_id"))
    if shown == ENDING:
        return people.filter(pk__in=queries.posts_ending(actor).values("person_id"))
    if shown == KEEPERS:
        return people.filter(pk__in=queries.administrators(actor).values("person_id"))
    return people


def _say_what_is_shown(page: Iterable[Any], actor: Actor, shown: str) -> None:
    """Of each person on the page: her cell, what tells her from another of her name, and what the list is about."""
    here = [person.pk for person in page]
    called = organisation.name_that_day(OuterRef("unit"), actor.on)
    members = actor.in_reach(Membership.objects.on(actor.on)).filter(person__in=here).select_related("person")
    cells = {one.person_id: one for one in members.annotate(unit_name=called)}
    soon = queries.posts_ending(actor).filter(person__in=here) if shown == ENDING else []
    ending = {post.person_id: post for post in soon}
    held = queries.administrators(actor).filter(person__in=here) if shown == KEEPERS else []
    keepers = {one.person_id: one for one in sorted(held, key=lambda one: one.reach == "subtree")}
    names = organisation.names_of((one.unit_id for one in keepers.values()), actor.on) if keepers else {}
    apart = telling_apart(page, by=actor)
    for person in page:
        person.apart = apart.get(person.pk, "")
        person.ending = ending.get(person.pk)
        person.keeps = keepers.get(person.pk)
        person.keeps_of = names.get(person.keeps.unit_id, "") if person.keeps else ""
        person.cell = cells.get(person.pk)
        person.cell_name = person.cell.unit_name or "" if person.cell else ""


def _workbook(request: HttpRequest, people: QuerySet[Person], unit: Unit | None, shown: str) -> HttpResponse:
    """What the page shows, whole: posts where it shows posts, else the people who belong here."""
    actor = request.actor
    if unit is None:
        raise Http404
    if shown == ENDING:
        ending = queries.posts_ending(actor).filter(person__in=people.order_by().values("pk"))
        return exchange.POSTS.answer(ending.select_related("person", "unit", "title"), by=actor, unit=unit)
    rows = exchange.rows(unit, by=actor, only=people)
    return page_answer(
        exchange.PEOPLE, rows, exchange.count(unit, by=actor, only=people), by=actor, unit=unit
    )


ENDING, UNUSED, KEEPERS = "het-nhiem-ky", "chua-dung", "quan-tri"


def _lists(request: HttpRequest) -> list[tuple[str, str]]:
    """The lists that may be chosen: whose accounts are unused is asked by who looks after accounts."""
    found = [(ENDING, _("Sắp hết nhiệm kỳ")), (KEEPERS, _("Người quản trị"))]
    return (
        [*found, (UNUSED, _("Tài khoản chưa dùng"))] if request.actor.may("people.manage_accounts") else found
    )


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: memberships, posts, and for the administrator the account."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    context = {
        "person": person,
        "memberships": person.memberships.select_related("unit").order_by("-starts"),
        "posts": person.posts.select_related("unit", "title").order_by("-starts"),
        "account": Account.objects.filter(person=person).first(),
        "may_manage_posts": request.actor.may("people.manage_posts") and person != request.actor.person,
        "may_end_posts": request.actor.may("people.manage_posts"),
        "may_manage_accounts": request.actor.may("people.manage_accounts") and person != request.actor.person,
        "may_keep": request.actor.may("people.manage_accounts"),
        "may_mend": request.actor.may("people.manage_accounts") and queries.keeps(person, request.actor),
        "merges": person.merges.filter(undone_at=None) if request.actor.may("people.manage_accounts") else [],
        "waiting": Grant.objects.visible_to(request.actor).waiting().filter(person=person),
    }
    if context["may_manage_accounts"]:
        context["holds_the_keys"] = queries.reaches_all_of(person, request.actor)
    context["to_agree"] = codes.code_to_agree_to(context["account"], clock.now(), by=request.actor)
    return render(request, "people/show.html", with_names(context, request.actor.on))


@posts_only
def end_post(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post on a day."""
    post = get_object_or_404(Post.objects.visible_to(request.actor), pk=pk)
    actions.end_post(post, ends=read_date(request.POST.get("ends", ""), "ends"), by=request.actor)
    return redirect_with(request, "people:show", _("Đã kết thúc chức vụ."), post.person_id)


@posts_only
@proves
def open_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an account and show the one-time code, once."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account, code = actions.open_account(
        person, sign_in_name=request.POST.get("sign_in_name", ""), by=request.actor
    )
    return render(request, "people/code.html", {"person": person, "account": account, "code": code})


@posts_only
@proves
def give_code(request: HttpRequest, pk: int) -> HttpResponse:
    """A new one-time code for someone who forgot the password, shown once."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account = get_object_or_404(Account, person=person)
    code = actions.give_reset_code(account, by=request.actor)
    return render(request, "people/code.html", {"person": person, "account": account, "code": code})


@posts_only
@proves
def switch_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account that is open, or the other way round."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account = get_object_or_404(Account, person=person)
    act = actions.close_account if account.is_active else actions.reopen_account
    act(account, by=request.actor)
    return redirect_with(request, "people:show", _("Đã cập nhật tài khoản."), pk)
