"""The list of who was commended, as it comes in from Excel and goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, rules
from lantoa.commendations.actions import Commended
from lantoa.commendations.models import AwardLevel, Commendation, Form, Occasion, Subject
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of


class _Body(UnitLink):
    """Who decided: a unit of the tree, else a body outside it in words; an empty cell is the unit whose list it is."""

    def prepare(self, texts: Iterable[str], keys: Iterable[Any]) -> None:
        super().prepare(texts, [key for key in keys if isinstance(key, int)])

    def read(self, text: str, row: Mapping[str, Any]) -> Any:
        try:
            return super().read(text, row)
        except BadInput:
            return " ".join(text.split())[:200]

    def shown(self, key: Any) -> str:
        return key if isinstance(key, str) else super().shown(key)

    def load(self, keys: Iterable[Any]) -> Mapping[Any, Any]:
        named = [key for key in keys if isinstance(key, str)]
        return {
            **super().load([key for key in keys if isinstance(key, int)]),
            **{name: name for name in named},
        }


def _occasions(unit: Unit, by: Actor) -> OneOf:
    return OneOf(Occasion.objects.visible_to(by), str(Occasion._meta.verbose_name), Occasion.objects)


def _of_decision(name: str) -> Any:
    return lambda one: getattr(one.decision, name)


CELLS = (
    Cell(
        Column("number", gettext_lazy("Số quyết định"), ("so qd", "quyet dinh so"), required=True, most=80),
        of=_of_decision("number"),
    ),
    Cell(
        Column("decided_on", gettext_lazy("Ngày quyết định"), ("ngay", "ngay qd"), kind=DATE, required=True),
        of=_of_decision("decided_on"),
    ),
    Cell(
        Column("body", gettext_lazy("Nơi quyết định"), ("co quan quyet dinh", "cap quyet dinh"), most=200),
        link=_Body,
        of=lambda one: one.decision.body or one.decision.unit_id,
    ),
    Cell(Column("level", gettext_lazy("Cấp khen"), ("cap",), choices=choices_of(AwardLevel))),
    Cell(
        Column(
            "form", gettext_lazy("Hình thức"), ("hinh thuc khen",), choices=choices_of(Form), required=True
        )
    ),
    Cell(
        Column(
            "subject",
            gettext_lazy("Đối tượng"),
            ("tap the ca nhan",),
            choices=choices_of(Subject),
            required=True,
        )
    ),
    Cell(
        Column(
            "who",
            gettext_lazy("Tên tập thể, cá nhân"),
            ("ho va ten", "ho ten", "ten", "ten ca nhan", "ten tap the"),
            most=200,
            hint=gettext_lazy("Để trống khi khen chính đơn vị."),
        )
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị"), ("chi bo", "don vi cong tac")), link=UnitLink),
    Cell(
        Column("occasion", gettext_lazy("Đợt khen"), (), most=250),
        link=_occasions,
        of=_of_decision("occasion_id"),
    ),
    Cell(Column("awarded_on", gettext_lazy("Ngày trao"), (), kind=DATE)),
    Cell(
        Column("withdrawn", gettext_lazy("Gạch bỏ vì"), (), most=300), attr="withdrawn_reason", only_out=True
    ),
)


def _add(values: dict[str, Any], *, by: Actor) -> Commendation:
    """One more of the decision of that number and day."""
    unit, name, subject = values["unit"], values["who"] or "", values["subject"]
    body = values["body"]
    person = (
        person_called(name, unit=unit, by=by, field="who") if subject == Subject.INDIVIDUAL and name else None
    )
    level = values["level"] or rules.level_of(body.level if isinstance(body, Unit) else "")
    decision = actions.record_decision(
        number=values["number"],
        decided_on=values["decided_on"],
        level=level,
        form=values["form"],
        subjects=[Commended(subject, unit, person=person, name="" if person else name)],
        by=by,
        unit=body if isinstance(body, Unit) else None,
        body=body if isinstance(body, str) else "",
        occasion=values["occasion"],
        awarded_on=values["awarded_on"],
    )
    return decision.commendations.latest("pk")


def _remove(one: Commendation, by: Actor) -> None:
    """The last of a decision takes it along, unless a proposal led to it."""
    decision = one.decision
    one.delete()
    actions.forget_empty(decision, by=by)


COMMENDATIONS = Records(
    code="commendations",
    label=gettext_lazy("Khen thưởng"),
    imports="commendations.propose",
    views="commendations.view",
    cells=CELLS,
    seen=lambda by: Commendation.objects.visible_to(by).select_related(
        "decision__unit", "decision__occasion", "person", "unit"
    ),
    key=("number", "decided_on", "subject", "who", "unit"),
    is_natural=True,
    add=_add,
    remove=_remove,
    prefix="KT",
    boxes={"subject_name": "who", "names": "who"},
    stands=lambda one: one.withdrawn_on is None,
    hint=gettext_lazy("Mỗi dòng một tập thể, cá nhân theo một quyết định."),
)
KINDS = [COMMENDATIONS.kind]
