"""The library's first page is read from an index instead of putting a whole country in order."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_squashed_0016")]

    operations = [
        migrations.AddIndex(
            model_name="practice",
            index=models.Index(
                condition=Q(is_original=True, registered_on__isnull=False),
                fields=["-registered_on", "-id"],
                name="the_library_newest_first",
            ),
        ),
    ]
