"""What is late: plans not issued, documents not answered, movements over and not summed up. What falls due: these, and
lines of plans.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.late import Due, Late
from lantoa.foundation.text import lower_first
from lantoa.messages import queries as messages
from lantoa.organisation.models import Placement, Unit
from lantoa.people.models import Beginning, Post
from lantoa.programme import queries
from lantoa.programme.models import DirectiveAnswer, Movement, Plan, PlanTask

# The first quarter is for writing it; in the last months nobody begins one, but what was sent still lacks its number.
FROM_MONTH, LAST_MONTH_TO_PLAN = 4, 10
WHO_WRITE = ("secretary", "committee", "officer")


def late(on: dt.date) -> Iterator[Late]:
    """Plans, documents that ask something, movements that have ended."""
    yield from _late_plans(on)
    yield from _late_documents(on)
    yield from _late_movements(on)


def _late_plans(on: dt.date) -> Iterator[Late]:
    """Units that owe the plan asked of them by a day, committees without one; then plans that never got a number.

    An office begun after the first quarter is asked for the plan of the next year.
    """
    year = Period.year(on.year)
    of_year = Plan.objects.of_year().filter(unit=OuterRef("unit"), starts__lt=year.ends, ends__gt=year.starts)
    levels = [Unit.Level.GRASSROOTS, Unit.Level.SUPERIOR]
    committees, here = Q(unit__level__in=levels, unit__kind=Unit.Kind.PARTY), Placement.objects.on(on)
    things, said = queries.owing(on), _("%(n)s kế hoạch năm {year} chưa ban hành")
    if FROM_MONTH <= on.month <= LAST_MONTH_TO_PLAN:
        in_use = Beginning.objects.in_use_on(dt.date(on.year, FROM_MONTH, 1) - dt.timedelta(days=1))
        without = here.filter(committees & ~Exists(of_year.issued()), in_use)
        things = in_any(here, without, things)
    elif on.month > LAST_MONTH_TO_PLAN:
        sent = here.filter(Exists(of_year.filter(status=Plan.Status.SUBMITTED)))
        things = in_any(here, sent, things)
        said = _("%(n)s kế hoạch năm {year} chưa ban hành, hoặc chưa ghi số, ngày")
    yield Late(
        "ke-hoach",
        _("Kế hoạch"),
        _("bản"),
        said.format(year=on.year),
        "programme.view",
        things,
        lambda code: f"{reverse('programme:plans')}?{urlencode({'don-vi': code, 'nam': on.year})}",
        order=20,
    )


def _late_documents(on: dt.date) -> Iterator[Late]:
    yield Late(
        "van-ban",
        _("Văn bản chỉ đạo"),
        _("đơn vị"),
        _("còn văn bản chỉ đạo quá hạn chưa báo thực hiện"),
        "programme.view",
        queries.owing_an_answer(on),
        lambda code: f"{reverse('programme:directives')}?{urlencode({'don-vi': code})}",
        order=25,
    )


def _late_movements(on: dt.date) -> Iterator[Late]:
    yield Late(
        "phong-trao",
        _("Tổng kết phong trào"),
        _("phong trào"),
        _("%(n)s phong trào thi đua đã kết thúc, chưa tổng kết"),
        "programme.view",
        Movement.objects.all().awaiting_their_sum(on),
        lambda code: _listed("programme:movements", code, queries.AWAITING),
        order=26,
    )
    yield Late(
        "ket-qua-phong-trao",
        _("Kết quả trong phong trào"),
        _("phong trào"),
        _("%(n)s phong trào đã kết thúc, chưa ghi kết quả của đơn vị"),
        "programme.view",
        queries.without_a_word_of_the_end(on),
        lambda code: _listed("programme:participations", code, queries.AWAITING),
        order=27,
    )


def _listed(page: str, code: str, only: str) -> str:
    return f"{reverse(page)}?{urlencode({'don-vi': code, 'loc': only})}"


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """What a superior asks for, and lines of issued plans."""
    yield from _asked_for(first, last, on)
    yield from _documents(first, last, on)
    yield from _lines(first, last, on)
    yield from _movements(first, last, on)


def _asked_for(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Who writes for a unit directly below issues its plan by the day that the superior set."""
    for plan in Plan.objects.asking_below().filter(lower_by__range=(first, last)):
        told = {"pk": plan.pk, "scope": plan.scope, "starts": plan.starts, "ends": plan.ends}
        answered = Plan.objects.answering(**told).filter(unit=OuterRef("unit"))
        below = Placement.objects.on(on).filter(parent=plan.unit_id, unit__kind=Unit.Kind.PARTY)
        posts = Post.objects.on(on).filter(
            ~Exists(answered), unit__in=below.values("unit_id"), role__in=WHO_WRITE
        )
        title = _("ban hành kế hoạch thực hiện %(plan)s") % {"plan": lower_first(plan.symbol)}
        url = f"{reverse('programme:plan_new')}?tu={plan.pk}"
        for post in posts:
            assert plan.lower_by and post.unit_id
            yield Due(f"plan:{plan.pk}", post.person_id, post.unit_id, plan.lower_by, title, url, priority=35)


def _documents(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Who writes for a unit directly below carries out what a document asks by its day."""
    for one in queries.asking_documents().filter(answer_by__range=(first, last)):
        answered = DirectiveAnswer.objects.filter(directive=one, unit=OuterRef("unit"))
        below = Placement.objects.on(on).filter(parent=one.unit_id)
        posts = Post.objects.on(on).filter(
            ~Exists(answered), unit__in=below.values("unit_id"), role__in=WHO_WRITE
        )
        title = _("thực hiện %(document)s") % {"document": lower_first(str(one))}
        for post in posts:
            assert one.answer_by and post.unit_id
            yield Due(
                f"directive:{one.pk}",
                post.person_id,
                post.unit_id,
                one.answer_by,
                title,
                one.get_absolute_url(),
                priority=35,
            )


def _lines(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """A line of an issued plan, told to who does the work of the unit whose plan it is."""
    lines = list(PlanTask.objects.to_do().filter(due__range=(first, last)).select_related("plan"))
    doers = messages.receivers_of({one.plan.unit_id for one in lines}, on)
    for one in lines:
        assert one.due
        for person in sorted(doers.get(one.plan.unit_id, ())):
            yield Due(
                f"plan task:{one.pk}",
                person,
                one.plan.unit_id,
                one.due,
                _("một việc trong kế hoạch"),
                one.get_absolute_url(),
                priority=45,
                is_of_unit=True,
            )


def _movements(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """A movement that ends is summed up where it was launched; each unit in it writes what it did."""
    over = list(Movement.objects.all().awaiting_their_sum(last).filter(ends__gte=first))
    joined = list(queries.unreviewed().filter(movement__ends__range=(first, last)).select_related("movement"))
    doers = messages.receivers_of({one.unit_id for one in [*over, *joined]}, on)
    for one in over:
        assert one.ends
        title = _("tổng kết phong trào “%(name)s”") % {"name": one.name}
        for person in sorted(doers.get(one.unit_id, ())):
            key, url = f"movement:{one.pk}", one.get_absolute_url()
            yield Due(key, person, one.unit_id, one.ends, title, url, priority=45, is_of_unit=True)
    for part in joined:
        assert part.movement.ends
        title = _("ghi kết quả của đơn vị trong phong trào “%(name)s”") % {"name": part.movement.name}
        for person in sorted(doers.get(part.unit_id, ())):
            key, url = f"participation:{part.pk}", part.get_absolute_url()
            yield Due(key, person, part.unit_id, part.movement.ends, title, url, priority=47, is_of_unit=True)
