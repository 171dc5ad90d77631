"""On an empty database that a province has begun: movements, sources of new members and procedures, told by whose
work they are, come out in the report."""

import datetime as dt

import pytest
from django.test import Client

from lantoa.beginning import actions as beginning
from lantoa.beginning.actions import Somebody, Top
from lantoa.figures.models import Indicator
from lantoa.foundation.dates import Period
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actions as people
from lantoa.people.actors import actors_of
from lantoa.people.models import Account
from lantoa.practices import actions as practices
from lantoa.practices.models import Field
from lantoa.programme.models import Movement, Participation
from lantoa.reports import sentences
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called
from lantoa.study.models import Admission

pytestmark = pytest.mark.django_db
TODAY, NOW = dt.date(2026, 11, 16), dt.datetime(2026, 11, 16, 1, tzinfo=dt.UTC)
LAN = Somebody("Hoàng Thị Lan", "0912000214", "Chuyên viên Văn phòng")
HOA = Somebody("Lê Văn Hòa", "0912000100", "Bí thư")
# who: (name, unit, role, reach)
OTHERS = {
    "officer": ("Vũ Minh Đức", "province", "officer", "subtree"),
    "committee": ("Trần Quốc Hùng", "commune", "committee", "subtree"),
    "secretary": ("Nguyễn Thị Mận", "cell", "secretary", "unit"),
}


class Office:
    """Its units by name, and somebody's browser or hand by who she is."""

    def __init__(self, province: Unit) -> None:
        self.province = province

    def actor(self, who):
        return actors_of(Account.objects.get(sign_in_name=who), TODAY)[0]

    def form(self, who, address):
        client = Client()
        backend = "django.contrib.auth.backends.ModelBackend"
        client.force_login(Account.objects.get(sign_in_name=who), backend=backend)
        return Form(client, address)

    def told(self, section, unit=None, year=2026):
        """The sentences of that section of the report of the year, the lines of its list behind them."""
        period = Period.year(year)
        content = compose(form_called("interim"), unit or self.province, period, now=NOW, today=TODAY)
        part = content.part(section)
        return [sentences.plain(line) for line in (*part.lines, *part.items)]


@pytest.fixture
def office(settings, tmp_path):
    """Begun today: the head has confirmed, the administrator has a commune, a cell and three people at work."""
    settings.VAR_DIR = tmp_path
    top = Top("Đảng bộ tỉnh Sơn Hà", dt.date(2025, 1, 1), level="province")
    begun = beginning.begin(top, LAN, HOA, password="nhà em có bốn cây bưởi", on=TODAY)
    head, keeper = (
        actors_of(Account.objects.get(person=one), TODAY)[0] for one in (begun.head, begun.administrator)
    )
    beginning.confirm(begun, by=head)
    made, since = Office(begun.unit), dt.date(2025, 1, 1)
    made.commune = organisation.found(
        name="Đảng bộ xã An Phú", parent=made.province, kind="party", level="grassroots", on=since, by=keeper
    )
    made.cell = organisation.found(
        name="Chi bộ thôn Nà Lùng", parent=made.commune, kind="party", level="cell", on=since, by=keeper
    )
    for who, (name, unit, role, reach) in OTHERS.items():
        person = people.add_person(full_name=name, by=keeper)
        asked = people.appoint(
            person, unit=getattr(made, unit), role=role, reach=reach, starts=TODAY, by=keeper
        )
        if asked.post is None:
            people.confirm_grant(asked, by=head)
        people.add_account(person, sign_in_name=who, by=keeper)
    return made


def launched(office, name, **more):
    typed = {"name": name, "level": "province", "starts": "05/01/2026"} | more
    assert office.form("officer", "/chuong-trinh/phong-trao/moi/").send(**typed).status_code == 302
    return Movement.objects.get(name=name)


def test_movements_run_side_by_side_and_their_models_are_registered_and_effective(office):
    skilful = launched(office, "Dân vận khéo", targets="Mỗi chi bộ có một mô hình.")
    launched(office, "Cả nước chung tay vì người nghèo", level="central")
    typed = {"joined_on": "02/02/2026", "persons": "45", "party_members": "18"}
    address = f"/chuong-trinh/phong-trao/{skilful.pk}/tham-gia/"
    assert office.form("secretary", address).send(**typed).status_code == 302
    joined = Participation.objects.get()
    typed = {"reviewed_on": "12/11/2026", "kind": "interim", "results": "Một mô hình, 45 người cùng làm."}
    sent = office.form("secretary", f"/chuong-trinh/tham-gia/{joined.pk}/so-ket/").send(**typed)
    assert sent.status_code == 302

    field = Field.objects.order_by("place").first()
    said = {
        "reason": "Đường lầy.",
        "how": "Mỗi tuần một buổi.",
        "target": "Ba hộ.",
        "field": field,
        "movement": skilful,
    }
    model = practices.draft(
        unit=office.cell,
        by=office.actor("secretary"),
        name="Cùng dân làm đường",
        subject="collective",
        content_of_uncle="Gần dân",
        **said,
    )
    practices.propose(model, by=office.actor("secretary"))
    practices.accept(model, by=office.actor("committee"), seen="đã đi cùng dân một buổi")
    practices.start(model, by=office.actor("secretary"), on=TODAY)
    form = office.form("committee", f"/chuong-trinh/phong-trao/{skilful.pk}/danh-gia-mo-hinh/")
    assert form.send(**{"assessed_on": "16/11/2026", f"m{model.pk}": "yes"}).status_code == 302

    led = office.told("leadership")
    assert "Đang triển khai 2 phong trào thi đua; trong kỳ phát động 2 phong trào." in led
    assert "Có 1 đơn vị tham gia các phong trào thi đua với 45 lượt người, trong đó 18 lượt đảng viên." in led
    assert "Trong kỳ có 1 đơn vị sơ kết, tổng kết phong trào thi đua của mình." in led
    told = office.told("practices")
    assert "Trong phong trào thi đua đăng ký mới 1 mô hình; đang thực hiện 1 mô hình." in told
    assert "Qua đánh giá, 1/1 mô hình trong phong trào thi đua có hiệu quả." in told


