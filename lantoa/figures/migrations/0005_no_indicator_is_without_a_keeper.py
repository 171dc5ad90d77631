import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("figures", "0004_each_indicator_is_kept_by_a_unit"),
    ]

    operations = [
        migrations.RemoveField(model_name="indicator", name="addable"),
        migrations.AlterField(
            model_name="indicator",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="indicators",
                to="organisation.unit",
                verbose_name="đơn vị giữ",
            ),
        ),
    ]
