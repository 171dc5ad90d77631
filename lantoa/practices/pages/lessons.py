"""Lessons from where something stopped: the list, one of them, and publishing one's own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.filters import asked_words
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.practices import actions, queries, rules
from lantoa.practices.models import Lesson
from lantoa.practices.pages.reading import load

PER_PAGE = 12


def index(request: HttpRequest) -> HttpResponse:
    """What was tried and why it stopped; never where."""
    asked = asked_words(request)
    found = Lesson.objects.visible_to(request.actor).matching(asked)
    page = paginate(request, found.select_related("practice__field"), per=PER_PAGE)
    return render(request, "practices/lessons.html", {"page": page, "asked": asked})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One lesson."""
    found = Lesson.objects.visible_to(request.actor).select_related("practice__field")
    return render(request, "practices/lesson.html", {"lesson": get_object_or_404(found, pk=pk)})


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What others would read; its owner publishes it from here."""
    practice = load(request, pk)
    if not queries.may_write(request.actor, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))
    if practice.status != rules.STOPPED:
        raise Http404
    if request.method == "POST":
        actions.publish_lesson(practice, by=request.actor)
        return redirect_with(request, "practices:show", _("Đã công bố bài học, không nêu tên đơn vị."), pk)
    published = queries.lesson_of(practice)
    lesson = published or queries.lesson_from(practice, request.actor.on)
    context = {"practice": practice, "lesson": lesson, "published": published}
    return render(request, "practices/lesson_preview.html", context)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """No longer told."""
    actions.take_back_lesson(load(request, pk), by=request.actor)
    return redirect_with(request, "practices:show", _("Đã rút bài học."), pk)
