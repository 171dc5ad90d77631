"""A commune that began from an empty database looks back on a quarter and inspects its first cell, by its pages."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.commendations.tests.test_from_an_empty_office import office, signed_in
from lantoa.foundation.tests.forms import Form
from lantoa.organisation.models import Unit
from lantoa.people.models import Person, Post
from lantoa.reviews.models import ReviewPeriod
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision.models import Inspection, YearProgramme
from tests.cast import person

__all__ = ["office"]
pytestmark = pytest.mark.django_db
ROOT = "/kiem-tra-giam-sat/"


def sent(client, address, **typed):
    """The form of a page as somebody fills it in; what was wrong is told."""
    answer = Form(client, address).send(**typed)
    assert answer.status_code == 302, [
        line.strip() for line in answer.content.decode().split("\n") if "err" in line
    ][:5]


def pressed(client, address, **data):
    assert client.post(address, data).status_code == 302, address


def test_a_secretary_leads_a_quarter_from_the_first_click_to_the_closed_period(office, settings):
    secretary, member, head = office["secretary"], office["member"], office["head"]
    for who in (secretary, member, head):
        assert who.get("/kiem-diem/").status_code == 200
    sent(secretary, "/kiem-diem/mo-dot/", kind="quarter", year="2026", quarter="3", send_by="20/11/2026")
    period = ReviewPeriod.objects.get()
    hers, mine = (
        period.reviews.get(person__full_name=name).pk for name in ("Nguyễn Thị Lan", "Đỗ Thị Hương")
    )

    def to(name, key):
        return reverse(f"reviews:{name}", args=[key])

    # Two minutes: of an empty book each says one line and a level, and sends. The collective waits for the year.
    pressed(secretary, to("excuse", period.reviews.get(person=None).pk), why="Kiểm điểm tập thể cuối năm.")
    for client, key in ((secretary, hers), (member, mine)):
        own = next(name for name in Form(client, to("write", key)).data if name.startswith("muc"))
        sent(client, to("write", key), **{own: "Giúp hai hộ sửa nhà.", "level": "good"})
        pressed(client, to("submit", key))
    pressed(secretary, to("show_drafts", period.pk))

    # Three working days later the meeting: of the head the committee above writes, of the others she does.
    settings.LANTOA_NOW = "2026-11-20T09:00:00+07:00"
    names = ("Nguyễn Thị Lan", "Đỗ Thị Hương", "Lê Văn Hòa")
    secretary, member, head = (signed_in(Person.objects.get(full_name=name)) for name in names)
    met = {
        "place": "cell",
        "meeting_on": "20/11/2026",
        "minutes_number": "12-BB/CB",
        "due": "2",
        "present": "2",
        "remark": "Làm đều.",
    }
    assert secretary.get(to("hear", hers)).status_code == 403
    sent(head, to("hear", hers), **met)
    sent(secretary, to("hear", mine), **met)
    sent(secretary, to("find", mine), finding="Chậm ghi kết quả.", deadline="31/12/2026")
    pressed(secretary, to("reply", hers), **{"khong-y-kien": "1"})
    pressed(member, to("reply", mine), text="Tôi tiếp thu.")
    for key in (hers, mine):
        sent(head, to("decide", key), rating="good", decision_number="15-TB/ĐU")
    pressed(secretary, to("close", period.pk))
    period.refresh_from_db()
    assert not period.is_open and "Tôi tiếp thu." in member.get(to("show", mine)).content.decode()
    assert (
        member.get(to("word", mine)).status_code
        == secretary.get(to("files_word", period.pk)).status_code
        == 200
    )
    assert Shortcoming.objects.get().person.full_name == "Đỗ Thị Hương"


def test_an_inspector_goes_from_the_programme_to_a_conclusion_that_the_cell_mends(office, settings):
    commune, cell = Unit.objects.get(level="grassroots"), Unit.objects.get(level="cell")
    who = person("Bùi Đình Chiến", commune, starts=dt.date(2026, 1, 1))
    Post.objects.create(
        person=who, unit=commune, role="inspector", reach="subtree", starts=dt.date(2026, 1, 1)
    )
    inspector = signed_in(who)
    for page in ("", "luu-y/", "ghi-chep/", "ky-luat/", "chuong-trinh/", "lay-mau/"):
        assert inspector.get(f"{ROOT}{page}").status_code == 200, page
    sent(
        inspector,
        f"{ROOT}chuong-trinh/",
        number="01-CTr/UBKT",
        issued_on="15/01/2026",
        on_discipline="Đúng thẩm quyền.",
    )
    programme = YearProgramme.objects.get()
    sent(
        inspector,
        f"{ROOT}chuong-trinh/{programme.pk}/them/",
        kind="thematic",
        unit=cell.code,
        what="Việc viết đăng ký.",
        led_by="Bùi Đình Chiến",
        month="11",
    )
    one = Inspection.objects.get()
    own = f"{ROOT}{one.pk}/"
    assert "Việc viết đăng ký." in office["secretary"].get(ROOT).content.decode()
    sent(inspector, f"{own}mo/", decision_number="05-QĐ/UBKT", decided_on="02/11/2026")
    report = one.papers.get(kind="self_report")
    sent(
        office["secretary"],
        f"{ROOT}tai-lieu/{report.pk}/gui/",
        text="Chi bộ đã làm đủ; còn chậm ghi kết quả.",
    )
    sent(inspector, f"{own}viec/", finding="Chậm ghi kết quả.", deadline="31/12/2026")
    sent(inspector, f"{own}ket-luan/", conclusion="Làm đều.", conclusion_number="06-TB/UBKT")
    found = Shortcoming.objects.get()
    assert (found.unit, found.owner.full_name) == (cell, "Nguyễn Thị Lan")
    assert "Chậm ghi kết quả." in office["secretary"].get(found.get_absolute_url()).content.decode()
    sent(
        inspector,
        f"{ROOT}ky-luat/ghi/?cuoc={one.pk}",
        form="Khiển trách",
        what="Không nộp báo cáo.",
        decision_number="07-QĐ/UBKT",
        decided_on="16/11/2026",
    )
    assert "07-QĐ/UBKT" in office["secretary"].get(f"{ROOT}ky-luat/").content.decode()
    assert "Không nộp báo cáo." not in office["member"].get(f"{ROOT}ky-luat/").content.decode()
