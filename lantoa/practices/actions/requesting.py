"""Its owner asks that it be recognised; the level asked answers with a decision, or says why not."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.actions.doing import result_in_words
from lantoa.practices.actions.writing import must_write
from lantoa.practices.models import Practice, RecognitionRequest


@transaction.atomic
def ask_recognition(practice: Practice, *, level: str, by: Actor) -> RecognitionRequest:
    """Ask the unit that judges at this level. What came of it so far is written down as it stands today."""
    must_write(practice, by)
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    rules.must_run_with_a_result(practice.status, has_result=practice.result_on is not None)
    judge = queries.judge_for(practice.unit, level, by=by)
    if level == "central" or not rules.may_record_recognition(level, judge.level):
        raise BadInput(_("Chưa có nơi công nhận ở cấp này. Chọn cấp khác."), "level")
    if practice.recognitions.filter(level=level).exists():
        raise BadInput(_("Mô hình đã được công nhận ở cấp này."), "level")
    words = result_in_words(practice.result, practice.result_value, practice.result_unit)
    try:
        with transaction.atomic():
            request = RecognitionRequest.objects.create(
                practice=practice,
                level=level,
                judging_unit=judge,
                asked_by=by.person,
                asked_on=by.on,
                result=words,
            )
    except IntegrityError:
        raise BadInput(_("Đã đề nghị công nhận ở cấp này, đang chờ trả lời."), "level") from None
    note = f"{request.get_level_display()}, {judge.name_on(by.on)}"
    record("practice.recognition_asked", practice, by=by, unit=practice.unit, note=note)
    return request


@transaction.atomic
def refuse_recognition(request: RecognitionRequest, *, by: Actor, reason: str) -> RecognitionRequest:
    """It is not recognised this time, and why; it may be asked again."""
    if not queries.may_answer(by, request):
        raise NotAllowed(_("Chỉ nơi được đề nghị trả lời, và không ai tự trả lời đề nghị của mình."))
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    rules.REQUEST_STEPS.move(request, "refuse", refusal_reason=reason, decided_by=by.person, decided_on=by.on)
    practice = request.practice
    note = f"{request.get_level_display()}: {reason}"
    record("practice.recognition_refused", practice, by=by, unit=practice.unit, note=note)
    return request


def answer_with_a_decision(practice: Practice, level: str, by: Actor) -> None:
    """The request that waits for this level is answered; not by who asked. Part of an act that records it."""
    waiting = RecognitionRequest.objects.waiting().filter(practice=practice, level=level).first()
    if waiting is None:
        return
    if by.person is not None and waiting.asked_by_id == by.person.pk:
        raise NotAllowed(_("Đồng chí là người đề nghị; người khác ở nơi được đề nghị ghi công nhận."))
    rules.REQUEST_STEPS.move(waiting, "recognise", decided_by=by.person, decided_on=by.on)
