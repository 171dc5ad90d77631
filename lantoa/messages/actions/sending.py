"""What leaves the house: the digest of the week, what waits for somebody's word; tried again with growing pauses."""

from __future__ import annotations

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.waiting import all_waiting
from lantoa.messages import queries, rules
from lantoa.messages.channels import Channel, channels
from lantoa.messages.models import Preference, Sending
from lantoa.people.actors import Actor, actors_of
from lantoa.people.models import Person

log = logging.getLogger(__name__)
Kind = Sending.Kind
# Where a letter leads while the office has not said under which name it is known (LANTOA_ADDRESS).
AT_HOME = "http://localhost:8000"


def put_digests(now: dt.datetime) -> int:
    """On the first working day of a week: a hint to everybody who has messages unread and wants it; how many."""
    here = timezone.localtime(now)
    ways = channels()
    if not (ways and rules.may_remind(here) and rules.is_first_worked_of_week(here.date())):
        return 0
    week = rules.week_of(here.date())
    found = queries.unread_by_person(now)
    return sum(
        put(person, Kind.DIGEST, week, rules.hint(n, due_on), now, ways) for person, n, due_on in found
    )


def put_waiting(now: dt.datetime) -> int:
    """Once a week each: to whom something waits for longer than rules.WAITS_FOR. Nobody switches these off."""
    here = timezone.localtime(now)
    ways = channels()
    if not (ways and rules.may_remind(here)):
        return 0
    today, week = here.date(), rules.week_of(here.date())
    many = 0
    for account in queries.who_judges(today):
        n = sum(_waits_for(actor, today) for actor in actors_of(account, today))
        if n:
            words = _("Đồng chí có %(n)s việc chờ cho ý kiến đã quá 3 ngày.") % {"n": n}
            many += put(account.person, Kind.WAITING, week, words, now, ways)
    return many


def _waits_for(actor: Actor, today: dt.date) -> int:
    return sum(one.since < today - rules.WAITS_FOR for one in all_waiting(actor))


def put(person: Person, kind: str, about: str, words: str, now: dt.datetime, ways: list[Channel]) -> bool:
    """Put a hint to a person, once for each thing it is about, on each way that reaches her; whether it is new."""
    rows = [
        Sending(
            person=person,
            channel=one.code,
            kind=kind,
            key=f"{kind}:{person.pk}:{about}:{one.code}",
            words=words,
            at=now,
            next_try_at=now,
        )
        for one in ways
        if one.address(person)
    ]
    new = [row for row in rows if not Sending.objects.filter(key=row.key).exists()]
    Sending.objects.bulk_create(new, ignore_conflicts=True)
    return bool(new)


def send_due(now: dt.datetime) -> tuple[int, int]:
    """Send what is to be tried now, outside quiet hours; (sent, failed). Each try is written down before it is made."""
    if not rules.is_loud(timezone.localtime(now)):
        return 0, 0
    ways = {one.code: one for one in channels()}
    sent = failed = 0
    for key in list(
        Sending.objects.filter(next_try_at__lte=now, channel__in=ways).values_list("pk", flat=True)
    ):
        one = _taken(key, now)
        if one is None:
            continue
        good = _try(one, ways[one.channel])
        sent, failed = sent + good, failed + (not good)
    return sent, failed


@transaction.atomic
def _taken(key: int, now: dt.datetime) -> Sending | None:
    """It is this turn's; the next comes after a pause, whatever happens to this one. None: somebody else has it."""
    found = Sending.objects.select_for_update(skip_locked=True, of=("self",)).select_related("person")
    one = found.filter(pk=key, next_try_at__lte=now).first()
    if one is not None:
        one.tries += 1
        one.next_try_at = rules.next_try(one.tries, now)
        one.save(update_fields=["tries", "next_try_at"])
    return one


def _try(one: Sending, channel: Channel) -> bool:
    address = channel.address(one.person)
    link = (settings.LANTOA_ADDRESS or AT_HOME) + reverse("messages:index")
    try:
        if not address:
            raise ValueError(_("chưa có địa chỉ"))
        channel.send(address, one.words, link, one.key)
    except Exception as fault:  # whatever a server or a plug may say: it is written down and tried again
        log.warning("sending %s failed at try %s: %s", one.pk, one.tries, type(fault).__name__)
        one.outcome = f"{type(fault).__name__}: {fault}"[:300]
        one.save(update_fields=["outcome"])
        return False
    one.sent_at, one.next_try_at, one.outcome = clock.now(), None, _("đã gửi")
    one.save(update_fields=["sent_at", "next_try_at", "outcome"])
    return True


@transaction.atomic
def choose_digest(*, by: Actor, wants: bool) -> None:
    """A person's own choice; approvals that wait for her are not part of it."""
    Preference.objects.update_or_create(person=by.person, defaults={"gets_digest": wants})
