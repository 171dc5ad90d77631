"""The page on which one paper waits for a word: the thing at the left, what is known of it at the right, below it a
card for each word that can be given, each with its own boxes and one button. The next paper opens by itself.

A room describes its page once, as a subclass with one instance:

    class Judge(Judging):
        template = "practices/judge.html"            # extends foundation/judging.html: blocks head, thing, known
        page, back = "practices:judge", "practices:index"
        back_label = gettext_lazy("Chờ đồng chí thẩm định")

        def load(self, request, pk): ...              # 404 not seen, NotAllowed not to be judged
        def waiting(self, actor): ...                 # the queue, the longest waiting first
        def is_waiting(self, thing): ...
        def since(self, thing): ...                   # the day it was sent
        def shown(self, request, thing): ...          # what the blocks of the template need
        def answers(self, request, thing, typed): ... # the cards; `typed` holds a form that came back with mistakes

    judging = Judge()
    judge = judging.show                              # the page itself, for urls.py

    @posts_only
    def accept(request, pk):
        return judging.give(request, pk, "accept", AcceptForm(request.POST), actions.accept, _("Đã đồng ý."))

What the action refuses with BadInput is said beside the box it names and nothing typed is lost; NotAllowed and
Conflict are pages of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import Conflict
from lantoa.foundation.fields import PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with

Text = str | Promise
Typed = Mapping[str, forms.Form]


class ReturnForm(PlainForm):
    """Why it goes back: ready sentences, and what else there is to say. Comes out as one `reason`."""

    reasons = forms.MultipleChoiceField(
        label=gettext_lazy("Lý do"), widget=forms.CheckboxSelectMultiple, required=False
    )
    reason = TextField(label=gettext_lazy("Ghi rõ thêm"), max_length=1000, rows=3, required=False)
    must = ("reasons", "reason")

    def __init__(self, *args: Any, ready: Sequence[Text], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ready = ready
        self.fields["reasons"].choices = capitalised(  # type: ignore[attr-defined]
            (str(number), text) for number, text in enumerate(ready)
        )

    def clean(self) -> dict[str, Any]:
        """One text that the writer reads word for word."""
        chosen = [str(self.ready[int(number)]) for number in self.cleaned_data.get("reasons", [])]
        said = self.cleaned_data.get("reason", "")
        return {"reason": "; ".join([*chosen, *filter(None, [said])])}


@dataclass(frozen=True)
class Answer:
    """One word that can be given: a card with its boxes and one button that says the result.

    `slot` is the name under which its form comes back with mistakes. The main answer has the strong button; a
    folded one opens when asked for, or when it came back.
    """

    slot: str
    title: Text
    button: Text
    url: str
    form: forms.Form
    icon: str = "check"
    hints: Sequence[Text] = field(default=())
    is_main: bool = False
    is_folded: bool = False

    @property
    def boxes(self) -> Iterator[tuple[BoundField, str]]:
        """Each box with what its look needs: those that must be filled do not say "nếu có"."""
        must = getattr(self.form, "must", ())
        return ((box, "must" if box.name in must else "") for box in self.form)


def returning(url: str, ready: Sequence[Text], typed: Typed, **initial: Any) -> Answer:
    """The card that sends it back, the same in every room."""
    form = typed.get("return") or ReturnForm(ready=ready, initial=initial)
    return Answer("return", _("Trả lại"), _("Trả lại để sửa"), url, form, icon="arrow-back-up")


class Judging:
    """The judging page of one kind of paper; see the head of this file."""

    template: str
    page: str
    back: str
    back_label: Text = gettext_lazy("Chờ đồng chí cho ý kiến")
    title: Text = gettext_lazy("Cho ý kiến")

    def load(self, request: HttpRequest, pk: int) -> Any:
        """The thing, if this actor may judge it."""
        raise NotImplementedError

    def waiting(self, actor: Any) -> QuerySet[Any]:
        """Everything that waits for this actor's word, the longest waiting first."""
        raise NotImplementedError

    def is_waiting(self, thing: Any) -> bool:
        """Whether a word can still be given."""
        raise NotImplementedError

    def since(self, thing: Any) -> dt.date | None:
        """Since when it waits."""
        raise NotImplementedError

    def shown(self, request: HttpRequest, thing: Any) -> dict[str, Any]:
        """What the blocks of the template need."""
        raise NotImplementedError

    def answers(self, request: HttpRequest, thing: Any, typed: Typed) -> list[Answer]:
        """The words that can be given."""
        raise NotImplementedError

    def show(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read it and give one's word."""
        thing = self.load(request, pk)
        if not self.is_waiting(thing):
            raise Conflict(_("Việc này đã được xử lý. Mở lại trang để xem trạng thái mới."))
        return self.render(request, thing, {})

    def render(self, request: HttpRequest, thing: Any, typed: Typed) -> HttpResponse:
        """The page, with a form that came back with mistakes as it was typed."""
        actor, since = request.actor, self.since(thing)  # type: ignore[attr-defined]
        context = self.shown(request, thing) | {
            "judging": self,
            "thing": thing,
            "answers": self.answers(request, thing, typed),
            # Under a name of its own, so that the page's title says that something is wrong.
            "came_back": next(iter(typed.values()), None),
            "waiting": self.waiting(actor).count(),
            "since": since,
            "days": (actor.on - since).days if since else 0,
        }
        return render(request, self.template, context)

    def give(
        self,
        request: HttpRequest,
        pk: int,
        slot: str,
        form: forms.Form,
        act: Callable[..., Any],
        said: Text,
    ) -> HttpResponse:
        """Carry the word out and go on to the next; %(thing)s in `said` is what was judged."""
        thing = self.load(request, pk)
        done = carry_out(form, lambda **typed: act(thing, by=request.actor, **typed))  # type: ignore[attr-defined]
        if done is None:
            return self.render(request, thing, {slot: form})
        return self.next(request, str(said) % {"thing": thing} if "%(" in str(said) else str(said))

    def next(self, request: HttpRequest, said: str) -> HttpResponse:
        """On to the next one that waits, else back to the list."""
        following: Model | None = self.waiting(request.actor).first()  # type: ignore[attr-defined]
        if following:
            return redirect_with(request, self.page, said, following.pk)
        return redirect_with(request, self.back, said)
