"""What changed in an edit form since it was opened, and whose words stay."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from lantoa.foundation.entry.boxes import Box
from lantoa.foundation.entry.sending import readable

FIELD, PICK, CLASHES = "_version", "_pick-", "_clash"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Clash:
    """One box that somebody else has changed since this form was opened, and that says something else here."""

    name: str
    label: str
    theirs: str
    mine: str
    touched: bool

    @property
    def pick(self) -> str:
        """What is chosen when the page opens: nothing, where both have written."""
        return "" if self.touched else THEIRS


def digest(values: list[str]) -> str:
    """A few letters that stand for what a box holds."""
    return hashlib.sha256(json.dumps([one.strip() for one in values]).encode()).hexdigest()[:12]


def dumped(version: dict[str, str]) -> str:
    """A version as it stands in the form."""
    return json.dumps(version, separators=(",", ":"))


def version_at(boxes: dict[str, Box]) -> str:
    """What the form shows, box by box, as it is kept in the form."""
    return dumped({name: digest(box.values) for name, box in boxes.items()})


def version_of(request: HttpRequest) -> dict[str, str]:
    """The version this form was opened on; {} when it knows none."""
    try:
        found = json.loads(request.POST.get(FIELD, "") or "{}")
    except ValueError:
        return {}
    return {str(name)[:200]: str(one)[:12] for name, one in found.items()} if isinstance(found, dict) else {}


def clashes(request: HttpRequest, now: dict[str, Box], unanswered: Sequence[str] = ()) -> list[Clash]:
    """The boxes where saving would put this person's words over words she has not seen.

    `unanswered` are boxes that were shown before and for which nothing was chosen.
    """
    opened = version_of(request)
    found = []
    for name, box in now.items():
        mine, theirs = [readable(one) for one in request.POST.getlist(name)], digest(box.values)
        if (name not in unanswered and opened.get(name, theirs) == theirs) or digest(mine) == theirs:
            continue
        touched = name in unanswered or digest(mine) != opened[name]
        found.append(Clash(name, box.label, box.say(box.values), box.say(mine), touched))
    return found


def choose(request: HttpRequest, now: dict[str, Box]) -> list[str]:
    """Put in what was chosen on the page of two versions; the boxes for which nothing was chosen."""
    names = request.POST.getlist(CLASHES)
    missing = [name for name in names if request.POST.get(PICK + name) not in (MINE, THEIRS)]
    if not names or missing:
        return missing
    chosen = request.POST.copy()
    for name in names:
        if request.POST[PICK + name] == THEIRS and name in now:
            chosen.setlist(name, now[name].values)
    request.POST = chosen  # type: ignore[assignment]
    return []
