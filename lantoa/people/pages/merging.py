"""Two records that may be one person: side by side, with what hangs on each; merged, and taken apart again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people import actions, queries
from lantoa.people.models import Account, Membership, Person, PersonMerge, Post

MOST_SHOWN = 100


class MergeForm(PlainForm):
    """Which of the two records stays."""

    kept = forms.ChoiceField(label=gettext_lazy("Giữ hồ sơ nào"), widget=forms.RadioSelect, choices=())

    def __init__(self, pair: tuple[Person, Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = (_("hồ sơ bên trái"), _("hồ sơ bên phải"))
        field: Any = self.fields["kept"]
        field.choices = [
            (str(one.pk), _("%(name)s, %(side)s (mã %(pk)s)") % {"name": one, "side": side, "pk": one.pk})
            for one, side in zip(pair, sides, strict=True)
        ]


def doubles(request: HttpRequest) -> HttpResponse:
    """Pairs of one name that may be one person."""
    pairs = queries.possible_doubles(request.actor)
    people = {one.pk: one for pair in pairs for one in pair}
    cells = dict(
        Membership.objects.on(request.actor.on).filter(person__in=people).values_list("person_id", "unit_id")
    )
    names = organisation.with_parents(cells.values(), request.actor.on)
    shown = [[(one, names.get(cells.get(one.pk) or 0, "")) for one in pair] for pair in pairs[:MOST_SHOWN]]
    return render(request, "people/doubles.html", {"pairs": shown, "more": max(0, len(pairs) - MOST_SHOWN)})


def merge(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Both side by side; then one."""
    seen = Person.objects.visible_to(request.actor)
    pair = (get_object_or_404(seen, pk=pk), get_object_or_404(seen.exclude(pk=pk), pk=other))
    form = MergeForm(pair, request.POST or None)

    def act(kept: str) -> PersonMerge:
        stays = pair[0] if kept == str(pair[0].pk) else pair[1]
        return actions.merge_people(stays, pair[1] if stays == pair[0] else pair[0], by=request.actor)

    if request.method == "POST" and (done := carry_out(form, act)):
        said = _("Đã gộp hai hồ sơ. Nếu nhầm, tách lại ở trang này.")
        return redirect_with(request, "people:show", said, done.kept_id)
    return render(
        request, "people/merge.html", {"form": form, "sides": [_side(one, request) for one in pair]}
    )


def _side(person: Person, request: HttpRequest) -> dict[str, Any]:
    on = request.actor.on
    cell = Membership.objects.on(on).filter(person=person).first()
    names = organisation.with_parents([cell.unit_id], on) if cell else {}
    return {
        "person": person,
        "cell": names.get(cell.unit_id, "") if cell else "",
        "posts": list(Post.objects.on(on).filter(person=person).select_related("title")),
        "account": Account.objects.filter(person=person).first(),
        "hanging": queries.hanging_on_person(person),
    }


@posts_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Two records again."""
    merged = get_object_or_404(PersonMerge, pk=pk, kept__in=Person.objects.visible_to(request.actor))
    actions.undo_merge(merged, by=request.actor)
    return redirect_with(request, "people:show", _("Đã tách lại thành hai hồ sơ."), merged.kept_id)
