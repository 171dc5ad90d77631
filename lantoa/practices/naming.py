"""What this room asks agreement for: whoever a practice names, as doer, as contact or in its story."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lantoa.consents import queries as consents
from lantoa.consents.subjects import Naming, Place
from lantoa.people.actors import Actor
from lantoa.practices import queries
from lantoa.practices.models import Practice


def answers_for(actor: Actor, practice: Practice) -> bool:
    """Who wrote it, whose it is and who judges for its unit."""
    return queries.may_write(actor, practice)


def places(actor: Actor) -> Iterator[Place]:
    """Every practice that names the actor."""
    for one in queries.naming_me(actor):
        practice = one.subject
        where = f"{practice.get_status_display()}; {one.get_stands_display()}"
        yield consents.place(one, title=practice.name, url=practice.get_absolute_url(), where=where)


NAMING = Naming(
    model=Practice,
    section=_("Mô hình"),
    asked=_("Đồng chí được nêu tên trong %(n)s mô hình"),
    consented="practice.consented",
    withdrawn="practice.consent_withdrawn",
    hidden=_("Đã rút đồng ý. Mô hình không còn hiện ở nơi nào ngoài đơn vị thực hiện."),
    words=Practice.agreed_words,
    answers_for=answers_for,
    places=places,
    asks=lambda actor: queries.to_answer(actor).count(),
    removal="practices:named_remove",
)
