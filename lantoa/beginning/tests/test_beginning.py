"""From an empty database to an office: the code, the unit, the two people, the head's word."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from lantoa.beginning import actions, codes, queries
from lantoa.beginning.actions import Somebody, Top
from lantoa.exchange import actions as exchange
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tables import read_text
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actions as people
from lantoa.people import actors
from lantoa.people.actors import actors_of
from lantoa.people.models import Account, Beginning, Post
from tests.cast import person

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 16)
PASSWORD = "nhà em có bốn cây bưởi"
TOP = Top("Đảng bộ xã An Phú", dt.date(2026, 1, 1))
TUAN = Somebody("Hoàng Minh Tuấn", "0912 000 214", "Chuyên viên Văn phòng Đảng ủy")
HOA = Somebody("Lê Văn Hòa", "0912000100", "Bí thư Đảng ủy xã An Phú")
TYPED = {
    "administrator_name": TUAN.name,
    "administrator_title": TUAN.title,
    "administrator_account": TUAN.account,
    "password": PASSWORD,
    "head_name": HOA.name,
    "head_title": HOA.title,
    "head_account": HOA.account,
}


@pytest.fixture(autouse=True)
def _a_data_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def begun() -> Beginning:
    return actions.begin(TOP, TUAN, HOA, password=PASSWORD, on=TODAY)


def who(person):
    return actors_of(Account.objects.get(person=person), TODAY)[0]


def test_an_empty_database_leads_from_sign_in_to_the_first_page_and_then_it_is_gone():
    client = Client()
    assert client.get("/dang-nhap/").headers["Location"] == "/bat-dau/"
    assert client.get("/bat-dau/don-vi/").status_code == 404, "nobody passes without the code"
    client.post("/bat-dau/", {"code": codes.make().lower().replace("-", " ")})
    client.post(
        "/bat-dau/don-vi/",
        {"name": TOP.name, "kind": "party", "level": "grassroots", "since": "01/01/2026"},
    )
    assert not Unit.objects.exists(), "nothing is written before the last step"
    page = client.post("/bat-dau/nguoi/", TYPED, follow=True)
    assert "5 bước để bắt đầu" in page.content.decode()
    assert client.get("/bat-dau/").status_code == 404
    assert Client().get("/dang-nhap/").status_code == 200


def test_the_code_is_of_one_use_and_of_one_hour(settings):
    code = codes.make()
    assert codes.place().stat().st_mode & 0o077 == 0
    assert codes.make() == code, "printed again, it is the same"
    assert not codes.use("AAAA-AAAA-AAAA-AAAA")
    assert codes.use(code) and not codes.use(code)
    late = codes.make()
    settings.LANTOA_NOW = "2026-11-16T09:00:01+07:00"
    assert not codes.use(late)


def test_wrong_codes_shut_the_door_for_a_while():
    client = Client()
    for _try in range(5):
        client.post("/bat-dau/", {"code": "sai"})
    assert client.post("/bat-dau/", {"code": codes.make()}).status_code == 429


def test_what_cannot_be_used_is_said_beside_its_box_and_nothing_is_written():
    for changed, field in [
        ({"administrator": Somebody("Lê Văn Hòa", "1", "")}, "head_name"),
        ({"head": Somebody("Lê Văn Hòa", TUAN.account)}, "head_account"),
        ({"password": "ngắn"}, "password"),
    ]:
        given = {"administrator": TUAN, "head": HOA, "password": PASSWORD} | changed
        with pytest.raises(BadInput) as refusal:
            actions.begin(TOP, on=TODAY, **given)
        assert refusal.value.field == field
    assert not Unit.objects.exists() and not Account.objects.exists()


def test_nobody_begins_twice():
    begun()
    with pytest.raises(Conflict):
        begun()


def test_before_the_head_confirms_nobody_is_invited():
    beginning = begun()
    administrator = who(beginning.administrator)
    someone = people.add_person(full_name="Trần Văn Bách", by=administrator)
    account = people.add_account(someone, sign_in_name="bach", by=administrator)
    with pytest.raises(NotAllowed, match="Lê Văn Hòa chưa xác nhận"):
        people.give_first_codes([account], by=administrator)
    actions.confirm(beginning, by=who(beginning.head))
    ((given, code),) = people.give_first_codes([account], by=administrator)
    assert people.use_reset_code("bach", code).account == given


def test_who_waits_for_a_code_is_counted_only_where_one_reaches(cast):
    for somebody in (cast.member, cast.far_secretary):
        name = f"so{somebody.person.pk}"
        people.add_account(somebody.person, sign_in_name=name, by=cast.administrator)
    of_the_commune = replace(cast.administrator, unit=cast.commune)
    assert [queries.invited(by) for by in (cast.administrator, of_the_commune)] == [2, 1]


def test_after_each_list_its_page_leads_to_the_next_of_the_five_steps():
    beginning = begun()
    administrator, client = who(beginning.administrator), Client()
    client.force_login(Account.objects.get(person=beginning.administrator))
    pasted = {
        "units": ("Tên đơn vị\nChi bộ thôn 1", "Bước tiếp theo: Dán danh sách người"),
        "people": ("Họ tên\tChi bộ\nTrần Văn Bách\tChi bộ thôn 1", "Bước tiếp theo: Đặt năm công tác"),
    }
    for kind, (table, words) in pasted.items():
        draft = exchange.open_list(read_text(table), kind=kind, unit=beginning.unit, by=administrator)
        done = exchange.carry_out(draft, by=administrator)
        assert words in client.get(done.get_absolute_url()).content.decode()


def test_only_the_head_confirms_and_only_once():
    beginning = begun()
    with pytest.raises(NotAllowed):
        actions.confirm(beginning, by=who(beginning.administrator))
    actions.confirm(beginning, by=who(beginning.head))
    with pytest.raises(Conflict):
        actions.refuse(beginning, by=who(beginning.head))


def test_once_confirmed_the_head_is_asked_to_open_the_first_year():
    beginning = begun()
    head = Account.objects.get(person=beginning.head)
    client = Client()
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    asked = "Mở đăng ký năm đầu tiên"
    assert asked not in client.get("/").content.decode()
    actions.confirm(beginning, by=who(beginning.head))
    assert asked in client.get("/").content.decode()
    page = Form(client, reverse("registrations:open_year"))
    assert page.send(year="2026", opens_on="16/11/2026", deadline="31/12/2026").status_code == 302
    assert asked not in client.get("/").content.decode()


def test_the_head_signs_in_with_her_slip_and_may_refuse():
    beginning = begun()
    account, code = actions.give_slip(beginning, by=who(beginning.administrator))
    assert people.use_reset_code(HOA.account, code).account == account
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert "Xác nhận người quản trị" in client.get("/").content.decode()
    client.post(reverse("beginning:confirm"), {"tra-loi": "khong"})
    assert not Account.objects.get(person=beginning.administrator).is_active


def test_another_administrator_is_named_at_the_machine_after_a_refusal():
    beginning = begun()
    other = Somebody("Phan Thị Ngân", "0912000333")
    with pytest.raises(Conflict):
        actions.replace_administrator(beginning.unit, other, password=PASSWORD, on=TODAY)
    actions.refuse(beginning, by=who(beginning.head))
    actions.replace_administrator(beginning.unit, other, password=PASSWORD, on=TODAY)
    beginning.refresh_from_db()
    actions.confirm(beginning, by=who(beginning.head))
    assert beginning.administrator.full_name == "Phan Thị Ngân"


def test_machines_begin_with_one_command_and_the_password_from_standard_input(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    call_command(
        "begin",
        unit="Tỉnh ủy Sơn Hà",
        level="province",
        account="quantri",
        name=TUAN.name,
        head=HOA.name,
        head_account=HOA.account,
        stdout=out,
    )
    assert "dùng một lần trong 7 ngày" in out.getvalue()
    assert Account.objects.get(sign_in_name="quantri").check_password(PASSWORD)
    assert Post.objects.get(is_head=True).role == "leader"


def test_createsuperuser_says_what_to_use_instead():
    with pytest.raises(CommandError, match="begin"):
        call_command("createsuperuser")


def test_the_password_stands_in_no_history_and_no_session():
    client = Client()
    client.post("/bat-dau/", {"code": codes.make()})
    client.post("/bat-dau/don-vi/", {"name": "A", "kind": "party", "level": "cell", "since": "01/01/2026"})
    client.post("/bat-dau/nguoi/", TYPED | {"head_account": TUAN.account})
    assert PASSWORD not in str(dict(client.session))
    assert not Event.objects.exists()


def test_a_step_back_mends_the_unit_and_a_double_click_begins_once():
    client = Client()
    client.post("/bat-dau/", {"code": codes.make()})
    unit = Form(client, "/bat-dau/don-vi/")
    unit.send(name="Đảng bộ xã An Phu", kind="party", level="grassroots", since="01/01/2026")
    people_page = Form(client, "/bat-dau/nguoi/")
    assert unit.send(name="Đảng bộ xã An Phú")["Location"] == "/bat-dau/nguoi/"
    assert client.session["beginning_top"]["name"] == "Đảng bộ xã An Phú"
    people_page.send(**TYPED)
    people_page.send(**TYPED)
    assert Unit.objects.count() == 1 and Beginning.objects.count() == 1


def test_the_steps_count_the_people_of_the_office_and_of_no_other_tree():
    beginning = begun()
    by = who(beginning.administrator)
    before = [step.note for step in queries.steps_of(beginning, by)]
    root = {"name": "Đảng bộ xã Nậm Khao", "parent": None, "kind": "party", "level": "grassroots"}
    far = organisation.found(**root, on=TOP.since, by=actors.system(TODAY))
    Account.objects.create(person=person("Lò Thị Mỷ", far, starts=TOP.since), sign_in_name="my")
    assert [step.note for step in queries.steps_of(beginning, by)] == before


def test_who_began_the_office_and_looks_after_it_no_more_is_not_led_on():
    by = who(begun().administrator)
    assert queries.beginning_of(by) is not None
    assert queries.beginning_of(replace(by, permissions=frozenset())) is None
