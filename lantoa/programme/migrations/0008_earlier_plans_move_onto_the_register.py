"""Plans issued before move onto the register of their unit where their number is free."""

from django.db import migrations

from lantoa.documents.migrations._book import Book


def move(apps, schema_editor):
    book = Book(apps)
    for plan in apps.get_model("programme", "Plan").objects.exclude(number="").order_by("issued_on", "pk"):
        plan.document = book.enter(
            unit=plan.unit_id,
            day=plan.issued_on,
            symbol=plan.number,
            kind="KH",
            abstract=plan.title,
            about="kế hoạch",
        )
        plan.save(update_fields=["document"])


class Migration(migrations.Migration):
    dependencies = [
        ("programme", "0007_plans_stand_in_the_register_of_papers"),
        ("organisation", "0002_the_tree_by_day"),
    ]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
