"""The unit above publishes or returns."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.consents import actions as consents
from lantoa.exemplars import queries, rules
from lantoa.exemplars.actions.writing import refresh
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor


def _must_judge(exemplar: Exemplar, by: Actor) -> None:
    if queries.is_own(by, exemplar):
        raise NotAllowed(_("Đây là bài của đồng chí hoặc nêu tên đồng chí; người khác ở nơi ấy cho ý kiến."))
    if not queries.may_judge(by, exemplar):
        raise NotAllowed(_("Bài này đề nghị nơi khác; chỉ nơi được đề nghị cho ý kiến."))


@transaction.atomic
def publish(exemplar: Exemplar, *, by: Actor) -> Exemplar:
    """Into the library, once everyone named agrees. BadInput names who does not."""
    _must_judge(exemplar, by)
    refresh(exemplar)
    judging: Any = exemplar.judging_unit  # a proposed one always waits somewhere
    consents.must_all_agree(
        exemplar, _("Chưa công bố được: %(names)s chưa đồng ý được nêu tên. Ghi đồng ý hoặc bỏ tên trước.")
    )
    body = organisation.name_of(judging, by.on)
    rules.STEPS.move(exemplar, "publish", published_on=by.on, published_by=body)
    record("exemplar.published", exemplar, by=by, unit=exemplar.unit, note=exemplar.published_by)
    return exemplar


@transaction.atomic
def return_for_changes(exemplar: Exemplar, *, by: Actor, reason: str) -> Exemplar:
    """Send it back with the reason; it may be rewritten and proposed again."""
    _must_judge(exemplar, by)
    refresh(exemplar)
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    rules.STEPS.move(exemplar, "return", return_reason=reason)
    record("exemplar.returned", exemplar, by=by, unit=exemplar.unit, note=reason)
    return exemplar
