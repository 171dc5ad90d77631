"""The numbers of gifts, of what is promised, of works."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, Distinct, Measure, Split, Total, UnitsWith
from lantoa.outreach.models import Donation, DonationQuerySet, Pledge, PledgeQuerySet, Work

BY_DONOR = Split(
    _("Tập thể, cá nhân"),
    {
        "collective": (_("tập thể"), Q(donor_kind="collective")),
        "individual": (_("cá nhân"), Q(donor_kind="individual")),
    },
)
DONATION_COLUMNS = (
    ("for_what", _("Cuộc vận động, việc ủng hộ")),
    ("given_on", _("Ngày ủng hộ")),
    ("donor", _("Tên người hoặc tập thể")),
    ("amount", _("Số tiền (đồng)")),
    ("in_kind", _("Hiện vật")),
    ("quantity", _("Số lượng")),
    ("quantity_unit", _("Đơn vị tính")),
    ("value", _("Trị giá (đồng)")),
)
PLEDGE_COLUMNS = (
    ("for_whom", _("Giúp ai, việc gì")),
    ("donor", _("Tên người hoặc tập thể")),
    ("rhythm", _("Bao lâu một lần")),
    ("amount", _("Số tiền mỗi lần (đồng)")),
    ("in_kind", _("Hiện vật, việc làm")),
    ("starts", _("Từ ngày")),
)
WORK_COLUMNS = (
    ("name", _("Tên công trình")),
    ("place", _("Nơi xây dựng")),
    ("handed_over_on", _("Ngày bàn giao")),
    ("funded_by", _("Nguồn kinh phí")),
)


def _gifts(on: dt.date) -> DonationQuerySet:
    return Donation.objects.standing().select_related("campaign", "person")


def _pledges(on: dt.date) -> PledgeQuerySet:
    return Pledge.objects.standing().kept_on(on).select_related("person")


GIVING = [
    Measure(
        code="outreach.donating_units",
        label=_("Tổ chức đảng cơ sở tham gia ủng hộ"),
        unit_of_count=_("tổ chức đảng"),
        records=lambda on: _gifts(on).collective(),
        on_date="given_on",
        counts=UnitsWith("grassroots"),
        how_counted=_(
            "Số tổ chức đảng cơ sở có ít nhất một khoản ủng hộ của tập thể (tiền hoặc hiện vật) trong kỳ, "
            "trên tổng số tổ chức đảng cơ sở. Khoản do tổ chức bên dưới ghi được tính cho cơ sở của nó."
        ),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.individual_donors",
        label=_("Cá nhân tham gia ủng hộ"),
        unit_of_count=_("cá nhân"),
        records=lambda on: _gifts(on).individual(),
        on_date="given_on",
        counts=Distinct("donor_key"),
        how_counted=_(
            "Đếm người khác nhau, mỗi người một lần dù ủng hộ nhiều khoản. Người không có trong danh sách của "
            "hệ thống được phân biệt theo họ tên trong từng đơn vị."
        ),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.gifts",
        label=_("Khoản ủng hộ"),
        unit_of_count=_("khoản"),
        records=_gifts,
        on_date="given_on",
        splits={"donor": BY_DONOR},
        how_counted=_(
            "Đếm mỗi lần ủng hộ, tiền hoặc hiện vật; một người ủng hộ hai lần là hai khoản, một cá nhân."
        ),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.money",
        label=_("Số tiền ủng hộ"),
        unit_of_count=_("đồng"),
        records=lambda on: _gifts(on).of_money(),
        on_date="given_on",
        counts=Total("amount"),
        splits={"donor": BY_DONOR},
        how_counted=_(
            "Cộng số tiền của tập thể và cá nhân theo ngày ủng hộ. Hiện vật không quy ra tiền và không cộng vào."
        ),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.gifts_in_kind",
        label=_("Khoản ủng hộ bằng hiện vật"),
        unit_of_count=_("khoản"),
        records=lambda on: _gifts(on).in_kind(),
        on_date="given_on",
        splits={"donor": BY_DONOR},
        how_counted=_("Đếm mỗi khoản ghi một lần; không cộng với tiền."),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.value_in_kind",
        label=_("Trị giá hiện vật ủng hộ đã ghi"),
        unit_of_count=_("đồng"),
        records=lambda on: _gifts(on).in_kind().filter(value__isnull=False),
        on_date="given_on",
        counts=Total("value"),
        how_counted=_(
            "Cộng trị giá của những khoản hiện vật có ghi trị giá; khoản chưa ghi thì chưa biết, không phải bằng 0. "
            "Không cộng vào số tiền ủng hộ."
        ),
        columns=DONATION_COLUMNS,
    ),
    Measure(
        code="outreach.pledges",
        label=_("Việc giúp đỡ thường xuyên đang duy trì"),
        unit_of_count=_("việc"),
        records=_pledges,
        on_date="starts",
        meaning=ON_DAY,
        splits={"donor": BY_DONOR},
        how_counted=_(
            "Đếm việc nhận đỡ đầu, giúp đỡ định kỳ đã bắt đầu và chưa dừng tại ngày cuối kỳ; không phải tiền đã trao."
        ),
        columns=PLEDGE_COLUMNS,
    ),
    Measure(
        code="outreach.pledging_persons",
        label=_("Cá nhân nhận giúp đỡ thường xuyên"),
        unit_of_count=_("cá nhân"),
        records=lambda on: _pledges(on).individual(),
        on_date="starts",
        meaning=ON_DAY,
        counts=Distinct("donor_key"),
        how_counted=_("Đếm người khác nhau, mỗi người một lần dù nhận giúp nhiều việc."),
        columns=PLEDGE_COLUMNS,
    ),
    Measure(
        code="outreach.pledged_yearly",
        label=_("Mức nhận giúp đỡ thường xuyên, tính mỗi năm"),
        unit_of_count=_("đồng"),
        records=lambda on: _pledges(on).filter(yearly__isnull=False),
        on_date="starts",
        meaning=ON_DAY,
        counts=Total("yearly"),
        splits={"donor": BY_DONOR},
        how_counted=_(
            "Cộng số tiền đã nhận giúp mỗi lần nhân số lần trong một năm, của các việc đang duy trì tại ngày cuối kỳ. "
            "Đây là mức đã nhận, không phải tiền đã trao; không cộng vào số tiền ủng hộ."
        ),
        columns=(*PLEDGE_COLUMNS, ("yearly", _("Mỗi năm (đồng)"))),
    ),
    Measure(
        code="outreach.houses_built",
        label=_("Nhà xây mới đã bàn giao"),
        unit_of_count=_("căn"),
        records=lambda on: Work.objects.standing().handed_over().new_houses(),
        on_date="handed_over_on",
        how_counted=_("Đếm nhà xây mới theo ngày bàn giao; không tính nhà sửa chữa và nhà chưa bàn giao."),
        columns=WORK_COLUMNS,
    ),
    Measure(
        code="outreach.houses_repaired",
        label=_("Nhà sửa chữa đã bàn giao"),
        unit_of_count=_("căn"),
        records=lambda on: Work.objects.standing().handed_over().repaired_houses(),
        on_date="handed_over_on",
        how_counted=_("Đếm nhà sửa chữa theo ngày bàn giao; không cộng vào nhà xây mới."),
        columns=WORK_COLUMNS,
    ),
    Measure(
        code="outreach.works",
        label=_("Công trình đã bàn giao"),
        unit_of_count=_("công trình"),
        records=lambda on: Work.objects.standing().handed_over(),
        on_date="handed_over_on",
        splits={
            "build": Split(
                _("Xây mới, sửa chữa"),
                {"new": (_("xây mới"), Q(build="new")), "repair": (_("sửa chữa"), Q(build="repair"))},
            )
        },
        how_counted=_("Đếm mọi loại công trình theo ngày bàn giao, trong đó có nhà xây mới."),
        columns=WORK_COLUMNS,
    ),
]
