"""The agreements kept in this room become rows of the room consents; what they were given for is not known word for word."""

from django.db import migrations

KEPT = (
    "person_id",
    "name",
    "stands",
    "agreed_on",
    "way",
    "recorded_by",
    "paper_id",
    "revoked_on",
    "revoked_by",
)


def move(apps, schema_editor):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="practices", model="practice"
    )
    consents = apps.get_model("consents", "Consent")
    rows = apps.get_model("practices", "NamedPerson").objects.order_by("pk")
    consents.objects.bulk_create(
        (
            consents(
                subject_type_id=kind.pk,
                subject_id=row.practice_id,
                former_id=row.pk,
                **{field: getattr(row, field) for field in KEPT},
            )
            for row in rows.iterator()
        ),
        batch_size=1000,
    )


def move_back(apps, schema_editor):
    named = apps.get_model("practices", "NamedPerson")
    rows = apps.get_model("consents", "Consent").objects.filter(
        subject_type__app_label="practices", subject_type__model="practice"
    )
    named.objects.bulk_create(
        (
            named(practice_id=row.subject_id, **{field: getattr(row, field) for field in KEPT})
            for row in rows.order_by("pk").iterator()
        ),
        batch_size=1000,
    )
    rows.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("consents", "0001_who_agreed_to_be_named"),
        ("practices", "0009_a_checklist_for_appraisers"),
    ]

    operations = [migrations.RunPython(move, move_back)]
