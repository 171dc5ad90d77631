"""The numbers this room can count, declared once."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import IN_PERIOD, ON_DAY, Distinct, Measure, Records, Share, Split, UnitsWith
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership
from lantoa.registrations.models import Progress, Registration


def _registered(on: dt.date) -> QuerySet[Registration]:
    return Registration.objects.submitted()


def _by_persons(on: dt.date) -> QuerySet[Registration]:
    return Registration.objects.submitted().filter(person__isnull=False)


def _by_members(on: dt.date) -> QuerySet[Registration]:
    return _by_persons(on).filter(is_party_member=True)


def _approved(on: dt.date) -> QuerySet[Registration]:
    return Registration.objects.approved()


def _returned(on: dt.date) -> QuerySet[Registration]:
    return Registration.objects.standing().filter(returned_at__isnull=False)


def _in_progress(on: dt.date) -> QuerySet[Registration]:
    # The year before may still be concluded until the end of March; an older paper left open is no work under way.
    this_year = on.year - 1 if on.month <= LAST_MONTH_TO_CONCLUDE else on.year
    over = Q(year_end__closed_on__lte=on)
    return Registration.objects.approved().filter(meeting_on__lte=on, year__gte=this_year).exclude(over)


def _completed(on: dt.date) -> QuerySet[Registration]:
    return Registration.objects.approved().completed()


def _progress(on: dt.date) -> QuerySet[Progress]:
    # What its owner has taken back is nobody's result.
    standing = Progress.objects.exclude(task__registration__status="withdrawn")
    return standing.select_related("task__registration__person")


def _measured(on: dt.date) -> QuerySet[Progress]:
    return _progress(on).filter(value__isnull=False)


def _members(on: dt.date) -> QuerySet[Membership]:
    return Membership.objects.on(on).party()


def _splits(path: str = "") -> dict[str, Split]:
    """By whom, by Party membership and by level; `path` leads from what is counted to the registration."""

    def where(**facts: Any) -> Q:
        return Q(**{f"{path}{name}": value for name, value in facts.items()})

    return {
        "subject": Split(
            _("Tập thể, cá nhân, hộ gia đình"),
            {
                "collective": (_("tập thể"), where(subject="collective")),
                "individual": (_("cá nhân"), where(subject="individual")),
                "household": (_("hộ gia đình"), where(subject="household")),
            },
        ),
        "party": Split(
            _("Đảng viên, ngoài Đảng"),
            {
                "member": (_("đảng viên"), where(subject="individual", is_party_member=True)),
                "outside": (_("ngoài Đảng"), where(subject="individual", is_party_member=False)),
            },
        ),
        "level": Split(
            _("Cấp"), {code: (name, where(unit__level=code)) for code, name in Unit.Level.choices if code}
        ),
    }


def _in_own_cell(by: Actor, unit: Unit) -> bool:
    """Who has not registered is a matter between a member and her cell; above, one sees numbers."""
    is_own = by.unit is not None and by.unit.pk == unit.pk and unit.level == Unit.Level.CELL
    return is_own and by.may("registrations.view")


LAST_MONTH_TO_CONCLUDE = 3
COLUMNS = (
    ("code", _("Mã")),
    ("person", _("Họ và tên")),
    ("registered_on", _("Ngày đăng ký")),
    ("status", _("Trạng thái")),
)
LINES = (
    ("task__registration__person", _("Họ và tên")),
    ("on", _("Ngày làm")),
    ("text", _("Đã làm được gì")),
)

MEASURES = [
    Measure(
        code="registrations.registered",
        label=_("Bản đăng ký đã gửi"),
        unit_of_count=_("bản"),
        records=_registered,
        on_date="registered_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits=_splits(),
        how_counted=_(
            "Đếm mỗi bản đăng ký một lần, theo ngày gửi lần đầu; bản bị trả lại để sửa vẫn được đếm."
        ),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.approved",
        label=_("Bản đăng ký đã duyệt"),
        unit_of_count=_("bản"),
        records=_approved,
        on_date="meeting_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits=_splits(),
        how_counted=_("Đếm mỗi bản đã duyệt một lần, theo ngày họp thông qua."),
        columns=(*COLUMNS, ("meeting_on", _("Ngày họp")), ("minutes_number", _("Biên bản số"))),
    ),
    Measure(
        code="registrations.returned",
        label=_("Bản đăng ký bị trả lại để sửa"),
        unit_of_count=_("bản"),
        records=_returned,
        on_date="returned_at__date",
        meaning=IN_PERIOD,
        counts=Records(),
        splits=_splits(),
        how_counted=_("Đếm mỗi bản một lần, theo ngày trả lại gần nhất, dù sau đó đã sửa và được duyệt."),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.in_progress",
        label=_("Bản đăng ký đang thực hiện"),
        unit_of_count=_("bản"),
        records=_in_progress,
        on_date="meeting_on",
        meaning=ON_DAY,
        counts=Records(),
        splits=_splits(),
        how_counted=_("Đã được họp thông qua đến ngày cuối kỳ và chưa chốt kết quả năm."),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.completed",
        label=_("Bản đăng ký đã hoàn thành"),
        unit_of_count=_("bản"),
        records=_completed,
        on_date="year_end__closed_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits=_splits(),
        how_counted=_(
            "Đếm mỗi bản một lần, theo ngày chốt; chỉ tính bản được buổi họp kết luận đã hoàn thành, "
            "sau khi người đăng ký tự đánh giá và được nêu ý kiến."
        ),
        columns=(*COLUMNS, ("year_end__closed_on", _("Ngày chốt"))),
    ),
    Measure(
        code="registrations.people",
        label=_("Người đã đăng ký"),
        unit_of_count=_("người"),
        records=_by_persons,
        on_date="registered_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        splits={"party": _splits()["party"], "level": _splits()["level"]},
        how_counted=_("Mỗi người đếm một lần trong kỳ, dù gửi mấy bản."),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.members_registered",
        label=_("Đảng viên đã đăng ký"),
        unit_of_count=_("đảng viên"),
        records=_by_members,
        on_date="registered_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        how_counted=_("Mỗi đảng viên đếm một lần trong kỳ, theo ngày gửi lần đầu."),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.members",
        label=_("Đảng viên"),
        unit_of_count=_("đảng viên"),
        records=_members,
        on_date="starts",
        meaning=ON_DAY,
        counts=Distinct("person"),
        how_counted=_("Đảng viên chính thức, dự bị và được miễn sinh hoạt, có tại ngày cuối kỳ."),
        columns=(("person", _("Họ và tên")), ("status", _("Diện"))),
    ),
    Measure(
        code="registrations.share_of_members",
        label=_("Đảng viên đã đăng ký trên tổng số đảng viên"),
        unit_of_count=_("đảng viên"),
        counts=Share("registrations.members_registered", "registrations.members"),
        names_missing=_in_own_cell,
        how_counted=_("Đảng viên đã đăng ký trong kỳ chia cho đảng viên có tại ngày cuối kỳ."),
    ),
    Measure(
        code="registrations.cells",
        label=_("Chi bộ có bản đăng ký"),
        unit_of_count=_("chi bộ"),
        records=_registered,
        on_date="registered_on",
        meaning=IN_PERIOD,
        counts=UnitsWith(level="cell"),
        how_counted=_("Chi bộ có ít nhất một bản đăng ký đã gửi trong kỳ, trên tổng số chi bộ."),
        columns=COLUMNS,
    ),
    Measure(
        code="registrations.progress",
        label=_("Lượt ghi kết quả"),
        unit_of_count=_("lượt"),
        records=_progress,
        of_unit="task__registration__unit",
        on_date="on",
        meaning=IN_PERIOD,
        splits=_splits("task__registration__"),
        counts=Records(),
        how_counted=_("Đếm mỗi dòng kết quả một lượt, theo ngày làm."),
        columns=LINES,
    ),
    Measure(
        code="registrations.with_progress",
        label=_("Bản đăng ký có ghi kết quả"),
        unit_of_count=_("bản"),
        records=_progress,
        of_unit="task__registration__unit",
        on_date="on",
        meaning=IN_PERIOD,
        splits=_splits("task__registration__"),
        counts=Distinct("task__registration"),
        how_counted=_("Mỗi bản đăng ký đếm một lần nếu có ít nhất một dòng kết quả trong kỳ."),
        columns=LINES,
    ),
    Measure(
        code="registrations.with_result",
        label=_("Bản đăng ký có kết quả đo được"),
        unit_of_count=_("bản"),
        records=_measured,
        of_unit="task__registration__unit",
        on_date="on",
        meaning=IN_PERIOD,
        splits=_splits("task__registration__"),
        counts=Distinct("task__registration"),
        how_counted=_(
            "Mỗi bản đăng ký đếm một lần nếu có ít nhất một dòng kết quả ghi bằng con số trong kỳ; "
            "dòng chỉ kể việc đã làm thì chưa tính."
        ),
        columns=LINES,
    ),
]
