"""Who gets through at each address of this room."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.consents import actions
from lantoa.exemplars.tests import stories as exemplars
from lantoa.foundation.attachments import judge
from lantoa.practices.tests import stories as practices
from tests.access import Row

EVERYONE = "everyone"


def prepare(cast):
    """The member is named in a draft of her cell, has agreed on paper elsewhere, and proposed what names herself."""
    cast.things["named"] = exemplars.of_a_member(cast).named.get()
    signed = exemplars.of_a_member(cast, title="Dạy chữ buổi tối").named.get()
    paper = judge(SimpleUploadedFile("dong-y.pdf", b"%PDF-1.7"))
    cast.things["signed"] = actions.record_agreement(
        signed, by=cast.secretary, way="paper", agreed_on=cast.today, paper=paper
    )
    cast.things["hers"] = practices.proposed(practices.of_a_member(cast), cast.member).named.get()
    for former, one in enumerate(("named", "signed", "hers"), start=900):
        cast.things[one].former_id = former
        cast.things[one].save()


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


def former_of(name):
    return lambda cast: [cast.things[name].former_id]


TABLE = [
    Row("consents:naming_me", EVERYONE),
    Row("consents:former_page", EVERYONE),
    Row("consents:agree", "member", pk_of("named"), "POST"),
    Row("consents:revoke", "member secretary", pk_of("signed"), "POST"),
    Row("consents:revoke", "member secretary", pk_of("hers"), "POST"),
    Row("consents:record", "secretary", pk_of("named")),
    Row("consents:record", "member secretary", pk_of("hers")),
    Row("consents:paper", "member secretary", pk_of("signed")),
    *[
        Row(f"consents:former_{kind}_{act}", EVERYONE, former_of(one))
        for kind, one in (("practice", "hers"), ("exemplar", "named"))
        for act in ("agree", "revoke", "record", "paper", "remove")
    ],
]
