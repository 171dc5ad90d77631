"""The numbers this room can count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import IN_PERIOD, ON_DAY, Distinct, Measure, Split, Total, UnitsWith
from lantoa.foundation.filters import asked_key
from lantoa.programme import queries
from lantoa.programme.models import (
    Directive,
    Kind,
    Movement,
    MovementReview,
    Participant,
    Participation,
    Plan,
    PlanQuerySet,
    PlanTask,
)


class OfMovement(Mapping[str, tuple[Any, Q]]):
    """A part for each movement, asked for from its own page ("m12"): its name stands in the rows, not in a choice.

    Other branches have movements of their own, so nobody is offered all of them.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def __getitem__(self, part: str) -> tuple[Any, Q]:
        key = asked_key(part.removeprefix("m")) if part.startswith("m") else None
        if key is None:
            raise KeyError(part)
        return _("riêng một phong trào"), Q(**{self.path: key})

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def by_movement(path: str = "movement") -> Split:
    """The way of dividing a measure whose records are tied to movements by this path."""
    return Split(_("Trong từng phong trào"), OfMovement(path))


SCOPES = Split(
    _("Theo thời hạn"),
    {"term": (_("toàn khóa"), Q(scope="term")), "year": (_("năm"), Q(scope="year"))},
)
LEVELS = Split(
    _("Theo cấp phát động"),
    {value: (label, Q(level=value)) for value, label in Movement.Level.choices},
)
KINDS = Split(_("Theo loại văn bản"), {value: (label, Q(kind=value)) for value, label in Kind.choices})


def _plans_in_force(on: dt.date) -> PlanQuerySet:
    return Plan.objects.issued_by(on).on(on)


