"""Who stands in for me while I am away: whom I ask, until when, and that I am back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, PlainForm, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people import actions, queries
from lantoa.people.models import Grant, Person, Post
from lantoa.people.roles import goes_beyond_a_member
from lantoa.people.sign_in import proves

HERE = "people:deputies"


class DeputyForm(PlainForm):
    """Who, from which day up to which, that one included."""

    person = forms.ChoiceField(label=gettext_lazy("Người thay"), choices=())
    starts = DayField(label=gettext_lazy("Từ ngày"))
    ends = DayField(label=gettext_lazy("Đến hết ngày"))

    def __init__(self, people: list[Person], names: dict[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = [("", _("Chọn người")), *((str(one.pk), names[one.pk]) for one in people)]
        self.people = {str(one.pk): one for one in people}

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]

    def clean_ends(self) -> dt.date:
        """The first day on which she stands in no longer."""
        day: dt.date = self.cleaned_data["ends"]
        return day + dt.timedelta(days=1)


@proves
def index(request: HttpRequest) -> HttpResponse:
    """Whom the holder of the post asked, and a form to ask; who has no such post reads why there is none."""
    actor = request.actor
    post = _own(request)
    if post is None:
        return render(request, "people/deputies.html", {"post": None})
    people = queries.may_stand_in(post, actor.on)
    names = queries.known_as(people, by=actor)
    form = DeputyForm(people, names, request.POST or None, initial={"starts": actor.on})
    if carry_out(form, lambda **typed: actions.ask_deputy(by=actor, **typed)):
        said = _("Đã đề nghị. Người thay có quyền từ ngày đã ghi, khi người thứ hai xác nhận.")
        return redirect_with(request, HERE, said)
    context = {
        "post": post,
        "unit_name": organisation.name_of(post.unit, actor.on),
        "asked": queries.asked_to_stand_in(post, actor.on),
        "form": form,
        "today": actor.on,
        "nobody": not people,
    }
    return render(request, "people/deputies.html", context)


def _own(request: HttpRequest) -> Post | None:
    """The post with which the reader acts, where somebody may stand in for her."""
    actor = request.actor
    if actor.post_id is None or actor.stands_for or not goes_beyond_a_member(actor.role):
        return None
    return Post.objects.select_related("unit", "title").get(pk=actor.post_id)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder is back."""
    mine = Grant.objects.filter(stands_for__isnull=False, stands_for=request.actor.post_id)
    actions.take_back_deputy(get_object_or_404(mine, pk=pk), by=request.actor)
    return redirect_with(request, HERE, _("Đã thôi nhờ thay. Quyền của người ấy dừng từ bây giờ."))
