"""What a form asks advice about: which of its boxes hold the text, which the target, whose paper it is.

A page hands this to the browser as one value («hoi»), and the browser hands it back with the boxes; the same
goes with and without JavaScript.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.filters import asked_key
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Person
from lantoa.writing import actions, queries, rules
from lantoa.writing.panel import Panel, panel

LONGEST = 20_000
NAME = re.compile(r"[A-Za-z][\w-]{0,60}", re.ASCII)
SUBJECT = re.compile(r"[a-z_]{1,40}\.[a-z_]{1,40}:[\w-]{1,36}", re.ASCII)
HASH = re.compile(r"[0-9a-f]{64}")
ASK, SET_ASIDE = "hoi", "can-nhac"  # the two buttons of a panel
KINDS = {"registration", "practice", "breakthrough"}
BOXES = ("target", "unit", "deadline", "duty", "product")


@dataclass(frozen=True)
class Of:
    """Which paper is being written. `about` names it for what its author sets aside, also before it is kept;
    `subject` is its own key in the index; `owner` whose it is, if not the writer's own.
    """

    about: str = ""
    subject: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Inquiry:
    """`text_of` names the boxes of the text ("what,value unit,product": a line for each, boxes of a line side
    by side); the others one box each. Only names that a box can have are let through.
    """

    text_of: str = "text"
    kind: str = "registration"
    place: str = ""
    target_of: str = ""
    unit_of: str = ""
    deadline_of: str = ""
    duty_of: str = ""
    product_of: str = ""
    about: str = ""
    subject: str = ""
    owner: str = ""
    stays: str = ""  # not empty where the form's own page answers the buttons without JavaScript

    @property
    def as_text(self) -> str:
        """As it travels through the page; the owner is sealed, for it decides whose earlier texts are told of."""
        said = {key: value for key, value in asdict(self).items() if value}
        return json.dumps(said | ({"owner": signing.dumps(self.owner)} if self.owner else {}))

    @property
    def as_hx_vals(self) -> str:
        """For the attribute hx-vals."""
        return json.dumps({ASK: self.as_text})

    @property
    def watched(self) -> str:
        """The names of all boxes that the advice depends on."""
        more = (self.target_of, self.unit_of, self.deadline_of, self.duty_of, self.product_of)
        return " ".join(dict.fromkeys([*self.text_of.replace(",", " ").split(), *filter(None, more)]))

    def text(self, boxes: Mapping[str, str]) -> str:
        """What stands in the boxes of the text."""
        lines = [line.split() for line in self.text_of.split(",")]
        said = (" ".join(boxes.get(name) or "" for name in line).strip() for line in lines)
        return "\n".join(one.replace("\r\n", "\n") for one in said if one)[:LONGEST]

    @property
    def box_ids(self) -> dict[str, str]:
        """The ids of the boxes that a chip may open."""
        named = {what: getattr(self, f"{what}_of") for what in BOXES}
        return {what: f"id_{name}" for what, name in named.items() if NAME.fullmatch(name)}


def asked_in(sent: Mapping[str, str]) -> Inquiry:
    """What a page asks about, checked: from «hoi», else from boxes of these very names."""
    said: Mapping[str, Any] = sent
    if ASK in sent:
        try:
            said = json.loads(sent[ASK])
        except ValueError:
            said = {}
        if not isinstance(said, dict):
            said = {}
    found = {key: str(said[key])[:400] for key in Inquiry.__dataclass_fields__ if said.get(key)}
    asking = Inquiry(**(found | {"owner": _unsealed(found.get("owner", ""))}))
    return replace(
        asking,
        kind=asking.kind if asking.kind in KINDS else "registration",
        place=asking.place if NAME.fullmatch(asking.place) else "",
        subject=asking.subject if SUBJECT.fullmatch(asking.subject) else "",
        about=asking.about if SUBJECT.fullmatch(asking.about) else "",
        # A form without names of its own calls its boxes what they are.
        deadline_of=asking.deadline_of or "deadline",
        duty_of=asking.duty_of or "duty",
    )


def _unsealed(owner: str) -> str:
    try:
        return str(signing.loads(owner)) if owner else ""
    except signing.BadSignature:
        return ""


def answer(asking: Inquiry, boxes: Mapping[str, str], *, actor: Actor, account: Account | None) -> Panel:
    """The advice on what is in the boxes, without the hints that this account has set aside for this text."""
    text = asking.text(boxes)
    hash_, about = queries.text_hash(text), asking.about or asking.subject
    found = queries.advise(
        text,
        kind=asking.kind,
        deadline_given=bool((boxes.get(asking.deadline_of) or "").strip()),
        duties=_duties(asking, actor),
        chosen_duty=clean(boxes.get(asking.duty_of) or "")[:300],
        exclude=asking.subject or None,
        on=actor.on,
        **_where(asking, actor),
    )
    set_aside = queries.considered(account, about, hash_) if about and account else frozenset()
    return panel(
        found,
        boxes=asking.box_ids,
        set_aside=set_aside,
        subject=about,
        text_hash=hash_,
        unit=rules.unit_of(text),
    )


def _duties(asking: Inquiry, actor: Actor) -> list[str]:
    kind, _colon, number = asking.owner.partition(":")
    if not asking.owner:
        return queries.duties_of(actor.person, actor.on)
    if kind != "person" or not asked_key(number):
        return []
    return queries.duties_of(Person.objects.filter(pk=number).first(), actor.on)


def _where(asking: Inquiry, actor: Actor) -> dict[str, str]:
    """Whose text it is and what it is compared with."""
    if actor.unit is None or actor.person is None:
        return {}
    owner = asking.owner or queries.owner_of(actor.person)
    return {"pool": queries.pool_of(actor.unit, actor.on), "owner": owner}


def set_aside(sent: Mapping[str, str], *, account: Account) -> None:
    """Keep what a hint's button says: "place|hint|hash of the text|which paper", and the reason in its box."""
    place, key, hash_, about = [*sent.get(SET_ASIDE, "").split("|"), "", "", "", ""][:4]
    if not SUBJECT.fullmatch(about) or not HASH.fullmatch(hash_):
        raise BadInput(_("Không rõ gợi ý thuộc bản nào. Tải lại trang rồi thử lại."))
    reason = sent.get(f"ly-do-{place}-{key}", "")
    actions.consider(account, subject=about, key=key, text_hash=hash_, reason=reason)
