"""What a code opens, and what its bearer reads there."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime

from django.contrib.auth.hashers import check_password
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from lantoa.people.actors import OWN, Actor
from lantoa.people.models import Person
from lantoa.registrations import rules
from lantoa.registrations.models import ConfirmationCode, Pin, Progress, Registration
from lantoa.registrations.models.said import TEXTS

PURPOSE = "registrations.confirmation_code"


def digest_of(code: str) -> str:
    """What is kept of a code: found again by itself, of no use without the key of this house."""
    return salted_hmac(PURPOSE, rules.plain_code(code), algorithm="sha256").hexdigest()


def code_of(typed: str, at: datetime) -> ConfirmationCode | None:
    """The live code that was typed, if there is one."""
    live = ConfirmationCode.objects.live(at).select_related("registration__person", "registration__unit")
    return live.filter(digest=digest_of(typed)).first()


def pin_of(person: Person | None) -> Pin | None:
    """What she set herself and has not been dropped since; None of a household, and before the first code."""
    return Pin.objects.filter(person=person, ended_on=None).last() if person else None


def knows_the_owner(registration: Registration, answer: str) -> bool:
    """Whether the answer is the owner's own PIN; before she set one, her year of birth or the end of her telephone.

    Where the record knows neither (a household, a member without either), the code alone has to do.
    """
    person = registration.person
    if pin := pin_of(person):
        return check_password("".join(sign for sign in answer if sign.isdigit()), pin.digest)
    known = rules.answers_for(person.born_on, person.phone) if person else set()
    return not known or rules.plain_answer(answer) in known


def bearer_of(code: ConfirmationCode, on: date, request_id: str = "") -> Actor:
    """The owner, speaking through a code: she may nothing else with it."""
    paper = code.registration
    return Actor(paper.person, paper.unit, "", OWN, on, _("bằng mã xác nhận"), request_id=request_id)


def typed_lines(registration: Registration) -> list[Progress]:
    """The lines on which the owner has not said a word yet, as the bearer of a code reads them."""
    lines = Progress.objects.filter(task__registration=registration).typed_by_another()
    return list(lines.select_related("task", "recorded_by").prefetch_related("evidence"))


def version_of(registration: Registration | None) -> str:
    """Which words are written down, and whether they were sent; the same however often a draft of them is kept."""
    if registration is None or (registration.is_draft and not registration.ordered_tasks):
        return ""
    return imprint_of(registration)


def imprint_of(registration: Registration) -> str:
    """Changes whenever a word changes to which somebody is saying yes: nobody confirms what she has not read."""
    tasks = [list(task.as_told.items()) for task in registration.tasks.all()]
    lines = [
        [line.pk, str(line.on), line.text, str(line.value), line.link]
        for line in Progress.objects.filter(task__registration=registration)
    ]
    texts = [getattr(registration, name) for name in TEXTS]
    words = json.dumps([registration.pk, registration.status, tasks, lines, texts])
    return hashlib.sha256(words.encode()).hexdigest()[:32]
