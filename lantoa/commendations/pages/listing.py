"""The lists: who was commended, who is nominated; and opening an occasion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, queries, rules
from lantoa.commendations.exchange import COMMENDATIONS
from lantoa.commendations.models import (
    AwardLevel,
    Commendation,
    CommendationQuerySet,
    Form,
    Occasion,
    Proposal,
    Subject,
)
from lantoa.foundation.fields import DayField, TextField, carry_out
from lantoa.foundation.filters import asked_period, choices_of, chosen, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.queries import with_unit_names
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm
from lantoa.programme import queries as programme
from lantoa.programme.models import Movement

MOST_OCCASIONS = 60


def index(request: HttpRequest) -> HttpResponse:
    """Everybody commended within reach: occurrences and different ones side by side."""
    actor, period = request.actor, asked_period(request)
    occasions = list(Occasion.objects.visible_to(actor)[:MOST_OCCASIONS])
    asked = {
        "level": chosen(request, "cap", AwardLevel.values),
        "form": chosen(request, "hinh-thuc", Form.values),
        "subject": chosen(request, "doi-tuong", Subject.values),
        "decision__occasion": chosen(request, "dot", [str(one.pk) for one in occasions]),
    }
    found = _found(actor, asked, period)
    if wants_workbook(request):
        return COMMENDATIONS.answer(found.order_by("-decision__decided_on", "-pk"), by=actor)
    page = paginate(request, found.order_by("-decision__decided_on", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.totals(found),
        "levels": choices_of(AwardLevel, asked["level"]),
        "forms": choices_of(Form, asked["form"]),
        "subjects": choices_of(Subject, asked["subject"]),
        "occasions": [(one, str(one.pk) == asked["decision__occasion"]) for one in occasions],
        "periods": period_choices(request, actor.on),
        "occasion": asked["decision__occasion"],
        "asks": bool(period or any(asked.values())),
        "may_record": may_record(actor),
        "may_decide": actor.may("commendations.decide"),
        "may_open": actor.may("commendations.propose") or actor.may("commendations.decide"),
        "may_propose": actor.may("commendations.propose"),
        "waiting": Proposal.objects.waiting_for(actor).count(),
    }
    return render(request, "commendations/index.html", context)


def of_movement(request: HttpRequest, pk: int) -> HttpResponse:
    """A piece of the movement's page: how many were commended in it, level by level; occurrences, not persons."""
    actor = request.actor
    movement = get_object_or_404(Movement.objects.visible_to(actor), pk=pk)
    found = Commendation.objects.visible_to(actor).filter(decision__occasion__movement=movement)
    context = {"levels": queries.by_level(found), "totals": queries.totals(found)}
    title = f"{_('Khen thưởng trong phong trào')}: {movement.name}"
    return show_panel(request, "commendations/of_movement.html", context, title=title)


def _found(actor: Actor, asked: dict[str, str], period: Any) -> CommendationQuerySet:
    found = queries.decided_in(Commendation.objects.visible_to(actor), period)
    found = found.filter(**{name: value for name, value in asked.items() if value})
    return found.select_related("decision__occasion", "person")


def may_record(actor: Actor) -> bool:
    """Whether the actor records decisions: of her own body, or praise within her cell."""
    of_a_cell = actor.unit is not None and rules.level_of(actor.unit.level) == rules.CELL
    return actor.may("commendations.decide") or (of_a_cell and actor.may("commendations.propose"))


def proposals(request: HttpRequest) -> HttpResponse:
    """Nominations within reach; with ?cho-toi=1 those that wait for the actor's body, oldest first."""
    actor = request.actor
    for_me = request.GET.get("cho-toi") == "1"
    to_appraise = request.GET.get("tham-dinh") == "1"
    status = chosen(request, "trang-thai", Proposal.Status.values)
    found = Proposal.objects.visible_to(actor)
    if to_appraise:
        found = found.to_appraise(actor).order_by("submitted_on", "pk")
    if for_me:
        found = found.waiting_for(actor).order_by("submitted_on", "pk")
    if status:
        found = found.filter(status=status)
    page = paginate(request, found.select_related("person", "occasion"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "today": actor.on,
        "for_me": for_me,
        "to_appraise": to_appraise,
        "may_appraise": actor.may("commendations.appraise"),
        "unappraised": Proposal.objects.to_appraise(actor).count(),
        "asks": for_me or to_appraise or bool(status),
        "statuses": choices_of(Proposal.Status, status),
        "may_decide": actor.may("commendations.decide"),
        "may_propose": actor.may("commendations.propose"),
        "waiting": Proposal.objects.waiting_for(actor).count(),
    }
    return render(request, "commendations/proposals.html", context)


class OccasionForm(OfUnitForm):
    """Its name, who holds it, when."""

    name = TextField(
        label=gettext_lazy("Tên đợt khen"),
        max_length=250,
        help_text=gettext_lazy("Ví dụ: Sơ kết 2 năm thực hiện Kết luận 01."),
    )
    held_on = DayField(label=gettext_lazy("Ngày"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["movement"] = forms.ModelChoiceField(
            programme.movements_offered_to(actor),
            label=_("Trong phong trào thi đua"),
            required=False,
            empty_label=_("Không thuộc phong trào nào"),
            error_messages={"invalid_choice": _("Chọn một phong trào trong danh sách.")},
        )


def new_occasion(request: HttpRequest) -> HttpResponse:
    """Open an occasion in a unit within reach."""
    actor = request.actor
    if not (actor.may("commendations.propose") or actor.may("commendations.decide")):
        raise PermissionDenied
    form = OccasionForm(actor, request.POST or None, initial={"held_on": actor.on})
    if request.method == "POST":
        occasion = carry_out(form, lambda **typed: actions.open_occasion(by=actor, **typed))
        if occasion:
            said = _("Đã mở đợt khen “%(name)s”.") % {"name": occasion}
            return redirect_with(request, "commendations:occasion", said, occasion.pk)
    return render(request, "commendations/occasion_new.html", {"form": form})
