"""What leaves as Word: one review, the decision of a rating given anew, the list of a period's papers."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from lantoa.documents import names
from lantoa.documents.paper import Paper
from lantoa.reviews import actions, printing
from lantoa.reviews.models import Rerating, Review
from lantoa.reviews.pages.reading import reads_marks
from lantoa.reviews.pages.shared import load, load_period


def review(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One review, as much of it as its reader reads on its page; that it left is known to whom it is about."""
    one, actor = load(request, pk), request.actor
    actions.note_opening(one, by=actor)
    paper = printing.review_paper(one, actor.on, reads_all=reads_marks(one, actor))
    whose = one.person.full_name if one.person else "tap the"
    return _sent(paper, actor.on, f"{one.period} {whose}.docx")


def rerating(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Mẫu 03, for who may read the review and its result."""
    seen = Review.objects.visible_to(request.actor)
    found = Rerating.objects.filter(review__in=seen.values("pk"))
    one = get_object_or_404(
        found.select_related("review__person", "review__period__decided_by", "review__unit"), pk=pk
    )
    actions.note_opening(one.review, by=request.actor)
    return _sent(
        printing.rerating_paper(one), one.decided_on, f"Quyết định xếp loại lại {one.decision_number}.docx"
    )


def files(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Mẫu 04: which papers there are, and no word of what stands in them."""
    period, actor = load_period(request, pk), request.actor
    return _sent(printing.files_paper(period, actor.on), actor.on, f"Danh mục hồ sơ {period}.docx")


def _sent(paper: Paper, on: dt.date, name: str) -> HttpResponseBase:
    return names.attachment_response(printing.word(paper, on), name, names.DOCX)
