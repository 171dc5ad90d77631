"""A decision has its line in the one register of its unit."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("commendations", "0006_occasions_may_belong_to_a_movement"),
        ("documents", "0004_papers_of_other_rooms_bear_numbers_of_one_register"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="document",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.document",
                verbose_name="số trong sổ văn bản",
            ),
        ),
    ]
