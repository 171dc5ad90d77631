"""Lists of gifts, of what is promised, of works."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, MONEY, NUMBER
from lantoa.outreach import actions
from lantoa.outreach.exchange.common import UNIT, WITHDRAWN, campaigns, stands, texts
from lantoa.outreach.models import Donation, DonorKind, Pledge, Work
from lantoa.outreach.models.donor import ByDonor
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.people.records import Cell, Records, choices_of

GIFT_TEXTS = ("in_kind", "quantity_unit", "purpose")
DONOR_KIND = Cell(
    Column(
        "donor_kind",
        gettext_lazy("Bên ủng hộ"),
        ("tap the ca nhan", "doi tuong", "nguoi ung ho la"),
        choices=choices_of(DonorKind),
    )
)
DONOR = Cell(
    Column(
        "donor",
        gettext_lazy("Người hoặc tập thể ủng hộ"),
        ("ho va ten", "ho ten", "nguoi ung ho", "ten nguoi ung ho", "tap the", "nguoi giup"),
        most=200,
    )
)
GIFT = (
    Cell(
        Column("campaign", gettext_lazy("Cuộc vận động"), ("noi dung van dong", "quy"), most=250),
        link=campaigns,
    ),
    Cell(
        Column("given_on", gettext_lazy("Ngày ủng hộ"), ("ngay", "ngay nop"), kind=DATE, required=True),
    ),
    UNIT,
    DONOR_KIND,
    DONOR,
    Cell(
        Column(
            "amount",
            gettext_lazy("Số tiền (đồng)"),
            ("so tien", "tien mat", "tien", "thanh tien"),
            kind=MONEY,
        )
    ),
    Cell(Column("in_kind", gettext_lazy("Hiện vật"), ("ten hien vat",), most=200)),
    Cell(Column("quantity", gettext_lazy("Số lượng"), ("sl", "so luong hien vat"), kind=NUMBER)),
    Cell(Column("quantity_unit", gettext_lazy("Đơn vị tính"), ("dvt",), most=40)),
    Cell(
        Column("value", gettext_lazy("Trị giá hiện vật (đồng)"), ("tri gia", "tri gia hien vat"), kind=MONEY)
    ),
    Cell(Column("purpose", gettext_lazy("Ủng hộ việc gì"), ("noi dung ung ho", "muc dich"), most=200)),
    WITHDRAWN,
)


def _with_the_donor(values: dict[str, Any], by: Actor) -> dict[str, Any]:
    """Somebody the system knows is recorded as that person; a name alone says that a person gave."""
    said = dict(values)
    name, unit = said.pop("donor") or "", said["unit"]
    said["donor_kind"] = said["donor_kind"] or ("individual" if name else "collective")
    is_person = said["donor_kind"] == "individual" and name
    person = person_called(name, unit=unit, by=by, field="donor") if is_person else None
    return said | {"person": person, "donor_name": "" if person else name}


def _with_another_donor(given: ByDonor, values: dict[str, Any], by: Actor) -> dict[str, Any]:
    """The boxes that say otherwise; a donor is looked up as when it was recorded."""
    said = dict(values)
    kind = said.get("donor_kind") or given.donor_kind
    name = said.pop("donor") or "" if "donor" in said else given.donor
    if kind == "individual" and name and ("donor" in values or kind != given.donor_kind):
        said["person"] = person_called(name, unit=given.unit, by=by, field="donor")
        said["donor_name"] = "" if said["person"] else name
    elif "donor" in values or kind != given.donor_kind:
        said["person"], said["donor_name"] = None, name
    return said


def _give(values: dict[str, Any], *, by: Actor) -> Donation:
    said = _with_the_donor(texts(values, *GIFT_TEXTS), by)
    return actions.record_donation(said.pop("campaign"), by=by, **said)


def _mend_gift(donation: Donation, values: dict[str, Any], *, by: Actor) -> Donation:
    return actions.correct_donation(
        donation, by=by, **_with_another_donor(donation, texts(values, *GIFT_TEXTS), by)
    )


DONATIONS = Records(
    code="donations",
    label=gettext_lazy("Ủng hộ"),
    imports="outreach.edit",
    views="outreach.view",
    cells=GIFT,
    seen=lambda by: Donation.objects.visible_to(by).select_related("campaign", "person", "unit"),
    key=("campaign", "unit", "given_on", "donor"),
    add=_give,
    change=_mend_gift,
    prefix="UH",
    boxes={"donor_name": "donor", "person": "donor"},
    totals=frozenset({"amount", "value"}),
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một khoản, tiền hoặc hiện vật; cuộc vận động đã mở, hoặc ủng hộ việc gì."),
)

PLEDGE = (
    Cell(
        Column(
            "for_whom",
            gettext_lazy("Giúp ai, việc gì"),
            ("noi dung", "doi tuong duoc giup"),
            required=True,
            most=200,
        )
    ),
    UNIT,
    DONOR_KIND,
    DONOR,
    Cell(Column("rhythm", gettext_lazy("Bao lâu một lần"), ("dinh ky",), choices=choices_of(Pledge.Rhythm))),
    Cell(Column("amount", gettext_lazy("Số tiền mỗi lần (đồng)"), ("so tien", "muc giup"), kind=MONEY)),
    Cell(Column("in_kind", gettext_lazy("Hiện vật, việc làm mỗi lần"), ("hien vat",), most=200)),
    Cell(Column("starts", gettext_lazy("Từ ngày"), ("ngay bat dau",), kind=DATE, required=True)),
    Cell(Column("ends", gettext_lazy("Dừng từ ngày"), ("ngay dung",), kind=DATE)),
    WITHDRAWN,
)


def _promise(values: dict[str, Any], *, by: Actor) -> Pledge:
    said = _with_the_donor(texts(values, "in_kind"), by)
    return actions.pledge(by=by, **said | {"rhythm": said["rhythm"] or Pledge.Rhythm.MONTH})


def _mend_promise(promised: Pledge, values: dict[str, Any], *, by: Actor) -> Pledge:
    return actions.correct_pledge(
        promised, by=by, **_with_another_donor(promised, texts(values, "in_kind"), by)
    )


PLEDGES = Records(
    code="pledges",
    label=gettext_lazy("Giúp đỡ thường xuyên"),
    imports="outreach.edit",
    views="outreach.view",
    cells=PLEDGE,
    seen=lambda by: Pledge.objects.visible_to(by).select_related("person", "unit"),
    key=("unit", "for_whom", "donor"),
    add=_promise,
    change=_mend_promise,
    prefix="GD",
    boxes={"donor_name": "donor", "person": "donor"},
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một việc đã nhận giúp thường xuyên; tiền đã trao ghi ở danh sách ủng hộ."),
)
WORK = (
    Cell(Column("name", gettext_lazy("Tên công trình"), ("ten", "cong trinh"), required=True, most=250)),
    UNIT,
    Cell(
        Column(
            "kind", gettext_lazy("Loại công trình"), ("loai",), choices=choices_of(Work.Kind), required=True
        )
    ),
    Cell(Column("build", gettext_lazy("Hình thức"), (), choices=choices_of(Work.Build))),
    Cell(Column("campaign", gettext_lazy("Cuộc vận động"), (), most=250), link=campaigns),
    Cell(Column("place", gettext_lazy("Nơi xây dựng"), ("dia diem",), most=250)),
    Cell(Column("cost", gettext_lazy("Kinh phí (đồng)"), ("kinh phi",), kind=MONEY)),
    Cell(Column("funded_by", gettext_lazy("Nguồn kinh phí"), (), most=250)),
    Cell(Column("handed_over_on", gettext_lazy("Bàn giao ngày"), ("ngay ban giao",), kind=DATE)),
    WITHDRAWN,
)


def _build(values: dict[str, Any], *, by: Actor) -> Work:
    said = texts(values, "place", "funded_by") | {"build": values["build"] or Work.Build.NEW}
    return actions.record_work(by=by, **said)


def _mend_work(work: Work, values: dict[str, Any], *, by: Actor) -> Work:
    return actions.correct_work(work, by=by, **texts(values, "place", "funded_by"))


WORKS = Records(
    code="works",
    label=gettext_lazy("Công trình"),
    imports="outreach.edit",
    views="outreach.view",
    cells=WORK,
    seen=lambda by: Work.objects.visible_to(by).select_related("campaign", "unit"),
    key=("unit", "kind", "name"),
    add=_build,
    change=_mend_work,
    prefix="CT",
    totals=frozenset({"cost"}),
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một công trình; để trống ngày bàn giao khi đang làm."),
)
