"""A cell that writes down its year as it goes has its report of the year without one figure typed."""

import datetime as dt

import pytest

from lantoa.figures.models import DeclaredFigure
from lantoa.meetings import actions as meetings
from lantoa.programme import actions as programme
from lantoa.reports.tests.test_what_a_report_says import lines
from lantoa.reports.tests.world import composed
from lantoa.study import actions as study

pytestmark = pytest.mark.django_db
MONTHS = range(1, 12)  # the story is told in November
QUARTERLY = (3, 6, 9, 11)


@pytest.fixture
def year(cast):
    """A plan whose task is done, a class, a meeting a month, and in the last month of each quarter a theme."""
    plan = programme.record_issued_plan(
        unit=cast.cell,
        by=cast.secretary,
        number="01-KH/CB",
        issued_on=dt.date(2026, 1, 5),
        title="Kế hoạch năm 2026",
        scope="year",
        starts=dt.date(2026, 1, 1),
        ends=dt.date(2027, 1, 1),
        tasks=[{"content": "Dạy phụ đạo học sinh yếu", "due": dt.date(2026, 5, 31)}],
    )
    task = plan.tasks.get()
    programme.finish_task(task, on=dt.date(2026, 5, 20), by=cast.secretary, result="Dạy được 12 buổi")
    study.record_class(
        unit=cast.cell,
        by=cast.secretary,
        topic="Chuyên đề năm 2026",
        level="cell",
        held_on=dt.date(2026, 2, 10),
        party_summoned=3,
        party_attended=3,
    )
    for month in MONTHS:
        theme = {"combined": True, "topic": f"Chuyên đề tháng {month}"} if month in QUARTERLY else {}
        last = {"next": f"Việc của tháng {month + 1}"}
        meetings.record_meeting(
            unit=cast.cell,
            kind="regular",
            held_on=dt.date(2026, month, 3),
            by=cast.secretary,
            **theme,
            **last,
        )


def test_the_report_of_the_year_counts_what_was_written_as_it_happened(cast, year):
    content = composed(cast.cell)
    said = " ".join(line for part in content.parts for line in lines(content, part.code))
    assert "11 buổi sinh hoạt" in said and "4 buổi sinh hoạt chuyên đề" in said
    assert "1 lớp" in said and "3/3" in said
    assert "Kết quả việc trong kế hoạch: dạy phụ đạo học sinh yếu (dạy được 12 buổi)." in said
    assert not DeclaredFigure.objects.exists()
