"""A member's own reflection papers: the classes she may write on, writing, reading, taking back."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.rights import PAGE, reads
from lantoa.organisation import queries as organisation
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.study import actions, queries
from lantoa.study.models import Essay, StudyClass

SHOWN_TO_READ = 50
SAID = ("duty", "understood", "applied", "will_do")


class EssayForm(PlainForm):
    """The parts of a paper, as they are in use; nothing is proposed, nothing marked."""

    duty = TextField(label=gettext_lazy("Nhiệm vụ được giao"), max_length=300, required=False)
    understood = TextField(
        label=gettext_lazy("Nhận thức của đồng chí"),
        max_length=10_000,
        rows=6,
        help_text=gettext_lazy("Điều đồng chí thấy mới, thấy quan trọng nhất qua lớp học."),
    )
    applied = TextField(
        label=gettext_lazy("Liên hệ bản thân, đơn vị"),
        max_length=10_000,
        rows=6,
        help_text=gettext_lazy("Việc đã làm được, việc chưa làm được, vì sao."),
    )
    will_do = TextField(
        label=gettext_lazy("Việc sẽ làm"),
        max_length=10_000,
        rows=4,
        help_text=gettext_lazy("Làm gì, cho ai, đến khi nào."),
    )


def mine(request: HttpRequest) -> HttpResponse:
    """The classes of the last year that concern her, and on which of them she has written."""
    actor = request.actor
    hers = Essay.objects.filter(study_class=OuterRef("pk"), person=actor.person)
    found = queries.with_unit_name(queries.classes_of(actor), actor.on).annotate(
        essay=Subquery(hers.values("pk")[:1]),
        sent_at=Subquery(hers.values("sent_at")[:1]),
    )
    page = paginate(request, found.select_related("theme").prefetch_related("papers"))
    context = {"page": page, "today": actor.on, "to_read": _to_read(actor)}
    return render(request, "study/mine.html", context)


def _to_read(actor: Actor) -> QuerySet[Essay]:
    """The newest papers of others for who reads them, whoever held the class."""
    if not actor.may("study.essays"):
        return Essay.objects.none()
    found = (
        Essay.objects.visible_to(actor).exclude(person=actor.person).select_related("study_class", "person")
    )
    return found.order_by("-sent_at", "-pk")[:SHOWN_TO_READ]


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Her paper on a class, or the same to be mended."""
    actor = request.actor
    mine = Essay.objects.filter(study_class=pk, person=actor.person)
    offered = StudyClass.objects.filter(pk__in=queries.classes_of(actor).values("pk"))
    written = StudyClass.objects.filter(pk__in=mine.values("study_class"))
    found: StudyClass = get_object_or_404((offered | written).select_related("unit"), pk=pk)
    kept = mine.first()
    initial = {name: getattr(kept, name) for name in SAID} if kept else {}
    form = EssayForm(request.POST or None, initial=initial)
    if essay := carry_out(form, lambda **typed: actions.write_essay(found, by=actor, **typed)):
        said = _("Đã lưu bài thu hoạch.") if kept else _("Đã gửi bài thu hoạch đến chi bộ.")
        return redirect_with(request, essay, said)
    context = {
        "one": found,
        "kept": kept,
        "form": form,
        "papers": found.papers.all(),
        "unit_name": organisation.name_of(found.unit, found.held_on),
    }
    return render(request, "study/essay_form.html", context)


def _seen(request: HttpRequest, pk: int) -> Essay:
    found = Essay.objects.visible_to(request.actor).select_related("study_class", "person", "unit")
    essay: Essay = get_object_or_404(found, pk=pk)
    return essay


def essay(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper: for its writer with who has read it; whoever else opens it is noted."""
    found, actor = _seen(request, pk), request.actor
    is_hers = actor.person is not None and actor.person.pk == found.person_id
    if not is_hers:
        actions.note_opening(found, by=actor)
    context = {
        "essay": found,
        "is_hers": is_hers,
        "sees_class": StudyClass.objects.visible_to(actor).filter(pk=found.study_class_id).exists(),
        "shows": reads(actor, "study.essay", PAGE, is_own=is_hers),
        "unit_name": organisation.name_of(found.unit, actor.on),
        "readers": people.readers_of(found, queries.OPENED) if is_hers else [],
    }
    return render(request, "study/essay.html", context)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """She takes her paper back."""
    found = _seen(request, pk)
    actions.take_back_essay(found, by=request.actor)
    return redirect_with(request, "study:mine", _("Đã rút lại bài thu hoạch."))
