"""Lists of what was published."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.organisation.models import Unit
from lantoa.outreach import actions
from lantoa.outreach.exchange.common import UNIT, WITHDRAWN, stands, texts
from lantoa.outreach.models import Article, NewsletterIssue, Sharing
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, choices_of, whole


def _columns(unit: Unit, by: Actor) -> OneOf:
    seen = Article.objects.visible_to(by).standing().columns()
    return OneOf(seen, _("chuyên mục"), Article.objects)


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
    return actions.record_article(by=by, **texts(values, "url"))


def _mend_article(article: Article, values: dict[str, Any], *, by: Actor) -> Article:
    return actions.correct_article(article, by=by, **texts(values, "url"))


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
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một tin, bài hoặc chuyên mục."),
)

ISSUE = (
    Cell(Column("newsletter", gettext_lazy("Tên bản tin"), ("ban tin", "ten"), required=True, most=200)),
    Cell(Column("number", gettext_lazy("Số"), ("so ban tin",), required=True, most=40)),
    UNIT,
    Cell(Column("issued_on", gettext_lazy("Ngày phát hành"), ("ngay",), kind=DATE, required=True)),
    Cell(Column("column", gettext_lazy("Chuyên mục học tập Bác"), ("chuyen muc",), most=300), link=_columns),
    Cell(Column("pieces", gettext_lazy("Số tin, bài trong chuyên mục"), ("so bai",), kind=NUMBER)),
    Cell(Column("copies", gettext_lazy("Số bản"), ("so ban in",), kind=NUMBER)),
    Cell(Column("url", gettext_lazy("Địa chỉ"), ("duong dan", "link"), most=500)),
    WITHDRAWN,
)


def _issue(values: dict[str, Any], *, by: Actor) -> NewsletterIssue:
    return actions.record_issue(by=by, **whole(texts(values, "url"), "pieces", "copies"))


def _mend_issue(issue: NewsletterIssue, values: dict[str, Any], *, by: Actor) -> NewsletterIssue:
    return actions.correct_issue(issue, by=by, **whole(texts(values, "url"), "pieces", "copies"))


ISSUES = Records(
    code="issues",
    label=gettext_lazy("Số bản tin"),
    imports="outreach.edit",
    views="outreach.view",
    cells=ISSUE,
    seen=lambda by: NewsletterIssue.objects.visible_to(by).select_related("column", "unit"),
    key=("unit", "newsletter", "number", "issued_on"),
    is_natural=True,
    add=_issue,
    change=_mend_issue,
    prefix="BT",
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một số bản tin; chuyên mục đã ghi ở danh sách tin, bài."),
)

SHARE = (
    Cell(Column("what", gettext_lazy("Đã chia sẻ gì"), ("noi dung", "ten bai"), required=True, most=300)),
    UNIT,
    Cell(Column("where", gettext_lazy("Ở đâu"), ("kenh", "noi chia se"), required=True, most=200)),
    Cell(Column("starts", gettext_lazy("Từ ngày"), (), kind=DATE, required=True)),
    Cell(Column("last_day", gettext_lazy("Đến hết ngày"), ("den ngay",), kind=DATE, required=True)),
    Cell(Column("times", gettext_lazy("Số lượt chia sẻ"), ("so luot",), kind=NUMBER, required=True)),
    Cell(Column("people", gettext_lazy("Số người chia sẻ"), ("so nguoi",), kind=NUMBER)),
    WITHDRAWN,
)


def _share(values: dict[str, Any], *, by: Actor) -> Sharing:
    return actions.record_sharing(by=by, **whole(values, "times", "people"))


def _mend_share(sharing: Sharing, values: dict[str, Any], *, by: Actor) -> Sharing:
    return actions.correct_sharing(sharing, by=by, **whole(values, "times", "people"))


SHARES = Records(
    code="shares",
    label=gettext_lazy("Chia sẻ tin, bài"),
    imports="outreach.edit",
    views="outreach.view",
    cells=SHARE,
    seen=lambda by: Sharing.objects.visible_to(by).select_related("unit"),
    key=("unit", "what", "where", "last_day"),
    is_natural=True,
    add=_share,
    change=_mend_share,
    prefix="CS",
    totals=frozenset({"times"}),
    stands=stands,
    hint=gettext_lazy("Mỗi dòng một đợt chia sẻ do đơn vị tự khai; không ghi tên người."),
)
