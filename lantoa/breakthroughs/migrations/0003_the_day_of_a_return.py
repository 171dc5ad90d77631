"""Papers returned before this column existed get the day of their latest return from the history."""

from django.db import migrations


def from_history(apps, schema_editor):
    breakthroughs = apps.get_model("breakthroughs", "Breakthrough").objects
    events = apps.get_model("foundation", "Event").objects
    for event in events.filter(verb="breakthrough.returned").order_by("at", "pk"):
        breakthroughs.filter(pk=event.subject_id).update(returned_on=event.on)


class Migration(migrations.Migration):
    dependencies = [("breakthroughs", "0002_an_advising_body_and_amendments")]
    operations = [migrations.RunPython(from_history, migrations.RunPython.noop)]
