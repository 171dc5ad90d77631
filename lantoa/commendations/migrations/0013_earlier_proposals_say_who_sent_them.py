"""Proposals sent before this column existed get who sent them last from the history."""

from django.db import migrations


def from_history(apps, schema_editor):
    proposals = apps.get_model("commendations", "Proposal").objects
    people = apps.get_model("people", "Person").objects
    events = apps.get_model("foundation", "Event").objects.filter(verb="commendations.proposal.submitted")
    for event in events.exclude(person_id=None).order_by("at", "pk").iterator(chunk_size=2000):
        if people.filter(pk=event.person_id).exists():
            proposals.filter(pk=event.subject_id).update(submitted_by=event.person_id)


class Migration(migrations.Migration):
    dependencies = [
        ("commendations", "0012_a_proposal_says_who_sent_it"),
        ("foundation", "0005_an_event_keeps_some_words_for_a_while"),
    ]
    operations = [migrations.RunPython(from_history, migrations.RunPython.noop)]
