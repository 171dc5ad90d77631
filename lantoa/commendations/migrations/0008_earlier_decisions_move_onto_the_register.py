"""Decisions recorded before move onto the register of their unit where their number is free."""

from django.db import migrations
from django.db.models import Q

from lantoa.documents import rules
from lantoa.foundation.text import fold

ABOUT, ABSTRACT = "quyết định khen thưởng", "khen thưởng"


def move(apps, schema_editor):
    book = Book(apps)
    decisions = apps.get_model("commendations", "Decision").objects.filter(unit__isnull=False)
    for decision in decisions.select_related("occasion").order_by("decided_on", "pk").iterator():
        if document := book.enter(decision):
            decision.document = document
            decision.save(update_fields=["document"])


class Book:
    """The registers as they stand."""

    def __init__(self, apps):
        self.model = lambda name, room="documents": apps.get_model(room, name).objects
        kinds = list(self.model("DocumentType").order_by("system", "place", "pk"))
        self.kinds = {(one.system, one.code): one for one in reversed(kinds)}

    def enter(self, decision):
        said = rules.read_symbol(decision.number)
        kind = said and self.kinds.get((said.system, said.kind or "QĐ"))
        if kind is None:
            return None
        day, unit = decision.decided_on, decision.unit_id
        name = self._name(unit, day)
        body = said.body or rules.abbreviation_of(rules.committee_of(name))
        register = self._register(kind, unit, body, day)
        taken = self.model("Document").filter(register=register, number=said.number).first()
        if taken:
            return self._claim(taken, day)
        register.last_number = max(register.last_number, said.number)
        register.save(update_fields=["last_number"])
        occasion = f" {decision.occasion.name}" if decision.occasion_id else ""
        return self.model("Document").create(
            type=kind,
            register=register,
            number=said.number,
            symbol=decision.number,
            issued_on=day,
            issuer_unit_id=unit,
            issuer_name=name,
            abstract=ABSTRACT + occasion,
            folded=fold(f"{decision.number} {ABSTRACT}{occasion}"),
            about=ABOUT,
            is_entered=True,
        )

    def _claim(self, taken, day):
        """A number given by hand for this very decision; any other stays another paper's."""
        if taken.about or taken.issued_on != day:
            return None
        taken.about = ABOUT
        taken.save(update_fields=["about"])
        return taken

    def _name(self, unit, day):
        held = self.model("Placement", "organisation").filter(unit=unit, starts__lte=day)
        held = held.filter(Q(ends__isnull=True) | Q(ends__gt=day)).first()
        return held.name if held else self.model("Placement", "organisation").filter(unit=unit).last().name

    def _register(self, kind, unit, body, day):
        runs = {"year": day.year}
        if kind.system == "party":
            terms = self.model("Term").filter(unit=unit, starts__lte=day)
            term = terms.filter(Q(ends__isnull=True) | Q(ends__gt=day)).first()
            runs = {"term": term} if term else runs
        return self.model("Register").get_or_create(type=kind, unit_id=unit, body_abbreviation=body, **runs)[0]


class Migration(migrations.Migration):
    dependencies = [
        ("commendations", "0007_decisions_stand_in_the_register_of_papers"),
        ("organisation", "0002_the_tree_by_day"),
    ]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
