"""Papers are found without accents: what the search looks at is filled in for those issued before."""

from django.db import migrations, models

from lantoa.foundation.text import fold


def fill(apps, schema_editor):
    Document = apps.get_model("documents", "Document")
    waiting = []
    for one in Document.objects.only("pk", "symbol", "abstract").iterator():
        one.folded = fold(f"{one.symbol} {one.abstract}")
        waiting.append(one)
        if len(waiting) == 500:
            Document.objects.bulk_update(waiting, ["folded"])
            waiting = []
    Document.objects.bulk_update(waiting, ["folded"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_layout_rules")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="folded",
            field=models.TextField(default="", editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
