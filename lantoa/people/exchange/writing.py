"""A list is written down, and undone: people and memberships at once, posts and accounts through their own acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from lantoa.foundation.exchange import (
    CHANGED,
    NEW,
    Plan,
)
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people import actions, rules
from lantoa.people.exchange.columns import OF_PERSON, shown
from lantoa.people.models import Account, Grant, Membership, Person, Post, Title


@transaction.atomic
def write(plans: Sequence[Plan], *, unit: Unit, by: Any) -> dict[str, Any]:
    """People and memberships at once; posts and accounts through their own acts."""
    new = [one for one in plans if one.state == NEW]
    changed = [one for one in plans if one.state == CHANGED]
    people = Person.objects.bulk_create([_person(one).prepare() for one in new])
    Membership.objects.bulk_create(
        Membership(person=p, unit_id=o.values["unit"], status=o.values["status"], starts=o.values["since"])
        for p, o in zip(people, new, strict=True)
    )
    log: dict[str, Any] = {
        "created": [[str(p), p.pk] for p in people],
        "changed": [],
        "grants": [],
        "accounts": [],
    }
    titles = {clean(o.values["title"] or "") for o in [*new, *changed]}
    titles -= set(Title.objects.in_bulk(titles, field_name="name"))
    units = Unit.objects.in_bulk({o.values["post_unit"] for o in plans})
    for person, one in zip(people, new, strict=True):
        _post_and_account(person, one, units, log, by)
    known = Person.objects.in_bulk([one.match for one in changed])
    for one in changed:
        person = known[one.match or 0]
        log["changed"].append(_change(person, one, by.on))
        if "title" in one.changes:
            _give(person, one, units, log, by)
        if "account" in one.changes:
            log["accounts"].append(actions.add_account(person, sign_in_name=one.values["account"], by=by).pk)
    log["titles"] = [title.pk for title in Title.objects.in_bulk(titles, field_name="name").values()]
    return log


def _person(plan: Plan) -> Person:
    return Person(**{code: plan.values[code] or ("" if code != "born_on" else None) for code in OF_PERSON})


def _post_and_account(
    person: Person, plan: Plan, units: Mapping[int, Unit], log: dict[str, Any], by: Any
) -> None:
    if plan.values["role"]:
        _give(person, plan, units, log, by)
    if plan.values["account"]:
        log["accounts"].append(actions.add_account(person, sign_in_name=plan.values["account"], by=by).pk)


def _give(person: Person, plan: Plan, units: Mapping[int, Unit], log: dict[str, Any], by: Any) -> None:
    values = plan.values
    wide = rules.reaches_below(values["role"])
    grant = actions.appoint(
        person,
        unit=units[values["post_unit"]],
        role=values["role"],
        title=values["title"] or "",
        reach=Post.Reach.SUBTREE if wide else Post.Reach.UNIT,
        is_head=values["is_head"],
        starts=by.on,
        by=by,
    )
    log["grants"].append(grant.pk)


def _change(person: Person, plan: Plan, on: dt.date) -> dict[str, Any]:
    before = {}
    for code in OF_PERSON:
        if code in plan.changes:
            before[code] = [shown(getattr(person, code)), shown(plan.values[code])]
            setattr(person, code, plan.values[code])
    if before:
        person.save()
    joined = None
    if "unit" in plan.changes:
        values = plan.values
        joined = Membership.objects.create(
            person=person,
            unit_id=values["unit"],
            status=values["status"] or "official",
            starts=values["since"] or on,
        ).pk
    return {"person": person.pk, "before": before, "joined": joined}


@transaction.atomic
def undo(log: Mapping[str, Any], *, by: Any) -> list[str]:
    """What the list added goes, what it changed is as before; who has been built on since stays and is named."""
    kept: list[str] = []
    opened = Account.objects.filter(pk__in=log["accounts"])
    for grant in Grant.objects.filter(pk__in=log["grants"]).select_related("post"):
        with suppress(ProtectedError), transaction.atomic():
            post = grant.post
            grant.delete()
            if post:
                post.delete()
    opened.without_password().delete()
    for title in Title.objects.filter(pk__in=log.get("titles", []), duties=None):
        with suppress(ProtectedError), transaction.atomic():
            title.delete()
    for name, pk in log["created"]:
        if Account.objects.filter(person=pk).exists() or not _gone(pk):
            kept.append(name)
    for one in log["changed"]:
        _put_back(one)
    return kept


def _gone(pk: int) -> bool:
    """The person with her membership, unless something stands on her by now."""
    try:
        with transaction.atomic():
            Membership.objects.filter(person=pk).delete()
            Person.objects.filter(pk=pk).delete()
    except ProtectedError:
        return False
    return True


def _put_back(one: Mapping[str, Any]) -> None:
    person = Person.objects.get(pk=one["person"])
    for code, (before, after) in one["before"].items():
        if shown(getattr(person, code)) == after:  # somebody may have mended it since
            day = dt.datetime.strptime(before, "%d/%m/%Y").date() if code == "born_on" and before else None
            setattr(person, code, day if code == "born_on" else before)
    person.save()
    if one["joined"]:
        Membership.objects.filter(pk=one["joined"]).delete()
