"""Until now the act itself put its words into the index of likeness: the room hears what comes from here on."""

from typing import Any

from django.db import migrations
from django.db.models import Max

LISTENER = "registrations.likeness"


def begin_here(apps: Any, schema_editor: Any) -> None:
    """The cursor stands at the last event; in an empty history at its beginning."""
    last = apps.get_model("foundation", "Event").objects.aggregate(last=Max("pk"))["last"]
    if last:
        apps.get_model("foundation", "Listening").objects.get_or_create(
            listener=LISTENER, defaults={"heard_up_to": last}
        )


def forget(apps: Any, schema_editor: Any) -> None:
    """The act does it again by itself."""
    apps.get_model("foundation", "Listening").objects.filter(listener=LISTENER).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("registrations", "0013_papers_are_counted_by_their_index"),
        ("foundation", "0004_a_room_hears_by_a_kept_cursor"),
    ]

    operations = [migrations.RunPython(begin_here, forget)]
