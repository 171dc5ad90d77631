"""News, articles and columns."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import read_date
from lantoa.foundation.fields import DayField, TextField, carry_out
from lantoa.foundation.filters import asked_period, choices_of, chosen, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.foundation.text import title_key
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries
from lantoa.outreach.exchange import ARTICLES
from lantoa.outreach.models import Article
from lantoa.people.fields import OfUnitForm


def index(request: HttpRequest) -> HttpResponse:
    """What was published; columns that run are listed apart because they are counted apart."""
    actor, period = request.actor, asked_period(request)
    visible = Article.objects.visible_to(actor)
    kind = chosen(request, "loai", Article.Kind.values)
    found = queries.in_period(visible, "published_on", period)
    if kind:
        found = found.filter(kind=kind)
    if wants_workbook(request):
        return ARTICLES.answer(found.order_by("-published_on", "-pk"), by=actor)
    page = paginate(request, found.order_by("-published_on", "-pk"))
    running = visible.standing().kept_up(actor.on)
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.article_totals(found),
        "columns": with_unit_names(
            sorted(running[:500], key=lambda one: title_key(one.title))[:20], actor.on
        ),
        "kinds": choices_of(Article.Kind, kind),
        "periods": period_choices(request, actor.on),
        "asks": bool(period or kind),
        "may_edit": actor.may("outreach.edit"),
        "today": actor.on,
    }
    return render(request, "outreach/articles.html", context)


class ArticleForm(OfUnitForm):
    """One piece of news, one article, one column."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Thể loại"),
        choices=Article.Kind.choices,
        widget=forms.RadioSelect,
        initial=Article.Kind.NEWS,
    )
    title = TextField(label=gettext_lazy("Tên tin, bài, chuyên mục"), max_length=300)
    outlet = TextField(
        label=gettext_lazy("Nơi đăng"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Báo Sơn Hà, Bản tin tư pháp, trang thông tin của xã."),
    )
    published_on = DayField(
        label=gettext_lazy("Ngày đăng"), help_text=gettext_lazy("Với chuyên mục: ngày đăng số đầu tiên.")
    )
    url = TextField(
        label=gettext_lazy("Địa chỉ bài viết"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Bắt đầu bằng https://. Hệ thống không tự mở địa chỉ này."),
    )


def new_article(request: HttpRequest) -> HttpResponse:
    """Record what was published."""
    actor = request.actor
    form = ArticleForm(actor, request.POST or None, initial={"published_on": actor.on})
    if request.method == "POST":
        article = carry_out(form, lambda **typed: actions.record_article(by=actor, **typed))
        if article:
            return redirect_with(request, "outreach:articles", _("Đã ghi “%(title)s”.") % {"title": article})
    return render(request, "outreach/article_new.html", {"form": form})


@posts_only
def end_column(request: HttpRequest, pk: int) -> HttpResponse:
    """The column stops from the day typed."""
    column = get_object_or_404(Article.objects.visible_to(request.actor).columns(), pk=pk)
    actions.end_column(column, on=read_date(request.POST.get("on", ""), "on"), by=request.actor)
    return redirect_with(request, "outreach:articles", _("Đã ghi chuyên mục ngừng."))
