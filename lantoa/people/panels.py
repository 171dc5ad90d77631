"""On the page of a unit: who holds which post, how many belong here, and the button to add somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.panels import Panel, Tool
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Post


def of_unit(unit: Unit, actor: Actor, day: dt.date) -> Iterator[Panel | Tool]:
    """For who may see people, of the units in reach."""
    if not (actor.may("people.view") and actor.reaches(unit)):
        return
    held = Post.objects.on(day).filter(unit=unit).exclude(role="member").select_related("person", "title")
    posts = list(held.order_by("-is_head", "starts", "pk")[:40])
    stands = organisation.placement(unit, day) is not None
    vacant = stands and unit.level and not any(post.is_head for post in posts)
    context = {
        "unit": unit,
        "posts": posts,
        "vacant": _("Người đứng đầu") if vacant else "",
        "members": organisation.within(Membership.objects.on(day), unit, on=day).count(),
        "may_keep": actor.may("people.manage_posts"),
    }
    yield Panel("people/of_unit.html", context, order=20)
    if actor.may("people.manage_accounts") and stands:
        yield Tool(_("Thêm người"), f"{reverse('people:new')}?don-vi={unit.code}", "user-plus")
