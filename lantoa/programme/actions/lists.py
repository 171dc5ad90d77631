"""The lists of the whole installation: what others propose, and what who keeps them answers."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.people.actors import Actor, keeps_lists
from lantoa.programme import rules
from lantoa.programme.models import ListProposal


@transaction.atomic
def propose(*, list: str, words: str, by: Actor) -> ListProposal:
    """What the actor's unit would have changed in a list that another unit keeps."""
    asked = ListProposal(list=list, words=words, unit=by.unit, asked_by=by.person, asked_on=by.on)
    asked.save()
    record("list.proposed", asked, by=by, unit=by.unit, note=str(asked.get_list_display()))
    return asked


@transaction.atomic
def answer_proposal(proposal: ListProposal, *, agreed: bool, answer: str, by: Actor) -> ListProposal:
    """Whoever keeps the lists says whether it is taken over; the list itself is changed on its own page."""
    rules.must_keep_the_list(by.may("programme.edit") and keeps_lists(by))
    held = ListProposal.objects.select_for_update(of=("self",)).select_related("unit").get(pk=proposal.pk)
    rules.must_be_unanswered(held.answered_on)
    rules.must_say_why_not(agreed, answer)
    held.agreed, held.answer, held.answered_by, held.answered_on = agreed, answer, by.person, by.on
    held.save()
    record("list.answered", held, by=by, unit=held.unit, note=answer)
    return held
