"""H’Mai and H'Mai find each other: names kept with another apostrophe are folded afresh."""

from django.db import migrations
from django.db.models import Q

from lantoa.foundation.text import APOSTROPHES, fold, name_key


def fold_again(apps, schema_editor):
    Person = apps.get_model("people", "Person")
    signs = Q()
    for sign in {*map(chr, APOSTROPHES), "'"}:
        signs |= Q(full_name__contains=sign)
    for one in Person.objects.filter(signs).iterator():
        one.name_folded, one.sort_key = fold(one.full_name), name_key(one.full_name)[:400]
        one.save(update_fields=["name_folded", "sort_key"])


class Migration(migrations.Migration):
    dependencies = [("people", "0005_members_of_ended_units_go_on_in_those_that_continue_them")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
