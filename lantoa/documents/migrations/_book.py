"""Papers that other rooms kept before there was a register move onto it: for migrations of those rooms."""

from django.db.models import Q

from lantoa.documents import rules
from lantoa.foundation.text import fold


class Book:
    """The registers as they stand."""

    def __init__(self, apps):
        self.model = lambda name, room="documents": apps.get_model(room, name).objects
        kinds = list(self.model("DocumentType").order_by("system", "place", "pk"))
        self.kinds = {(one.system, one.code): one for one in reversed(kinds)}

    def enter(self, *, unit, day, symbol, kind, abstract, about):
        """The paper's line, new or given by hand before; None for no symbol of a register and for a number taken."""
        said = rules.read_symbol(symbol)
        kind = said and self.kinds.get((said.system, said.kind or kind))
        if kind is None:
            return None
        name = self._name(unit, day)
        body = said.body or rules.abbreviation_of(rules.committee_of(name))
        register = self._register(kind, unit, body, day)
        taken = self.model("Document").filter(register=register, number=said.number).first()
        if taken:
            return self._claim(taken, day, about)
        register.last_number = max(register.last_number, said.number)
        register.save(update_fields=["last_number"])
        return self.model("Document").create(
            type=kind,
            register=register,
            number=said.number,
            symbol=symbol,
            issued_on=day,
            issuer_unit_id=unit,
            issuer_name=name,
            abstract=abstract,
            folded=fold(f"{symbol} {abstract}"),
            about=about,
            is_entered=True,
        )

    def _claim(self, taken, day, about):
        """A number given by hand for this very paper; any other stays another paper's."""
        if taken.about or taken.issued_on != day:
            return None
        taken.about = about
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
