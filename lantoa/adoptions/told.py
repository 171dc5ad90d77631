"""Who is told what of taking over: where a practice comes from hears who took it over and what became of it there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.adoptions.models import Adoption
from lantoa.foundation import clock
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people.models import Post
from lantoa.practices.models import Practice

Text = str | Promise


def _who_answers_for(origin: Practice) -> frozenset[int]:
    """Who wrote it, proposed it and does it, and the heads of its unit today."""
    heads = Post.objects.on(clock.today()).filter(unit=origin.unit_id, is_head=True)
    people = to(origin.drafted_by_id, origin.proposed_by_id, origin.person_id)
    return people | to(*heads.values_list("person_id", flat=True))


def _told(said: Text, *, note: bool = True) -> Callable[[Event], Iterator[News]]:
    """`said` names the %(unit)s that took over and the practice it came from."""

    def tell(event: Event) -> Iterator[News]:
        adoption = Adoption.objects.select_related("origin").filter(practice__pk=event.subject_id).first()
        if adoption is not None:
            words = {"unit": event.unit_name, "name": adoption.origin.name}
            url = adoption.origin.get_absolute_url()
            people = _who_answers_for(adoption.origin)
            yield News(people, str(said) % words, url, event.note if note else "")

    return tell


TOLD = (
    told(
        "practice.adopted",
        _told(_("%(unit)s vận dụng mô hình “%(name)s”"), note=False),
        undone="practice.adoption_withdrawn",
    ),
    told(
        "practice.checked_up practice.result_reported",
        _told(_("%(unit)s báo kết quả vận dụng mô hình “%(name)s”")),
        undone="practice.answer_taken_back",
    ),
    told("practice.stopped", _told(_("%(unit)s đã dừng mô hình vận dụng từ “%(name)s”"))),
)
