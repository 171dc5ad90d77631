"""Whether a practice was taken over was asked of the adoptions above; now it says so itself."""

from django.db import migrations


def say_so(apps, schema_editor):
    copies = apps.get_model("practices", "Adoption").objects.values("practice_id")
    apps.get_model("practices", "Practice").objects.filter(pk__in=copies).update(is_original=False)


class Migration(migrations.Migration):
    dependencies = [("practices", "0012_whether_it_was_thought_out_here")]

    operations = [migrations.RunPython(say_so, migrations.RunPython.noop)]
