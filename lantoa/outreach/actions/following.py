"""An opinion goes on to who can answer it; afterwards whoever answered asks whether people are content."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach import rules
from lantoa.outreach.actions.recording import must_edit, must_handle
from lantoa.outreach.models import CitizenOpinion
from lantoa.people.actors import Actor


@transaction.atomic
def forward_opinion(
    opinion: CitizenOpinion,
    *,
    on: dt.date,
    by: Actor,
    to: Unit | None = None,
    body: str = "",
    working_days: int | None = None,
) -> CitizenOpinion:
    """Pass it on to a unit, or to a body outside the tree; with `working_days` it has a day to be answered by.

    Only who received it passes it on; passed on again, the later receiver stands.
    """
    must_edit(by, opinion.unit)
    body = clean(body)
    rules.must_name_one(to, body)
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, opinion.received_on, _("ngày tiếp nhận"), "on")
    if to is not None and to.pk == opinion.unit_id:
        raise BadInput(_("Chính đơn vị này đã tiếp nhận. Chọn nơi khác, hoặc ghi trả lời luôn."), "body")
    waiting = CitizenOpinion.objects.open().filter(pk=opinion.pk)
    due_on = rules.due_after(on, working_days)
    if not waiting.update(forwarded_to=to, forwarded_to_body=body, forwarded_on=on, due_on=due_on):
        raise Conflict(_("Ý kiến này đã có trả lời hoặc đã gạch bỏ nên không chuyển nữa."))
    opinion.refresh_from_db()
    receiver = organisation.name_of(to, by.on) if to else body
    record("outreach.opinion.forwarded", opinion, by=by, unit=opinion.unit, on=on, note=receiver)
    return opinion


@transaction.atomic
def record_satisfaction(
    opinion: CitizenOpinion, *, satisfaction: str, on: dt.date, how: str, by: Actor
) -> CitizenOpinion:
    """What people said of the answer, as whoever answered was told: on which day, asked in which way."""
    must_handle(opinion, on, by)
    how = demands.must_say(how, "how", _("Ghi đã hỏi lại bằng cách nào, ví dụ: gọi điện, gặp tại nhà."))
    said = opinion.answered_on or opinion.resolved_on
    if said is None or opinion.withdrawn_on is not None:
        raise Conflict(_("Ý kiến chưa có trả lời nên chưa hỏi mức hài lòng được."))
    demands.must_come_after(on, said, _("ngày trả lời"), "on")
    before = opinion.satisfaction
    opinion.satisfaction, opinion.satisfaction_on, opinion.satisfaction_by = satisfaction, on, how
    opinion.save(update_fields=["satisfaction", "satisfaction_on", "satisfaction_by"])
    record(
        "outreach.opinion.asked_again",
        opinion,
        by=by,
        unit=opinion.unit,
        on=on,
        before={"satisfaction": before},
        after={"satisfaction": satisfaction},
    )
    return opinion
