"""The headings of the forms in use and the sentences that go from paper to paper."""

from django.db import migrations

from lantoa.writing.words import read

LISTS = {"heading": "headings", "particulars": "particulars", "sentence": "sentences"}


def seed(apps, schema_editor):
    phrases = apps.get_model("writing", "StockPhrase")
    phrases.objects.bulk_create(
        [phrases(kind=kind, text=text) for kind, name in LISTS.items() for text in read(name)],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("writing", "0001_initial")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
