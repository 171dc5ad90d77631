"""What is done with a nation besides opening pages, each beside its budget: `benchmarks.nation` asks for all of it.

python -m benchmarks.doing showing | merging | exporting | reporting   (DATABASE_URL names a database with a nation in it)
prints seconds until a registration that was sent stands in its province's folded sum, until two provinces are one, or until
a province's report of the year is composed with its tables; megabytes that a process holds at most which writes a hundred
thousand rows as a workbook.
"""

from __future__ import annotations

import os
import resource
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.db.models import Exists, OuterRef, Sum

from lantoa.figures.models import FoldedSum
from lantoa.foundation import clock
from lantoa.foundation.sheets import LongList
from lantoa.meetings.exchange import MEETINGS
from lantoa.meetings.models import Meeting
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries
from lantoa.people import actors
from lantoa.people.models import Account, Membership
from lantoa.registrations import actions
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.reports.compose import content_of
from lantoa.reports.models import Report

MOST_ROWS = 100_000
WHAT, PATIENCE, FOLDED = (
    "Mỗi tuần giúp một hộ trong thôn nộp hồ sơ trực tuyến.",
    120,
    "registrations.registered",
)


def showing() -> float:
    """Seconds from sending one registration to the sum of its province that says so; the server's worker folds."""
    on = clock.today()
    province = Account.objects.get(sign_in_name="tinh").person.posts.on(on).get().unit  # type: ignore[union-attr]
    written = Registration.objects.filter(person=OuterRef("person"), year=on.year).standing()
    free = Membership.objects.on(on).filter(~Exists(written), unit__in=queries.units_within(province, on))
    by = actors.as_member(free.select_related("person", "unit").order_by("-pk")[0], on)
    draft = actions.save_draft(actions.start_draft(by=by, year=on.year), by=by, tasks=[Undertaking(WHAT)])
    kept = FoldedSum.objects.filter(unit=province, code=FOLDED, part="", month=on.replace(day=1))
    before = kept.aggregate(all=Sum("amount"))["all"]
    began = time.perf_counter()
    actions.submit(draft, by=by)
    while kept.aggregate(all=Sum("amount"))["all"] == before:
        if time.perf_counter() - began > PATIENCE:
            raise SystemExit("Sau hai phút số của tỉnh vẫn chưa đổi.")
        time.sleep(0.1)
    return time.perf_counter() - began


def merging() -> float:
    """Seconds for the last two provinces to become one; the merger stays."""
    on = clock.today()
    root = Account.objects.get(sign_in_name="toan-quoc").person.posts.on(on).get().unit  # type: ignore[union-attr]
    provinces = [place.unit for place in queries.children(root, on)]
    if len(provinces) < 3:
        raise SystemExit("Ít hơn ba tỉnh: không sáp nhập.")
    began = time.perf_counter()
    organisation.merge([provinces[-1]], into=provinces[-2], on=on, by=actors.system(on))
    return time.perf_counter() - began


def exporting() -> float:
    """Megabytes at most; meetings, for of other people's papers nobody takes out more than five hundred at once."""
    by = actors.as_post(Account.objects.get(sign_in_name="tinh").person.posts.get(), clock.today())  # type: ignore[union-attr]
    some = Meeting.objects.order_by("pk").values("pk")[:MOST_ROWS]
    try:
        MEETINGS.answer(Meeting.objects.filter(pk__in=some), by=by, unit=by.unit)
    except LongList as asked:  # as the worker makes it
        asked.as_bytes(asked.rows, by=by)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def reporting() -> float:
    """Seconds in which the draft of a province's report of the year is composed, its annexes included."""
    on = clock.today()
    province = Account.objects.get(sign_in_name="tinh").person.posts.on(on).get().unit  # type: ignore[union-attr]
    report = Report(unit=province, starts=on.replace(month=1, day=1), ends=on.replace(on.year + 1, 1, 1))
    began = time.perf_counter()
    content_of(report, now=clock.now(), today=on)
    return time.perf_counter() - began


if __name__ == "__main__":
    asked = {"showing": showing, "merging": merging, "exporting": exporting, "reporting": reporting}
    print(asked[sys.argv[1]]())
