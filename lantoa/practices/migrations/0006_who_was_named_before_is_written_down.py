"""Persons of individual practices that were proposed before get the row in which they can take their agreement back."""

from django.db import migrations


def write_down(apps, schema_editor):
    practices = apps.get_model("practices", "Practice")
    named = apps.get_model("practices", "NamedPerson")
    found = practices.objects.filter(subject="individual", consent_on__isnull=False, named__isnull=True)
    rows = found.values_list("pk", "person_id", "subject_name", "consent_on")
    named.objects.bulk_create(
        named(
            practice_id=pk,
            person_id=person,
            name=name,
            stands="doer",
            agreed_on=day,
            way="word",
            recorded_by="người viết bản đăng ký",
        )
        for pk, person, name, day in rows
    )


class Migration(migrations.Migration):
    dependencies = [("practices", "0005_everyone_named_has_agreed")]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
