"""A right that a room checks: what it allows in words, and the codes of the roles that hold it.

A room declares its rights in its door `permissions`; the room of people gathers which role holds what.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Right:
    """One right. `roles` are codes with blanks between them: "secretary committee"."""

    label: str | Promise
    roles: str

    def is_held_by(self, role: str) -> bool:
        """Whether the role holds it."""
        return role in self.roles.split()
