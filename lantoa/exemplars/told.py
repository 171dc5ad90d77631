"""Who is told what of exemplars: who wrote one and proposed it, and whoever it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.exemplars.models import Exemplar
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did

Text = str | Promise


def _told(said: Text, *, note: bool = True) -> Callable[[Event], Iterator[News]]:
    """`said` of the exemplar by its title, with what the act said."""

    def tell(event: Event) -> Iterator[News]:
        one = Exemplar.objects.filter(pk=event.subject_id).first()
        if one is not None:
            people = to(one.proposed_by_id) | who_did(event, "exemplar.written")
            yield News(
                people, str(said) % {"title": one.title}, one.get_absolute_url(), event.note if note else ""
            )

    return tell


def _to_the_named(said: Text, *, note: bool = False) -> Callable[[Event], Iterator[News]]:
    """`said` to everyone named in it: where her own answer stands, and is taken back."""

    def tell(event: Event) -> Iterator[News]:
        one = Exemplar.objects.filter(pk=event.subject_id).first()
        if one is None:
            return
        named = to(*one.named.values_list("person_id", flat=True))
        title = str(said) % {"title": one.title}
        yield News(named, title, reverse("consents:naming_me"), event.note if note else "")

    return tell


def published(event: Event) -> Iterator[News]:
    """Who wrote it, and whoever it names; who is both is told once."""
    wrote = list(_told(_("Bài “%(title)s” đã được công bố"))(event))
    yield from wrote
    told_already = frozenset[int]().union(*(one.to for one in wrote))
    for one in _to_the_named(_("Bài “%(title)s” nêu tên đồng chí đã được công bố"))(event):
        yield replace(one, to=one.to - told_already)


TOLD = (
    told("exemplar.proposed", _to_the_named(_("Bài “%(title)s” nêu tên đồng chí đã được đề nghị công bố"))),
    told("exemplar.published", published),
    told("exemplar.withdrawn", _to_the_named(_("Bài “%(title)s” nêu tên đồng chí đã được rút"), note=True)),
    told("exemplar.returned", _told(_("Bài “%(title)s” được trả lại để sửa"))),
    told(
        "exemplar.consent_withdrawn",
        _told(_("Bài “%(title)s” đang ẩn: có người không còn đồng ý được nêu tên"), note=False),
    ),
)
