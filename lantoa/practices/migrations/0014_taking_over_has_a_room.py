"""The tables of taking over move to the room adoptions as they are: renamed, not copied. No row changes."""

from django.db import migrations

MOVED = ("AdoptedPart", "Checkup", "Adoption")


class Migration(migrations.Migration):
    dependencies = [("practices", "0013_what_was_taken_over_says_so")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable(name=name, table=f"adoptions_{name.lower()}") for name in MOVED
            ],
            state_operations=[migrations.DeleteModel(name=name) for name in MOVED],
        ),
    ]
