"""The second key: asked for after the password, shown again before rights are given, lost and found again."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.foundation.tests.forms import Form
from lantoa.people import actions, codes, rules, tasks
from lantoa.people.models import OpenSession, ResetCode
from tests.cast import PASSWORD

DOOR, STEP, PROVE = "/dang-nhap/", "/dang-nhap/buoc-hai/", "/dang-nhap/xac-nhan/"
NEW = "cau dai de nho nam nay"


def shown(secret: str, steps: int = 0) -> str:
    """The six digits that a telephone shows now, or so many half minutes later."""
    counter = list(totp.yield_hotp_counters_from_time())[1] + steps
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.fixture
def held(cast, monkeypatch):
    """(secret, codes on paper) of the administrator, whose telephone's clock stands still."""
    monkeypatch.setattr(totp.time, "time", lambda: 1_800_000_015.0)
    secret = codes.new_secret()
    account = cast.account("administrator")
    paper = actions.turn_on_second_key(account, secret=secret, code=shown(secret), by=cast.administrator)
    return secret, paper


def knock(client: Client, who: str = "administrator", password: str = PASSWORD):
    return client.post(DOOR, {"username": who, "password": password, "next": "/nguoi/"})


def step(client: Client, code: str):
    return client.post(STEP, {"code": code})


def later(settings, minutes: int) -> None:
    settings.LANTOA_NOW = f"2026-11-16T08:{minutes:02d}:00+07:00"


