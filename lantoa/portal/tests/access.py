"""Who may use the addresses of the hall."""

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.registrations.tests import papers
from tests.access import Row

TABLE = [
    Row("portal:todo", allowed="everyone"),
    Row(
        "portal:decisions",
        allowed="secretary other_secretary committee officer leader far_secretary",
    ),
    Row("portal:history", allowed="everyone"),
    Row("portal:my_year", args=lambda w: [2027], allowed="member"),
    Row(
        "portal:subject_history",
        args=lambda w: ["people.person", w.member.person.pk],
        allowed="member secretary committee officer leader inspector administrator",
    ),
]


def prepare(cast):
    """Something that the member did in her cell, and the paper she has sent."""
    papers.submitted(cast.member)
    with transaction.atomic():
        record("person.added", cast.member.person, by=cast.member, unit=cast.cell)
