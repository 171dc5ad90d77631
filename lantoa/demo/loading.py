"""Loading the packs that are not there yet, each in one transaction: a pack is whole or absent."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.db import transaction

from lantoa.demo.packs import PACKS
from lantoa.demo.records import Builder
from lantoa.demo.stated import DECLARED, STATED
from lantoa.demo.units import PASSWORD
from lantoa.organisation.models import Unit
from lantoa.people.models import Account


def load_packs(only: str = "") -> Iterator[tuple[str, float]]:
    """Load every missing pack (or the one named); yields its name and the seconds it took."""
    for name, pack in PACKS.items():
        if only and name != only:
            continue
        if Unit.objects.filter(code=pack.ROOT).exists():
            continue
        began = time.monotonic()
        with transaction.atomic():
            build = Builder(name, today=pack.TODAY, since=pack.SINCE)
            pack.load(build)
            _declare(build)
        yield name, time.monotonic() - began


def _declare(build: Builder) -> None:
    """What the article states and no records stand behind."""
    for row in STATED:
        if row.pack == build.name and row.source == DECLARED:
            build.declare(
                row.code,
                unit=Unit.objects.get(code=row.unit),
                period=row.report_period,
                label=row.label,
                count=row.count,
                kind=row.kind,
                section=row.section,
                precision=row.precision,
                basis=row.basis,
                how=row.how,
                **row.said,
            )


def accounts() -> list[tuple[str, str, str]]:
    """(sign-in name, password, who) of the accounts of the demonstration."""
    rows = Account.objects.select_related("person").order_by("pk")
    return [(a.sign_in_name, PASSWORD, _who(a)) for a in rows if a.check_password(PASSWORD)]


def _who(account: Account) -> str:
    post = account.person.posts.select_related("title", "unit").order_by("pk").first()
    return f"{account.person}, {post.label}, {post.unit}" if post else str(account.person)
