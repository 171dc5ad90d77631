"""A cell that writes down its year as it goes has its report of the year without one figure typed."""

import datetime as dt
import io

import pytest
from docx import Document as read_docx

from lantoa.documents.tests.papers import everything
from lantoa.figures.models import DeclaredFigure
from lantoa.foundation.dates import Period
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import absence
from lantoa.programme import actions as programme
from lantoa.reports import printing
from lantoa.reports.models import Report
from lantoa.reports.tests.world import composed
from lantoa.study import actions as study

pytestmark = pytest.mark.django_db
YEAR = Period.year(2025)
QUARTERLY = (3, 6, 9, 12)


@pytest.fixture
def year(cast):
    """A plan with a task done and one not, a class, a meeting and a salute a month, a theme in each quarter."""
    plan = programme.record_issued_plan(
        unit=cast.cell,
        by=cast.secretary,
        number="01-KH/CB",
        issued_on=dt.date(2025, 1, 5),
        title="Kế hoạch năm 2025",
        scope="year",
        starts=YEAR.starts,
        ends=YEAR.ends,
        tasks=[
            {"content": "Dạy phụ đạo học sinh yếu", "due": dt.date(2025, 5, 31)},
            {"content": "Trồng vườn trường", "due": dt.date(2025, 10, 31)},
        ],
    )
    task = plan.tasks.get(content__startswith="Dạy")
    programme.finish_task(task, on=dt.date(2025, 5, 20), by=cast.secretary, result="Dạy được 12 buổi")
    study.record_class(
        unit=cast.cell,
        by=cast.secretary,
        topic="Chuyên đề năm 2025",
        level="cell",
        held_on=dt.date(2025, 2, 10),
        party_summoned=3,
        party_attended=2,
        made_up=1,
        essays=3,
    )
    for month in range(1, 13):
        held(cast, month)


def held(cast, month: int) -> None:
    """The meeting and the salute of a month; in May one member is ill, in January something is given to be done."""
    theme = {"combined": True, "topic": f"Chuyên đề quý {month // 3}"} if month in QUARTERLY else {}
    away = [absence(cast.member.person.pk, "ill")] if month == 5 else []
    given = {"next": "Sửa sân trường"} if month == 1 else {}
    day = dt.date(2025, month, 3)
    met = meetings.record_meeting(
        unit=cast.cell, kind="regular", held_on=day, by=cast.secretary, absent=away, **theme, **given
    )
    for one in met.conclusions.all():
        meetings.finish(one, on=dt.date(2025, 2, 20), by=cast.secretary)
    meetings.record_meeting(
        unit=cast.cell,
        kind="flag",
        held_on=day,
        by=cast.secretary,
        topic=f"Mỗi tháng một việc {month}",
        story="Chiếc áo ấm" if month % 2 else "Hũ gạo cứu đói",
    )


def printed(cast) -> list[str]:
    """The report of the year as it leaves the printer."""
    draft = Report(unit=cast.cell, starts=YEAR.starts, ends=YEAR.ends)
    word = printing.printed(draft, composed(cast.cell, YEAR), "docx", today=cast.today)
    return everything(read_docx(io.BytesIO(word.content)))


def test_the_printed_report_of_the_year_counts_what_was_written_as_it_happened(cast, year):
    said = " ".join(printed(cast))
    for sentence in (
        "12 buổi sinh hoạt thường kỳ",
        "4 buổi sinh hoạt chuyên đề",
        "12 buổi chào cờ, sinh hoạt dưới cờ",
        "Đã sinh hoạt 12 chuyên đề dưới cờ, đầu tháng; kể 2 câu chuyện về Bác.",
        "Tỷ lệ đảng viên dự sinh hoạt đạt 97,22% (35/36 lượt).",
        "Đã xong 1 việc giao tại các buổi sinh hoạt.",
        "Đã tổ chức 1 lớp học tập, quán triệt với 2/3 lượt đảng viên dự, đạt 66,67%.",
        "Có 1 lượt đảng viên vắng đã học bù.",
        "Đã nộp 3 bài thu hoạch.",
        "Trong kỳ có 2 việc trong kế hoạch đến hạn, đã xong 1 việc.",
        "Kết quả việc trong kế hoạch: dạy phụ đạo học sinh yếu (dạy được 12 buổi).",
    ):
        assert sentence in said, (sentence, said[:6000])
    assert not DeclaredFigure.objects.exists()
