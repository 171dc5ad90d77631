"""Signs name units and rules, never persons; small units are drawn towards the whole."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.foundation import clock, heard
from lantoa.registrations import actions as registrations
from lantoa.registrations.heard import LISTENERS
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers
from lantoa.supervision import queries, rules, tasks
from lantoa.supervision.models import Comparison
from lantoa.supervision.rules import Counted
from lantoa.supervision.words import Sign

VAGUE = Undertaking(what="Tích cực học tập và làm theo Bác, nâng cao tinh thần trách nhiệm trong công việc.")
SIGNS = reverse("supervision:signs")


def household(by, n: int, task: Undertaking) -> Registration:
    one = registrations.start_household(by=by, year=papers.YEAR, household=f"Hộ số {n}")
    registrations.save_draft(one, by=by, tasks=[task])
    return registrations.submit(one, by=by)


def two_cells(cast) -> None:
    """Six papers in each cell: in one without any number."""
    for n in range(6):
        for by, task in ((cast.secretary, VAGUE), (cast.other_secretary, papers.TASK)):
            papers.agree(household(by, n, task), by)


def test_a_small_unit_says_less_than_a_large_one():
    whole = Counted(100, 20)
    assert rules.shrunk(Counted(3, 2), whole) < rules.shrunk(Counted(60, 40), whole) < 40 / 60
    assert rules.noteworthy(Sign.NO_NUMBER, Counted(4, 4), whole) is None
    assert rules.noteworthy(Sign.NO_NUMBER, Counted(60, 13), whole) is None
    found = rules.noteworthy(Sign.NO_NUMBER, Counted(60, 40), whole)
    assert found and (found.percent, found.percent_of_whole) == (67, 20)


@pytest.mark.deep(slow=True)
def test_a_unit_stands_out_beside_the_whole_and_nobody_is_named(cast):
    two_cells(cast)
    found = queries.signs_below(cast.commune, papers.YEAR, cast.inspector)
    assert found.whole[Sign.NO_NUMBER] == Counted(12, 6)
    assert [(line.place.unit, [sign.rule for sign in line.signs]) for line in found.lines] == [
        (cast.cell, [Sign.NO_NUMBER])
    ]
    page = cast.client("inspector").get(f"{SIGNS}?don-vi={cast.commune.code}&nam={papers.YEAR}")
    text = " ".join(page.content.decode().split())
    assert "không phải kết luận" in text and "6 trên 6 bản (100%); cả phạm vi 50%" in text
    assert "Nguyễn Thị Lan" not in text.split("<main")[1]
    for address in (f"{reverse('supervision:sign_papers', args=[Sign.NO_NUMBER])}", SIGNS + "tom-tat/"):
        answer = cast.client("inspector").get(f"{address}?don-vi={cast.cell.code}&nam={papers.YEAR}")
        assert answer.status_code == 200
    assert cast.client("secretary").get(SIGNS).status_code == 403
    assert cast.client("committee").get(f"{SIGNS}?don-vi={cast.far.code}").status_code == 404


def test_done_without_evidence_and_approved_in_haste(cast):
    two_cells(cast)
    Registration.objects.update(approved_at=clock.now())
    hasty = queries.signs_below(cast.province, papers.YEAR, cast.inspector).whole[Sign.HASTE]
    assert hasty == Counted(12, 0)
    Registration.objects.update(approved_by=cast.secretary.person)
    hasty = queries.signs_below(cast.province, papers.YEAR, cast.inspector).whole[Sign.HASTE]
    assert hasty == Counted(12, 2)
    one = Registration.objects.filter(unit=cast.other_cell).order_by("pk").first()
    assert one
    registrations.record_progress(
        one.tasks.get(), by=cast.other_secretary, on=cast.today, value=40, text="Đã giúp 40 người."
    )
    found = queries.signs_below(cast.province, papers.YEAR, cast.inspector).whole[Sign.NO_EVIDENCE]
    assert found == Counted(1, 1)
    assert Sign.NO_EVIDENCE in list(queries.signs_of_paper(one, cast.inspector))


def test_near_copies_are_compared_at_night(cast):
    for who in (cast.member, cast.colleague):
        papers.approved(who, cast.secretary)
    for listener in LISTENERS:
        heard.hear(listener)
    assert "Đã so 2 bản" in tasks.compare(clock.now() + dt.timedelta(minutes=1))
    assert Comparison.objects.filter(is_near_copy=True).count() == 2
    assert "Đã so 0 bản" in tasks.compare(clock.now())
    found = queries.signs_below(cast.commune, papers.YEAR, cast.inspector).whole[Sign.NEAR_COPY]
    assert found == Counted(2, 2)


def test_of_an_empty_office_the_pages_say_so(cast):
    page = cast.client("inspector").get(SIGNS).content.decode()
    assert "Không có nội dung cần lưu ý" in page and "Chưa có bản nào để đối chiếu." in page
