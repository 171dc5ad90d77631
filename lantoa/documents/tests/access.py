"""Who may use which address of this room."""

import datetime as dt

from lantoa.documents import actions, queries
from lantoa.foundation.attachments import Judged
from tests.access import Row
from tests.fuzz.boxes import a_file

VIEWERS = "committee officer leader inspector"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
TERM = dt.date(2025, 7, 1)


def prepare(cast):
    """The commune has issued two papers; the first is signed."""
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.system)
    actions.open_term(unit=cast.province, name="2025 - 2030", starts=TERM, by=cast.system)
    for thing in ("signed", "unsigned"):
        cast.things[thing] = actions.issue(
            type=queries.type_of("party", "Báo cáo"),
            issuer_unit=cast.commune,
            body_abbreviation="ĐU",
            abstract="kết quả năm 2026",
            on=cast.today,
            by=cast.committee,
        )
    scan = Judged("bao-cao-da-ky.pdf", "application/pdf", PDF)
    actions.attach_signed(cast.things["signed"], file=scan, by=cast.committee)


def signed(cast):
    return [cast.things["signed"].pk]


def unsigned(cast):
    return [cast.things["unsigned"].pk]


TABLE = [
    Row("documents:index", allowed="secretary other_secretary far_secretary " + VIEWERS),
    Row("documents:book", allowed="secretary other_secretary far_secretary " + VIEWERS),
    Row("documents:issue", allowed="committee leader"),
    Row("documents:terms", allowed="committee leader administrator"),
    Row("documents:show", args=signed, allowed=VIEWERS),
    Row("documents:file", args=signed, allowed=VIEWERS),
    Row(
        "documents:attach",
        args=unsigned,
        method="POST",
        typed=lambda w: {"file": a_file},
        allowed="committee leader",
    ),
]
