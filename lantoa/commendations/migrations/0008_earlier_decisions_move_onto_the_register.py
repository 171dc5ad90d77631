"""Decisions recorded before move onto the register of their unit where their number is free."""

from django.db import migrations

from lantoa.documents.migrations._book import Book


def move(apps, schema_editor):
    book = Book(apps)
    decisions = apps.get_model("commendations", "Decision").objects.filter(unit__isnull=False)
    for decision in decisions.select_related("occasion").order_by("decided_on", "pk").iterator():
        occasion = f" {decision.occasion.name}" if decision.occasion_id else ""
        decision.document = book.enter(
            unit=decision.unit_id,
            day=decision.decided_on,
            symbol=decision.number,
            kind="QĐ",
            abstract=f"khen thưởng{occasion}",
            about="quyết định khen thưởng",
        )
        decision.save(update_fields=["document"])


class Migration(migrations.Migration):
    dependencies = [
        ("commendations", "0007_decisions_stand_in_the_register_of_papers"),
        ("organisation", "0002_the_tree_by_day"),
    ]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
