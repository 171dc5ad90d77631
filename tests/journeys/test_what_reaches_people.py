"""What the articles tell of what reaches people, told again in an office that began from nothing: by its officer, on
the pages, and read in its report.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.beginning import actions as beginning
from lantoa.beginning.actions import Somebody, Top
from lantoa.foundation.dates import Period
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, Forum, NewsletterIssue, Prize, PrizeWork
from lantoa.people import actions as people
from lantoa.people.actors import Actor, actors_of, as_post
from lantoa.people.models import Account
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called
from lantoa.reports.sentences import plain

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 16)
NOW = dt.datetime(2026, 11, 16, 1, tzinfo=dt.UTC)


class Office:
    """The office: its units by name, and whoever types."""

    def __init__(self) -> None:
        top = Top("Đảng bộ các cơ quan Đảng tỉnh", dt.date(2026, 1, 1), level="superior")
        chief = Somebody("Lê Văn Hòa", "0912000100", "Bí thư Đảng ủy")
        begun = beginning.begin(
            top, Somebody("Hoàng Minh Tuấn", "0912000214"), chief, password="nhà em có bốn cây bưởi", on=TODAY
        )
        self.head, self.administrator = self._as(begun.head), self._as(begun.administrator)
        beginning.confirm(begun, by=self.head)
        self.top: Unit = begun.unit
        names = ("Đảng bộ Sở Tư pháp", "Đảng bộ Công an tỉnh", "Đảng bộ Báo tỉnh")
        self.units = [
            organisation.found(
                name=name,
                parent=self.top,
                kind="party",
                level="grassroots",
                on=dt.date(2026, 1, 1),
                by=self.administrator,
            )
            for name in names
        ]
        self.officer = self._appointed("Vũ Minh Đức", self.top, "officer", "subtree")

    def _as(self, person: Any) -> Actor:
        return actors_of(Account.objects.get(person=person), TODAY)[0]

    def _appointed(self, name: str, unit: Unit, role: str, reach: str) -> Client:
        """Asked for by the administrator, agreed by the head, and signed in."""
        person = people.add_person(full_name=name, by=self.administrator)
        grant = people.appoint(person, unit=unit, role=role, reach=reach, starts=TODAY, by=self.administrator)
        post = people.confirm_grant(grant, by=self.head)
        assert as_post(post, TODAY).may("outreach.complaints")
        account = people.add_account(person, sign_in_name="0912000333", by=self.administrator)
        client = Client()
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def types(self, page: str, /, *args: Any, action: str = "", **typed: Any) -> None:
        """Fill the form of this page and send it; what is refused fails here, with what the page says."""
        form = Form(self.officer, reverse(f"outreach:{page}", args=args), action=action)
        answer = form.send(**typed)
        assert answer.status_code == 302, Form(self.officer, "", page=answer).text

    def told(self) -> str:
        """The section of the report on what reaches people."""
        content = compose(
            form_called("interim"), self.top, Period.year(2026), now=NOW, today=TODAY, tables=False
        )
        return " ".join(plain(line) for line in content.part("outreach").lines)


@pytest.fixture
def office(settings, tmp_path) -> Office:
    settings.VAR_DIR = tmp_path
    return Office()


def test_gifts_houses_and_help_that_goes_on(office):
    """ "56 of 66 organisations and 7 persons gave nearly 3 billion đồng, 28 houses built", in small."""
    for unit in office.units[:2]:
        office.types(
            "donation_new", unit=unit.code, amount="1,4 tỷ", given_on="19/5/2026", purpose="Địa chỉ nhân đạo"
        )
    named = {"donor_kind": "individual", "donor_name": "Lò Thị Khách", "purpose": "Địa chỉ nhân đạo"}
    office.types("donation_new", unit=office.units[0].code, amount="50 triệu", given_on="20/5/2026", **named)
    things = {"in_kind": "xe đạp", "quantity": "87", "quantity_unit": "chiếc", "value": "174 triệu"}
    office.types(
        "donation_new",
        unit=office.units[2].code,
        given_on="1/9/2026",
        purpose="Cho học sinh vùng cao",
        **things,
    )
    for number, build in ((1, "new"), (2, "new"), (3, "repair")):
        office.types(
            "work_new",
            unit=office.units[0].code,
            kind="house",
            build=build,
            name=f"Nhà số {number}",
            handed_over_on="2/9/2026",
        )
    office.types(
        "pledge_new",
        unit=office.units[1].code,
        for_whom="Một học sinh mồ côi",
        amount="500k",
        starts="5/9/2026",
    )
    told = office.told()
    for sentence in (
        "Có 3/3 tổ chức đảng và 1 cá nhân ủng hộ 2,85 tỷ đồng.",
        "Đã nhận 1 khoản ủng hộ bằng hiện vật, không quy ra tiền; trị giá đã ghi cộng lại 174 triệu đồng.",
        "Đã xây mới và bàn giao 2 căn nhà, sửa chữa 1 căn.",
        "Đang duy trì 1 việc giúp đỡ thường xuyên; "
        "mức nhận giúp 6 triệu đồng mỗi năm, không tính vào tiền ủng hộ.",
    ):
        assert sentence in told, told


def test_people_are_heard_received_and_answered(office):
    """ "Công an lắng nghe ý kiến nhân dân": opinions at a forum and by survey, a day of reception, complaints."""
    police = office.units[1].code
    hearing = {"title": "Công an lắng nghe ý kiến nhân dân", "held_on": "1/10/2026", "attended": "120"}
    office.types("forum_new", unit=police, kind="hearing", **hearing)
    day = {"title": "Tiếp dân tháng 10", "held_on": "5/10/2026", "attended": "7"}
    office.types("forum_new", unit=police, kind="reception", **day)
    forum = Forum.objects.hearings().get()
    many = "\n".join(f"Ý kiến thứ {n}" for n in range(1, 6))
    office.types("opinions_new", forum=str(forum.pk), text=many, channel="direct")
    office.types(
        "opinions_new", unit=police, text="Đèn đường hỏng", channel="survey", received_on="1/10/2026"
    )
    one = CitizenOpinion.objects.get(channel="survey")
    office.types("opinion", one.pk, action="tra-loi/", **{"a-answer": "Sẽ thay bóng", "a-on": "5/10/2026"})
    office.types("opinion", one.pk, action="giai-quyet/", **{"o-outcome": "Đã thay", "o-on": "7/10/2026"})
    asked = {"s-satisfaction": "satisfied", "s-how": "gọi điện", "s-on": "9/10/2026"}
    office.types("opinion", one.pk, action="hai-long/", **asked)
    office.types(
        "complaint_new", number="01", received_on="5/10/2026", kind="complaint", text="Tiền đất", people="3"
    )
    office.types("complaint_new", number="02", received_on="6/10/2026", kind="petition", text="Sửa đường")
    paper = CitizenComplaint.objects.get(number="01")
    ending = {"k-ending": "resolved", "k-result": "partly", "k-outcome": "Đã trả lời", "k-on": "20/10/2026"}
    office.types("complaint", paper.pk, action="ket-thuc/", **ending)
    told = office.told()
    for sentence in (
        "Đã tiếp nhận 6 ý kiến của nhân dân, giải quyết xong 1 ý kiến.",
        "Đã tổ chức 1 hội nghị lắng nghe ý kiến nhân dân với 120 lượt người dự.",
        "Đã tổ chức 1 buổi tiếp dân, tiếp 7 lượt người.",
        "Đã hỏi lại 1 ý kiến sau khi trả lời, là ý kiến hài lòng.",
        "Đã tiếp nhận 2 đơn khiếu nại, tố cáo, kiến nghị, phản ánh của 4 người; giải quyết xong 1 đơn.",
        "Đến cuối kỳ còn 1 đơn đang giải quyết.",
    ):
        assert sentence in told, told


def test_what_was_published_passed_on_and_given_a_prize(office):
    """ "Members share official articles, a column runs in the quarterly legal bulletin"; works sent to the prize."""
    justice = office.units[0].code
    column = {"kind": "column", "title": "Học Bác mỗi ngày", "outlet": "Bản tin tư pháp"}
    office.types("article_new", unit=justice, published_on="5/1/2026", **column)
    office.types(
        "article_new", unit=justice, kind="article", title="Gương", outlet="Báo", published_on="6/1/2026"
    )
    chosen = Form(office.officer, reverse("outreach:issue_new"))
    for number in ("Số 1", "Số 2"):
        office.types(
            "issue_new",
            unit=justice,
            newsletter="Bản tin tư pháp",
            number=number,
            issued_on="20/3/2026",
            column=next(filter(None, chosen.form.inputs["column"].value_options)),
            pieces="4",
        )
    assert NewsletterIssue.objects.with_the_column().count() == 2
    shared = {"what": "Bài về gương người tốt", "where": "Zalo", "times": "40", "people": "12"}
    office.types("sharing_new", unit=justice, starts="1/3/2026", last_day="31/3/2026", **shared)
    office.types(
        "prize_new", name="Giải sáng tác, quảng bá", round="năm 2026", level="province", starts="1/1/2026"
    )
    sent = {"title": "Bài ca biên giới", "field": "Báo chí", "author": "Nhóm phóng viên"}
    office.types("prize_work_new", unit=office.units[2].code, sent_on="1/3/2026", **sent)
    work, prize = PrizeWork.objects.get(), Prize.objects.get()
    assert prize.field_names[0] == "Văn học"
    office.types("prize_works", action=f"{work.pk}/trao/", award="b", on="19/5/2026")
    told = office.told()
    for sentence in (
        "Đã đăng 1 tin, bài, duy trì 1 chuyên mục.",
        "Đã phát hành 2 số bản tin, đều có chuyên mục học tập Bác với 8 tin, bài.",
        "Đơn vị tự khai 40 lượt chia sẻ tin, bài chính thống của 12 lượt người.",
        "Có 1 tác phẩm dự giải sáng tác, quảng bá của 1 tác giả; 1 tác phẩm đạt giải.",
    ):
        assert sentence in told, told
