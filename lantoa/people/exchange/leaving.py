"""The list of people as it goes out, in the columns in which it comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from lantoa.foundation.dates import show_date
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership, Person, Post
from lantoa.people.roles import ROLES


def count(unit: Unit, *, by: Any, only: QuerySet[Person] | None = None) -> int:
    """How many belong here or below; of a part, as `rows` does."""
    return _belonging(unit, by, only).count()


def _belonging(unit: Unit, by: Any, only: QuerySet[Person] | None) -> QuerySet[Membership]:
    members = organisation.within(Membership.objects.on(by.on), unit, on=by.on)
    return members if only is None else members.filter(person__in=only.order_by().values("pk"))


def rows(unit: Unit, *, by: Any, only: QuerySet[Person] | None = None) -> Iterator[dict[str, str]]:
    """The people who belong here or below, with the post they hold first; the columns of the list that comes in.

    `only` leaves out who is not among them: a page that shows a part gives out that part.
    """
    members = _belonging(unit, by, only).select_related("person")
    found = list(members.order_by("person__sort_key", "person_id"))
    places = organisation.subtree(unit, by.on)
    told = list(places.values_list("unit_id", "name", "unit__code"))
    shared = Counter(fold(name) for _unit, name, _code in told)
    called = {key: name if shared[fold(name)] == 1 else code for key, name, code in told}
    held = organisation.within(Post.objects.on(by.on), unit, on=by.on).select_related("title")
    posts = {post.person_id: post for post in held.order_by("-pk")}
    for member in found:
        person, post = member.person, posts.get(member.person_id)
        yield {
            "full_name": person.full_name,
            "born_on": show_date(person.born_on),
            "card_number": person.card_number,
            "unit": called.get(member.unit_id, ""),
            "status": str(member.get_status_display()),
            "phone": person.phone,
            "email": person.email,
            "since": show_date(member.starts),
            "title": str(post.title or "") if post else "",
            "role": str(ROLES[post.role].name) if post else "",
            "post_unit": called.get(post.unit_id, "") if post and post.unit_id != member.unit_id else "",
            "is_head": "x" if post and post.is_head else "",
            "id": f"N{person.pk}",
        }
