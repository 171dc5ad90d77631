"""What was sent is compared with other papers; when the tree has changed, with those of the grassroots organisation
it now belongs to. Nobody who sends waits for it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.heard import Listener
from lantoa.foundation.models import Event
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.registrations.actions import indexing

TREE = {"unit.move", "unit.merge", "unit.split", "unit.dissolve", "unit.corrected", "unit.change_undone"}
PAPERS = {"registration.submitted", "registration.returned", "registration.withdrawn"}


def the_tree_has_changed(event: Event) -> None:
    """A change that is yet to come waits for its day (see tasks.py)."""
    today = clock.today()
    if event.on <= today:
        indexing.follow_the_tree(_concerned(event), today)


def a_paper_has_moved(event: Event) -> None:
    """Sent, returned or withdrawn."""
    indexing.follow(event.subject_id, clock.today())


def _concerned(event: Event) -> list[Unit]:
    """Every unit of the decision, not only the one it is told of: a split hands out what lies below."""
    if event.verb == "unit.change_undone":
        changes = Reorganisation.objects.filter(pk=event.subject_id)
    else:
        changes = Reorganisation.objects.filter(units=event.unit_id, effective_on=event.on)
    found = Unit.objects.filter(reorganisations__in=changes) | Unit.objects.filter(pk=event.unit_id or 0)
    return list(found.distinct())


POOLS = Listener(
    "registrations.pools", _("So giống nhau theo tổ chức mới"), frozenset(TREE), the_tree_has_changed
)
LIKENESS = Listener(
    "registrations.likeness", _("So giống nhau các bản vừa gửi"), frozenset(PAPERS), a_paper_has_moved
)
LISTENERS = [POOLS, LIKENESS]