JOINED_AT = Split(
    _("Theo cấp phát động"),
    {value: (label, Q(movement__level=value)) for value, label in Movement.Level.choices},
)
JOINED_COLUMNS = (
    ("movement", _("Phong trào")),
    ("joined_on", _("Tham gia từ ngày")),
    ("persons", _("Số người tham gia")),
    ("party_members", _("Trong đó đảng viên")),
    ("content", _("Nội dung đăng ký thi đua")),
)
PLAN_COLUMNS = (
    ("title", _("Kế hoạch")),
    ("number", _("Số, ký hiệu")),
    ("issued_on", _("Ngày ban hành")),
)
MEASURES = [
    Measure(
        code="programme.plans_issued",
        label=_("Kế hoạch đã ban hành"),
        unit_of_count=_("kế hoạch"),
        records=lambda on: Plan.objects.issued(),
        on_date="issued_on",
        meaning=IN_PERIOD,
        splits={"scope": SCOPES},
        how_counted=_("Đếm mỗi kế hoạch có số và ngày một lần, theo ngày ban hành."),
        columns=PLAN_COLUMNS,
    ),
    Measure(
        code="programme.term_plans",
        label=_("Kế hoạch toàn khóa đang có"),
        unit_of_count=_("kế hoạch"),
        records=lambda on: _plans_in_force(on).of_term(),
        on_date="issued_on",
        meaning=ON_DAY,
        how_counted=_("Đếm kế hoạch toàn khóa đã ban hành và còn trong thời hạn vào ngày cuối kỳ."),
        columns=PLAN_COLUMNS,
    ),
    Measure(
        code="programme.units_with_plan",
        label=_("Tổ chức cơ sở đảng có kế hoạch"),
        unit_of_count=_("tổ chức cơ sở đảng"),
        records=lambda on: _plans_in_force(on).filter(unit__level="grassroots"),
        on_date="issued_on",
        meaning=ON_DAY,
        counts=UnitsWith(level="grassroots"),
        how_counted=_(
            "Số tổ chức cơ sở đảng tự ban hành kế hoạch (năm hoặc toàn khóa) còn trong thời hạn vào ngày "
            "cuối kỳ, trên tổng số tổ chức cơ sở đảng trực thuộc ngày đó."
        ),
        columns=PLAN_COLUMNS,
    ),
    Measure(
        code="programme.plans_on_time",
        label=_("Kế hoạch ban hành đúng hạn cấp trên giao"),
        unit_of_count=_("kế hoạch"),
        records=lambda on: Plan.objects.on_time(),
        on_date="issued_on",
        meaning=IN_PERIOD,
        splits={"scope": SCOPES},
        how_counted=_(
            "Đếm kế hoạch lấy căn cứ kế hoạch cấp trên có đặt hạn, ban hành không muộn hơn hạn đó, "
            "theo ngày ban hành."
        ),
        columns=PLAN_COLUMNS,
    ),
    Measure(
        code="programme.plan_tasks",
        label=_("Việc trong kế hoạch đến hạn"),
        unit_of_count=_("việc"),
        records=lambda on: PlanTask.objects.filter(plan__in=Plan.objects.issued()),
        of_unit="plan__unit",
        on_date="due",
        how_counted=_("Đếm việc trong bảng phân công của kế hoạch đã ban hành, theo hạn hoàn thành."),
        columns=(("content", _("Công việc")), ("lead", _("Chủ trì")), ("due", _("Hạn"))),
    ),
    Measure(
        code="programme.plan_tasks_done",
        label=_("Việc trong kế hoạch đến hạn đã xong"),
        unit_of_count=_("việc"),
        records=lambda on: PlanTask.objects.filter(plan__in=Plan.objects.issued(), done_on__isnull=False),
        of_unit="plan__unit",
        on_date="due",
        how_counted=_("Như số việc đến hạn, chỉ tính việc đã ghi ngày xong."),
        columns=(("content", _("Công việc")), ("lead", _("Chủ trì")), ("done_on", _("Xong ngày"))),
    ),
    Measure(
        code="programme.directives",
        label=_("Văn bản chỉ đạo đã ban hành"),
        unit_of_count=_("văn bản"),
        records=lambda on: Directive.objects.all(),
        on_date="issued_on",
        splits={"kind": KINDS},
        how_counted=_("Đếm văn bản theo ngày ban hành. Số hiệu của văn bản là tên gọi, không cộng."),
        columns=(
            ("kind", _("Loại")),
            ("number", _("Số")),
            ("abstract", _("Trích yếu")),
            ("issued_on", _("Ngày ban hành")),
        ),
    ),
    Measure(
        code="programme.movements",
        label=_("Phong trào thi đua đang triển khai"),
        unit_of_count=_("phong trào"),
        records=lambda on: Movement.objects.on(on),
        on_date="starts",
        meaning=ON_DAY,
        splits={"level": LEVELS},
        how_counted=_("Đếm phong trào còn trong thời hạn vào ngày cuối kỳ."),
        columns=(("name", _("Phong trào")), ("level", _("Cấp phát động")), ("starts", _("Từ ngày"))),
    ),
    Measure(
        code="programme.movements_launched",
        label=_("Phong trào, đợt thi đua phát động"),
        unit_of_count=_("phong trào"),
        records=lambda on: Movement.objects.all(),
        on_date="starts",
        splits={"level": LEVELS},
        how_counted=_("Đếm phong trào, đợt thi đua theo ngày phát động."),
        columns=(("name", _("Phong trào")), ("level", _("Cấp phát động")), ("starts", _("Từ ngày"))),
    ),
    Measure(
        code="programme.movements_summed_up",
        label=_("Phong trào, đợt thi đua đã tổng kết"),
        unit_of_count=_("phong trào"),
        records=lambda on: Movement.objects.all().summed_up(),
        on_date="summed_up_on",
        splits={"level": LEVELS},
        how_counted=_("Đếm phong trào, đợt thi đua theo ngày tổng kết."),
        columns=(
            ("name", _("Phong trào")),
            ("level", _("Cấp phát động")),
            ("summed_up_on", _("Tổng kết ngày")),
        ),
    ),
    Measure(
        code="programme.participations",
        label=_("Lượt đơn vị tham gia phong trào thi đua"),
        unit_of_count=_("lượt đơn vị"),
        records=lambda on: Participation.objects.on(on),
        on_date="joined_on",
        meaning=ON_DAY,
        splits={"level": JOINED_AT, "in": by_movement()},
        how_counted=_(
            "Đếm mỗi đơn vị một lần trong mỗi phong trào mà đơn vị đang tham gia vào ngày cuối kỳ. Một đơn vị "
            "tham gia hai phong trào là hai lượt."
        ),
        columns=JOINED_COLUMNS,
    ),
    Measure(
        code="programme.units_taking_part",
        label=_("Đơn vị tham gia phong trào thi đua"),
        unit_of_count=_("đơn vị"),
        records=lambda on: Participation.objects.on(on),
        on_date="joined_on",
        meaning=ON_DAY,
        counts=Distinct("unit_id"),
        splits={"level": JOINED_AT, "in": by_movement()},
        how_counted=_("Đếm đơn vị khác nhau đang tham gia ít nhất một phong trào vào ngày cuối kỳ."),
        columns=JOINED_COLUMNS,
    ),
    Measure(
        code="programme.participants",
        label=_("Lượt người tham gia phong trào thi đua"),
        unit_of_count=_("lượt người"),
        records=lambda on: queries.with_told(Participation.objects.on(on), on).filter(told__isnull=False),
        on_date="joined_on",
        meaning=ON_DAY,
        counts=Total("told"),
        splits={"level": JOINED_AT, "in": by_movement()},
        how_counted=_(
            "Cộng số người tham gia do từng đơn vị ghi, nơi chưa ghi số thì cộng số người có tên; một người tham gia "
            "hai phong trào được tính hai lượt. Đơn vị chưa ghi cả hai không được tính."
        ),
        columns=JOINED_COLUMNS,
    ),
    Measure(
        code="programme.named_participants",
        label=_("Người tham gia phong trào thi đua, theo tên"),
        unit_of_count=_("người"),
        records=lambda on: Participant.objects.all().on(on),
        of_unit="participation__unit",
        on_date="joined_on",
        meaning=ON_DAY,
        counts=Distinct("person_id"),
        splits={
            "level": Split(
                _("Theo cấp phát động"),
                {
                    value: (label, Q(participation__movement__level=value))
                    for value, label in Movement.Level.choices
                },
            ),
            "in": by_movement("participation__movement"),
        },
        how_counted=_(
            "Đếm người khác nhau được đơn vị ghi tên, mỗi người một lần dù tham gia nhiều phong trào; nơi chỉ ghi số "
            "người thì không có ở đây."
        ),
        # No name: the list behind a number is read by many.
        columns=(("participation", _("Phong trào")), ("joined_on", _("Tham gia từ ngày"))),
    ),
    Measure(
        code="programme.party_participants",
        label=_("Lượt đảng viên tham gia phong trào thi đua"),
        unit_of_count=_("lượt đảng viên"),
        records=lambda on: Participation.objects.on(on).filter(party_members__isnull=False),
        on_date="joined_on",
        meaning=ON_DAY,
        counts=Total("party_members"),
        splits={"level": JOINED_AT, "in": by_movement()},
        how_counted=_(
            "Là một phần của lượt người tham gia: cộng số đảng viên do từng đơn vị ghi. Đơn vị chưa tách đảng viên "
            "không được tính."
        ),
        columns=JOINED_COLUMNS,
    ),
    Measure(
        code="programme.movement_reviews",
        label=_("Đơn vị sơ kết, tổng kết phong trào thi đua"),
        unit_of_count=_("đơn vị"),
        records=lambda on: MovementReview.objects.all(),
        of_unit="participation__unit",
        on_date="reviewed_on",
        counts=Distinct("participation__unit_id"),
        splits={
            "kind": Split(
                _("Sơ kết, tổng kết"),
                {value: (label, Q(kind=value)) for value, label in MovementReview.Kind.choices},
            ),
            "in": by_movement("participation__movement"),
        },
        how_counted=_("Đếm đơn vị khác nhau đã ghi sơ kết hoặc tổng kết một phong trào trong kỳ."),
        columns=(
            ("participation", _("Phong trào")),
            ("reviewed_on", _("Ngày")),
            ("kind", _("Loại")),
            ("results", _("Kết quả")),
        ),
    ),
]
