"""Who may enter which address of this room."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.foundation import attachments
from lantoa.programme import actions
from lantoa.programme.models import LegalBasis
from tests.access import Row

WRITERS = "secretary other_secretary committee officer administrator far_secretary"
YEAR = {"starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}


def prepare(cast):
    """The cell has a draft, a submitted and an issued plan; the province a theme, a document, a movement."""
    paper = attachments.judge(SimpleUploadedFile("ke-hoach.pdf", b"%PDF-1.4 ke hoach"))
    by, cell = cast.secretary, cast.cell
    plan = {"scope": "year", "title": "Kế hoạch năm 2026", **YEAR}
    tasks = [{"content": "Sinh hoạt chuyên đề quý I", "due": dt.date(2026, 3, 31)}]
    cast.draft = actions.draft_plan(unit=cell, by=by, tasks=tasks, **plan)
    cast.submitted = actions.submit_plan(actions.draft_plan(unit=cell, by=by, **plan), by=by)
    signed = {"number": "01-KH/CB", "issued_on": dt.date(2026, 1, 5), "file": paper}
    cast.issued = actions.record_issued_plan(unit=cell, by=by, tasks=tasks, **signed, **plan)
    cast.task = cast.issued.tasks.get()
    cast.summed_up = actions.record_issued_plan(unit=cell, by=by, **signed | {"number": "02-KH/CB"}, **plan)
    actions.sum_up_plan(cast.summed_up, on=dt.date(2026, 11, 2), said="Xong 5 trên 6 việc.", by=by)
    cast.asking = actions.record_issued_plan(
        unit=cast.commune,
        by=cast.committee,
        lower_by=dt.date(2026, 2, 28),
        number="30-KH/ĐU",
        issued_on=dt.date(2026, 1, 5),
        **plan,
    )
    up = {"unit": cast.province, "by": cast.officer}
    cast.theme = actions.set_theme(kind="year", title="Chuyên đề năm 2026", file=paper, **YEAR, **up)
    document = {
        "kind": "guidance",
        "number": "03",
        "issued_on": dt.date(2026, 2, 2),
        "abstract": "về mô hình",
    }
    cast.directive = actions.record_directive(file=paper, **document, **up)
    asked = {"asks": "Báo số mô hình.", "answer_by": dt.date(2026, 12, 1)}
    cast.asked = actions.record_directive(
        unit=cast.commune, by=cast.committee, **document | {"number": "04"}, **asked
    )
    cast.movement = actions.launch_movement(name="Dân vận khéo", level="central", starts=YEAR["starts"], **up)
    cast.joined = actions.join_movement(
        cast.movement, unit=cell, by=by, joined_on=dt.date(2026, 2, 3), persons=12
    )
    (cast.participant,) = actions.name_participants(
        cast.joined, names=str(cast.member.person), joined_on=dt.date(2026, 2, 3), by=by
    )
    cast.reviewed = actions.review_participation(
        cast.joined, by=by, reviewed_on=dt.date(2026, 6, 30), kind="interim", results="Giúp ba hộ."
    )
    cast.proposal = actions.propose(list="fields", words="Thêm một lĩnh vực", by=by)
    cast.basis = LegalBasis.objects.get(symbol="07-CT/TW")


EVERYBODY = (
    "member secretary other_secretary committee officer leader inspector administrator far_secretary former"
)
# What the province gives applies to everybody below; a cell's own plan is read in the cell and above it.
IN_LINE = "secretary committee officer leader inspector administrator"
OVER_THE_CELL = "secretary committee officer administrator"
OVER_THE_TREE = "officer administrator"


def _post(name, what, allowed=OVER_THE_CELL, data=None):
    return Row(
        f"programme:{name}",
        allowed=allowed,
        args=lambda cast: [getattr(cast, what).pk],
        method="POST",
        data=lambda cast: data or {},
    )


def _get(name, what, allowed, **more):
    return Row(f"programme:{name}", allowed=allowed, args=lambda cast: [getattr(cast, what).pk], **more)


TABLE = [
    Row("programme:lists", allowed=WRITERS),
    Row(
        "programme:lists",
        allowed=WRITERS,
        method="POST",
        data=lambda cast: {"list": "fields", "words": "Thêm"},
    ),
    Row(
        "programme:answer_proposal",
        allowed="officer administrator",
        args=lambda cast: [cast.proposal.pk],
        method="POST",
        data=lambda cast: {f"{cast.proposal.pk}-agreed": "yes"},
    ),
    Row("programme:index", allowed=EVERYBODY),
    Row("programme:plans", allowed=EVERYBODY),
    Row("programme:plan_new", allowed=WRITERS),
    Row("programme:theme_new", allowed=WRITERS),
    Row("programme:directive_new", allowed=WRITERS, typed=lambda cast: {"answer_by": "30/12/2026"}),
    Row("programme:movement_new", allowed=WRITERS),
    Row("programme:movements", allowed=EVERYBODY),
    _get("movement", "movement", EVERYBODY),
    _get("movement_join", "movement", f"other_secretary {WRITERS}"),
    _get("movement_sum_up", "movement", OVER_THE_TREE),
    _get("participation_edit", "joined", OVER_THE_CELL),
    _get("participation_leave", "joined", OVER_THE_CELL),
    _get("participation_review", "joined", OVER_THE_CELL),
    _get("participants", "joined", OVER_THE_CELL, typed=lambda cast: {"names": str(cast.colleague.person)}),
    _get("participant_end", "participant", OVER_THE_CELL),
    _get("movement_review_edit", "reviewed", OVER_THE_CELL),
    Row("programme:participations", allowed=EVERYBODY),
    Row("programme:begin", allowed=OVER_THE_TREE),
    Row("programme:basis_new", allowed=OVER_THE_TREE),
    _get("basis_edit", "basis", OVER_THE_TREE),
    _get("theme_edit", "theme", OVER_THE_TREE),
    _get("theme_file", "theme", EVERYBODY),
    _get("movement_edit", "movement", OVER_THE_TREE),
    _get("directive", "directive", EVERYBODY),
    _get("directive_file", "directive", EVERYBODY),
    _get("directive_edit", "directive", OVER_THE_TREE),
    Row("programme:directives", allowed=EVERYBODY),
    Row("programme:lately", allowed=EVERYBODY),
    _get("directive_below", "asked", "committee officer leader inspector administrator"),
    Row(
        "programme:directive_answer",
        allowed="secretary other_secretary",
        args=lambda cast: [cast.asked.pk],
        method="POST",
        data=lambda cast: {"done_on": "10/11/2026", "said": "Đã quán triệt."},
    ),
    # A colleague of the cell reads its plan once it is issued, and nobody of another cell does.
    _get("plan", "draft", IN_LINE),
    _get("plan", "issued", f"member {IN_LINE}"),
    _get("plan_file", "issued", f"member {IN_LINE}"),
    # What is no draft any more is not rewritten: 400 for those who might otherwise.
    _get("plan_edit", "draft", OVER_THE_CELL),
    _post("plan_submit", "draft"),
    _post("plan_return", "submitted", data={"reason": "Chưa có thời hạn cho từng việc."}),
    _post("plan_issue", "submitted", data={"number": "03-KH/CB", "issued_on": "06/01/2026"}),
    _get("plan_word", "issued", f"member {IN_LINE}"),
    # Who below has issued is for those who answer for all that is below.
    _get("plan_below", "asking", "committee officer leader inspector administrator"),
    _post("plan_review", "issued", data={"on": "02/11/2026", "said": "Xong 4 trên 6 việc."}),
    _post("plan_sum_up", "issued", data={"on": "02/11/2026", "said": "Xong cả 6 việc."}),
    _post("plan_close", "summed_up"),
    _post("task_done", "task"),
]
