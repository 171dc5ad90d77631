"""Whether a commendation may be made public becomes a row of the room consents.

A tick had no day: it is taken from the history of that tick, else from the decision. Who ticked for a collective
stands in the same history.
"""

from django.db import migrations
from django.db.models import Q

VERB = "commendations.commendation.consented"
UNKNOWN = "ghi trước khi có sổ đồng ý"


def move(apps, schema_editor):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="commendations", model="commendation"
    )
    consents = apps.get_model("consents", "Consent")
    answered = Q(publish_consent=True) | Q(consent_revoked_on__isnull=False)
    rows = apps.get_model("commendations", "Commendation").objects.filter(answered)
    rows = rows.select_related("person", "unit", "decision").order_by("pk")
    consents.objects.bulk_create(
        (_consent(consents, kind, row, _last(apps, row)) for row in rows.iterator()), batch_size=1000
    )


def _last(apps, row):
    events = apps.get_model("foundation", "Event").objects.filter(
        subject_type="commendations.commendation", subject_id=str(row.pk), verb=VERB
    )
    return events.order_by("-pk").first()


def _consent(consents, kind, row, event):
    person = row.person.full_name if row.person else ""
    name = row.subject_name or person or (event and event.unit_name) or row.unit.code
    who = ", ".join(filter(None, [event.person_name, event.post_label])) if event else UNKNOWN
    return consents(
        subject_type_id=kind.pk,
        subject_id=row.pk,
        person_id=row.person_id,
        name=name[:200],
        stands="commended",
        agreed_on=event.on if event else row.decision.decided_on,
        way="own_account" if row.person_id else "for_all",
        recorded_by="" if row.person_id else who[:250] or UNKNOWN,
        revoked_on=row.consent_revoked_on,
        revoked_by=UNKNOWN if row.consent_revoked_on else "",
    )


def move_back(apps, schema_editor):
    commendations = apps.get_model("commendations", "Commendation").objects
    rows = apps.get_model("consents", "Consent").objects.filter(
        subject_type__app_label="commendations", subject_type__model="commendation"
    )
    for row in rows.filter(agreed_on__isnull=False).iterator():
        commendations.filter(pk=row.subject_id).update(
            publish_consent=row.revoked_on is None, consent_revoked_on=row.revoked_on
        )
    rows.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("consents", "0001_who_agreed_to_be_named"),
        ("commendations", "0001_initial"),
    ]

    operations = [migrations.RunPython(move, move_back)]
