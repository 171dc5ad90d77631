"""Who is told what of posts: who got one, and who asked for it what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.menu import way
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people import queries
from lantoa.people.models import Grant


def given(event: Event) -> Iterator[News]:
    """The new holder and who asked that she be."""
    grant = Grant.objects.select_related("person", "title").filter(post__pk=event.subject_id).first()
    if grant is None:
        return
    title = _("Đồng chí được giao: %(post)s, %(unit)s") % {"post": grant.label, "unit": event.unit_name}
    yield News(to(grant.person_id), title, reverse("people:me"))
    said = _("Đã xác nhận giao %(post)s cho %(name)s") % {"post": grant.label, "name": grant.person}
    yield News(
        to(grant.asked_by_id) - to(grant.person_id), said, reverse("people:show", args=[grant.person_id])
    )


def refused(event: Event) -> Iterator[News]:
    """Who asked reads why not."""
    grant = Grant.objects.select_related("person", "title").filter(pk=event.subject_id).first()
    if grant is None:
        return
    said = _("Chưa đồng ý giao %(post)s cho %(name)s") % {"post": grant.label, "name": grant.person}
    yield News(to(grant.asked_by_id), said, reverse("people:show", args=[grant.person_id]), event.note)


def stopped(event: Event) -> Iterator[News]:
    """The head of the unit whose papers somebody opened faster than anybody reads."""
    said = _("Đã dừng một người mở quá nhiều bản về con người trong 10 phút")
    note = f"{event.person_name}, {event.post_label}"
    yield News(to(queries.head_of(event.unit_id, event.on)), said, way("history"), note)


TOLD = (told("post.given", given), told("post.refused", refused))
