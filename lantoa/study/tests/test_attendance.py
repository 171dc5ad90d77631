"""Attendance of a class: by name, by unit, from a table; who is exempt, excused, who made up for it."""

import datetime as dt

import pytest
from django.test import RequestFactory

from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.pages import paginate
from lantoa.foundation.tables import read_text
from lantoa.people import presence
from lantoa.people.presence import ABSENT, DOUBTFUL, UNEXCUSED
from lantoa.study import actions
from lantoa.study.models import ClassUnit, StudyClass
from lantoa.study.rules import Missed
from lantoa.study.tests.test_numbers import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(cast):
    """A class of the cell, as told before anybody looked at the list."""
    return actions.record_class(
        unit=cast.cell,
        by=cast.secretary,
        topic="Chuyên đề năm 2026",
        level="cell",
        held_on=dt.date(2026, 10, 5),
        party_summoned=18,
        party_attended=18,
    )


def test_who_is_exempt_is_not_summoned_and_who_makes_up_leaves_the_attendance_as_it_was(cast, held):
    ill, away = cast.colleague.person.pk, cast.member.person.pk
    missed = [Missed(ill, "excused"), Missed(away, "exempt"), Missed(cast.far_secretary.person.pk, "excused")]
    taken = actions.take_attendance(held, missed=missed, by=cast.secretary)
    listed = taken.party_summoned + 1
    assert (taken.party_attended, taken.excused, taken.exempt) == (taken.party_summoned - 1, 1, 1)
    row = taken.absences.get(person=ill)
    with pytest.raises(BadInput, match="trước ngày học"):
        actions.make_up_for(row, on=dt.date(2026, 10, 4), by=cast.secretary)
    actions.make_up_for(row, on=dt.date(2026, 10, 20), by=cast.secretary)
    actions.make_up_for(row, on=dt.date(2026, 10, 21), by=cast.secretary)
    held.refresh_from_db()
    assert (held.made_up, held.absent, held.party_attended) == (1, 0, listed - 2)
    with pytest.raises(BadInput, match="được miễn"):
        actions.make_up_for(taken.absences.get(person=away), on=cast.today, by=cast.secretary)
    with pytest.raises(BadInput, match="danh sách điểm danh"):
        actions.change_class(held, by=cast.secretary, party_attended=0)
    actions.change_class(held, by=cast.secretary, note="Học tại nhà văn hóa.")
    again = actions.take_attendance(held, missed=missed[:1], by=cast.secretary)
    assert again.made_up == 1, "who has studied since is not asked again"
    assert ask("least_attendance", cast.cell, Period.year(2026)).exact == again.share
    for by in (cast.other_secretary, cast.member):
        with pytest.raises(NotAllowed):
            actions.take_attendance(held, missed=[], by=by)


def test_a_conference_of_the_commune_tells_how_many_came_from_each_unit(cast):
    held = actions.record_class(
        unit=cast.commune,
        by=cast.committee,
        topic="Nghị quyết Đại hội",
        level="grassroots",
        held_on=dt.date(2026, 9, 7),
        party_summoned=40,
        party_attended=36,
        made_up=2,
    )
    with pytest.raises(BadInput, match="từng đơn vị"):
        actions.take_attendance(held, missed=[], by=cast.committee)
    actions.record_part(held, unit=cast.cell, summoned=18, attended=18, by=cast.committee)
    part = actions.record_part(held, unit=cast.cell, summoned=18, attended=17, made_up=1, by=cast.committee)
    assert held.by_unit.get() == part and part.ratio == "17/18"
    with pytest.raises(BadInput, match="Cộng các đơn vị là 37"):
        actions.record_part(held, unit=cast.other_cell, summoned=22, attended=20, by=cast.committee)
    page = cast.client("committee").get(held.get_absolute_url()).content.decode()
    assert "17/18" in page and "94,44%" in page and "Chi bộ Trường THCS Hòa Bình" in page


def test_any_table_of_names_and_presence_becomes_ticks_to_look_at(cast, held):
    hers, other = cast.member.person, cast.colleague.person
    table = f"STT\tHọ và tên\tTham dự\tGhi chú\n1\t{hers}\tVắng\tkhông lý do\n2\tLò Văn Lạ\tx\t\n3\t{other}\tcó thể\t\n"
    people = {hers.pk: str(hers), other.pk: str(other), 10**6: "Người chưa có trong bảng"}
    read = presence.read(read_text(table), people)
    assert read.said == {hers.pk: UNEXCUSED, other.pk: DOUBTFUL, 10**6: DOUBTFUL}
    assert read.in_words == "Không thấy trong danh sách: Lò Văn Lạ."
    # on one sheet P says present, on another with leave: whoever reads it decides
    signed = presence.read(read_text(f"Họ tên;Điểm danh\n{hers};P\n{other};x\n"), people)
    assert signed.said == {hers.pk: DOUBTFUL, 10**6: DOUBTFUL}
    crosses = presence.read(read_text(f"Họ tên;Vắng\n{hers};x\n{other};\n"), people)
    assert crosses.said == {hers.pk: ABSENT, 10**6: DOUBTFUL}
    for bad, said in (("A\tB\n1\t2\n", "cột họ tên"), (f"Họ tên\tNăm sinh\n{hers}\t1980\n", "ai dự")):
        with pytest.raises(BadInput, match=said):
            presence.read(read_text(bad), people)
    client, page = cast.client("secretary"), f"{held.get_absolute_url()}diem-danh/"
    answer = client.post(f"{page}bang/", {"text": table}, follow=True)
    shown = answer.content.decode()
    assert "Đã đọc từ bảng, chưa lưu" in shown and "Lò Văn Lạ" in shown and "chưa rõ trong bảng" in shown
    assert not held.absences.exists(), "nothing is written before somebody saves it"
    client.post(page, {"absent": [hers.pk], f"reason-{hers.pk}": "unexcused"})
    assert held.absences.get().why == "unexcused"
    assert client.post(f"/hoc-tap/vang/{held.absences.get().pk}/da-hoc/").status_code == 302
    assert "đã học bù 16/11/2026" in " ".join(client.get(held.get_absolute_url()).content.decode().split())


@pytest.mark.parametrize("by_class", ["study_class", "-study_class_id"])
def test_the_lines_of_three_classes_of_a_day_are_each_read_once_page_after_page(cast, held, by_class):
    day = StudyClass(unit=cast.cell, level="cell", held_on=held.held_on, party_summoned=9, party_attended=9)
    for topic in ("Chuyên đề hai", "Chuyên đề ba"):
        day.pk, day.topic = None, topic
        day.save()
    for study_class in StudyClass.objects.order_by("pk"):
        for unit in (cast.cell, cast.other_cell):
            ClassUnit.objects.create(study_class=study_class, unit=unit, summoned=9, attended=9)
    lines = ClassUnit.objects.order_by("-study_class__held_on", by_class, "pk")
    read, last = [], ""
    for number in (1, 2, 3):
        page = paginate(RequestFactory().get("/", {"trang": number, "sau": last}), lines, per=2)
        read, last = [*read, *page], page.last_key or ""
    assert read == list(lines)


def test_the_lines_of_a_year_go_on_after_the_row_read_last(cast, held):
    part = actions.record_part(held, unit=cast.cell, summoned=18, attended=18, by=cast.committee)
    page = cast.client("committee").get("/hoc-tap/so-du/?nam=2026").context["page"]
    assert page.last_key == part.pk
