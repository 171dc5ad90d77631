"""Who may use the pages of a new office."""

from lantoa.people import actions as people
from lantoa.people.models import Beginning
from tests.access import Row


def prepare(cast):
    people.open_account(cast.leader.person, sign_in_name="leader", by=cast.administrator)
    Beginning.objects.create(
        unit=cast.province, administrator=cast.administrator.person, head=cast.leader.person
    )


TABLE = [
    Row("beginning:steps", allowed="administrator"),
    Row("beginning:slip", allowed="administrator"),
    Row("beginning:year", "secretary other_secretary committee officer leader administrator far_secretary"),
    Row("beginning:confirm", allowed="leader"),
]
