"""What this room asks of a person today: the year's plan, its number and date, tasks that fall due, summing up."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lantoa.foundation.dates import Period
from lantoa.foundation.text import lower_first
from lantoa.foundation.todo import Todo
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, keeps_lists
from lantoa.programme import queries
from lantoa.programme.models import ListProposal, Movement, Plan, Theme

# A plan of the year is not asked for when the year is ending; what there is to say then is the summing up.
LAST_MONTH_TO_PLAN = 10
MOST_MOVEMENTS = 3
MOST_DIRECTIVES = 5


def items(actor: Actor) -> Iterator[Todo]:
    """For those who do a unit's work; an administrator writes no plans. Proposals wait for who keeps the lists."""
    yield from _proposals(actor)
    if actor.unit is None or not actor.unit.level:
        return
    if not (actor.may("programme.edit") and actor.may("study.edit")):
        return
    yield from _plan_of_the_year(actor)
    yield from _tasks(actor)
    yield from _directives(actor)
    yield from _movements(actor)


def _directives(actor: Actor) -> Iterator[Todo]:
    """What documents of the unit above ask of this one."""
    assert actor.unit is not None
    for one in queries.directives_asked_of(actor.unit, actor.on)[:MOST_DIRECTIVES]:
        title = _("Thực hiện %(document)s") % {"document": lower_first(str(one))}
        yield Todo(
            title, one.get_absolute_url(), _("Mở văn bản"), minutes=5, due=one.answer_by, note=one.asks
        )


def _proposals(actor: Actor) -> Iterator[Todo]:
    if not actor.may("programme.edit") or not keeps_lists(actor):
        return
    if count := ListProposal.objects.waiting().count():
        title = _("%(n)s đề nghị về danh mục dùng chung chờ trả lời") % {"n": count}
        yield Todo(title, reverse("programme:lists"), _("Xem và trả lời"), minutes=3 * count)


def _plan_of_the_year(actor: Actor) -> Iterator[Todo]:
    assert actor.unit is not None
    asked = queries.owed(actor.unit, actor.on).first()
    plan = queries.begun_for(actor.unit, asked) if asked else queries.plan_of_year(actor.unit, actor.on.year)
    if plan is None or plan.is_issued:
        yield from _to_begin(actor, plan, asked)
    elif asked is not None or actor.on.month <= LAST_MONTH_TO_PLAN or plan.status == Plan.Status.SUBMITTED:
        yield _to_go_on(plan, asked)


def _to_begin(actor: Actor, plan: Plan | None, asked: Plan | None) -> Iterator[Todo]:
    """What the unit above asks for; else the plan of the year. A cell's opens when its committee has issued."""
    if asked is not None:
        title = _("Ban hành kế hoạch thực hiện %(plan)s") % {"plan": lower_first(asked.symbol)}
        url = f"{reverse('programme:plan_new')}?tu={asked.pk}"
        yield Todo(title, url, _("Lập kế hoạch"), minutes=20, due=asked.lower_by)
    elif plan is None and actor.on.month <= LAST_MONTH_TO_PLAN and _is_open(actor):
        title = _("Lập kế hoạch học tập, thực hành năm %(year)s") % {"year": actor.on.year}
        yield Todo(title, reverse("programme:plan_new"), _("Lập kế hoạch"), minutes=20)


def _is_open(actor: Actor) -> bool:
    """A cell waits for the plan of its committee; whoever has nobody above waits for nobody."""
    assert actor.unit is not None
    if actor.unit.level != Unit.Level.CELL:
        return True
    year = Period.year(actor.on.year)
    above = organisation.ancestors(actor.unit, actor.on)
    return not above or queries.plans_above(actor.unit, year.starts, year.ends).exists()


def _to_go_on(plan: Plan, asked: Plan | None) -> Todo:
    due = asked.lower_by if asked else None
    time = _("toàn khóa") if plan.scope == Theme.Span.TERM else _("năm %(year)s") % {"year": plan.starts.year}
    if plan.status == Plan.Status.DRAFT:
        title = _("Hoàn thiện kế hoạch %(time)s") % {"time": time}
        return Todo(title, plan.get_absolute_url(), _("Mở bản nháp"), 10, due, plan.return_reason)
    title = _("Ghi số, ngày ban hành kế hoạch %(time)s") % {"time": time}
    return Todo(title, plan.get_absolute_url(), _("Ghi số và ngày"), 2, due)


def _tasks(actor: Actor) -> Iterator[Todo]:
    assert actor.unit is not None
    due = list(queries.tasks_due(actor.unit, actor.on).select_related("plan"))
    if not due:
        return
    title = ngettext("%(n)s việc trong kế hoạch đến hạn", "%(n)s việc trong kế hoạch đến hạn", len(due)) % {
        "n": len(due)
    }
    url = due[0].get_absolute_url()
    yield Todo(title, url, _("Xem việc đến hạn"), minutes=3, due=due[0].due, note=due[0].content)


def _movements(actor: Actor) -> Iterator[Todo]:
    """A movement that is over is summed up by the unit that launched it."""
    for movement in Movement.objects.filter(unit=actor.unit).awaiting_their_sum(actor.on)[:MOST_MOVEMENTS]:
        title = _("Tổng kết phong trào “%(name)s”") % {"name": movement.name}
        url = reverse("programme:movement_sum_up", args=[movement.pk])
        yield Todo(title, url, _("Ghi tổng kết"), minutes=10)
