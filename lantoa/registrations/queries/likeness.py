"""The words of a paper as they are compared with others, and what a reviewer may see of what is like it."""

from __future__ import annotations

from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.said import COMPARED, TEXTS
from lantoa.writing import queries as writing


def subject_of(registration: Registration) -> str:
    """Its key in the index."""
    return f"{registration._meta.label_lower}:{registration.pk}"


def of_person(person: Person) -> str:
    """Whose a person's texts are, in the words of the index."""
    return writing.owner_of(person)


def of_unit(unit: Unit) -> str:
    """Whose a collective's texts are."""
    return f"unit:{unit.pk}"


def owner_of(registration: Registration) -> str:
    """Whose its words are."""
    if registration.person:
        return of_person(registration.person)
    if registration.subject == Registration.Subject.COLLECTIVE:
        return of_unit(registration.unit)
    return f"{registration.subject}:{registration.pk}"


def text_of_task(task: RegistrationTask) -> str:
    """One task, line by line, as its boxes hold it."""
    return "\n".join(text for field in COMPARED if (text := field.said_of(task)))


def text_of(registration: Registration) -> str:
    """All its words, task after task; uses what was prefetched."""
    tasks = [text_of_task(task) for task in registration.ordered_tasks]
    return "\n".join([*tasks, *filter(None, (getattr(registration, name) for name in TEXTS))])
