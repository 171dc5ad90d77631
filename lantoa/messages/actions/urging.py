"""Reminding units of what is late: each at most once a day, whoever sends it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date, show_moment
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.messages import queries, rules
from lantoa.messages.actions.sending import put
from lantoa.messages.channels import channels
from lantoa.messages.models import LONGEST_TITLE, Message, Sending, Urged, Urging
from lantoa.messages.queries import Below, Row
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.models import Person


@transaction.atomic
def urge(units: Iterable[int], *, by: Actor, text: str, finish_by: dt.date, only: str = "") -> Urging:
    """Send each of these units below the actor's own what is late there, in `text` with its words filled in.

    BadInput when none is chosen or the text asks for words that are not there; Conflict, with the reason, when each of
    them has its reminder of the day already, or nobody who would read it. Those that have not are sent to.
    """
    if by.unit is None or by.person is None:
        raise NotAllowed(_("Chỉ người giữ chức vụ ở đơn vị có đơn vị trực thuộc gửi lời đôn đốc."))
    shows_at = rules.next_loud(timezone.localtime(clock.now()))
    below = queries.late_below(by, shows_at.date(), only)
    wanted = set(units)
    chosen = [row for row in below.rows if row.pk in wanted]
    rules.must_choose(len(chosen))
    text = clean(text)
    rules.must_be_fillable(text)
    rules.must_lie_ahead(finish_by, by.on)
    urging = Urging.objects.create(
        unit=by.unit,
        by=by.person,
        by_label=by.label,
        text=text,
        finish_by=finish_by,
        at=clock.now(),
        shows_at=shows_at,
    )
    receivers = queries.receivers_of((row.place.unit for row in chosen), by.on)
    sent = [
        row for row in chosen if receivers.get(row.pk) and _one(urging, row, below, by, receivers[row.pk])
    ]
    if not sent:
        raise Conflict(_why_not(chosen, shows_at))
    record("urging.sent", urging, by=by, unit=by.unit, note=", ".join(row.place.name for row in sent)[:2000])
    return urging


def _one(urging: Urging, row: Row, below: Below, by: Actor, people: set[int]) -> bool:
    """One unit; False when somebody was faster today."""
    said = below.said(row)
    text = rules.filled(urging.text, words_for(row.place.name, said, urging.finish_by, by))
    try:
        with transaction.atomic():
            urged = Urged.objects.create(
                urging=urging, unit=row.place.unit, on=below.day, text=text, counts=row.counts
            )
    except IntegrityError:
        return False
    title = _("Đôn đốc: %(what)s. Đề nghị xong trước %(day)s") % {
        "what": "; ".join(said),
        "day": show_date(urging.finish_by),
    }
    Message.objects.bulk_create(
        Message(
            person_id=person,
            urged=urged,
            verb="urging.sent",
            key=f"urged:{urged.pk}:{person}",
            title=title[:LONGEST_TITLE],
            note=row.place.name,
            url=urged.get_absolute_url(),
            at=urging.at,
            shows_at=urging.shows_at,
        )
        for person in sorted(people)
    )
    _put_letters(urged, people)
    return True


def _put_letters(urged: Urged, people: set[int]) -> None:
    """A hint besides the bell, where a way for it is switched on: that there is something, and by when."""
    ways = channels()
    words = _("Đồng chí có 1 lời nhắc của cấp trên, hạn %(day)s.") % {
        "day": show_date(urged.urging.finish_by)
    }
    for one in Person.objects.filter(pk__in=people if ways else []):
        put(one, Sending.Kind.URGED, str(urged.pk), words, urged.urging.shows_at, ways)


@transaction.atomic
def reply(urged: Urged, *, by: Actor, text: str) -> Urged:
    """What the unit says to a reminder: what holds it up, by when it will be done. Who sent it is told at once.

    NotAllowed for who does not do the unit's work; BadInput for nothing said.
    """
    if by.unit != urged.unit or by.role not in rules.URGED_ROLES or by.person is None:
        raise NotAllowed(_("Bí thư, cấp ủy, chuyên viên của đơn vị được nhắc trả lời."))
    text = clean(text)
    rules.must_say_something(text)
    urged.reply, urged.replied_at, urged.replied_by = text, clock.now(), by.person
    urged.save(update_fields=["reply", "replied_at", "replied_by"])
    event = record("urging.answered", urged.urging, by=by, unit=by.unit, note=text[:2000])
    name = organisation.name_of(urged.unit, by.on)
    Message.objects.create(
        person_id=urged.urging.by_id,
        verb="urging.answered",
        key=f"reply:{urged.pk}:{event.pk}",
        title=_("%(unit)s trả lời lời nhắc") % {"unit": name},
        note=text,
        url=urged.urging.get_absolute_url(),
        at=urged.replied_at,
        shows_at=urged.replied_at,
    )
    return urged


def words_for(name: str, said: list[str], finish_by: dt.date, by: Actor) -> dict[str, str]:
    """What stands in the brackets of a reminder for one unit."""
    who = [str(by.person), by.label, by.person.phone if by.person else ""]
    return {
        rules.UNIT: name,
        rules.WHEN: show_moment(clock.now()),
        rules.LATE: "\n" + "\n".join(f"– {one}" for one in said),
        rules.FINISH_BY: show_date(finish_by),
        rules.SENDER: _("đồng chí %s") % ", ".join(filter(None, who)),
    }


def _why_not(chosen: list[Row], shows_at: dt.datetime) -> str:
    """The one reason for one unit, both for several."""
    urged = Urged.objects.filter(unit__in=[row.pk for row in chosen], on__gte=shows_at.date())
    first = urged.select_related("urging__by").order_by("pk").first()
    if first is None:
        return _(
            "Các đơn vị đã chọn chưa có bí thư, cấp ủy hay chuyên viên trong hệ thống nên chưa gửi được."
        )
    return _(
        "Chưa gửi: mỗi đơn vị nhận một lời nhắc trong ngày, dù ai gửi. Đồng chí %(name)s đã nhắc lúc %(at)s. "
        "Gửi tiếp được từ 06:30 ngày làm việc sau."
    ) % {"name": first.urging.by, "at": show_moment(first.urging.at)}
