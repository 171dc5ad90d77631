"""Rooms above number their papers here; how long a series runs stands in the layout rule."""

from django.db import migrations, models


def say_how_long_series_run(apps, schema_editor):
    for rule in apps.get_model("documents", "LayoutRule").objects.all():
        rule.values["number"]["runs"] = "year" if rule.system == "state" else "term"
        rule.save(update_fields=["values"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_papers_are_found_without_accents")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="about",
            field=models.CharField(blank=True, default="", max_length=60, verbose_name="là văn bản của"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="document",
            name="is_entered",
            field=models.BooleanField(default=False, verbose_name="ký trước khi vào sổ"),
        ),
        migrations.RunPython(say_how_long_series_run, migrations.RunPython.noop),
    ]
