"""Whoever was left in a unit that ended goes on in the one that continues it; posts of ended units end with them."""

from django.db import migrations
from django.db.models import F, Q


def follow(apps, schema_editor):
    """The same as what a merger does from now on, for those before."""
    Heir = apps.get_model("organisation", "Heir")
    Membership = apps.get_model("people", "Membership")
    Post = apps.get_model("people", "Post")
    ended = Heir.objects.filter(ends__isnull=True).exclude(heir=F("unit"))
    for unit, heir in ended.values_list("unit_id", "heir_id"):
        # The day the unit itself ended: the first heir that was not the unit.
        day = Heir.objects.filter(unit=unit).exclude(heir=unit).order_by("starts").values_list("starts", flat=True)[0]
        for one in Membership.objects.filter(Q(ends__isnull=True) | Q(ends__gt=day), unit=unit):
            if one.starts >= day:
                Membership.objects.filter(pk=one.pk).update(unit=heir)
                continue
            Membership.objects.filter(pk=one.pk).update(ends=day)
            Membership.objects.create(
                person_id=one.person_id, unit_id=heir, status=one.status, starts=day, ends=one.ends
            )
        posts = Post.objects.filter(Q(ends__isnull=True) | Q(ends__gt=day), unit=unit, starts__lt=day)
        posts.update(ends=day)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0004_wrong_tries_are_counted_under_digests"),
        ("organisation", "0001_initial"),
    ]

    operations = [migrations.RunPython(follow, migrations.RunPython.noop)]
