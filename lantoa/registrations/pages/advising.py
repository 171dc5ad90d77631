"""Advice on the writing pages: which paper it is about, and the buttons of the panel without JavaScript."""

from __future__ import annotations

from django.http import HttpRequest

from lantoa.people.models import Person
from lantoa.registrations.models import Registration
from lantoa.registrations.queries import likeness
from lantoa.writing import inquiry


def paper(
    request: HttpRequest,
    year: int,
    one: Registration | None,
    *,
    person: Person | None = None,
    collective: bool = False,
) -> inquiry.Of:
    """Which paper it is: what its writer sets aside is kept under the year, also before anything is saved."""
    whose = "-tap-the" if collective else f"-{person.pk}" if person else ""
    about = f"registrations.draft:{year}{whose}"
    subject = likeness.subject_of(one) if one else ""
    if collective and request.actor.unit:
        return inquiry.Of(about, subject, likeness.of_unit(request.actor.unit))
    owner = person or request.actor.person
    return inquiry.Of(about, subject, likeness.of_person(owner) if owner else "")


def of_household(one: Registration) -> inquiry.Of:
    """A family's, which is there from the first press on."""
    return inquiry.Of(
        f"registrations.draft:{one.year}-ho-{one.pk}", likeness.subject_of(one), likeness.owner_of(one)
    )


def is_asked(request: HttpRequest) -> bool:
    """Whether a button of the panel was pressed, and not one of the page's own."""
    return inquiry.ASK in request.POST or inquiry.SET_ASIDE in request.POST


def answer(request: HttpRequest) -> None:
    """Set aside what she has considered; the page itself shows the advice for what stands in its boxes."""
    if inquiry.SET_ASIDE in request.POST:
        inquiry.set_aside(request.POST, account=request.user)
