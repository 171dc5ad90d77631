"""What this room asks agreement for: whoever an exemplar names."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lantoa.consents import queries as consents
from lantoa.consents.subjects import Naming, Place
from lantoa.exemplars import queries, rules
from lantoa.exemplars.models import Exemplar
from lantoa.people.actors import Actor


def answers_for(actor: Actor, exemplar: Exemplar) -> bool:
    """Who writes in its unit."""
    seen = Exemplar.objects.visible_to(actor).filter(pk=exemplar.pk)
    return queries.may_write(actor, exemplar) and seen.exists()


def places(actor: Actor) -> Iterator[Place]:
    """Every exemplar that names the actor, drafts included: she is asked before others read it."""
    named = list(queries.naming_me(actor))
    queries.with_names([one.subject for one in named], actor.on)
    for one in named:
        exemplar = one.subject
        yield consents.place(
            one,
            title=exemplar.title,
            url=exemplar.get_absolute_url(),
            where=f"{exemplar.unit_name}; {exemplar.get_status_display()}",
            is_open=exemplar.status != rules.WITHDRAWN,
        )


NAMING = Naming(
    model=Exemplar,
    section=_("Gương, điển hình"),
    asked=_("Đồng chí được nêu tên trong %(n)s bài gương, điển hình"),
    consented="exemplar.consented",
    withdrawn="exemplar.consent_withdrawn",
    hidden=_("Đã rút đồng ý. Bài không còn hiện ở nơi nào ngoài đơn vị viết bài."),
    words=Exemplar.agreed_words,
    answers_for=answers_for,
    places=places,
    asks=lambda actor: queries.to_answer(actor).count(),
    removal="exemplars:remove_name",
)
