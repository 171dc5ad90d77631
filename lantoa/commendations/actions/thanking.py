"""Thanks without a decision: given once, shown when whoever is thanked agrees, taken back at any time."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import queries, rules
from lantoa.commendations.models import Thanks
from lantoa.consents import actions as consents
from lantoa.consents.words import COMMENDED
from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.practices.models import Practice


@transaction.atomic
def thank(practice: Practice, *, words: str, by: Actor, person: Person | None = None) -> Thanks:
    """Thank the unit whose practice it is, or `person`, who is named in it and agreed to that.

    BadInput without words, for the same thanks a second time, and beyond what one person gives in a day.
    """
    if by.person is None:
        raise NotAllowed(_("Chỉ người đã đăng nhập gửi lời cảm ơn."))
    words = demands.must_say(words, "words", _("Viết cách làm ấy đã giúp đồng chí điều gì."))
    if (person.pk if person else None) not in {one.person_id for one in queries.to_thank(practice, by)}:
        raise BadInput(_("Chọn đơn vị hoặc người trong danh sách; không ai tự cảm ơn mình."), "whom")
    locked = Practice.objects.select_for_update().get(pk=practice.pk)
    rules.must_be_within_a_day(Thanks.objects.on_day(by.person, by.on).count())
    same = Thanks.objects.standing().filter(practice=locked, person=person, given_by=by.person)
    if same.exists():
        raise BadInput(_("Đồng chí đã cảm ơn về cách làm này. Rút lời cũ lại nếu muốn viết khác."), "words")
    made = Thanks.objects.create(
        practice=locked,
        unit=locked.unit,
        person=person,
        words=words,
        given_by=by.person,
        given_from=by.unit,
        given_on=by.on,
    )
    called = str(person) if person else organisation.name_of(locked.unit, by.on)
    consents.name(made, {called[:200]: (person, COMMENDED)})
    record("commendations.thanks.given", made, by=by, unit=locked.unit)
    return made


@transaction.atomic
def take_back(thanks: Thanks, *, by: Actor) -> Thanks:
    """Who gave it takes it back: it is shown nowhere and its words are kept nowhere."""
    mine = Thanks.objects.given_by_her(by).select_for_update().filter(pk=thanks.pk).first()
    if mine is None:
        raise NotAllowed(_("Chỉ người đã gửi rút lại lời cảm ơn."))
    if mine.taken_back_on is not None:
        raise Conflict(_("Lời cảm ơn này đã được rút trước đó."))
    mine.words, mine.taken_back_on = "", by.on
    mine.save(update_fields=["words", "taken_back_on"])
    consents.name(mine, {})
    record("commendations.thanks.taken_back", mine, by=by, unit=mine.unit)
    return mine


@transaction.atomic
def let_it_be_shown(thanks: Thanks, *, agrees: bool, by: Actor) -> Thanks:
    """Whoever is thanked agrees to show it, or no longer does."""
    received = Thanks.objects.received_by(by).standing().filter(pk=thanks.pk)
    if not received.exists():
        raise NotAllowed(
            _("Chỉ người được cảm ơn, hoặc người đại diện đơn vị, quyết định cho hiện hay không.")
        )
    act = consents.agree if agrees else consents.revoke
    act(thanks.named.get(), by=by)
    return thanks
