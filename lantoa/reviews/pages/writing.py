"""Writing: her own words beside the lines of her records, marks as she sets them, sending."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.reviews import actions, compose, queries, rules
from lantoa.reviews.models import Review
from lantoa.reviews.pages.shared import MarkBoxes, load_to_write
from lantoa.reviews.words import Mended, Stage

LONGEST = 5000


class ReviewForm(MarkBoxes, PlainForm):
    """A box for her own words in each section, one for each line of the records, ticks where she says how far."""

    def __init__(self, review: Review, parts: list[compose.Part], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts
        for part in parts:
            self._give_own(part)
            for line in part.lines:
                self._give_line(part, line)
        self.give_marks(review.template, gettext_lazy("Mức tự đề xuất"))
        mark = review.marks.filter(stage=Stage.SELF).first()
        if mark:
            for name, value in rules.kept(mark).items():  # type: ignore[arg-type]
                self.initial[name] = value

    def _give_own(self, part: compose.Part) -> None:
        label = gettext_lazy("Viết thêm") if part.lines else gettext_lazy("Đồng chí viết")
        self.fields[f"muc{part.section.pk}"] = TextField(
            label=label, required=False, rows=3, max_length=LONGEST, initial=part.own
        )

    def _give_line(self, part: compose.Part, line: compose.Offered) -> None:
        name = f"dong{part.section.pk}-{line.key}"
        self.fields[name] = TextField(
            label=gettext_lazy("Lời trong bản kiểm điểm"),
            required=False,
            rows=2,
            max_length=LONGEST,
            initial=line.text,
        )
        if part.asks_how_far:
            self.fields[f"{name}-muc"] = forms.ChoiceField(
                label=gettext_lazy("Đã khắc phục đến đâu?"),
                required=False,
                choices=Mended.choices,
                widget=forms.RadioSelect,
                initial=line.mended,
            )

    def sections(self) -> Iterator[tuple[compose.Part, Any, list[tuple[compose.Offered, Any, Any]]]]:
        """(part, the box of her own words, the lines each with its box and its ticks)."""
        for part in self.parts:
            names = [(line, f"dong{part.section.pk}-{line.key}") for line in part.lines]
            lines = [
                (line, self[name], self[f"{name}-muc"] if part.asks_how_far else None) for line, name in names
            ]
            yield part, self[f"muc{part.section.pk}"], lines

    def lines(self) -> list[rules.Line]:
        """What was typed, in the order of the page."""
        typed, found = self.cleaned_data, []
        for part in self.parts:
            for line in part.lines:
                name = f"dong{part.section.pk}-{line.key}"
                said = typed.get(name, ""), line.source, typed.get(f"{name}-muc", "")
                found.append(rules.Line(part.section.pk, *said))
            found.append(rules.Line(part.section.pk, typed.get(f"muc{part.section.pk}", "")))
        return found


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper to write on; kept as often as she likes, sent from the page on which it is read once more."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(queries.writes(review, actor), _("Người được kiểm điểm tự viết bản của mình."))
    if not review.is_writing:
        return redirect(review)
    form = ReviewForm(review, compose.parts(review, actor), request.POST or None)

    def act(**_typed: Any) -> Any:
        return actions.save(review, by=actor, lines=form.lines(), marks=form.marks())

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, review, _("Đã lưu. Đọc lại một lần rồi gửi."))
    return render(request, "reviews/write.html", {"one": review, "period": review.period, "form": form})


@posts_only
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Sent to who conducts."""
    review = load_to_write(request, pk)
    actions.submit(review, by=request.actor)
    return redirect_with(request, review, _("Đã gửi bản kiểm điểm."))


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """To be written on."""
    review = load_to_write(request, pk)
    actions.take_back(review, by=request.actor)
    return redirect_with(request, "reviews:write", _("Đã rút lại; sửa rồi gửi lần nữa."), review.pk)


@posts_only
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """With the reason."""
    review = load_to_write(request, pk)
    actions.send_back(review, by=request.actor, why=request.POST.get("why", "")[:1000])
    return redirect_with(request, review.period, _("Đã trả lại, kèm lý do; người viết được báo."))


@posts_only
def prompt(request: HttpRequest, pk: int) -> HttpResponse:
    """What she is asked to explain."""
    review = load_to_write(request, pk)
    actions.prompt(review, by=request.actor, text=request.POST.get("text", "")[:2000])
    return redirect_with(request, review.period, _("Đã gửi nội dung gợi ý; người viết được báo."))
