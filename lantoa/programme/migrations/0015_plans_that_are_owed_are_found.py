"""What is late finds plans without a number, and those that ask the units below, without reading all of a country's."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_squashed_0014")]

    operations = [
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(condition=Q(status="submitted"), fields=["unit"], name="plans_without_a_number"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(
                condition=Q(lower_by__isnull=False), fields=["lower_by"], name="plans_that_ask_below"
            ),
        ),
    ]
