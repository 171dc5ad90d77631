"""A name is taken out of an exemplar. Agreeing and taking that back are acts of the room consents."""

from __future__ import annotations

from django.db import transaction

from lantoa.consents.models import Consent
from lantoa.consents.rules import must_be_gone
from lantoa.exemplars import rules
from lantoa.exemplars.actions.writing import must_write, refresh
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor


@transaction.atomic
def remove_name(named: Consent, *, by: Actor, title: str, story: str) -> Exemplar:
    """Take a name out of an exemplar, words included, even after it was published; the others still agree."""
    exemplar: Exemplar = named.subject
    must_write(exemplar, by)
    refresh(exemplar)
    title, story = clean(title), clean(story)
    rules.must_tell(title, story)
    others = exemplar.named.exclude(pk=named.pk)
    rules.must_still_name_someone(exemplar.subject, [one.name for one in others])
    kept = {"collective_name": exemplar.collective_name, "place": exemplar.place}
    must_be_gone(named.name, {"title": title, "story": story, **kept})
    exemplar.title, exemplar.story = title, story
    exemplar.named.filter(pk=named.pk).delete()
    exemplar.save(update_fields=["title", "story"])
    # The name itself is not repeated: what was taken out is not to live on in the trail.
    record("exemplar.name_removed", exemplar, by=by, unit=exemplar.unit)
    return exemplar
