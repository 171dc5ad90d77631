"""Consent to publish: item by item, given and revoked by whose it is. No public page exists yet."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations.models import Commendation
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.people.actors import Actor


@transaction.atomic
def give_consent(commendation: Commendation, *, by: Actor) -> Commendation:
    """The person, or who speaks for the collective, agrees that this item may be made public."""
    _must_own(by, commendation)
    return _consent(commendation, True, None, by)


@transaction.atomic
def revoke_consent(commendation: Commendation, *, by: Actor) -> Commendation:
    """The agreement is taken back from today."""
    _must_own(by, commendation)
    return _consent(commendation, False, by.on, by)


def _must_own(by: Actor, commendation: Commendation) -> None:
    if commendation.person_id is not None:
        owner = by.person is not None and by.person.pk == commendation.person_id
    else:
        owner = by.may("commendations.propose") and by.reaches(commendation.unit)
    if not owner:
        raise NotAllowed(
            _("Chỉ người được khen, hoặc người đại diện tập thể, đồng ý hay rút đồng ý công bố.")
        )


def _consent(commendation: Commendation, agreed: bool, revoked_on: dt.date | None, by: Actor) -> Commendation:
    changed = Commendation.objects.filter(pk=commendation.pk).exclude(publish_consent=agreed)
    if not changed.update(publish_consent=agreed, consent_revoked_on=revoked_on):
        raise Conflict(_("Việc này đã được ghi trước đó. Tải lại trang để xem."))
    commendation.refresh_from_db()
    verb = (
        "commendations.commendation.consented" if agreed else "commendations.commendation.consent_withdrawn"
    )
    record(verb, commendation, by=by, unit=commendation.unit)
    return commendation
