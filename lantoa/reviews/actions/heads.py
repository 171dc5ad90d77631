"""The page of a head: written, sent to the level above, taken back while nobody has spoken of it, spoken of."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.reviews import queries, rules
from lantoa.reviews.models import HeadOpinion, HeadReport

TEXTS = ("key_tasks", "breakthrough", "exemplary", "opinions", "lessons", "proposals")


@transaction.atomic
def save_head(*, by: Actor, year: int, may_be_quoted: bool = False, **texts: Any) -> HeadReport:
    """Her words of one year, kept. NotAllowed for who heads no unit; Conflict once it was sent."""
    rules.must(queries.is_head(by), _("Người đứng đầu một đơn vị viết báo cáo này."))
    assert by.unit is not None and by.person is not None
    said = {name: clean(texts.get(name, "")) for name in TEXTS}
    must_say(said["key_tasks"], "key_tasks", _("Ghi nhiệm vụ trọng tâm, then chốt đã làm."))
    must_say(said["exemplary"], "exemplary", _("Ghi việc cụ thể về trách nhiệm nêu gương."))
    one = HeadReport.objects.select_for_update().filter(person=by.person, unit=by.unit, year=year).first()
    if one and one.is_sent:
        raise Conflict(_("Báo cáo năm này đã gửi. Rút lại rồi sửa."))
    facts = said | {
        "may_be_quoted": may_be_quoted,
        "title_name": by.label[:160],
        "sent_to": queries.deciders_for(by.unit, by.on)[0],
    }
    one, _is_new = HeadReport.objects.update_or_create(
        person=by.person, unit=by.unit, year=year, defaults=facts
    )
    record("head_report.saved", one, by=by, unit=None)
    return one


@transaction.atomic
def send_head(one: HeadReport, *, by: Actor) -> HeadReport:
    """The level above has it from now on, with the day."""
    _must_own(one, by)
    rules.HEAD_STEPS.move(one, rules.SEND_HEAD, sent_on=by.on)
    record("head_report.sent", one, by=by, unit=None)
    return one


@transaction.atomic
def take_back_head(one: HeadReport, *, by: Actor) -> HeadReport:
    """To be written on; Conflict when somebody above has spoken of it."""
    _must_own(one, by)
    if one.said_above.exists():
        raise Conflict(_("Cấp trên đã cho ý kiến nên không rút lại được."))
    rules.HEAD_STEPS.move(one, rules.TAKE_BACK_HEAD, sent_on=None)
    record("head_report.taken_back", one, by=by, unit=None)
    return one


@transaction.atomic
def let_head_be_quoted(one: HeadReport, may: bool, *, by: Actor) -> HeadReport:
    """Whether reports of her unit and of the level above quote her page: she may say so, and take it back, any time."""
    _must_own(one, by)
    one.may_be_quoted = may
    one.save(update_fields=["may_be_quoted"])
    record("head_report.quotable" if may else "head_report.not_quotable", one, by=by, unit=None)
    return one


@transaction.atomic
def speak_of_head(one: HeadReport, *, by: Actor, text: str) -> HeadOpinion:
    """What the level above says. NotAllowed for one's own, and for every other unit; Conflict before it was sent."""
    rules.must(
        queries.speaks_of(one, by), _("Cấp trên nhận báo cáo cho ý kiến, không ai cho ý kiến về mình.")
    )
    text = must_say(text, "text", _("Ghi ý kiến."))
    one.refresh_from_db(from_queryset=HeadReport.objects.select_for_update())
    if not one.is_sent:
        raise Conflict(_("Báo cáo này chưa gửi, hoặc đã rút lại."))
    said = HeadOpinion.objects.create(
        report=one, text=text, given_by=by.person, given_label=by.label[:250], given_on=by.on
    )
    record("head_report.spoken_of", one, by=by, unit=None)
    return said


def _must_own(one: HeadReport, by: Actor) -> None:
    one.refresh_from_db(from_queryset=HeadReport.objects.select_for_update())
    is_hers = by.person is not None and one.person_id == by.person.pk
    rules.must(is_hers, _("Người đứng đầu tự gửi, tự rút báo cáo của mình."))
