"""What is late: members without a registration of the year, registrations without a result for ninety days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Late
from lantoa.people.models import Membership
from lantoa.registrations import rules
from lantoa.registrations.models import Registration, RegistrationYear


def late(on: dt.date) -> Iterator[Late]:
    """Who was exempt, or came after the year's last deadline, is not late; nor is anybody before that day."""
    year = on.year
    deadline = rules.deadline(year)
    later = RegistrationYear.objects.filter(year=year, deadline__gte=on)
    sent = Registration.objects.submitted().in_year(year).filter(person=OuterRef("person"))
    members = Membership.objects.on(on).due_to_attend().filter(starts__lte=deadline)
    if on > deadline:
        yield Late(
            "ban-dang-ky",
            _("Bản đăng ký"),
            _("người"),
            _("%(n)s đảng viên chưa có bản đăng ký năm {year}").format(year=year),
            "registrations.view",
            members.filter(~Exists(sent), ~Exists(later)),
            lambda code: _list("registrations:missing", **{"don-vi": code, "nam": year}),
            order=10,
        )
    yield Late(
        "ket-qua",
        _("Kết quả quá 90 ngày"),
        _("bản đăng ký"),
        _("%(n)s bản đăng ký quá 90 ngày chưa có kết quả mới"),
        "registrations.view",
        Registration.objects.in_year(year).without_progress_since(rules.silent_since(on)),
        lambda code: _list("registrations:index", **{"don-vi": code, "nam": year, "loc": "chua-ghi"}),
        order=40,
    )


def _list(name: str, **asked: object) -> str:
    return f"{reverse(name)}?{urlencode(asked)}"
