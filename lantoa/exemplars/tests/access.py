"""Who gets through at each address of this room."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.exemplars import actions
from lantoa.exemplars.tests import stories
from lantoa.foundation.attachments import judge
from tests.access import Row

EVERYONE = (
    "member secretary other_secretary committee officer leader inspector far_secretary former administrator"
)
READERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
WRITERS = "secretary other_secretary committee officer far_secretary"


def prepare(cast):
    """A published one, a draft, one that waits; the member is named in the draft and has agreed on paper elsewhere."""
    cast.things["published"] = stories.published(cast, stories.of_the_group(cast))
    draft = cast.things["draft"] = stories.of_a_member(cast)
    cast.things["name"] = stories.name_of(draft)
    cast.things["waiting"] = stories.proposed(cast, stories.of_the_group(cast, title="Nước sạch về bản"))
    signed = stories.name_of(stories.of_a_member(cast, title="Dạy chữ buổi tối"))
    paper = judge(SimpleUploadedFile("dong-y.pdf", b"%PDF-1.7"))
    cast.things["signed"] = actions.record_agreement(
        signed, by=cast.secretary, way="paper", agreed_on=cast.today, paper=paper
    )


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


TABLE = [
    Row("exemplars:index", READERS),
    Row("exemplars:new", WRITERS),
    Row("exemplars:naming_me", EVERYONE),
    Row("exemplars:show", READERS, pk_of("published")),
    Row("exemplars:show", "member secretary", pk_of("draft")),
    Row("exemplars:show", "secretary committee", pk_of("waiting")),
    Row("exemplars:edit", "secretary", pk_of("draft")),
    Row("exemplars:propose", "secretary", pk_of("draft"), "POST"),
    Row("exemplars:withdraw", "secretary", pk_of("waiting")),
    Row("exemplars:judge", "committee", pk_of("waiting")),
    Row("exemplars:publish", "committee", pk_of("waiting"), "POST"),
    Row("exemplars:return", "committee", pk_of("waiting"), "POST", lambda cast: {"reason": "chưa rõ"}),
    Row("exemplars:agree", "member", pk_of("name"), "POST"),
    Row("exemplars:revoke", "member secretary", pk_of("signed"), "POST"),
    Row("exemplars:record", "secretary", pk_of("name")),
    Row("exemplars:remove_name", "secretary", pk_of("name")),
    Row("exemplars:paper", "member secretary", pk_of("signed")),
]
