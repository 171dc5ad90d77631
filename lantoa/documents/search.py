"""Papers issued are found by number, symbol and abstract; by whom, see `visible_to`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy

from lantoa.documents.models import Document
from lantoa.foundation.dates import show_date
from lantoa.foundation.search import REACH, Found, Sight, Source, itself


def _found(keys: Sequence[int]) -> Iterator[Found]:
    for paper in Document.objects.filter(pk__in=keys).select_related("type"):
        own = [Sight(person=paper.created_by_id)] if paper.created_by_id else []
        yield Found(
            key=paper.pk,
            title=f"{paper.type.label} {paper.abstract}"[:300],
            line=", ".join([paper.issuer_name, show_date(paper.issued_on)]),
            code=paper.symbol,
            url=reverse("documents:show", args=[paper.pk]),
            sights=[*own, Sight("reports.view", paper.issuer_unit_id, REACH)],
        )


SOURCES = (
    Source(
        "document",
        gettext_lazy("Văn bản"),
        "file-text",
        50,
        keys=lambda: Document.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={"documents.document": itself},
        permissions=("reports.view",),
    ),
)
