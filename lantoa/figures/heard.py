"""Whoever acts only writes her event; what it makes stale is noted here, and folded a moment later by the worker."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lantoa.figures.folding import folder, hearing
from lantoa.figures.models import Stale
from lantoa.foundation import clock
from lantoa.foundation.heard import Listener
from lantoa.foundation.models import Event


def note(event: Event) -> None:
    """The first that is noted asks for the folding; the rest is folded with it."""
    if not Stale.objects.exists():
        transaction.on_commit(_fold, robust=True)
    hearing.note(event)


def _fold() -> None:
    folder.fold(clock.now(), clock.today())


FOLDED = Listener(hearing.CODE, _("Cộng sẵn số liệu"), hearing.verbs(), note)
LISTENERS = [FOLDED]
