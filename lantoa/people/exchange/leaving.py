"""The list of people as it goes out, in the columns in which it comes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from lantoa.foundation.dates import show_date
from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Membership, Person, Post
from lantoa.people.roles import ROLES


def rows(unit: Unit, *, by: Any, only: QuerySet[Person] | None = None) -> Iterator[dict[str, str]]:
    """The people who belong here or below, with the post they hold first; the columns of the list that comes in.

    `only` leaves out who is not among them: a page that shows a part gives out that part.
    """
    members = organisation.within(Membership.objects.on(by.on), unit, on=by.on).select_related("person")
    if only is not None:
        members = members.filter(person__in=only.order_by().values("pk"))
    found = list(members.order_by("person__sort_key", "person_id"))
    places = organisation.subtree(unit, by.on)
    name_of = dict(places.values_list("unit_id", "name"))
    code_of = dict(places.values_list("unit_id", "unit__code"))
    names = [fold(name) for name in name_of.values()]
    held = Post.objects.on(by.on).filter(unit__in=name_of).select_related("title").order_by("-pk")
    posts = {post.person_id: post for post in held}

    def called(unit_id: int) -> str:
        name = name_of.get(unit_id, "")
        return name if names.count(fold(name)) == 1 else code_of.get(unit_id, name)

    for member in found:
        person, post = member.person, posts.get(member.person_id)
        yield {
            "full_name": person.full_name,
            "born_on": show_date(person.born_on),
            "card_number": person.card_number,
            "unit": called(member.unit_id),
            "status": str(member.get_status_display()),
            "phone": person.phone,
            "email": person.email,
            "since": show_date(member.starts),
            "title": str(post.title or "") if post else "",
            "role": str(ROLES[post.role].name) if post else "",
            "post_unit": called(post.unit_id) if post and post.unit_id != member.unit_id else "",
            "is_head": "x" if post and post.is_head else "",
            "id": f"N{person.pk}",
        }