def test_it_is_turned_on_with_the_telephone_and_ten_codes_are_shown_once(cast):
    client = cast.client("member")
    page = client.get("/toi/khoa-thu-hai/").content.decode()
    secret = re.search(r'id="day-chu">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    assert "data:image/svg+xml" in page
    wrong = client.post("/toi/khoa-thu-hai/", {"code": "000000" if shown(secret) != "000000" else "111111"})
    assert "Mã chưa đúng" in wrong.content.decode()
    sheet = client.post("/toi/khoa-thu-hai/", {"code": shown(secret)}).content.decode()
    assert len(re.findall(r"<li><b>\d{4} \d{4}</b>", sheet)) == 10
    page = client.get("/toi/khoa-thu-hai/").content.decode()
    assert "Còn 10 mã dự phòng" in page and secret not in page.replace(" ", "")
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept, "unreadable in the database"
    assert Event.objects.filter(verb="account.second_key_on", person_id=cast.member.person.pk).exists()


def test_after_the_password_nothing_opens_before_the_second_key(held):
    client = Client()
    assert knock(client)["Location"] == STEP
    for inner in ("/toi/", "/nguoi/", "/xuat/people/", "/doi-mat-khau/"):
        assert client.get(inner)["Location"].startswith(DOOR)
    assert step(client, shown(held[0], 1))["Location"] == "/nguoi/"
    assert client.get("/nguoi/").status_code == 200


def test_a_code_opens_once_and_not_two_steps_late(held):
    client = Client()
    knock(client)
    assert step(client, shown(held[0], -2)).status_code == 200
    assert step(client, shown(held[0])).status_code == 302
    again = Client()
    knock(again)
    assert step(again, shown(held[0])).status_code == 200, "spent"
    assert step(again, shown(held[0], 1)).status_code == 302


def test_the_telephone_is_lost_and_a_code_on_paper_opens_once(cast, held):
    client = Client()
    knock(client)
    assert step(client, held[1][3]).status_code == 302
    event = Event.objects.get(verb="account.recovery_code_used")
    assert event.note == "còn 9 mã dự phòng" and event.person_id == cast.administrator.person.pk
    again = Client()
    knock(again)
    assert step(again, held[1][3]).status_code == 200


def test_guessing_shuts_the_step_and_the_owner_reads_of_it(held):
    client = Client()
    knock(client)
    answers = [step(client, f"{n:06d}").status_code for n in range(11)]
    assert answers[4] == 200 and answers[5] == 429
    assert step(client, shown(held[0])).status_code == 429
    assert Event.objects.filter(verb="account.second_key_guessed").exists()


def test_the_password_counts_for_five_minutes_and_not_after_it_changed(cast, held, settings):
    client, other = Client(), Client()
    knock(client), knock(other)
    actions.set_password(cast.account("administrator"), NEW, by=cast.administrator)
    assert step(client, shown(held[0]))["Location"] == DOOR
    knock(other, password=NEW)
    later(settings, 6)
    assert step(other, shown(held[0]))["Location"] == DOOR


def test_signing_in_gives_the_session_a_new_key(held):
    client = Client()
    knock(client)
    before = client.cookies["sessionid"].value
    step(client, shown(held[0]))
    assert client.cookies["sessionid"].value != before


def test_where_the_setting_asks_who_reaches_below_sets_a_key_first(cast, settings):
    settings.SECOND_KEY_REQUIRED = True
    assert cast.client("leader").get("/nguoi/")["Location"] == "/toi/khoa-thu-hai/"
    for who in ("member", "secretary"):
        assert cast.client(who).get("/toi/").status_code == 200
    client = cast.client("leader")
    page = client.get("/toi/khoa-thu-hai/").content.decode()
    assert "cần khóa thứ hai" in page
    secret = client.session["new_second_key"]
    client.post("/toi/khoa-thu-hai/", {"code": shown(secret)})
    assert client.get("/nguoi/").status_code == 200


def test_a_reset_asks_the_second_key(cast, held):
    account = cast.account("administrator")
    code = actions.give_reset_code(account, by=cast.system)
    client = Client()
    client.post("/dat-lai-mat-khau/", {"sign_in_name": "administrator", "code": code})
    typed = {"new_password1": NEW, "new_password2": NEW}
    page = client.get("/dat-lai-mat-khau/moi/").content.decode()
    assert "Mã của khóa thứ hai" in page
    assert client.post("/dat-lai-mat-khau/moi/", {**typed, "second": "000000"}).status_code == 200
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert client.post("/dat-lai-mat-khau/moi/", {**typed, "second": held[1][0]}).status_code == 302
    assert client.get("/toi/").status_code == 200 and codes.has_second_key(account)


def test_everything_is_lost_and_two_others_let_her_in_again(cast, settings):
    account, secret = cast.account("secretary"), codes.new_secret()
    actions.turn_on_second_key(account, secret=secret, code=shown(secret), by=cast.secretary)
    code = actions.give_reset_code(account, by=cast.administrator)
    kept = ResetCode.objects.get(account=account, closed_at=None)
    with pytest.raises(NotAllowed, match="người khác"):
        actions.agree_to_drop(kept, by=cast.administrator)
    deputy = replace(cast.committee, stands_for=cast.administrator.person.pk)
    for nobody_else in (cast.secretary, deputy, cast.system):
        with pytest.raises(NotAllowed):
            actions.agree_to_drop(kept, by=nobody_else)
    page = f"/nguoi/{cast.secretary.person.pk}/"
    assert "Đồng ý bỏ khóa" not in cast.client("administrator").get(page).content.decode()
    committee = cast.client("committee")
    assert "Đồng ý bỏ khóa thứ hai" in committee.get(page).content.decode()
    assert committee.post(f"{page}tai-khoan/bo-khoa-thu-hai/").status_code == 302
    with pytest.raises(Conflict):
        actions.agree_to_drop(kept, by=cast.leader)
    client = Client()
    client.post("/dat-lai-mat-khau/", {"sign_in_name": "secretary", "code": code})
    answer = client.post("/dat-lai-mat-khau/moi/", {"new_password1": NEW, "new_password2": NEW})
    assert answer.status_code == 302 and not codes.has_second_key(account)
    note = Event.objects.get(verb="account.second_key_dropped").note
    assert note.startswith("Trần Quốc Hùng đồng ý")


def test_without_the_second_key_no_code_alone_sets_a_password(cast, held):
    code = actions.give_reset_code(cast.account("administrator"), by=cast.system)
    used = actions.use_reset_code("administrator", code)
    with pytest.raises(BadInput):
        actions.reset_password(used, NEW, by=cast.administrator)


def test_giving_rights_asks_for_a_key_of_the_last_five_minutes_and_keeps_what_was_typed(cast, settings):
    client, page = cast.client("administrator"), f"/nguoi/{cast.member.person.pk}/giao-chuc-vu/"
    form = Form(client, page)
    later(settings, 6)
    assert client.get(page)["Location"] == f"{PROVE}?next={page.replace('/', '%2F')}"
    answer = form.send(
        unit=cast.cell.code, role="secretary", reach="unit", starts="16/11/2026", decision="12-QĐ"
    )
    assert answer["Location"].startswith(PROVE)
    proof = {"password": "sai roi", "next": page}
    assert "Mật khẩu chưa đúng" in client.post(PROVE, proof).content.decode()
    assert client.post(PROVE, {**proof, "password": PASSWORD})["Location"] == page
    assert "12-QĐ" in client.get(page).content.decode()


def test_a_button_that_gives_a_key_away_waits_for_the_proof(cast, settings):
    account = cast.account("member")
    client, where = cast.client("administrator"), f"/nguoi/{account.person_id}/tai-khoan/ma/"
    client.get("/toi/")
    later(settings, 6)
    assert client.post(where)["Location"].startswith(PROVE)
    assert not ResetCode.objects.exists()


def test_who_has_a_second_key_proves_with_it(cast, held, settings):
    client = Client()
    knock(client)
    step(client, shown(held[0]))
    later(settings, 6)
    page = client.get(f"{PROVE}?next=https://evil.example/").content.decode()
    assert "Mã của khóa thứ hai" in page and "evil" not in page and "password" not in page
    assert client.post(PROVE, {"code": held[1][0]})["Location"] == "/"
    assert client.get("/toi/khoa-thu-hai/").status_code == 200


def test_a_long_list_of_persons_leaves_with_a_fresh_proof_only(cast, settings, monkeypatch):
    client = cast.client("administrator")
    client.get("/toi/")
    later(settings, 6)
    assert client.get("/xuat/people/").status_code == 200
    monkeypatch.setattr(rules, "MANY_PERSONS", 2)
    for list_of_persons in ("/xuat/people/", "/nguoi/?xuat=xlsx"):
        assert client.get(list_of_persons)["Location"].startswith(PROVE)


def test_she_sees_her_own_sessions_and_ends_one(cast):
    here, there = Client(), Client()
    for client in (here, there):
        cast.account("member")
        knock(client, "member")
    page = here.get("/toi/").content.decode()
    assert page.count("bấm lần cuối") == 2
    assert page.count("máy này</span>") == 1
    other = OpenSession.objects.exclude(session_key=here.session.session_key).get()
    stranger = cast.client("colleague")
    assert stranger.post(f"/toi/phien/{other.pk}/thoat/").status_code == 404
    assert here.post(f"/toi/phien/{other.pk}/thoat/").status_code == 302
    assert there.get("/toi/").status_code == 302 and here.get("/toi/").status_code == 200


def test_she_alone_reads_at_which_machine_she_signed_in_and_for_ninety_days(cast, settings):
    windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0"
    cast.account("member")
    client = Client(headers={"user-agent": windows}, REMOTE_ADDR="203.0.113.7")
    knock(client, "member")
    page = client.get("/toi/").content.decode()
    assert "Chrome, Windows" in page and "203.0.113.7" in page
    for who in ("secretary", "administrator", "inspector"):
        told = cast.client(who).get("/lich-su/").content.decode()
        told += cast.client(who).get(f"/nguoi/{cast.member.person.pk}/").content.decode()
        assert "203.0.113.7" not in told
    settings.LANTOA_NOW = "2027-02-20T08:00:00+07:00"
    tasks.clear(clock.now())
    assert Event.objects.get(verb="account.signed_in").short_lived is None
    page = cast.client("member").get("/toi/").content.decode()
    assert "203.0.113.7" not in page and "Các lần đăng nhập gần đây" in page


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0",
            "Edge, Windows",
        ),
        ("", "không rõ máy gì"),
    ],
)
def test_machines_are_told_by_their_kind_alone(agent, said):
    assert rules.device_said_by(agent) == said


