"""Who gets through at each address of this room."""

from __future__ import annotations

from lantoa.exemplars.actions import Name
from lantoa.exemplars.tests import stories
from tests.access import Row

READERS = "member secretary other_secretary committee officer leader inspector far_secretary former"
WRITERS = "secretary other_secretary committee officer far_secretary"


def prepare(cast):
    """A published one, a draft, one that waits; the member is named in the draft."""
    cast.things["published"] = stories.published(cast, stories.of_the_group(cast))
    draft = cast.things["draft"] = stories.of_a_member(cast)
    cast.things["name"] = stories.name_of(draft)
    two = [Name(str(one.person), one.person) for one in (cast.member, cast.colleague)]
    cast.things["one_of_two"] = stories.of_a_member(cast, names=two).named.order_by("pk")[0]
    cast.things["waiting"] = stories.proposed(cast, stories.of_the_group(cast, title="Nước sạch về bản"))


def pk_of(name):
    return lambda cast: [cast.things[name].pk]


TABLE = [
    Row("exemplars:index", READERS),
    Row("exemplars:new", WRITERS),
    Row("exemplars:show", READERS, pk_of("published")),
    Row("exemplars:show", "member secretary", pk_of("draft")),
    Row("exemplars:show", "secretary committee", pk_of("waiting")),
    Row("exemplars:edit", "secretary", pk_of("draft")),
    Row("exemplars:propose", "secretary", pk_of("draft"), "POST"),
    Row("exemplars:withdraw", "secretary", pk_of("waiting")),
    Row("exemplars:judge", "committee", pk_of("waiting")),
    Row("exemplars:publish", "committee", pk_of("waiting"), "POST"),
    Row("exemplars:return", "committee", pk_of("waiting"), "POST", lambda cast: {"reason": "chưa rõ"}),
    Row(
        "exemplars:remove_name",
        "secretary",
        pk_of("one_of_two"),
        typed=lambda cast: {"title": "Mở đường vào bản"},
    ),
]
