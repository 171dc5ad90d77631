"""What was typed on a registration and not read yet moves to the drafts of every form."""

import secrets

from django.db import migrations
from django.db.models import Q


def place_of(one):
    """The page it was typed on."""
    if one.subject == "household":
        return f"/dang-ky/{one.pk}/ho-gia-dinh/"
    if one.person_id is None:
        return f"/dang-ky/tap-the/{one.year}/"
    if one.person_id == one.entered_by_id:
        return f"/dang-ky/viet/{one.year}/"
    return f"/dang-ky/ghi-ho/{one.year}/{one.person_id}/"


def to_drafts(apps, _schema_editor):
    drafts, posts = apps.get_model("foundation", "Draft"), apps.get_model("people", "Post")
    written = apps.get_model("registrations", "Registration").objects.exclude(typed={})
    for one in written.filter(entered_by__isnull=False, status__in=["draft", "returned"]):
        day = one.saved_at.date()
        held = posts.objects.filter(Q(ends=None) | Q(ends__gt=day), person_id=one.entered_by_id, starts__lte=day)
        post = held.filter(unit_id=one.unit_id).order_by("pk").first() or held.order_by("pk").first()
        drafts.objects.create(
            key=secrets.token_hex(12),
            person_id=one.entered_by_id,
            post_id=post.pk if post else None,
            place=place_of(one),
            title=f"Đăng ký năm {one.year}",
            boxes={name: [text] for name, text in one.typed.items()},
            saved_at=one.saved_at,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0004_a_room_hears_by_a_kept_cursor"),
        ("people", "0008_two_records_of_one_person_become_one"),
        ("registrations", "0011_approvals_find_their_meetings"),
    ]
    operations = [
        migrations.RunPython(to_drafts, migrations.RunPython.noop),
        migrations.RemoveField("registration", "typed"),
    ]
