from django.db import migrations, models

import lantoa.organisation.models
from lantoa.organisation.names import looked_for

AT_ONCE = 5000
WRITE = "UPDATE organisation_placement SET called = %s WHERE id = %s"


def call(apps, schema_editor):
    """Every name that stands already, many places at once: a nation has 600,000."""
    places, last = apps.get_model("organisation", "Placement").objects.order_by("pk"), 0
    with schema_editor.connection.cursor() as cursor:
        while some := list(places.filter(pk__gt=last).values_list("pk", "name")[:AT_ONCE]):
            cursor.executemany(WRITE, [(looked_for(name), key) for key, name in some])
            last = some[-1][0]


class Migration(migrations.Migration):
    dependencies = [("organisation", "0002_the_tree_by_day")]

    operations = [
        migrations.AddField(
            "placement",
            "called",
            lantoa.organisation.models.CalledField(default="", editable=False, max_length=250),
        ),
        migrations.RunPython(call, migrations.RunPython.noop),
        migrations.AddIndex(
            "placement", models.Index(fields=["called"], name="units_by_what_they_are_called")
        ),
    ]
