"""Acts of every room that somebody is to be told of become messages, and undone ones no message."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.heard import Listener
from lantoa.foundation.models import Event
from lantoa.foundation.told import all_told
from lantoa.messages import actions


def something_was_done(event: Event) -> None:
    """Told in the order in which it was done: an approval that was taken back is put in and goes again."""
    for told in all_told():
        if event.verb in told.undone:
            actions.untell(event, told)
        if event.verb in told.verbs:
            actions.tell(event, told)


TOLD = Listener(
    "messages.told",
    _("Báo cho người liên quan biết việc đã làm"),
    frozenset().union(*(told.verbs | told.undone for told in all_told())),
    something_was_done,
)
LISTENERS = [TOLD]
