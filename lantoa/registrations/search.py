"""Registrations are found by their code, their owner and what is undertaken; by whom, see `visible_to`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.search import EXACT, OWN, REACH, Found, Sight, Source, itself
from lantoa.organisation import queries as organisation
from lantoa.people.models import Membership
from lantoa.registrations.models import Progress, Registration, RegistrationTask

VIEW, JUDGE = "registrations.view", "registrations.judge"
LONGEST = 140


def _found(keys: Sequence[int]) -> Iterator[Found]:
    papers = list(Registration.objects.filter(pk__in=keys).select_related("person", "unit"))
    tasks: dict[int, list[str]] = defaultdict(list)
    rows = RegistrationTask.objects.filter(registration__in=keys).order_by("pk")
    for of_paper, what in rows.values_list("registration_id", "what"):
        tasks[of_paper].append(what)
    cells: dict[int, list[Membership]] = defaultdict(list)
    for one in Membership.objects.filter(person__in={p.person_id for p in papers if p.person_id}):
        cells[one.person_id].append(one)
    names = organisation.names_of({paper.unit_id for paper in papers}, clock.today())
    for paper in papers:
        first = tasks[paper.pk][0] if tasks[paper.pk] else ""
        place = names.get(paper.unit_id, "")
        yield Found(
            key=paper.pk,
            title=_short(first) or str(paper),
            line=", ".join(dict.fromkeys([paper.owner_name, place, str(paper.year)])),
            code=paper.code or "",
            url=reverse("registrations:show", args=[paper.pk]),
            texts=tasks[paper.pk],
            sights=list(_sights(paper, cells[paper.person_id or 0])),
        )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def _sights(paper: Registration, cells: Iterable[Membership]) -> Iterator[Sight]:
    """The owner; once it is sent, who reaches its unit, its receiver or, judging, the owner's cell of the day."""
    if paper.person_id:
        yield Sight(person=paper.person_id)
    if paper.subject == Registration.Subject.COLLECTIVE:
        yield Sight(JUDGE, paper.unit_id, EXACT)
    if not paper.is_draft:
        yield from _near(paper, cells, VIEW, None)
    elif paper.entered_by_id and (paper.is_household or paper.person_id not in (None, paper.entered_by_id)):
        yield from _near(paper, cells, JUDGE, paper.entered_by_id)


def _near(
    paper: Registration, cells: Iterable[Membership], permission: str, writer: int | None
) -> Iterator[Sight]:
    for unit in {paper.unit_id, paper.sent_to_id} - {None}:
        yield Sight(permission, unit, REACH, writer)
    for cell in cells:
        yield Sight(JUDGE, cell.unit_id, OWN, writer, cell.starts, cell.ends)


def _of_task(keys: Iterable[int]) -> Iterable[int]:
    return RegistrationTask.objects.filter(pk__in=list(keys)).values_list("registration_id", flat=True)


def _of_progress(keys: Iterable[int]) -> Iterable[int]:
    return Progress.objects.filter(pk__in=list(keys)).values_list("task__registration_id", flat=True)


def _of_people(keys: Iterable[int]) -> Iterable[int]:
    return Registration.objects.filter(person__in=list(keys)).values_list("pk", flat=True)


def _of_members(keys: Iterable[int]) -> Iterable[int]:
    return _of_people(Membership.objects.filter(pk__in=list(keys)).values_list("person_id", flat=True))


SOURCES = (
    Source(
        "registration",
        gettext_lazy("Bản đăng ký"),
        "clipboard-check",
        30,
        keys=lambda: Registration.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={
            "registrations.registration": itself,
            "registrations.registrationtask": _of_task,
            "registrations.progress": _of_progress,
            "people.person": _of_people,
            "people.membership": _of_members,
        },
        permissions=(VIEW, JUDGE),
        imports=("registrations",),
    ),
)
