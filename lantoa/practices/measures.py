"""Numbers of what units thought out, run and are recognised for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, SINCE_START, Distinct, Measure, Share, Split, Total, UnitsWith
from lantoa.foundation.filters import asked_key
from lantoa.foundation.text import lower_first
from lantoa.practices.models import Field, MovementAssessment, Practice, Recognition, RecognitionLevel
from lantoa.programme.measures import by_movement
from lantoa.programme.models import Axis, Movement

BY_SUBJECT = Split(
    _("Tập thể, cá nhân"),
    {
        "collective": (_("tập thể"), Q(subject="collective")),
        "individual": (_("cá nhân"), Q(subject="individual")),
    },
)
BY_KIND = Split(
    _("Mô hình, phần việc, cách làm"),
    {
        "model": (_("mô hình"), Q(kind="model")),
        "task": (_("phần việc"), Q(kind="task")),
        "way": (_("cách làm"), Q(kind="way")),
    },
)
BY_LEVEL = Split(_("Cấp đăng ký"), {code: (name, Q(level=code)) for code, name in RecognitionLevel.choices})
RECOGNISED_AT = Split(
    _("Cấp công nhận"), {code: (name, Q(level=code)) for code, name in RecognitionLevel.choices}
)
BY_ORIGIN = Split(
    _("Tự xây dựng, vận dụng từ nơi khác"),
    {
        "original": (_("tự xây dựng"), Q(is_original=True)),
        "adopted": (_("vận dụng từ nơi khác"), Q(is_original=False)),
    },
)


class OfField(Mapping[str, tuple[Any, Q]]):
    """A part for each field of the list that an office keeps, as it stands when it is asked."""

    def __getitem__(self, part: str) -> tuple[Any, Q]:
        key = asked_key(part.removeprefix("f"))
        found = Field.objects.filter(pk=key).values_list("name", flat=True).first() if key else None
        if found is None:
            raise KeyError(part)
        return lower_first(found), Q(field=key)

    def __iter__(self) -> Iterator[str]:
        return (f"f{key}" for key in Field.objects.values_list("pk", flat=True))

    def __len__(self) -> int:
        return Field.objects.count()


BY_FIELD = Split(_("Lĩnh vực"), OfField())
BY_MOVEMENT = Split(
    _("Cấp phát động phong trào"),
    {value: (label, Q(movement__level=value)) for value, label in Movement.Level.choices},
)
BY_AXIS = Split(
    _("Trục kết quả"), {code: (lower_first(str(name)), Q(axis=code)) for code, name in Axis.choices}
)
SPLITS = {"subject": BY_SUBJECT, "kind": BY_KIND, "level": BY_LEVEL}
COLUMNS = (
    ("name", _("Tên mô hình")),
    ("subject", _("Chủ thể")),
    ("subject_name", _("Tên tập thể, cá nhân")),
    ("field__name", _("Lĩnh vực")),
    ("level", _("Cấp đăng ký")),
    ("registered_on", _("Ngày đăng ký")),
    ("status", _("Trạng thái")),
)
IN_MOVEMENT_COLUMNS = (("movement__name", _("Phong trào")), *COLUMNS)
ASSESSED: dict[str, Any] = {
    "of_unit": "practice__unit",
    "on_date": "assessed_on",
    "splits": {"in": by_movement("practice__movement")},
    "columns": (
        ("practice__name", _("Tên mô hình")),
        ("practice__subject_name", _("Tên tập thể, cá nhân")),
        ("practice__movement__name", _("Phong trào")),
        ("assessed_on", _("Ngày đánh giá")),
        ("is_effective", _("Có hiệu quả")),
    ),
}

MEASURES = [
    Measure(
        code="practices.registered",
        label=_("Mô hình đăng ký mới"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mỗi mô hình, phần việc, cách làm một lần, theo ngày được đồng ý đăng ký trong kỳ; không đếm mô hình "
            "vận dụng từ nơi khác."
        ),
        records=lambda on: Practice.objects.registered().originals(),
        on_date="registered_on",
        splits=SPLITS,
        columns=COLUMNS,
    ),
    Measure(
        code="practices.registered_total",
        label=_("Mô hình đăng ký, lũy kế"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mỗi mô hình một lần, từ đầu giai đoạn đến hết kỳ; gồm cả mô hình đã dừng, không đếm bản nháp và "
            "mô hình vận dụng từ nơi khác."
        ),
        records=lambda on: Practice.objects.registered().originals(),
        on_date="registered_on",
        meaning=SINCE_START,
        splits=SPLITS,
        columns=COLUMNS,
    ),
    Measure(
        code="practices.typical",
        label=_("Mô hình tiêu biểu, lũy kế"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình đã đăng ký được chọn là tiêu biểu; là một phần của mô hình đăng ký lũy kế."
        ),
        records=lambda on: Practice.objects.registered().originals().filter(is_typical=True),
        on_date="registered_on",
        meaning=SINCE_START,
        splits=SPLITS,
        columns=COLUMNS,
    ),
    Measure(
        code="practices.in_movements",
        label=_("Mô hình đăng ký trong phong trào thi đua"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình đăng ký mới gắn với một phong trào thi đua (như “Dân vận khéo”), theo ngày được đồng ý "
            "đăng ký; là một phần của mô hình đăng ký mới."
        ),
        records=lambda on: Practice.objects.registered().originals().filter(movement__isnull=False),
        on_date="registered_on",
        splits={**SPLITS, "movement_level": BY_MOVEMENT, "in": by_movement()},
        columns=IN_MOVEMENT_COLUMNS,
    ),
    Measure(
        code="practices.running_in_movements",
        label=_("Mô hình trong phong trào thi đua đang thực hiện"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình gắn với một phong trào thi đua, đã bắt đầu và chưa dừng vào ngày cuối kỳ; là một phần của "
            "mô hình đang thực hiện."
        ),
        records=lambda on: Practice.objects.running_on(on).filter(movement__isnull=False),
        on_date="began_on",
        meaning=ON_DAY,
        splits={**SPLITS, "movement_level": BY_MOVEMENT, "in": by_movement()},
        columns=IN_MOVEMENT_COLUMNS,
    ),
    Measure(
        code="practices.assessed_in_movements",
        label=_("Mô hình trong phong trào thi đua được đánh giá"),
        unit_of_count=_("mô hình"),
        how_counted=_("Đếm mô hình mà cấp trên đã ghi có hiệu quả hay chưa, theo ngày đánh giá."),
        records=lambda on: MovementAssessment.objects.all().of_movements(),
        counts=Distinct("practice_id"),
        **ASSESSED,
    ),
    Measure(
        code="practices.effective_in_movements",
        label=_("Mô hình trong phong trào thi đua có hiệu quả"),
        unit_of_count=_("mô hình"),
        how_counted=_("Như số mô hình được đánh giá, chỉ tính mô hình cấp trên ghi là có hiệu quả."),
        records=lambda on: MovementAssessment.objects.all().of_movements().effective(),
        counts=Distinct("practice_id"),
        **ASSESSED,
    ),
    Measure(
        code="practices.effective_share",
        label=_("Mô hình trong phong trào thi đua có hiệu quả trên số được đánh giá"),
        unit_of_count=_("mô hình"),
        how_counted=_("Số mô hình có hiệu quả trên số mô hình được đánh giá trong kỳ."),
        counts=Share(
            numerator="practices.effective_in_movements", denominator="practices.assessed_in_movements"
        ),
    ),
    Measure(
        code="practices.running",
        label=_("Mô hình đang thực hiện"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình đã bắt đầu và chưa dừng vào ngày cuối kỳ, gồm cả mô hình vận dụng từ nơi khác."
        ),
        records=lambda on: Practice.objects.running_on(on),
        on_date="began_on",
        meaning=ON_DAY,
        splits={**SPLITS, "origin": BY_ORIGIN, "field": BY_FIELD, "axis": BY_AXIS},
        columns=COLUMNS,
    ),
    Measure(
        code="practices.stopped",
        label=_("Mô hình đã dừng"),
        unit_of_count=_("mô hình"),
        how_counted=_("Đếm mô hình ghi dừng trong kỳ, mỗi mô hình một lần, kèm lý do."),
        records=lambda on: Practice.objects.filter(status="stopped"),
        on_date="stopped_on",
        splits={**SPLITS, "origin": BY_ORIGIN},
        columns=(*COLUMNS, ("stopped_on", _("Ngày dừng")), ("stop_reason", _("Lý do dừng"))),
    ),
    Measure(
        code="practices.recognised",
        label=_("Mô hình được công nhận"),
        unit_of_count=_("mô hình"),
        how_counted=_(
            "Đếm mô hình có quyết định công nhận ký trong kỳ. Mỗi cấp đếm một lần; mô hình được nhiều cấp công "
            "nhận chỉ đếm một lần trong tổng số."
        ),
        records=lambda on: Recognition.objects.all(),
        of_unit="practice__unit",
        on_date="decided_on",
        counts=Distinct("practice"),
        splits={"level": RECOGNISED_AT},
        columns=(
            ("practice__name", _("Tên mô hình")),
            ("level", _("Cấp công nhận")),
            ("decision_number", _("Số quyết định")),
            ("decided_on", _("Ngày quyết định")),
            ("body", _("Cơ quan công nhận")),
        ),
    ),
    Measure(
        code="practices.units_with_registration",
        label=_("Tổ chức cơ sở đảng có mô hình đăng ký"),
        unit_of_count=_("tổ chức cơ sở đảng"),
        how_counted=_(
            "Số tổ chức cơ sở đảng mà chính nó hoặc đơn vị bên dưới có mô hình đăng ký trong kỳ, trên tổng số."
        ),
        records=lambda on: Practice.objects.registered().originals(),
        on_date="registered_on",
        counts=UnitsWith("grassroots"),
        columns=COLUMNS,
    ),
    Measure(
        code="practices.units_with_plan_and_registration",
        label=_("Tổ chức cơ sở đảng có kế hoạch toàn khóa và đăng ký mô hình"),
        unit_of_count=_("tổ chức cơ sở đảng"),
        how_counted=_(
            "Số tổ chức cơ sở đảng vừa có kế hoạch toàn khóa vừa có mô hình đăng ký trong kỳ, trên tổng số."
        ),
        records=lambda on: Practice.objects.registered().originals(),
        on_date="registered_on",
        counts=UnitsWith("grassroots", also=("programme.term_plans",)),
        columns=COLUMNS,
    ),
    Measure(
        code="practices.units_running",
        label=_("Đơn vị đang duy trì mô hình"),
        unit_of_count=_("đơn vị"),
        how_counted=_(
            "Đếm đơn vị có ít nhất một mô hình đang thực hiện vào ngày cuối kỳ; đếm đơn vị, không đếm mô hình."
        ),
        records=lambda on: Practice.objects.running_on(on),
        on_date="began_on",
        meaning=ON_DAY,
        counts=Distinct("unit"),
        splits={
            "unit_kind": Split(
                _("Loại đơn vị"),
                {
                    "party": (_("tổ chức đảng"), Q(unit__kind="party")),
                    "association": (_("hội, đoàn thể"), Q(unit__kind="association")),
                    "other": (_("đơn vị khác"), ~Q(unit__kind__in=["party", "association"])),
                },
            )
        },
        columns=COLUMNS,
    ),
    Measure(
        code="practices.participants",
        label=_("Người tham gia các mô hình đang thực hiện"),
        unit_of_count=_("người"),
        how_counted=_(
            "Cộng số người tham gia của các mô hình đang thực hiện vào ngày cuối kỳ; một người ở nhiều mô hình "
            "được tính ở từng mô hình."
        ),
        records=lambda on: Practice.objects.running_on(on),
        on_date="began_on",
        meaning=ON_DAY,
        counts=Total("participants"),
        columns=(*COLUMNS, ("participants", _("Số người"))),
    ),
    Measure(
        code="practices.with_participants",
        label=_("Mô hình đang thực hiện có ghi số người tham gia"),
        unit_of_count=_("mô hình"),
        how_counted=_("Mô hình đang thực hiện vào ngày cuối kỳ mà đơn vị đã ghi số người tham gia."),
        records=lambda on: Practice.objects.running_on(on).filter(participants__gt=0),
        on_date="began_on",
        meaning=ON_DAY,
        columns=(*COLUMNS, ("participants", _("Số người"))),
    ),
    Measure(
        code="practices.share_with_participants",
        label=_("Mô hình có ghi số người tham gia trên tổng số mô hình đang thực hiện"),
        unit_of_count=_("mô hình"),
        how_counted=_("Tử số và mẫu số đều đếm mô hình đang thực hiện vào ngày cuối kỳ."),
        meaning=ON_DAY,
        counts=Share(numerator="practices.with_participants", denominator="practices.running"),
    ),
]
