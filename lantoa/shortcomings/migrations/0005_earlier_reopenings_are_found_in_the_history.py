"""What was reopened before each time was kept gets its times from the history; the last one also from its own row."""

from django.db import migrations

VERIFIED, REOPENED = "shortcoming.verified", "shortcoming.reopened"


def from_history(apps, schema_editor):
    reopenings = apps.get_model("shortcomings", "FoundAgain").objects
    events = apps.get_model("foundation", "Event").objects.filter(verb__in=[VERIFIED, REOPENED])
    again = apps.get_model("shortcomings", "Shortcoming").objects.filter(times_reopened__gt=0)
    for one in again.iterator(chunk_size=2000):
        verified_on = None
        of_it = events.filter(subject_type="shortcomings.shortcoming", subject_id=str(one.pk))
        for event in of_it.order_by("pk"):
            if event.verb == VERIFIED:
                verified_on = event.on
            elif verified_on and verified_on <= event.on:
                why = event.note or one.reopened_why
                reopenings.create(shortcoming=one, verified_on=verified_on, reopened_on=event.on, why=why)
        if not one.reopenings.exists():
            day = one.reopened_on
            reopenings.create(shortcoming=one, verified_on=day, reopened_on=day, why=one.reopened_why)


class Migration(migrations.Migration):
    dependencies = [
        ("shortcomings", "0004_each_reopening_is_kept"),
        ("foundation", "0005_an_event_keeps_some_words_for_a_while"),
    ]
    operations = [migrations.RunPython(from_history, migrations.RunPython.noop)]
