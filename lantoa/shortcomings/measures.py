"""The numbers this room can count: of units, and of papers. Nobody is counted, compared or put in order."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import IN_PERIOD, ON_DAY, Distinct, Measure, Records, Share, Split
from lantoa.shortcomings.models import FoundAgain, Shortcoming
from lantoa.shortcomings.words import Status


def _found(on: dt.date) -> QuerySet[Shortcoming]:
    return Shortcoming.objects.standing()


def _open(on: dt.date) -> QuerySet[Shortcoming]:
    return Shortcoming.objects.holds_on(on)


def _verified(on: dt.date) -> QuerySet[Shortcoming]:
    return Shortcoming.objects.verified()


def _in_time(on: dt.date) -> QuerySet[Shortcoming]:
    return Shortcoming.objects.in_time()


def _of_persons(on: dt.date) -> QuerySet[Shortcoming]:
    return Shortcoming.objects.standing().of_persons()


def _reopened(on: dt.date) -> QuerySet[FoundAgain]:
    return FoundAgain.objects.exclude(shortcoming__status=Status.WITHDRAWN)


WHOSE = Split(
    _("Của tổ chức, của cá nhân"),
    {
        "unit": (_("tổ chức, đơn vị"), Q(person__isnull=True)),
        "person": (_("cá nhân"), Q(person__isnull=False)),
    },
)
WHOSE_AGAIN = Split(
    _("Của tổ chức, của cá nhân"),
    {
        "unit": (_("tổ chức, đơn vị"), Q(shortcoming__person__isnull=True)),
        "person": (_("cá nhân"), Q(shortcoming__person__isnull=False)),
    },
)
AGAIN = (
    ("shortcoming__finding", _("Hạn chế")),
    ("verified_on", _("Đã xác nhận ngày")),
    ("reopened_on", _("Ngày mở lại")),
    ("why", _("Vì sao mở lại")),
)
COLUMNS = (
    ("finding", _("Hạn chế")),
    ("source", _("Nguồn")),
    ("found_on", _("Ngày nêu ra")),
    ("deadline", _("Hạn khắc phục")),
    ("status", _("Trạng thái")),
)

MEASURES = [
    Measure(
        code="shortcomings.found",
        label=_("Hạn chế đã nêu ra"),
        unit_of_count=_("hạn chế"),
        records=_found,
        on_date="found_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"whose": WHOSE},
        how_counted=_("Đếm mỗi hạn chế một lần, theo ngày nêu ra; nội dung đã rút vì ghi nhầm không đếm."),
        columns=COLUMNS,
    ),
    Measure(
        code="shortcomings.open",
        label=_("Hạn chế còn phải khắc phục"),
        unit_of_count=_("hạn chế"),
        records=_open,
        on_date="found_on",
        meaning=ON_DAY,
        counts=Records(),
        splits={"whose": WHOSE},
        how_counted=_("Đã nêu ra và chưa được người khác kiểm tra, xác nhận đến ngày cuối kỳ."),
        columns=COLUMNS,
    ),
    Measure(
        code="shortcomings.mended_verified",
        label=_("Hạn chế đã khắc phục, được xác nhận"),
        unit_of_count=_("hạn chế"),
        records=_verified,
        on_date="verified_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"whose": WHOSE},
        how_counted=_(
            "Đếm theo ngày người khác kiểm tra, xác nhận gần nhất; chưa xác nhận, hoặc đã mở lại, thì chưa đếm."
        ),
        columns=(*COLUMNS, ("mended_on", _("Ngày khắc phục xong")), ("verified_on", _("Ngày xác nhận"))),
    ),
    Measure(
        code="shortcomings.mended_in_time",
        label=_("Hạn chế đã khắc phục đúng hạn"),
        unit_of_count=_("hạn chế"),
        records=_in_time,
        on_date="verified_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"whose": WHOSE},
        how_counted=_("Trong số đã xác nhận trong kỳ, những hạn chế khắc phục xong không muộn hơn hạn."),
        columns=(*COLUMNS, ("mended_on", _("Ngày khắc phục xong")), ("verified_on", _("Ngày xác nhận"))),
    ),
    Measure(
        code="shortcomings.persons_found",
        label=_("Số người được nêu hạn chế"),
        unit_of_count=_("người"),
        records=_of_persons,
        on_date="found_on",
        meaning=IN_PERIOD,
        counts=Distinct("person"),
        how_counted=_("Đếm mỗi người một lần dù có nhiều hạn chế; nội dung đã rút vì ghi nhầm không đếm."),
        columns=COLUMNS,
    ),
    Measure(
        code="shortcomings.reopened",
        label=_("Hạn chế mở lại sau khi đã xác nhận"),
        unit_of_count=_("hạn chế"),
        records=_reopened,
        of_unit="shortcoming__unit",
        on_date="reopened_on",
        meaning=IN_PERIOD,
        counts=Distinct("shortcoming"),
        splits={"whose": WHOSE_AGAIN},
        how_counted=_("Đếm mỗi hạn chế một lần dù mở lại nhiều lần trong kỳ, theo ngày mở lại."),
        columns=AGAIN,
    ),
    Measure(
        code="shortcomings.reopenings",
        label=_("Số lần mở lại hạn chế"),
        unit_of_count=_("lần"),
        records=_reopened,
        of_unit="shortcoming__unit",
        on_date="reopened_on",
        meaning=IN_PERIOD,
        counts=Records(),
        splits={"whose": WHOSE_AGAIN},
        how_counted=_("Đếm mỗi lần mở lại một lần, theo ngày mở lại."),
        columns=AGAIN,
    ),
    Measure(
        code="shortcomings.share_in_time",
        label=_("Khắc phục đúng hạn trên tổng số đã khắc phục"),
        unit_of_count=_("hạn chế"),
        counts=Share("shortcomings.mended_in_time", "shortcomings.mended_verified"),
        how_counted=_("Hạn chế khắc phục đúng hạn chia cho hạn chế đã khắc phục được xác nhận trong kỳ."),
    ),
]
