"""Recording decisions and whom they commend, handing over, striking out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import queries, rules
from lantoa.commendations.actions.shared import Commended, is_own_unit
from lantoa.commendations.models import AwardLevel, Commendation, Decision, Occasion, Proposal, Subject
from lantoa.documents import actions as documents
from lantoa.documents.models import Document
from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING, Actor


def decision_of(*, by: Actor, occasion: Occasion | None, **said: Any) -> Decision:
    """The decision of that number and day, new or already recorded."""
    if said["unit"] is None:
        said["number"] = demands.must_say(said["number"], "number", _("Nhập số quyết định, ví dụ 15-QĐ/ĐU."))
    said["number"] = clean(said["number"])
    demands.must_have_happened(said["decided_on"], by.on, "decided_on")
    rules.must_fit(said["form"], said["level"])
    if said["unit"] is None:
        said["body"] = demands.must_say(said["body"], "body", _("Nhập tên cơ quan đã quyết định khen."))
    else:
        said["body"] = ""
    key = {name: said[name] for name in ("unit", "body", "number", "decided_on")}
    known = Decision.objects.select_for_update().filter(**key).first()
    if known is None:
        document = _in_the_register(said, occasion, by) if said["unit"] else None
        said["number"] = document.symbol if document else said["number"]
        return Decision.objects.create(**said, occasion=occasion, document=document)
    if known.level != said["level"]:
        raise BadInput(_("Quyết định số này đã ghi ở cấp khen khác. Kiểm tra lại số và ngày."), "number")
    return known


def _in_the_register(said: dict[str, Any], occasion: Occasion | None, by: Actor) -> Document | None:
    """Its line in the unit's register of papers: the number typed, else the next one."""
    return documents.number_paper(
        kind="Quyết định",
        about=str(Decision._meta.verbose_name),
        unit=said["unit"],
        abstract=_("khen thưởng %(occasion)s") % {"occasion": occasion.name}
        if occasion
        else _("khen thưởng"),
        on=said["decided_on"],
        by=by,
        symbol=said["number"],
    )


def forget_empty(decision: Decision, *, by: Actor) -> None:
    """A decision that commends nobody any more, once an import is undone, leaves the register too."""
    if decision.commendations.exists():
        return
    document = decision.document
    decision.delete()
    if document:
        documents.give_back(document, by=by)


def commend(
    decision: Decision,
    subjects: Sequence[Commended],
    form: str,
    *,
    proposal: Proposal | None = None,
    awarded_on: dt.date | None = None,
) -> list[Commendation]:
    """One record for each collective or person. BadInput when one is commended twice by one decision."""
    people = [one.person.pk for one in subjects if one.person]
    members = queries.party_members(people, decision.decided_on) if people else {}
    made = []
    for one in subjects:
        name = clean(one.name)
        rules.must_name_subject(one.subject, one.person is not None, name)
        member = members.get(one.person.pk, one.is_party_member) if one.person else one.is_party_member
        made.append(
            Commendation(
                decision=decision,
                subject=one.subject,
                unit=one.unit,
                person=one.person,
                subject_name=name,
                is_party_member=member if one.subject == Subject.INDIVIDUAL else None,
                form=form,
                level=decision.level,
                proposal=proposal,
                awarded_on=awarded_on,
            ).prepare()
        )
    _must_be_different(decision, made)
    return Commendation.objects.bulk_create(made, batch_size=500)


def _must_be_different(decision: Decision, made: Iterable[Commendation]) -> None:
    """One decision commends nobody twice, whether now or before."""
    seen = set(decision.commendations.standing().values_list("subject_key", flat=True))
    for one in made:
        if one.subject != Subject.UNSPLIT and one.subject_key in seen:
            raise BadInput(
                _("%(who)s đã có trong quyết định này. Bỏ dòng trùng rồi ghi lại.")
                % {"who": one.who or one.unit},
                "names",
            )
        seen.add(one.subject_key)


