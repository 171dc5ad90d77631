"""Taking back what was written by mistake."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict
from lantoa.people.actors import Actor
from lantoa.study.models import Admission, Certificate


def strike_out(one: Admission | Certificate, standing: QuerySet[Any], reason: str, by: Actor) -> None:
    """Of two who strike it out at once one does; the other is told. BadInput without a reason."""
    if not reason:
        raise BadInput(_("Ghi lý do gạch bỏ, ví dụ ghi trùng hoặc nhầm người."), "reason")
    if not standing.filter(pk=one.pk).update(withdrawn_on=by.on, withdrawn_reason=reason):
        raise Conflict(_("Dòng này đã có người gạch bỏ. Tải lại trang để xem."))
    one.withdrawn_on, one.withdrawn_reason = by.on, reason
