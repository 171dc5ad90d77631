"""A right that a room checks: what it allows in words, and the codes of the roles that hold it.

A room declares its rights in its door `permissions`; the room of people gathers which role holds what. Beside them it
declares its `FIELDS`: what it keeps of persons that not everybody reads who may open the page. All of them together are
the one table role × field × form that the pages, prints and files ask, and that `tests/security/test_fields.py` walks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.utils.functional import Promise

from lantoa.foundation.gathering import gather

PAGE, PRINT, WORD, SHEET, FILE = FORMS = ("page", "print", "docx", "xlsx", "json")
# Of no role: who holds every right of the house does not read it in that form either.
NOBODY = ""


@dataclass(frozen=True)
class Right:
    """One right. `roles` are codes with blanks between them: "secretary committee"."""

    label: str | Promise
    roles: str

    def is_held_by(self, role: str) -> bool:
        """Whether the role holds it."""
        return role in self.roles.split()


class Reader(Protocol):
    """Who reads: see people.actors.Actor."""

    def may(self, permission: str) -> bool: ...


@dataclass(frozen=True)
class Field:
    """One thing kept of a person. `readers` is form → the right with which others read it there; a form that is not
    named never holds it. `own` are the forms in which the person herself reads it, with blanks between.
    """

    code: str
    label: str | Promise
    readers: Mapping[str, str]
    own: str = ""

    def is_read_by(self, actor: Reader, form: str, *, is_own: bool = False) -> bool:
        """Whether the actor reads it in this form."""
        if is_own and form in self.own.split():
            return True
        right = self.readers.get(form, NOBODY)
        return right != NOBODY and actor.may(right)


@cache
def fields() -> dict[str, Field]:
    """code → every field that some room declares: the rows of the table."""
    return {one.code: one for room in gather("permissions") for one in getattr(room, "FIELDS", ())}


def reads(actor: Reader, code: str, form: str, *, is_own: bool = False) -> bool:
    """Whether the actor reads this field in this form. KeyError for one that no room declares."""
    return fields()[code].is_read_by(actor, form, is_own=is_own)


def right_to_read(code: str, form: str) -> str:
    """The right with which others read it in this form; "" where nobody does."""
    return fields()[code].readers.get(form, NOBODY)
