"""The list of works sent to prizes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE
from lantoa.organisation.models import Unit
from lantoa.outreach import actions
from lantoa.outreach.exchange.common import UNIT, WITHDRAWN, stands, texts
from lantoa.outreach.models import Prize, PrizeWork
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, choices_of


def _prizes(unit: Unit, by: Actor) -> OneOf:
    return OneOf(Prize.objects.visible_to(by), _("đợt giải"), Prize.objects)


PRIZE_WORK = (
    Cell(
        Column(
            "title",
            gettext_lazy("Tên tác phẩm, việc quảng bá"),
            ("ten tac pham", "ten"),
            required=True,
            most=300,
        )
    ),
    Cell(Column("prize", gettext_lazy("Đợt giải"), ("giai thuong",), required=True, most=400), link=_prizes),
    UNIT,
    Cell(Column("part", gettext_lazy("Tham gia"), (), choices=choices_of(PrizeWork.Part))),
    Cell(Column("field", gettext_lazy("Lĩnh vực"), ("the loai",), required=True, most=100)),
    Cell(Column("author_kind", gettext_lazy("Tác giả là"), (), choices=choices_of(PrizeWork.AuthorKind))),
    Cell(Column("author", gettext_lazy("Tác giả, nhóm tác giả"), ("tac gia",), required=True, most=200)),
    Cell(Column("sent_on", gettext_lazy("Gửi dự giải ngày"), ("ngay", "ngay gui"), kind=DATE, required=True)),
    Cell(Column("award", gettext_lazy("Giải"), ("dat giai",), choices=choices_of(PrizeWork.Award))),
    Cell(Column("awarded_on", gettext_lazy("Trao giải ngày"), ("ngay trao",), kind=DATE)),
    WITHDRAWN,
)


def _send(values: dict[str, Any], *, by: Actor) -> PrizeWork:
    said = texts(values, "award")
    usual = {"part": PrizeWork.Part.WORK, "author_kind": PrizeWork.AuthorKind.INDIVIDUAL}
    said |= {code: said[code] or word for code, word in usual.items()}
    return actions.send_work(said.pop("prize"), by=by, **said)


def _mend(work: PrizeWork, values: dict[str, Any], *, by: Actor) -> PrizeWork:
    return actions.correct_prize_work(work, by=by, **texts(values, "award"))


PRIZE_WORKS = Records(
    code="prize_works",
    label=gettext_lazy("Tác phẩm dự giải"),
    imports="outreach.edit",
    views="outreach.view",
    cells=PRIZE_WORK,
    seen=lambda by: PrizeWork.objects.visible_to(by).select_related("prize", "unit"),
    key=("prize", "unit", "title", "author"),
    add=_send,
    change=_mend,
    prefix="TP",
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một tác phẩm, hoặc một tập thể, cá nhân quảng bá; đợt giải đã mở."),
)
