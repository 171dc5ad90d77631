"""Whatever is kept of a person is named in a door `keeps`, column by column; a new one fails here."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from lantoa.foundation.keeps import Kept, all_kept
from lantoa.people.models import Account, Person
from lantoa.people.queries import READING
from lantoa.personal_data.models import Purpose
from lantoa.personal_data.words import name_of_column

# Tables of the ground and of the index that know a person by her number alone.
BY_NUMBER = {
    "foundation.event",
    "foundation.draft",
    "foundation.sent",
    "foundation.attachment",
    "searching.sight",
}


def tables_of_a_person() -> set[tuple[str, str]]:
    """(table, way to the person) of every table that points to a person or her account by a relation of its own."""
    found = {(one.field.model._meta.label_lower, one.field.name) for one in Person._meta.related_objects}
    ways = {
        (one.field.model._meta.label_lower, f"{one.field.name}__person")
        for one in Account._meta.related_objects
    }
    return found | ways


def test_every_table_that_tells_of_a_person_says_so():
    named = {(one.table, way) for one in all_kept() for way in one.person.split()}
    assert tables_of_a_person() - named == set(), "name it in the room's keeps.py: docs/handbook/a-room.md"
    assert {one.table for one in all_kept()} >= BY_NUMBER | {"people.person"}


# What hangs on a paper of hers and says nothing of her that the paper does not: each with its reason.
SAYS_NOTHING_MORE = {
    "foundation.draftfile": "the file itself is hers: foundation.attachment",
    "messages.reminded": "which message was sent for what: the message is hers",
    "writing.considered": "of an author's account: a digest, not her words",
    "registrations.confirmationcode": "a digest of a code of hours",
    "registrations.evidence": "the photograph of a line of progress: foundation.attachment",
    "breakthroughs.quarterreport_evidence": "the file of a quarter: foundation.attachment",
    "practices.recognitionrequest": "of the practice",
    "practices.recognition": "of the practice",
    "practices.movementassessment": "of the practice",
    "practices.corepart": "of the practice",
    "practices.lesson": "of the practice",
    "adoptions.adoption": "of another unit's practice",
    "adoptions.discussion": "what another unit said of the practice",
    "matching.dismissal": "of another unit's need",
    "reviews.finding": "joins a review to a shortcoming; both are hers",
    "supervision.comparison": "likeness of a pair of papers, shown to nobody by name",
    "supervision.sample": "of a body; which papers it drew is supervision.sampledpaper",
    "exemplars.exemplar": "who is named stands in consents.consent",
    "account.emailconfirmation": "never written: no mail is sent from here",
}


def test_what_hangs_on_her_papers_stands_in_her_file_too():
    """Tables one step behind one that is kept of her."""
    tables = {one.table for one in all_kept()}
    hanging = {
        one._meta.label_lower
        for one in apps.get_models()
        for field in one._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and field.related_model._meta.label_lower in tables - {"people.person", "foundation.attachment"}
    }
    assert hanging - tables - set(SAYS_NOTHING_MORE) == set(), (
        "name it in the room's keeps.py, or why not, here"
    )


def test_every_reading_that_is_shown_to_her_is_counted_when_somebody_reads_too_fast():
    assert {one.read_as for one in all_kept() if one.read_as} == set(READING)


@pytest.mark.parametrize("kept", all_kept(), ids=lambda one: one.table)
def test_every_column_says_what_it_is_for_or_that_it_tells_nothing_of_her(kept: Kept):
    columns = {one.name for one in kept.model._meta.concrete_fields if not one.primary_key}
    own = {one.name for one in kept.model._meta.concrete_fields if isinstance(one, ForeignKey)}
    numbers = {way for way in kept.person.split() if way in columns}
    said = set(kept.fields.split()) | set(kept.besides.split())
    assert columns - own - numbers - said == set(), (
        f"a new column of {kept.table}: say in keeps.py what it is for"
    )
    assert said - columns == set(), "named in keeps.py and gone"


@pytest.mark.parametrize("kept", all_kept(), ids=lambda one: one.table)
def test_no_watching_and_no_secret_has_a_column_that_is_shown(kept: Kept):
    words = set(kept.fields.split()) | set(kept.besides.split())
    watched = ("device", "agent", "address", "location", "latitude", "dwell", "viewed", "ip")
    assert not {one for one in words if any(part == word for part in one.split("_") for word in watched)}
    secret = ("password", "hash", "secret", "session_key", "salt", "data")
    assert not {one for one in kept.fields.split() if any(word in one for word in secret)}


@pytest.mark.django_db
@pytest.mark.parametrize("kept", all_kept(), ids=lambda one: one.table)
def test_every_table_is_kept_for_a_purpose_that_stands_in_the_register(kept: Kept):
    known = Purpose.objects.values_list("code", flat=True)
    assert kept.purpose in known, "name PURPOSE in the room's keeps.py: one of the register of purposes"


@pytest.mark.parametrize("kept", all_kept(), ids=lambda one: f"{one.table} {one.person}")
def test_every_column_is_named_as_a_person_reads_it(kept):
    columns = [kept.model._meta.get_field(name) for name in kept.fields.split()]
    assert [one.name for one in columns if name_of_column(one) == one.name.replace("_", " ")] == []
