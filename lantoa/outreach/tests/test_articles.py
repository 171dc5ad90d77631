"""News and articles count on their day; a column counts while it is kept up."""

import datetime as dt

import pytest

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.outreach import actions
from lantoa.outreach.models import Article
from lantoa.outreach.queries import article_totals

DAY = dt.date(2026, 3, 1)


def publish(cast, kind="news", day=DAY, **more):
    typed = {"title": "Người tốt, việc tốt", "outlet": "Báo Sơn Hà", "by": cast.secretary, **more}
    return actions.record_article(unit=cast.cell, kind=kind, published_on=day, **typed)


def test_news_articles_and_columns_have_their_own_totals(cast):
    publish(cast), publish(cast), publish(cast, "article"), publish(cast, "column")
    totals = article_totals(Article.objects.all())
    assert (totals.news, totals.articles, totals.written, totals.columns) == (2, 1, 3, 1)


def test_a_column_is_kept_up_until_it_ends(cast):
    column = publish(cast, "column")
    actions.end_column(column, on=dt.date(2026, 10, 1), by=cast.secretary)
    assert Article.objects.kept_up(dt.date(2026, 9, 30)).get() == column
    assert not Article.objects.kept_up(dt.date(2026, 10, 1)).exists()
    assert not Article.objects.kept_up(dt.date(2026, 2, 28)).exists()
    with pytest.raises(Conflict):
        actions.end_column(column, on=dt.date(2026, 11, 1), by=cast.secretary)


def test_news_does_not_end(cast):
    with pytest.raises(Conflict):
        actions.end_column(publish(cast), on=cast.today, by=cast.secretary)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a b", "ftp://x", "//x", "data:text/html,x"])
def test_an_address_can_never_be_a_script(cast, url):
    with pytest.raises(BadInput, match="bắt đầu bằng https"):
        publish(cast, url=url)


def test_a_good_address_is_kept(cast):
    assert publish(cast, url=" https://baosonha.vn/tin?id=5 ").url == "https://baosonha.vn/tin?id=5"


@pytest.mark.parametrize("empty", ["title", "outlet"])
def test_what_is_missing_is_named(cast, empty):
    with pytest.raises(BadInput) as refused:
        publish(cast, **{empty: "\u200b"})
    assert refused.value.field == empty
