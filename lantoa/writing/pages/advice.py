"""What a person sees and presses while she writes: advice on her words, «Đã cân nhắc»."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField
from lantoa.foundation.pages import redirect_with
from lantoa.writing.inquiry import LONGEST, answer, asked_in, set_aside


class TrialForm(PlainForm):
    """A text to try, on a page of its own."""

    text = TextField(label=_("Nội dung định đăng ký"), rows=8, max_length=LONGEST, required=False)


def advice(request: HttpRequest) -> HttpResponse:
    """Advice on what is in the form that asks: a fragment for htmx, else a page where one can go on trying."""
    asking = asked_in(request.POST)
    shown = None
    if request.method == "POST":
        shown = answer(asking, request.POST, actor=request.actor, account=request.user)
    context = {"panel": shown, "asking": asking, "place": asking.place}
    if request.htmx:
        return render(request, "writing/advice.html", context)
    # A page of its own has no boxes to open and nothing to set aside.
    form = TrialForm(initial={"text": asking.text(request.POST)})
    return render(request, "writing/advice_page.html", {"panel": shown, "form": form})


@posts_only
def considered(request: HttpRequest) -> HttpResponse:
    """«Đã cân nhắc»: the author has thought about a hint; it is not shown again for this text."""
    set_aside(request.POST, account=request.user)
    if not request.htmx:
        said = _("Đã ghi là đồng chí cân nhắc gợi ý này. Khi sửa nội dung, gợi ý được xem lại.")
        return redirect_with(request, "writing:advice", said)
    return advice(request)
