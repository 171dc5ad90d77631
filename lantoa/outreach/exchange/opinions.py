"""Lists of opinions and of complaints."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.rights import SHEET, right_to_read
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.outreach import actions, rules
from lantoa.outreach.exchange.common import UNIT, WITHDRAWN, stands, texts
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, Records, boxes, choices_of, whole

OPINION = (
    Cell(
        Column(
            "text",
            gettext_lazy("Ý kiến"),
            ("noi dung", "noi dung y kien", "y kien nhan dan", "noi dung gop y"),
            required=True,
            most=4000,
        ),
        tidy=lambda text: rules.opinions_in(text)[0] if rules.says_something(text) else text,
    ),
    Cell(
        Column(
            "received_on", gettext_lazy("Ngày tiếp nhận"), ("ngay", "ngay gop y"), kind=DATE, required=True
        )
    ),
    UNIT,
    Cell(Column("channel", gettext_lazy("Kênh"), ("hinh thuc",), choices=choices_of(CitizenOpinion.Channel))),
    Cell(Column("source", gettext_lazy("Nguồn"), ("doi tuong",), choices=choices_of(CitizenOpinion.Source))),
    Cell(Column("field", gettext_lazy("Lĩnh vực"), (), choices=choices_of(CitizenOpinion.Field))),
    Cell(Column("given_by", gettext_lazy("Người góp ý"), ("ho ten", "ho va ten"), most=120)),
    Cell(Column("answer", gettext_lazy("Trả lời"), ("noi dung tra loi",), most=4000)),
    Cell(Column("answered_on", gettext_lazy("Trả lời ngày"), ("ngay tra loi",), kind=DATE)),
    Cell(Column("outcome", gettext_lazy("Kết quả giải quyết"), ("ket qua",), most=4000)),
    Cell(
        Column(
            "resolved_on",
            gettext_lazy("Giải quyết xong ngày"),
            ("ngay giai quyet", "ngay giai quyet xong"),
            kind=DATE,
        )
    ),
    WITHDRAWN,
)


def _hear(values: dict[str, Any], *, by: Actor) -> CitizenOpinion:
    """Received; answered and settled at once where the list says so."""
    usual = {"channel": "direct", "source": "people", "field": "other", "given_by": ""}
    said: dict[str, Any] = {code: values[code] or word for code, word in usual.items()}
    opinion = actions.receive_opinions(
        [values["text"]], unit=values["unit"], received_on=values["received_on"], by=by, **said
    )[0]
    if values["answer"] or values["answered_on"]:
        on = rules.must_have_day(values["answered_on"], "answered_on")
        with boxes(on="answered_on"):
            actions.answer_opinion(opinion, answer=values["answer"] or "", on=on, by=by)
    if values["outcome"] or values["resolved_on"]:
        on = rules.must_have_day(values["resolved_on"], "resolved_on")
        with boxes(on="resolved_on"):
            actions.resolve_opinion(opinion, outcome=values["outcome"] or "", on=on, by=by)
    return opinion


def _mend_opinion(opinion: CitizenOpinion, values: dict[str, Any], *, by: Actor) -> CitizenOpinion:
    said = texts(values, "given_by", "answer", "outcome")
    return actions.correct_opinion(opinion, by=by, **said)


OPINIONS = Records(
    code="opinions",
    label=gettext_lazy("Ý kiến nhân dân"),
    imports="outreach.edit",
    views="outreach.edit",
    cells=OPINION,
    seen=lambda by: CitizenOpinion.objects.visible_to(by).select_related("unit"),
    key=("unit", "received_on", "text"),
    is_natural=True,
    add=_hear,
    change=_mend_opinion,
    prefix="YK",
    private={"given_by": right_to_read("outreach.given_by", SHEET)},
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một ý kiến. Tên người góp ý không bắt buộc và không xuất ra."),
)

COMPLAINT = (
    Cell(Column("number", gettext_lazy("Số vào sổ"), ("so", "so don", "so thu ly"), required=True, most=40)),
    Cell(
        Column("received_on", gettext_lazy("Ngày tiếp nhận"), ("ngay", "ngay nhan"), kind=DATE, required=True)
    ),
    UNIT,
    Cell(
        Column(
            "kind",
            gettext_lazy("Loại đơn"),
            ("loai",),
            choices=choices_of(CitizenComplaint.Kind),
            required=True,
        )
    ),
    Cell(Column("text", gettext_lazy("Nội dung đơn"), ("noi dung", "trich yeu"), required=True, most=2000)),
    Cell(Column("channel", gettext_lazy("Kênh"), ("hinh thuc",), choices=choices_of(CitizenOpinion.Channel))),
    Cell(Column("field", gettext_lazy("Lĩnh vực"), (), choices=choices_of(CitizenOpinion.Field))),
    Cell(Column("people", gettext_lazy("Số người đứng đơn"), ("so nguoi",), kind=NUMBER)),
    Cell(Column("complainant", gettext_lazy("Người đứng đơn"), ("ho ten", "ho va ten"), most=200)),
    Cell(Column("contact", gettext_lazy("Nơi ở, liên hệ"), ("dia chi",), most=200)),
    Cell(Column("due_on", gettext_lazy("Hạn giải quyết"), ("han",), kind=DATE)),
    Cell(
        Column("status", gettext_lazy("Giai đoạn"), (), choices=choices_of(CitizenComplaint.Status)),
        only_out=True,
    ),
    Cell(Column("result", gettext_lazy("Kết luận"), (), choices=choices_of(CitizenComplaint.Result))),
    Cell(Column("outcome", gettext_lazy("Kết quả giải quyết"), ("ket qua",), most=4000)),
    Cell(Column("closed_on", gettext_lazy("Kết thúc ngày"), ("ngay giai quyet",), kind=DATE)),
    WITHDRAWN,
)
COMPLAINT_TEXTS = ("complainant", "contact", "result", "outcome")


def _enter(values: dict[str, Any], *, by: Actor) -> CitizenComplaint:
    """Entered; its day, and how it ended, where the list says so."""
    said = texts(values, *COMPLAINT_TEXTS)
    later = {name: said.pop(name) for name in ("due_on", "result", "outcome", "closed_on")}
    usual = {"channel": "letter", "field": "other"}
    said |= {name: said[name] or word for name, word in usual.items()}
    said["people"] = 1 if said["people"] is None else said["people"]
    one = actions.enter_complaint(by=by, **whole(said, "people"))
    known = {name: value for name, value in later.items() if value}
    return actions.correct_complaint(one, by=by, **known) if known else one


def _mend_complaint(one: CitizenComplaint, values: dict[str, Any], *, by: Actor) -> CitizenComplaint:
    said = texts(values, *COMPLAINT_TEXTS)
    if said.get("people", 1) is None:
        said["people"] = 1
    return actions.correct_complaint(one, by=by, **whole(said, "people"))


UNREAD = right_to_read("outreach.complainant", SHEET)
COMPLAINTS = Records(
    code="complaints",
    label=gettext_lazy("Đơn khiếu nại, tố cáo, kiến nghị"),
    imports="outreach.complaints",
    views="outreach.complaints",
    cells=COMPLAINT,
    seen=lambda by: CitizenComplaint.objects.handled_by(by).select_related("unit"),
    key=("unit", "received_on", "number"),
    is_natural=True,
    add=_enter,
    change=_mend_complaint,
    prefix="DT",
    private={"complainant": UNREAD, "contact": UNREAD},
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một đơn của sổ đơn vị mình. Họ tên người đứng đơn không xuất ra."),
)
