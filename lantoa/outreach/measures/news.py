"""The numbers of what was published."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lantoa.figures.measure import ON_DAY, Distinct, Measure, Split, Total
from lantoa.outreach.models import Article, NewsletterIssue, Prize, PrizeWork, Sharing

BY_KIND = Split(_("Tin, bài"), {"news": (_("tin"), Q(kind="news")), "article": (_("bài"), Q(kind="article"))})
ARTICLE_COLUMNS = (
    ("title", _("Tên")),
    ("kind", _("Thể loại")),
    ("outlet", _("Nơi đăng")),
    ("published_on", _("Ngày đăng")),
)


ISSUE_COLUMNS = (
    ("newsletter", _("Tên bản tin")),
    ("number", _("Số")),
    ("issued_on", _("Ngày phát hành")),
    ("column", _("Chuyên mục")),
    ("pieces", _("Số tin, bài")),
)
SHARE_COLUMNS = (
    ("what", _("Đã chia sẻ gì")),
    ("where", _("Ở đâu")),
    ("starts", _("Từ ngày")),
    ("last_day", _("Đến hết ngày")),
    ("times", _("Số lượt")),
    ("people", _("Số người")),
)
PRIZE_COLUMNS = (
    ("title", _("Tên tác phẩm, việc quảng bá")),
    ("prize", _("Đợt giải")),
    ("field", _("Lĩnh vực")),
    ("author", _("Tác giả")),
    ("sent_on", _("Gửi ngày")),
    ("award", _("Giải")),
    ("awarded_on", _("Trao ngày")),
)
BY_PRIZE_LEVEL = Split(
    _("Cấp giải"), {value: (label, Q(prize__level=value)) for value, label in Prize.Level.choices}
)


def _columns(on: dt.date | None) -> QuerySet[Any]:
    return Article.objects.standing().kept_up(on) if on else Article.objects.standing().columns()


NEWS = [
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
    Measure(
        code="outreach.issues",
        label=_("Số bản tin đã phát hành"),
        unit_of_count=_("số bản tin"),
        records=lambda on: NewsletterIssue.objects.standing().select_related("column"),
        on_date="issued_on",
        splits={
            "column": Split(
                _("Chuyên mục học tập Bác"),
                {
                    "with": (_("có chuyên mục"), Q(column__isnull=False)),
                    "without": (_("không có chuyên mục"), Q(column__isnull=True)),
                },
            )
        },
        how_counted=_(
            "Đếm từng số bản tin theo ngày phát hành; chuyên mục duy trì qua nhiều số là chỉ tiêu riêng."
        ),
        columns=ISSUE_COLUMNS,
    ),
    Measure(
        code="outreach.issue_pieces",
        label=_("Tin, bài trong chuyên mục của bản tin"),
        unit_of_count=_("tin, bài"),
        records=lambda on: (
            NewsletterIssue.objects.standing().filter(pieces__isnull=False).select_related("column")
        ),
        on_date="issued_on",
        counts=Total("pieces"),
        how_counted=_(
            "Cộng số tin, bài trong chuyên mục của các số bản tin có ghi. Không cộng vào tin, bài đã ghi từng bài."
        ),
        columns=ISSUE_COLUMNS,
    ),
    Measure(
        code="outreach.shares",
        label=_("Lượt chia sẻ tin, bài chính thống"),
        unit_of_count=_("lượt"),
        records=lambda on: Sharing.objects.standing(),
        on_date="last_day",
        counts=Total("times"),
        how_counted=_(
            "Cộng số lượt do đơn vị tự khai, theo ngày cuối của mỗi đợt; hệ thống không đọc mạng xã hội."
        ),
        columns=SHARE_COLUMNS,
    ),
    Measure(
        code="outreach.sharing_people",
        label=_("Lượt người chia sẻ tin, bài"),
        unit_of_count=_("lượt người"),
        records=lambda on: Sharing.objects.standing().filter(people__isnull=False),
        on_date="last_day",
        counts=Total("people"),
        how_counted=_(
            "Cộng số người của từng đợt có ghi; ai chia sẻ ở hai đợt tính hai lượt, vì không ai bị ghi tên."
        ),
        columns=SHARE_COLUMNS,
    ),
    Measure(
        code="outreach.prize_works",
        label=_("Tác phẩm dự giải sáng tác, quảng bá"),
        unit_of_count=_("tác phẩm"),
        records=lambda on: PrizeWork.objects.standing().works().select_related("prize"),
        on_date="sent_on",
        splits={"level": BY_PRIZE_LEVEL},
        how_counted=_("Đếm tác phẩm theo ngày gửi dự giải; gửi lên hai cấp là hai lần ghi, hai lượt."),
        columns=PRIZE_COLUMNS,
    ),
    Measure(
        code="outreach.prize_authors",
        label=_("Tác giả, nhóm tác giả dự giải"),
        unit_of_count=_("tác giả"),
        records=lambda on: PrizeWork.objects.standing().works().select_related("prize"),
        on_date="sent_on",
        counts=Distinct("author_key"),
        how_counted=_("Đếm tác giả, nhóm tác giả khác nhau theo tên trong từng đơn vị, mỗi tác giả một lần."),
        columns=PRIZE_COLUMNS,
    ),
    Measure(
        code="outreach.prizes_won",
        label=_("Tác phẩm đạt giải sáng tác, quảng bá"),
        unit_of_count=_("tác phẩm"),
        records=lambda on: PrizeWork.objects.standing().works().won().select_related("prize"),
        on_date="awarded_on",
        splits={
            "level": BY_PRIZE_LEVEL,
            "award": Split(
                _("Giải"), {value: (label, Q(award=value)) for value, label in PrizeWork.Award.choices}
            ),
        },
        how_counted=_("Đếm tác phẩm theo ngày trao giải, mọi hạng giải."),
        columns=PRIZE_COLUMNS,
    ),
    Measure(
        code="outreach.promoters",
        label=_("Tập thể, cá nhân quảng bá được trao giải"),
        unit_of_count=_("tập thể, cá nhân"),
        records=lambda on: PrizeWork.objects.standing().promoters().won().select_related("prize"),
        on_date="awarded_on",
        splits={"level": BY_PRIZE_LEVEL},
        how_counted=_("Đếm theo ngày trao giải; không cộng vào tác phẩm đạt giải."),
        columns=PRIZE_COLUMNS,
    ),
]
