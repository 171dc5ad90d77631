"""What this room asks agreement for: that a commendation is made public, that thanks are shown."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import queries
from lantoa.commendations.models import Commendation, Thanks
from lantoa.consents.queries import place, said_of
from lantoa.consents.subjects import Naming, Place
from lantoa.people.actors import Actor


def answers_for(actor: Actor, commendation: Commendation) -> bool:
    """Who speaks for a collective; for a person nobody answers but herself."""
    return commendation.person_id is None and queries.is_hers(actor, commendation)


def places(actor: Actor) -> Iterator[Place]:
    """Commendations of the actor that stand."""
    for one in queries.of_person(actor.person):
        answer = next(iter(one.named.all()), None)
        yield Place(
            title=one.get_form_display().capitalize(),
            url=one.get_absolute_url() if actor.may("commendations.view") else reverse("commendations:mine"),
            where=str(one.decision),
            said=said_of(answer) if answer else _("chưa trả lời"),
            agrees=one.publish_consent,
            agree_url=reverse("commendations:agree", args=[one.pk]),
            revoke_url=reverse("consents:revoke", args=[answer.pk]) if answer else "",
            words=answer.words if answer and answer.agrees else "",
        )


NAMING = Naming(
    model=Commendation,
    section=gettext_lazy("Khen thưởng"),
    asked=gettext_lazy("Đồng chí được khen %(n)s lần, chưa trả lời có đồng ý công bố không"),
    consented="commendations.commendation.consented",
    withdrawn="commendations.commendation.consent_withdrawn",
    hidden=gettext_lazy("Đã rút đồng ý công bố."),
    words=Commendation.agreed_words,
    answers_for=answers_for,
    places=places,
    # Nobody is pressed: a commendation stays as it is until she answers of her own accord.
    asks=lambda actor: 0,
)


def answers_for_thanks(actor: Actor, thanks: Thanks) -> bool:
    """Who speaks for a unit that is thanked; for a person nobody answers but herself."""
    if thanks.person_id is not None:
        return False
    return Thanks.objects.received_by(actor).standing().filter(pk=thanks.pk).exists()


def thanked(actor: Actor) -> Iterator[Place]:
    """Thanks to the actor that stand."""
    if actor.person is None:
        return
    hers = Thanks.objects.standing().filter(person=actor.person).select_related("practice", "given_by")
    for one in hers.prefetch_related("named"):
        title, url, where = one.practice.name, one.get_absolute_url(), str(one.given_by)
        yield from (place(row, title=title, url=url, where=where) for row in one.named.all())


THANKED = Naming(
    model=Thanks,
    section=gettext_lazy("Lời cảm ơn"),
    asked=gettext_lazy("Đồng chí nhận %(n)s lời cảm ơn, chưa trả lời có cho hiện không"),
    consented="commendations.thanks.consented",
    withdrawn="commendations.thanks.consent_withdrawn",
    hidden=gettext_lazy("Lời cảm ơn không còn hiện nữa."),
    words=Thanks.agreed_words,
    answers_for=answers_for_thanks,
    places=thanked,
    # Nobody is pressed: thanks stay unseen until she answers of her own accord.
    asks=lambda actor: 0,
)
NAMINGS = (NAMING, THANKED)
