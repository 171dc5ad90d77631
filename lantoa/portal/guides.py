"""The two-minute guides and the questions everybody asks, gathered from the rooms."""

from __future__ import annotations

from lantoa.foundation.gathering import gather
from lantoa.foundation.help import Guide, Question
from lantoa.people.actors import Actor


def guides() -> list[Guide]:
    """Every guide, in the order in which things are usually done."""
    found = [guide for room in gather("help") for guide in getattr(room, "GUIDES", ())]
    return sorted(found, key=lambda guide: guide.order)


def questions() -> list[Question]:
    """Every question, the commonest first."""
    found = [question for room in gather("help") for question in getattr(room, "QUESTIONS", ())]
    return sorted(found, key=lambda question: question.order)


def guides_for(actor: Actor) -> list[Guide]:
    """What this role can do."""
    return [guide for guide in guides() if not guide.permission or actor.may(guide.permission)]
