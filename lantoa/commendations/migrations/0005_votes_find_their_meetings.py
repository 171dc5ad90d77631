from django.db import migrations
from django.db.models import OuterRef, Q, Subquery


def link(apps, schema_editor):
    """A vote taken before meetings could be named points to the recorded one with the same day and number."""
    Proposal, Meeting = apps.get_model("commendations", "Proposal"), apps.get_model("meetings", "Meeting")
    held = Meeting.objects.exclude(kind="flag").filter(
        unit_id=OuterRef("proposed_by_id"), held_on=OuterRef("minutes_on")
    )
    named = held.filter(Q(minutes_number=OuterRef("minutes_number")) | Q(minutes_number=""))
    voted = Proposal.objects.filter(minutes_on__isnull=False, votes_for__isnull=False, meeting=None)
    found = voted.annotate(found=Subquery(named.order_by("-minutes_number").values("pk")[:1]))
    for pk, meeting in list(found.exclude(found=None).values_list("pk", "found")):
        Proposal.objects.filter(pk=pk).update(meeting_id=meeting)


class Migration(migrations.Migration):
    dependencies = [("commendations", "0004_a_vote_points_to_its_meeting")]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
