"""What consents do when it was decided that somebody's data is only kept, or that she takes back what she agreed to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lantoa.consents import actions
from lantoa.foundation.heard import Listener
from lantoa.foundation.models import Event
from lantoa.people.actors import system
from lantoa.personal_data.models import DataRequest
from lantoa.personal_data.words import TAKES_BACK, Status


def a_request_was_carried_out(event: Event) -> None:
    """Every agreement of hers that stands is taken back; as things stand now, so a second telling changes nothing."""
    done = DataRequest.objects.filter(status=Status.DONE, kind__in=TAKES_BACK)
    if (one := done.select_related("person").filter(pk=event.subject_id).first()) is None:
        return
    actions.revoke_by_request(one.person, by=system(event.on, label=str(one)))


DATA_REQUESTS = Listener(
    "consents.data_requests",
    _("Rút đồng ý nêu tên theo yêu cầu về dữ liệu"),
    frozenset({"data_request.done"}),
    a_request_was_carried_out,
)
LISTENERS = [DATA_REQUESTS]
