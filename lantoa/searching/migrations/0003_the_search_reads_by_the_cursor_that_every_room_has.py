from django.db import migrations


def carry_over(apps, schema_editor):
    """It goes on where it stood; acts that came to light beside the mark are read once more, which changes nothing."""
    reading = apps.get_model("searching", "Reading").objects.order_by("pk").first()
    if reading:
        cursor = {"listener": "searching.index", "heard_up_to": reading.upto}
        apps.get_model("foundation", "Listening").objects.get_or_create(listener=cursor["listener"], defaults=cursor)


class Migration(migrations.Migration):

    dependencies = [
        ("foundation", "0004_a_room_hears_by_a_kept_cursor"),
        ("searching", "0002_words_are_found_by_an_index_of_their_own"),
    ]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="Reading"),
    ]
