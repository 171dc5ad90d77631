"""Lists of gifts, works, opinions and articles, as they come in from Excel and go out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.rights import SHEET, right_to_read
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, MONEY, NUMBER
from lantoa.organisation.models import Unit
from lantoa.outreach import actions, rules
from lantoa.outreach.models import Article, Campaign, CitizenOpinion, Donation, Recorded, Work
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.people.records import Cell, OneOf, Records, UnitLink, boxes, choices_of


def _campaigns(unit: Unit, by: Actor) -> OneOf:
    return OneOf(Campaign.objects.visible_to(by), _("cuộc vận động"), Campaign.objects)


def _texts(values: dict[str, Any], *codes: str) -> dict[str, Any]:
    """What is not written is empty text there."""
    return values | {code: values[code] or "" for code in codes if code in values}


def _stands(one: Recorded) -> bool:
    return one.withdrawn_on is None


UNIT = Cell(
    Column("unit", gettext_lazy("Đơn vị"), ("chi bo", "don vi ghi", "don vi tiep nhan")),
    link=UnitLink,
    is_set_once=True,
)
WITHDRAWN = Cell(
    Column("withdrawn", gettext_lazy("Gạch bỏ vì"), ("da gach bo",), most=300),
    attr="withdrawn_reason",
    only_out=True,
)
GIFT = (
    Cell(
        Column(
            "campaign", gettext_lazy("Cuộc vận động"), ("noi dung van dong", "quy"), required=True, most=250
        ),
        link=_campaigns,
    ),
    Cell(
        Column("given_on", gettext_lazy("Ngày ủng hộ"), ("ngay", "ngay nop"), kind=DATE, required=True),
    ),
    UNIT,
    Cell(
        Column(
            "donor_kind",
            gettext_lazy("Bên ủng hộ"),
            ("tap the ca nhan", "doi tuong", "nguoi ung ho la"),
            choices=choices_of(Donation.DonorKind),
        )
    ),
    Cell(
        Column(
            "donor",
            gettext_lazy("Người hoặc tập thể ủng hộ"),
            ("ho va ten", "ho ten", "nguoi ung ho", "ten nguoi ung ho", "tap the"),
            most=200,
        )
    ),
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
    WITHDRAWN,
)


def _give(values: dict[str, Any], *, by: Actor) -> Donation:
    """Somebody the system knows is recorded as that person; a name alone says that a person gave."""
    said = _texts(values, "in_kind", "quantity_unit")
    name, unit = said.pop("donor") or "", said["unit"]
    said["donor_kind"] = said["donor_kind"] or ("individual" if name else "collective")
    person = (
        person_called(name, unit=unit, by=by, field="donor")
        if said["donor_kind"] == "individual" and name
        else None
    )
    campaign = said.pop("campaign")
    return actions.record_donation(campaign, by=by, person=person, donor_name="" if person else name, **said)


def _mend_gift(donation: Donation, values: dict[str, Any], *, by: Actor) -> Donation:
    """The boxes that say otherwise; a donor is looked up as when the gift was recorded."""
    said = _texts(values, "in_kind", "quantity_unit")
    kind = said.get("donor_kind") or donation.donor_kind
    name = said.pop("donor") or "" if "donor" in said else donation.donor
    if kind == "individual" and name and ("donor" in values or kind != donation.donor_kind):
        said["person"] = person_called(name, unit=donation.unit, by=by, field="donor")
        said["donor_name"] = "" if said["person"] else name
    elif "donor" in values or kind != donation.donor_kind:
        said["person"], said["donor_name"] = None, name
    return actions.correct_donation(donation, by=by, **said)


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
    totals=frozenset({"amount"}),
    stands=_stands,
    hint=gettext_lazy("Mỗi dòng một khoản, tiền hoặc hiện vật; cuộc vận động đã mở."),
)

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
    said = _texts(values, "given_by", "answer", "outcome")
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
    stands=_stands,
    hint=gettext_lazy("Mỗi dòng một ý kiến. Tên người góp ý không bắt buộc và không xuất ra."),
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
    Cell(Column("campaign", gettext_lazy("Cuộc vận động"), (), most=250), link=_campaigns),
    Cell(Column("place", gettext_lazy("Nơi xây dựng"), ("dia diem",), most=250)),
    Cell(Column("cost", gettext_lazy("Kinh phí (đồng)"), ("kinh phi",), kind=MONEY)),
    Cell(Column("funded_by", gettext_lazy("Nguồn kinh phí"), (), most=250)),
    Cell(Column("handed_over_on", gettext_lazy("Bàn giao ngày"), ("ngay ban giao",), kind=DATE)),
    WITHDRAWN,
)


def _build(values: dict[str, Any], *, by: Actor) -> Work:
    said = _texts(values, "place", "funded_by") | {"build": values["build"] or Work.Build.NEW}
    return actions.record_work(by=by, **said)


def _mend_work(work: Work, values: dict[str, Any], *, by: Actor) -> Work:
    return actions.correct_work(work, by=by, **_texts(values, "place", "funded_by"))


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
    stands=_stands,
    hint=gettext_lazy("Mỗi dòng một công trình; để trống ngày bàn giao khi đang làm."),
)

ARTICLE = (
    Cell(
        Column(
            "title", gettext_lazy("Tên tin, bài, chuyên mục"), ("ten bai", "tieu de"), required=True, most=300
        )
    ),
    UNIT,
    Cell(
        Column("kind", gettext_lazy("Thể loại"), ("loai",), choices=choices_of(Article.Kind), required=True)
    ),
    Cell(Column("outlet", gettext_lazy("Nơi đăng"), ("bao", "trang"), required=True, most=200)),
    Cell(Column("published_on", gettext_lazy("Ngày đăng"), ("ngay",), kind=DATE, required=True)),
    Cell(Column("url", gettext_lazy("Địa chỉ"), ("duong dan", "link"), most=500)),
    Cell(Column("ended_on", gettext_lazy("Ngừng từ ngày"), (), kind=DATE), only_out=True),
    WITHDRAWN,
)


def _publish(values: dict[str, Any], *, by: Actor) -> Article:
    return actions.record_article(by=by, **_texts(values, "url"))


def _mend_article(article: Article, values: dict[str, Any], *, by: Actor) -> Article:
    return actions.correct_article(article, by=by, **_texts(values, "url"))


ARTICLES = Records(
    code="articles",
    label=gettext_lazy("Tin, bài"),
    imports="outreach.edit",
    views="outreach.view",
    cells=ARTICLE,
    seen=lambda by: Article.objects.visible_to(by).select_related("unit"),
    key=("unit", "kind", "title", "published_on"),
    add=_publish,
    change=_mend_article,
    prefix="TB",
    stands=_stands,
    hint=gettext_lazy("Mỗi dòng một tin, bài hoặc chuyên mục."),
)
KINDS = [DONATIONS.kind, WORKS.kind, OPINIONS.kind, ARTICLES.kind]
