"""Questions about papers: which layout, which term, what this actor may issue for."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.documents import layout, rules
from lantoa.documents.layout import PARTY, STATE
from lantoa.documents.models import Document, DocumentType, LayoutRule, Register, Term
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def layout_on(system: str, on: dt.date) -> layout.Layout:
    """The layout rule of the system ("party", "state") in force that day. Raises BadInput when there is none."""
    rule = LayoutRule.objects.on(on).filter(system=system).first()
    if rule is None:
        raise BadInput(
            _("Chưa có quy định thể thức văn bản cho ngày %(day)s. Chọn ngày ban hành muộn hơn.")
            % {"day": show_date(on)}
        )
    return layout.read(rule.values)


def series_on(system: str, on: dt.date) -> str:
    """Whether numbers of that day run through a term or a year, as its layout rule says; as today's for older days."""
    rules_of = LayoutRule.objects.filter(system=system)
    rule = rules_of.on(on).first() or rules_of.order_by("starts").first()
    return layout.read(rule.values).number.runs if rule else layout.TERM


def term_on(unit: Unit, on: dt.date) -> Term:
    """The term of the unit's committee that runs that day. Raises BadInput when none is recorded."""
    term = Term.objects.on(on).filter(unit=unit).first()
    if term is None:
        raise BadInput(
            _("%(unit)s chưa ghi nhiệm kỳ cấp ủy vào ngày %(day)s. Ghi nhiệm kỳ trước khi cấp số văn bản.")
            % {"unit": organisation.name_of(unit, on), "day": show_date(on)}
        )
    return term


def number_line(document: Document) -> str:
    """ "Số 05-BC/ĐU", as the layout of the day writes it."""
    style = layout_on(document.type.system, document.issued_on).number
    abbreviation = document.register.body_abbreviation
    return rules.number_line(style, document.number, document.type.code, abbreviation)


def type_of(system: str, label: str) -> DocumentType:
    """The kind of paper with this name ("Báo cáo"). Raises DocumentType.DoesNotExist for a name that is not listed."""
    return DocumentType.objects.get(system=system, label=label)


def documents_for(actor: Actor, text: str = "") -> QuerySet[Document]:
    """The papers this actor may see, newest first, ready for a list."""
    found = Document.objects.visible_to(actor).matching(text)
    return found.select_related("type", "signed_file")


def type_named(said: rules.Symbol, kind: str) -> DocumentType | None:
    """The kind of paper that the symbol's letters mean, `kind` where they fit it; None for letters of no kind."""
    found = list(DocumentType.objects.filter(system=said.system))
    if said.kind:
        found = [one for one in found if one.code == said.kind]
    return next((one for one in found if one.label == kind), found[0] if said.kind and found else None)


def usual_abbreviation(unit: Unit) -> str:
    """What the unit's last paper ended its symbol with, so that nobody types it twice."""
    last = Document.objects.filter(issuer_unit=unit).select_related("register").order_by("-pk").first()
    return last.register.body_abbreviation if last else ""


def body_of(unit: Unit, on: dt.date) -> str:
    """What ends the symbols of the unit's papers: the letters of its committee, unless all its papers bear others."""
    letters = rules.abbreviation_of(rules.committee_of(organisation.name_of(unit, on)))
    used = set(Register.objects.filter(unit=unit).values_list("body_abbreviation", flat=True))
    return letters if letters in used or not used else usual_abbreviation(unit) or letters


def names_on(unit: Unit, day: dt.date) -> rules.Names:
    """How the unit's paper of that day names who writes it, who stands above, and where."""
    above = organisation.ancestors(unit, day)
    own = organisation.name_of(unit, day)
    parents = [place.name for place in above if place.unit.kind == Unit.Kind.PARTY]
    issuer = rules.committee_of(own)
    return rules.Names(
        issuer=issuer,
        superior=rules.committee_of(parents[-1]) if parents else "",
        place=rules.place_of([place.name for place in above] + [own]),
        letters=usual_abbreviation(unit) or rules.abbreviation_of(issuer),
        system=PARTY if unit.kind == Unit.Kind.PARTY else STATE,
    )
