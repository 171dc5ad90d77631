"""Appraisers go through the criteria; the head of the tree keeps their list."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, keeps_lists
from lantoa.practices import queries
from lantoa.practices.models import Appraised, Criterion, Practice


@transaction.atomic
def appraise(practice: Practice, *, answers: Mapping[Criterion, tuple[str, str]], by: Actor) -> Practice:
    """What was found of each criterion, as (answer, words); an empty answer takes an earlier one out.

    By who judges the practice or may recognise it, never by its own. It decides nothing by itself.
    """
    if not queries.may_appraise(by, practice):
        raise NotAllowed(_("Người ở nơi thẩm định, không phải chủ mô hình, nhận xét theo tiêu chí."))
    for criterion, (answer, words) in answers.items():
        if not answer:
            Appraised.objects.filter(practice=practice, criterion=criterion).delete()
            continue
        if answer not in Appraised.Answer.values:
            raise BadInput(_("Chọn đạt, chưa hoặc chưa rõ."), f"answer_{criterion.pk}")
        found = {"answer": answer, "words": clean(words)[:300], "said_by": by.person, "said_on": by.on}
        Appraised.objects.update_or_create(practice=practice, criterion=criterion, defaults=found)
    record("practice.appraised", practice, by=by, unit=practice.unit)
    return practice


@transaction.atomic
def save_criterion(
    *,
    by: Actor,
    text: str,
    place: int | None = None,
    is_used: bool = True,
    criterion: Criterion | None = None,
) -> Criterion:
    """Add a criterion or change one; what was found of it stays. Only who acts for the whole tree."""
    if not (by.may("programme.edit") and keeps_lists(by)):
        raise NotAllowed(
            _("Tiêu chí thẩm định do cấp cao nhất giữ. Đề nghị sửa ở trang Danh mục dùng chung.")
        )
    text = clean(text)
    if not text:
        raise BadInput(_("Ghi nội dung tiêu chí."), "text")
    same = Criterion.objects.filter(text=text).first()
    if same is not None and same != criterion:
        raise BadInput(_("Đã có tiêu chí này."), "text")
    before = {"text": criterion.text, "is_used": criterion.is_used} if criterion else None
    kept = criterion or Criterion()
    kept.text, kept.place, kept.is_used = text, place or 0, is_used
    kept.save()
    verb = "criterion.edited" if criterion else "criterion.added"
    record(verb, kept, by=by, unit=by.unit, before=before, after={"text": text, "is_used": is_used})
    return kept
