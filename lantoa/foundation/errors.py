"""How a room refuses. Every message is a Vietnamese sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """Something was asked that cannot be done; nothing was written."""

    def __init__(self, message: object, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)


class BadInput(Refusal):
    """What was typed cannot be used as it is (400 at a program's door, the form again at a person's)."""


class SeveralWrong(BadInput):
    """Several boxes cannot be used as they are, and so nothing was written: box → why."""

    def __init__(self, message: object, at: Mapping[str, BadInput]) -> None:
        super().__init__(message)
        self.at = at


class NotAllowed(Refusal):
    """The thing is there, the right is not (403)."""


class Conflict(Refusal):
    """Someone was faster, or the thing has moved on (409)."""


class Doubt(BadInput):
    """It can be done, but perhaps it was not meant: an equal record is there. The form asks, a tick answers."""


class AlreadySent(Exception):
    """This very form was carried out by another sending; nothing more was written. Only the guard catches it."""
