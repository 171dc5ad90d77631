"""What a room teaches: guides of a few steps, and questions that people ask. Gathered by the hall."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Guide:
    """One thing to do, in steps. `permission` is the right it takes; "" is for everyone. Lower `order` comes first."""

    title: Text
    steps: tuple[Text, ...]
    permission: str = ""
    order: int = 50


@dataclass(frozen=True)
class Question:
    """A question and its answer."""

    question: Text
    answer: Text
    order: int = 50
