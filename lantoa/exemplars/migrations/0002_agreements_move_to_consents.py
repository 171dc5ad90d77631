"""The agreements kept in this room become rows of the room consents; title and story are what was agreed to."""

from django.db import migrations

KEPT = ("person_id", "name", "agreed_on", "way", "recorded_by", "paper_id", "revoked_on", "revoked_by")


def move(apps, schema_editor):
    kind, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="exemplars", model="exemplar"
    )
    consents = apps.get_model("consents", "Consent")
    rows = apps.get_model("exemplars", "NamedPerson").objects.select_related("exemplar").order_by("pk")
    consents.objects.bulk_create(
        (
            consents(
                subject_type_id=kind.pk,
                subject_id=row.exemplar_id,
                former_id=row.pk,
                stands="story",
                # Other words cleared every agreement, so those of today were agreed to.
                words=f"{row.exemplar.title}\n{row.exemplar.story}" if row.agreed_on else "",
                **{field: getattr(row, field) for field in KEPT},
            )
            for row in rows.iterator()
        ),
        batch_size=1000,
    )


def move_back(apps, schema_editor):
    named = apps.get_model("exemplars", "NamedPerson")
    rows = apps.get_model("consents", "Consent").objects.filter(
        subject_type__app_label="exemplars", subject_type__model="exemplar"
    )
    named.objects.bulk_create(
        (
            named(exemplar_id=row.subject_id, **{field: getattr(row, field) for field in KEPT})
            for row in rows.order_by("pk").iterator()
        ),
        batch_size=1000,
    )
    rows.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("consents", "0001_who_agreed_to_be_named"),
        ("exemplars", "0001_initial"),
    ]

    operations = [migrations.RunPython(move, move_back)]