@transaction.atomic
def record_decision(
    *,
    number: str,
    decided_on: dt.date,
    level: str,
    form: str,
    subjects: Sequence[Commended],
    by: Actor,
    unit: Unit | None = None,
    body: str = "",
    occasion: Occasion | None = None,
    awarded_on: dt.date | None = None,
) -> Decision:
    """A decision without proposals in the system, with everybody it commends.

    `unit` is the body that decided; for one outside the tree (the Prime Minister) leave it empty and name it
    in `body`. A cell's own praise needs no more than the right to propose.
    """
    if not subjects:
        raise BadInput(_("Ghi ít nhất một tập thể hoặc cá nhân được khen."), "names")
    _must_record(by, unit, level, subjects)
    decision = decision_of(
        number=number,
        decided_on=decided_on,
        unit=unit,
        body=body,
        level=level,
        form=form,
        occasion=occasion,
        by=by,
    )
    if awarded_on is not None:
        _must_be_awardable(decision, awarded_on, by)
    made = commend(decision, subjects, form, awarded_on=awarded_on)
    counts = {kind: sum(one.subject == kind for one in made) for kind in Subject.values}
    record(
        "commendations.decision.recorded", decision, by=by, unit=unit or by.unit, on=decided_on, after=counts
    )
    return decision


def _must_record(by: Actor, unit: Unit | None, level: str, subjects: Sequence[Commended]) -> None:
    if by.reach == EVERYTHING:
        return
    right = "commendations.propose" if level == AwardLevel.CELL else "commendations.decide"
    if not by.may(right):
        raise NotAllowed(_("Vai trò đang dùng không ghi quyết định khen thưởng."))
    for one in {subject.unit for subject in subjects}:
        if not by.reaches(one):
            raise NotAllowed(_("Có tập thể hoặc cá nhân nằm ngoài phạm vi của đồng chí."))
    if unit is None:
        _must_be_above(by, level)
    elif not queries.speaks_for(by, unit) or rules.level_of(unit.level) != level:
        raise NotAllowed(_("Quyết định của đơn vị nào do đơn vị đó ghi, đúng cấp khen của đơn vị."))
    elif level != AwardLevel.CELL:
        _must_not_commend_oneself(by, subjects)


def _must_be_above(by: Actor, level: str) -> None:
    """A decision from outside is recorded by those below it, never made by them."""
    own = rules.level_of(by.unit.level) if by.unit else rules.CELL
    if rules.rank(level) <= rules.rank(own):
        raise BadInput(_("Cơ quan ngoài hệ thống phải ở cấp cao hơn đơn vị của đồng chí."), "level")


def _must_not_commend_oneself(by: Actor, subjects: Sequence[Commended]) -> None:
    for one in subjects:
        rules.must_not_judge_oneself(
            is_person=one.person is not None and by.is_one_with(one.person.pk),
            is_unit=is_own_unit(by, one.subject, one.unit) and not one.name,
        )


@transaction.atomic
def award(decision: Decision, *, on: dt.date, by: Actor) -> int:
    """Certificates were handed over: for everybody of this decision within reach who had none yet."""
    if not (by.may("commendations.propose") or by.may("commendations.decide")):
        raise NotAllowed(_("Vai trò đang dùng không ghi việc trao khen thưởng."))
    _must_be_awardable(decision, on, by)
    waiting = by.in_reach(decision.commendations.standing().filter(awarded_on__isnull=True))
    awarded = Commendation.objects.filter(pk__in=list(waiting.values_list("pk", flat=True)))
    count = awarded.update(awarded_on=on)
    if not count:
        raise Conflict(_("Mọi khen thưởng trong phạm vi của đồng chí đã được ghi trao."))
    record(
        "commendations.decision.handed_over", decision, by=by, unit=by.unit, on=on, after={"awarded": count}
    )
    return count


def _must_be_awardable(decision: Decision, on: dt.date, by: Actor) -> None:
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, decision.decided_on, _("ngày quyết định"), "on")


@transaction.atomic
def strike_out(commendation: Commendation, *, reason: str, by: Actor) -> Commendation:
    """Recorded by mistake: stays readable with the reason and is no longer counted."""
    if not by.may("commendations.decide") or not by.reaches(commendation.unit):
        raise NotAllowed(_("Vai trò đang dùng không gạch bỏ được khen thưởng này."))
    reason = demands.must_say(reason, "reason", _("Ghi lý do gạch bỏ, ví dụ: ghi trùng, nhầm người."))
    standing = Commendation.objects.standing().filter(pk=commendation.pk)
    if not standing.update(withdrawn_on=by.on, withdrawn_reason=reason):
        raise Conflict(_("Dòng này đã được gạch bỏ trước đó."))
    commendation.refresh_from_db()
    record("commendations.commendation.removed", commendation, by=by, unit=commendation.unit, note=reason)
    return commendation
