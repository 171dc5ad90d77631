"""Who may use the pages of a new office."""

from lantoa.people.models import Beginning
from tests.access import Row


def prepare(cast):
    Beginning.objects.create(
        unit=cast.province, administrator=cast.administrator.person, head=cast.leader.person
    )


TABLE = [
    Row("beginning:steps", allowed="administrator"),
    Row("beginning:slip", allowed="administrator"),
    Row("beginning:confirm", allowed="leader"),
]
