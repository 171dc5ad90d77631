"""The words that are nobody's own: what there is, one more, one less. They count for everybody."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.models import Event
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import keeps_lists
from lantoa.writing import actions
from lantoa.writing.models import StockPhrase

Kind = StockPhrase.Kind
LATEST = 20
ORDER = (Kind.SENTENCE, Kind.HEADING, Kind.PARTICULARS)  # what people change comes first


class PhraseForm(PlainForm):
    """One more."""

    text = TextField(
        label=gettext_lazy("Câu mẫu"),
        max_length=400,
        rows=2,
        error_messages={"required": gettext_lazy("Nhập câu mẫu từ 1 đến 400 ký tự.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        choices=capitalised(Kind.choices),
        initial=Kind.SENTENCE,
        widget=forms.RadioSelect,
    )


def index(request: HttpRequest) -> HttpResponse:
    """What counts as nobody's own, by kind, and who changed it last."""
    form = PhraseForm(request.POST or None)
    if carry_out(form, partial(actions.add_phrase, by=request.actor)):
        said = _("Đã thêm câu mẫu. Từ nay câu này không được tính là lời riêng của ai.")
        return redirect_with(request, "writing:phrases", said)
    return render(
        request, "writing/phrases.html", {"form": form, "may_keep": keeps_lists(request.actor), **_listed()}
    )


def _listed() -> dict[str, object]:
    phrases = sorted(StockPhrase.objects.all(), key=lambda one: (ORDER.index(one.kind), one.pk))
    used = [one for one in phrases if one.is_used]
    return {
        "groups": [(Kind(kind).label, list(ones)) for kind, ones in groupby(used, lambda one: one.kind)],
        "retired": [one for one in phrases if not one.is_used],
        "events": Event.objects.filter(subject_type=StockPhrase._meta.label_lower).order_by("-pk")[:LATEST],
    }


@posts_only
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """The phrase counts as anybody's words again."""
    actions.retire_phrase(get_object_or_404(StockPhrase, pk=pk, is_used=True), by=request.actor)
    return redirect_with(
        request, "writing:phrases", _("Đã thôi dùng câu mẫu. Có thể dùng lại bất cứ lúc nào.")
    )


@posts_only
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """It is nobody's own once more."""
    phrase = get_object_or_404(StockPhrase, pk=pk, is_used=False)
    actions.add_phrase(phrase.text, kind=phrase.kind, by=request.actor)
    return redirect_with(request, "writing:phrases", _("Đã dùng lại câu mẫu."))
