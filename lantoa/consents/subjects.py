"""What a room above says of the things in which it names people: its door `naming.py` holds one
`NAMING`, or several in `NAMINGS`.

This room keeps the rows and asks there whatever only the other room knows: who answers for the thing, which words
are agreed to, where the actor is named. Gathered by name, so that nothing here imports upward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.functional import Promise

from lantoa.foundation.gathering import gather
from lantoa.people.actors import Actor

Text = str | Promise


@dataclass(frozen=True)
class Place:
    """One place where the actor is named, as her own page shows it; the button is one of the two addresses."""

    title: str
    url: str
    where: str
    said: str
    agrees: bool
    # Pressed to agree and to take it back; empty where there is nothing to answer any more.
    agree_url: str
    revoke_url: str
    # What she agreed to, word for word; empty where it was not kept.
    words: str = ""


@dataclass(frozen=True)
class Naming:
    """One kind of thing that names people.

    `consented` and `withdrawn` are the verbs of history; `words` gives what is agreed to; `answers_for` says whether
    the actor may write down for others what they said; `places` where she herself is named, `asks` in how many of
    them her answer is missing, told in her list of things to do as `asked` with %(n)s. `section` heads the list on
    her page. `removal` is the page on which a name is taken out of the words; `hidden` is said after taking back.
    """

    model: type[Model]
    section: Text
    asked: Text
    consented: str
    withdrawn: str
    hidden: Text
    words: Callable[[Any], str]
    answers_for: Callable[[Actor, Any], bool]
    places: Callable[[Actor], Iterable[Place]]
    asks: Callable[[Actor], int]
    removal: str = ""


def kinds() -> list[Naming]:
    """Every kind of thing that names people, bottom floor first."""
    return [one for room in gather("naming") for one in getattr(room, "NAMINGS", ()) or (room.NAMING,)]


def kind_of(subject_type: ContentType) -> Naming:
    """What the room of this thing says of it."""
    return next(one for one in kinds() if one.model is subject_type.model_class())