def test_new_members_come_from_courses_and_from_a_movement(office):
    drive = launched(office, "Thi đua tạo nguồn kết nạp đảng viên")
    for kind, name in (
        ("prospective", "Lớp bồi dưỡng nhận thức về Đảng, khóa 1"),
        ("example", "Lớp đảng viên làm theo lời Bác"),
    ):
        typed = {"kind": kind, "name": name, "starts": "02/03/2026", "participants": "40", "certified": "38"}
        form = office.form("committee", "/hoc-tap/lop-boi-duong/moi/")
        assert form.send(**typed, has_programme="on", movement=str(drive.pk)).status_code == 302
    course = drive.courses.get(kind="prospective")
    form = office.form("secretary", "/hoc-tap/ket-nap/moi/")
    typed = {"admitted_on": "02/09/2026", "people": "3", "course": str(course.pk), "movement": str(drive.pk)}
    assert form.send(**typed).status_code == 302 and Admission.objects.get().unit == office.cell
    assert office.told("study") == [
        "Đã mở 2 lớp bồi dưỡng, lý luận chính trị, trong đó 1 lớp bồi dưỡng nhận thức về Đảng và 1 lớp đảng viên "
        "làm theo lời Bác; có 80 lượt học viên; 2 lớp có nội dung học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh; "
        "cấp 76 giấy chứng nhận.",
        "Đã kết nạp 3 người vào Đảng, đều từ các lớp bồi dưỡng; qua phong trào thi đua 3 người.",
    ]


def switched_on(office, *codes):
    for code in codes:
        form = office.form("officer", "/so-lieu/chi-tieu/")
        sent = form.client.post(f"/so-lieu/chi-tieu/co-san/{code}/bat/", {"don-vi": office.province.code})
        assert sent.status_code == 302, code
    return {one.code: one for one in Indicator.objects.all()}


def declared(office, kept, year, **cells):
    form = office.form("officer", f"/so-lieu/khai-bao/bang/{office.province.code}/?ky={year}")
    boxes = {
        f"o-{office.province.pk}-{kept[code.replace('__', '.')].pk}": said for code, said in cells.items()
    }
    assert form.send(**boxes).status_code == 302


def test_dossiers_procedures_and_rankings_are_typed_in_a_grid_and_said_in_sentences(office):
    kept = switched_on(
        office,
        *("dossiers.carried_over", "dossiers.taken_in", "dossiers.resolved", "dossiers.pending"),
        *("dossiers.procedures", "dossiers.cut_share", "dossiers.on_the_spot"),
        *("ranks.competitive", "ranks.governance"),
    )
    declared(office, kept, 2025, ranks__competitive="45/63", ranks__governance="24/63")
    declared(
        office,
        kept,
        2026,
        dossiers__carried_over="776",
        dossiers__taken_in="79.300",
        dossiers__resolved="78.523 (40.000 trước hạn, 37.000 đúng hạn, 1.523 quá hạn)",
        dossiers__pending="1.553",
        dossiers__procedures="580",
        dossiers__cut_share="30–83",
        dossiers__on_the_spot="12",
        ranks__competitive="34/63",
        ranks__governance="17/63",
    )
    assert office.told("duty") == [
        "Tiếp nhận 79.300 hồ sơ, kỳ trước chuyển sang 776 hồ sơ; đã giải quyết 78.523 hồ sơ (40.000 trước hạn, "
        "37.000 đúng hạn, 1.523 quá hạn), trước hạn và đúng hạn đạt 98,06%; đang giải quyết 1.553 hồ sơ.",
        "Rút ngắn thời gian giải quyết 580 thủ tục, mức rút ngắn 30–83%.",
        "Có 12 thủ tục được giải quyết tại chỗ.",
        "Chỉ số năng lực cạnh tranh xếp thứ 34/63, tăng 11 bậc so với năm trước;",
        "Chỉ số hiệu quả quản trị và hành chính công xếp thứ 17/63, tăng 7 bậc so với năm trước.",
    ]


def test_an_office_names_its_procedures_with_their_time_before_and_after(office):
    form = office.form("officer", f"/so-lieu/chi-tieu/thu-tuc/?don-vi={office.province.code}")
    assert form.send(names="Cấp phép xây dựng\nĐăng ký kết hôn").status_code == 302
    kept = {one.code: one for one in Indicator.objects.all()}
    building, marriage = sorted(kept)
    declared(office, kept, 2026, **{building: "từ 15 xuống 10", marriage: "5 → 3"})
    assert office.told("duty") == [
        "Thời gian giải quyết thủ tục cấp phép xây dựng từ 15 xuống 10 ngày;",
        "Thời gian giải quyết thủ tục đăng ký kết hôn từ 5 xuống 3 ngày.",
    ]
    again = office.form("officer", form.address).send(names="cấp phép xây dựng")
    assert "chưa có" in again.content.decode() and Indicator.objects.count() == 2
