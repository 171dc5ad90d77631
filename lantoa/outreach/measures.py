"""The numbers this room can count."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, Distinct, Measure, Split, Total, UnitsWith
from lantoa.outreach.models import Article, CitizenOpinion, Donation, DonationQuerySet, Work

BY_DONOR = Split(
    _("Tập thể, cá nhân"),
    {
        "collective": (_("tập thể"), Q(donor_kind="collective")),
        "individual": (_("cá nhân"), Q(donor_kind="individual")),
    },
)
BY_CHANNEL = Split(
    _("Kênh tiếp nhận"),
    {
        "direct": (_("trực tiếp"), Q(channel="direct")),
        "survey": (_("qua phiếu khảo sát"), Q(channel="survey")),
        "reception": (_("ngày tiếp dân"), Q(channel="reception")),
        "box": (_("hòm thư góp ý"), Q(channel="box")),
        "letter": (_("thư, đơn"), Q(channel="letter")),
    },
)
BY_SOURCE = Split(
    _("Nguồn ý kiến"),
    {
        "people": (_("nhân dân"), Q(source="people")),
        "agency": (_("cơ quan, ban ngành"), Q(source="agency")),
    },
)
BY_KIND = Split(_("Tin, bài"), {"news": (_("tin"), Q(kind="news")), "article": (_("bài"), Q(kind="article"))})
DONATION_COLUMNS = (
    ("campaign", _("Cuộc vận động")),
    ("given_on", _("Ngày ủng hộ")),
    ("donor", _("Tên người hoặc tập thể")),
    ("amount", _("Số tiền (đồng)")),
    ("in_kind", _("Hiện vật")),
)
WORK_COLUMNS = (
    ("name", _("Tên công trình")),
    ("place", _("Nơi xây dựng")),
    ("handed_over_on", _("Ngày bàn giao")),
    ("funded_by", _("Nguồn kinh phí")),
)
# No words and no name of the person who spoke: the list behind a number is read by many.
OPINION_COLUMNS = (
    ("received_on", _("Ngày tiếp nhận")),
    ("forum", _("Hội nghị")),
    ("field", _("Lĩnh vực")),
    ("channel", _("Kênh")),
    ("status", _("Trạng thái")),
)
ARTICLE_COLUMNS = (
    ("title", _("Tên")),
    ("kind", _("Thể loại")),
    ("outlet", _("Nơi đăng")),
    ("published_on", _("Ngày đăng")),
)


def _gifts(on: dt.date) -> DonationQuerySet:
    return Donation.objects.standing().select_related("person")


def _columns(on: dt.date | None) -> QuerySet[Any]:
    return Article.objects.standing().kept_up(on) if on else Article.objects.standing().columns()


MEASURES = [
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
    Measure(
        code="outreach.opinions",
        label=_("Ý kiến nhân dân đã tiếp nhận"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing(),
        on_date="received_on",
        splits={"channel": BY_CHANNEL, "source": BY_SOURCE},
        how_counted=_("Đếm từng ý kiến theo ngày tiếp nhận, tại hội nghị và qua phiếu khảo sát."),
        columns=OPINION_COLUMNS,
    ),
    Measure(
        code="outreach.opinions_resolved",
        label=_("Ý kiến nhân dân đã giải quyết xong"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing().resolved(),
        on_date="resolved_on",
        splits={"channel": BY_CHANNEL, "source": BY_SOURCE},
        how_counted=_(
            "Đếm ý kiến theo ngày giải quyết xong trong kỳ, kể cả ý kiến tiếp nhận từ kỳ trước; đã trả lời "
            "nhưng chưa giải quyết xong thì chưa tính."
        ),
        columns=(*OPINION_COLUMNS, ("resolved_on", _("Ngày giải quyết xong"))),
    ),
    Measure(
        code="outreach.opinions_satisfied",
        label=_("Ý kiến nhân dân được hỏi lại"),
        unit_of_count=_("ý kiến"),
        records=lambda on: CitizenOpinion.objects.standing().exclude(satisfaction=""),
        on_date="satisfaction_on",
        splits={
            "satisfaction": Split(
                _("Mức hài lòng"),
                {
                    value: (label, Q(satisfaction=value))
                    for value, label in CitizenOpinion.Satisfaction.choices
                },
            )
        },
        how_counted=_(
            "Đếm ý kiến đã trả lời mà người trả lời có hỏi lại và ghi mức hài lòng, theo ngày hỏi lại. Ý kiến chưa "
            "hỏi lại không tính là hài lòng hay chưa."
        ),
        columns=(*OPINION_COLUMNS, ("satisfaction", _("Mức hài lòng"))),
    ),
    Measure(
        code="outreach.articles",
        label=_("Tin, bài tuyên truyền"),
        unit_of_count=_("tin, bài"),
        records=lambda on: Article.objects.standing().written(),
        on_date="published_on",
        splits={"kind": BY_KIND},
        how_counted=_("Đếm tin và bài theo ngày đăng; chuyên mục là chỉ tiêu riêng."),
        columns=ARTICLE_COLUMNS,
    ),
    Measure(
        code="outreach.columns",
        label=_("Chuyên mục đang duy trì"),
        unit_of_count=_("chuyên mục"),
        records=_columns,
        on_date="published_on",
        meaning=ON_DAY,
        how_counted=_(
            "Đếm chuyên mục đã mở và chưa ngừng tại ngày cuối kỳ, mỗi chuyên mục một lần dù ra nhiều số."
        ),
        columns=ARTICLE_COLUMNS,
    ),
]
