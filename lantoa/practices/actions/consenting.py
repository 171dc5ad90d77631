"""Whom a practice names, and taking a name out. Agreeing and taking that back are acts of the room consents."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.consents import actions as consents
from lantoa.consents import queries as consented
from lantoa.consents.models import Consent
from lantoa.consents.rules import must_be_gone
from lantoa.consents.words import CONTACT, DOER, IN_THE_STORY
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, fold
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.models import SPOKEN, Practice, bare


def name_people(practice: Practice, by: Actor, *, names: Iterable[str] | None = None) -> None:
    """One row for everyone named: who does it, whom to ask, who stands in the story (`names`; None: as before)."""
    wanted = {}
    for name, stands in _wanted(practice, names).items():
        named = practice.person if stands == DOER else consented.person_of(practice.unit, name, by.on)
        wanted[name] = (named, stands)
    consents.name(practice, wanted)


def _wanted(practice: Practice, names: Iterable[str] | None) -> dict[str, str]:
    told = names
    if told is None:
        told = practice.named.filter(stands=IN_THE_STORY).values_list("name", flat=True)
    wanted = {practice.subject_name: DOER} if practice.subject == rules.INDIVIDUAL else {}
    doer = fold(practice.subject_name) if wanted else ""
    if practice.contact and not (doer and doer in fold(practice.contact)):
        wanted[practice.contact] = CONTACT
    return {name: IN_THE_STORY for name in map(clean, told) if name} | wanted


def must_all_agree(practice: Practice) -> None:
    """BadInput that names who does not agree."""
    sentence = _(
        "Người được nêu tên cần đồng ý trước: %(names)s. Hỏi ý kiến rồi đánh dấu vào ô đồng ý; bản nháp vẫn được giữ."
    )
    consents.must_all_agree(practice, sentence, "consent")


@transaction.atomic
def remove_name(named: Consent, *, by: Actor, **words: str) -> Practice:
    """Take a name out, words (of SPOKEN) included, even after it was registered; the others still agree.

    Whose deed it was stays that of a person, who is no longer told of.
    """
    practice = Practice.objects.select_for_update().get(pk=named.subject_id)
    if not queries.may_write(by, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))
    for field in SPOKEN:
        setattr(practice, field, clean(words.get(field, getattr(practice, field))))
    if not practice.name:
        raise BadInput(_("Đặt tên mô hình, ngắn và nói được việc."), "name")
    if named.stands == CONTACT:
        practice.contact = ""
    if named.stands == DOER:
        practice.person, practice.subject_name = None, _("Một cá nhân của đơn vị")
    must_be_gone(bare(named.name), {field: getattr(practice, field) for field in (*SPOKEN, *WHO_IS_NAMED)})
    practice.named.filter(pk=named.pk).delete()
    practice.save()
    # The name itself is not repeated: what was taken out is not to live on in the trail.
    record("practice.name_removed", practice, by=by, unit=practice.unit)
    return practice


WHO_IS_NAMED = ("subject_name", "contact")
