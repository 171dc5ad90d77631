from django.db import migrations
from django.db.models import OuterRef, Q, Subquery


def link(apps, schema_editor):
    """What was agreed to before meetings could be named points to the recorded one with the same day and number."""
    Registration, YearEnd = (apps.get_model("registrations", name) for name in ("Registration", "YearEnd"))
    sent_to = Registration.objects.filter(pk=OuterRef("registration_id")).values("sent_to_id")[:1]
    _put(apps, Registration.objects.all(), "sent_to_id")
    _put(apps, YearEnd.objects.annotate(judged_by=Subquery(sent_to)), "judged_by")


def _put(apps, papers, unit):
    meetings = apps.get_model("meetings", "Meeting").objects.exclude(kind="flag")
    held = meetings.filter(unit_id=OuterRef(unit), held_on=OuterRef("meeting_on"))
    named = held.filter(Q(minutes_number=OuterRef("minutes_number")) | Q(minutes_number=""))
    found = papers.filter(meeting_on__isnull=False, meeting=None).annotate(
        found=Subquery(named.order_by("-minutes_number").values("pk")[:1])
    )
    for pk, meeting in list(found.exclude(found=None).values_list("pk", "found")):
        papers.model.objects.filter(pk=pk).update(meeting_id=meeting)


class Migration(migrations.Migration):
    dependencies = [("registrations", "0010_what_was_decided_points_to_its_meeting")]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
