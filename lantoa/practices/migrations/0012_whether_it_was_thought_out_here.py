from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("practices", "0011_agreements_are_kept_in_consents")]

    operations = [
        migrations.AddField(
            model_name="practice",
            name="is_original",
            field=models.BooleanField(default=True, verbose_name="tự xây dựng"),
        ),
    ]
