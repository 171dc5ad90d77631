"""Consent to publish: item by item, given and taken back by whose it is. No public page exists yet."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import queries
from lantoa.commendations.models import Commendation
from lantoa.consents import actions as consents
from lantoa.consents.models import Consent
from lantoa.consents.words import COMMENDED
from lantoa.foundation.errors import NotAllowed
from lantoa.people.actors import Actor


@transaction.atomic
def give_consent(commendation: Commendation, *, by: Actor) -> Commendation:
    """The person, or who speaks for the collective, agrees that this item may be made public."""
    consents.agree(_row_of(commendation, by), by=by)
    return commendation


@transaction.atomic
def revoke_consent(commendation: Commendation, *, by: Actor) -> Commendation:
    """The agreement is taken back from today."""
    consents.revoke(_row_of(commendation, by), by=by)
    return commendation


def _row_of(commendation: Commendation, by: Actor) -> Consent:
    """The row in which the answer is kept; it is made when the first answer is given."""
    if not queries.is_hers(by, commendation):
        raise NotAllowed(
            _("Chỉ người được khen, hoặc người đại diện tập thể, đồng ý hay rút đồng ý công bố.")
        )
    locked = Commendation.objects.select_for_update().get(pk=commendation.pk)
    if not locked.named.exists():
        consents.name(locked, {locked.who or str(locked.unit): (locked.person, COMMENDED)})
    return locked.named.get()
