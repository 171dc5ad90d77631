from django.db import migrations


def give_to_the_top_of_each_tree(apps, schema_editor):
    """An indicator belongs to the top of the tree in which it was declared; one of several trees becomes several."""
    Indicator = apps.get_model("figures", "Indicator")
    Declared = apps.get_model("figures", "DeclaredFigure")
    Placement = apps.get_model("organisation", "Placement")
    tops = _tops(Placement)
    any_top = min(tops.values(), default=None)
    for indicator in list(Indicator.objects.all()):
        indicator.adds = "sum" if indicator.addable else "none"
        rows = list(Declared.objects.filter(indicator=indicator).order_by("declared_at", "pk"))
        if rows:
            indicator.kind = rows[-1].kind
        keepers = list(dict.fromkeys(tops[row.unit_id] for row in rows if row.unit_id in tops))
        if not keepers and any_top is None:
            indicator.delete()
            continue
        indicator.unit_id, *others = keepers or [any_top]
        indicator.save()
        for keeper in others:
            _part(Indicator, Declared, indicator, keeper, [row.pk for row in rows if tops.get(row.unit_id) == keeper])


def _part(Indicator, Declared, indicator, keeper, rows):
    copy = Indicator.objects.get(pk=indicator.pk)
    copy.pk, copy.unit_id = None, keeper
    copy.save(force_insert=True)
    Declared.objects.filter(pk__in=rows).update(indicator=copy)


def _tops(Placement):
    """unit → the top of the tree in which it stood last."""
    last = {row.unit_id: row for row in Placement.objects.order_by("starts")}
    above = {unit: row.parent_id for unit, row in last.items()}

    def top(unit):
        while above.get(unit):
            unit = above[unit]
        return unit

    return {unit: top(unit) for unit in above}


class Migration(migrations.Migration):
    dependencies = [
        ("figures", "0003_indicators_say_what_they_are"),
        ("organisation", "0001_initial"),
    ]

    operations = [migrations.RunPython(give_to_the_top_of_each_tree, migrations.RunPython.noop)]
