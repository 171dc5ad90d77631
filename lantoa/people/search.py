"""People are found by name, by its first letters, by what they hold and where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.search import REACH, Dressed, Found, Sight, Source, itself
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.people.models import Account, Grant, Membership, Person, Post


def _found(keys: Sequence[int]) -> Iterator[Found]:
    on = clock.today()
    units: dict[int, set[int]] = defaultdict(set)
    texts: dict[int, list[str]] = defaultdict(list)
    rows: list[Any] = [
        *Membership.objects.filter(person__in=keys),
        *Post.objects.filter(person__in=keys).select_related("title"),
    ]
    names = organisation.names_of({row.unit_id for row in rows}, on)
    for row in rows:
        units[row.person_id].add(row.unit_id)
        if row.starts <= on and (row.ends is None or row.ends > on):
            texts[row.person_id] += [names.get(row.unit_id, ""), row.label if isinstance(row, Post) else ""]
    for person in Person.objects.filter(pk__in=keys):
        yield Found(
            key=person.pk,
            title=person.full_name,
            code=person.card_number,
            url=reverse("people:show", args=[person.pk]),
            texts=["".join(word[0] for word in fold(person.full_name).split()), *texts[person.pk]],
            sights=[
                Sight(person=person.pk),
                *(Sight("people.view", unit, REACH) for unit in sorted(units[person.pk])),
            ],
        )


def _dress(rows: Sequence[Any], actor: Any) -> Mapping[tuple[int, int], Dressed]:
    """What she holds and where, else where she belongs; two of one cell and name by their day of birth."""
    keys, on = [row.key for row in rows], actor.on
    posts: dict[int, Post] = {}
    for post in (
        Post.objects.on(on).filter(person__in=keys).select_related("title").order_by("-is_head", "starts")
    ):
        posts.setdefault(post.person_id, post)
    cells = dict(Membership.objects.on(on).filter(person__in=keys).values_list("person_id", "unit_id"))
    where = {pk: posts[pk].unit_id if pk in posts else cells.get(pk) for pk in keys}
    names = organisation.with_parents({unit for unit in where.values() if unit}, on)
    born = (
        dict(Person.objects.filter(pk__in=keys).values_list("pk", "born_on"))
        if actor.may("people.view")
        else {}
    )
    told = {}
    for row in rows:
        place = names.get(where[row.key] or 0, "")
        held = posts[row.key].label if row.key in posts else ""
        own = "" if actor.may("people.view") else reverse("people:me")
        day = born.get(row.key)
        note = _("sinh năm %(year)s") % {"year": day.year} if day else ""
        told[row.key, row.part] = Dressed(", ".join(filter(None, [held, place])), note, own)
    return told


def _of(model: Any) -> Any:
    def persons(keys: Iterable[int]) -> Iterable[int]:
        found: Iterable[int] = model.objects.filter(pk__in=list(keys)).values_list("person_id", flat=True)
        return found

    return persons


SOURCES = (
    Source(
        "person",
        gettext_lazy("Người"),
        "users",
        10,
        keys=lambda: Person.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={
            "people.person": itself,
            "people.membership": _of(Membership),
            "people.post": _of(Post),
            "people.grant": _of(Grant),
            "people.account": _of(Account),
        },
        permissions=("people.view",),
        dress=_dress,
        imports=("people",),
    ),
)