def test_ending_all_others_leaves_one_in_the_list(cast):
    here, there = Client(), Client()
    cast.account("member")
    knock(here, "member"), knock(there, "member")
    here.post("/toi/thoat-may-khac/")
    assert here.get("/toi/").content.decode().count("bấm lần cuối") == 1
    assert there.get("/toi/").status_code == 302


def test_it_is_turned_off_and_made_anew_by_its_owner(cast, held):
    client = Client()
    knock(client)
    step(client, shown(held[0]))
    sheet = client.post("/toi/khoa-thu-hai/ma-du-phong/").content.decode()
    assert codes.in_groups(held[1][0]) not in sheet
    assert client.post("/toi/khoa-thu-hai/tat/").status_code == 302
    assert knock(Client())["Location"] == "/nguoi/"


@pytest.mark.parametrize(
    "answer", ["", "x", "{}", "[]", '{"id": "AAAA", "response": {}}', "null", "9" * 9000]
)
def test_what_is_no_answer_of_a_browser_opens_nothing(cast, answer):
    client = cast.client("member")
    assert client.get("/toi/khoa-thu-hai/", headers={"host": "localhost"}).status_code == 200
    sent = client.post("/toi/khoa-thu-hai/may/", {"name": "Máy này", "credential": answer})
    assert sent.status_code == 400 and not codes.has_second_key(cast.account("member"))


def test_passkeys_are_offered_where_browsers_know_them(cast):
    client = cast.client("member")
    assert "Khóa trên máy" in client.get("/toi/khoa-thu-hai/", headers={"host": "localhost"}).content.decode()
    plain = client.get("/toi/khoa-thu-hai/", headers={"host": "127.0.0.1"}).content.decode()
    assert "Khóa trên máy" not in plain, "in the open no browser makes one"


def test_who_holds_the_machine_drops_it_and_the_history_says_so(cast, held, settings):
    settings.SECRET_KEY = "another machine, another key"
    client = Client()
    knock(client)
    assert step(client, shown(held[0])).status_code == 200, "nothing can be read here, nothing breaks"
    call_command("drop_second_key", "administrator", stdout=StringIO())
    assert Event.objects.get(verb="account.second_key_dropped").note == "bằng lệnh tại máy chủ"
    assert knock(Client())["Location"] == "/nguoi/"
    with pytest.raises(CommandError, match="không bật"):
        call_command("drop_second_key", "administrator")


def test_the_librarys_own_pages_have_no_address():
    for name in ("account_login", "account_signup", "account_email", "mfa_index", "mfa_authenticate"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert Client().get("/accounts/login/").status_code == 404
