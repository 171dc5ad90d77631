"""Exemplars of the small cast: a member who gave land for a road, a group that grows vegetables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lantoa.consents import actions as consents
from lantoa.consents.models import Consent
from lantoa.exemplars import actions
from lantoa.exemplars.actions import Name
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.rules import Result
from tests.cast import Cast

LAND = Result(Decimal(400), "m²", "đất hiến làm đường")
OUT_OF_POVERTY = Result(Decimal(33), "hộ", "thoát nghèo")
FISH = Result(Decimal(100), "tấn", "cá", "per_year")


def of_a_member(cast: Cast, **changed: Any) -> Exemplar:
    """A draft of the cell about its member Đỗ Thị Hương."""
    words = {
        "title": "Hiến 400 m² đất mở đường vào bản",
        "story": "Đường vào bản hẹp, xe cấp cứu không vào được. Gia đình bàn ba tối rồi lùi rào vào bốn mét.",
        "subject": "individual",
        "names": [Name("Đỗ Thị Hương", cast.member.person)],
        "results": [LAND],
        **changed,
    }
    return actions.draft(unit=cast.cell, by=cast.secretary, **words)


def of_the_group(cast: Cast, **changed: Any) -> Exemplar:
    """A draft about a collective that names nobody."""
    words = {
        "title": "Cả tổ cùng thả cá trên ruộng bậc thang",
        "story": "Mùa đầu bốn nhà làm thử, mùa sau cả tổ làm theo; cá bán cùng một mối.",
        "subject": "collective",
        "collective_name": "Tổ hợp tác nuôi cá Nà Lùng",
        "place": "thôn Nà Lùng",
        "results": [OUT_OF_POVERTY, FISH],
        **changed,
    }
    return actions.draft(unit=cast.cell, by=cast.secretary, **words)


def name_of(exemplar: Exemplar) -> Consent:
    return exemplar.named.get()


def proposed(cast: Cast, exemplar: Exemplar) -> Exemplar:
    return actions.propose(exemplar, by=cast.secretary)


def published(cast: Cast, exemplar: Exemplar) -> Exemplar:
    """Through the queue of the commune; everyone the house knows has agreed in her own account."""
    for named in exemplar.named.not_agreeing().filter(person=cast.member.person):
        consents.agree(named, by=cast.member)
    return actions.publish(proposed(cast, exemplar), by=cast.committee)
