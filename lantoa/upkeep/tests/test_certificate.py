"""Phones of the office get a secure page by the office's own certificate; one page says how they come to trust it."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import stat
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from django.core.exceptions import MiddlewareNotUsed
from django.core.management import CommandError, call_command
from django.http import HttpResponse

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.upkeep import actions, middleware, queries
from lantoa.upkeep.actions import certifying
from lantoa.upkeep.management.commands import serve

NAMES = ["localhost", "127.0.0.1", "lantoa.local", "192.168.1.20"]


@pytest.fixture
def office(settings, tmp_path):
    """Where the certificate lies."""
    settings.VAR_DIR = tmp_path
    return tmp_path / "https"


def handshake(place, key, name: str, trusts) -> dict[str, object]:
    """What a browser that trusts `trusts` is shown under that name; ssl.SSLError when it does not believe it."""
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(place, key)
    here, there = socket.socketpair()

    def answer() -> None:
        try:
            served.wrap_socket(there, server_side=True).close()
        except OSError:
            there.close()

    other = threading.Thread(target=answer)
    other.start()
    try:
        with ssl.create_default_context(cafile=trusts).wrap_socket(here, server_hostname=name) as line:
            return line.getpeercert() or {}
    finally:
        here.close()
        other.join()


def test_whoever_trusts_the_authority_believes_this_machine_and_nobody_else_does(office):
    place, key = actions.certify(NAMES, dt.datetime.now(dt.UTC))
    for name in NAMES:
        assert handshake(place, key, name, queries.authority_file())["subject"]
    with pytest.raises(ssl.SSLError):
        handshake(place, key, "khac.local", queries.authority_file())
    with pytest.raises(ssl.SSLError):
        handshake(place, key, "localhost", None)


def test_the_keys_are_for_the_account_that_runs_it_and_the_authority_only_for_the_office(office):
    actions.certify(NAMES, clock.now())
    for name in ("authority.key", "lantoa.key"):
        assert stat.S_IMODE((office / name).stat().st_mode) == 0o600
    made = x509.load_pem_x509_certificate(queries.authority_file().read_bytes())
    allowed = made.extensions.get_extension_for_class(x509.NameConstraints)
    assert allowed.critical and x509.DNSName("local") in (allowed.value.permitted_subtrees or [])
    assert queries.fingerprint() == made.fingerprint(hashes.SHA256()).hex(":").upper()


@pytest.mark.parametrize("name", ["lantoa.example.vn", "8.8.8.8"])
def test_a_name_of_the_world_is_refused_in_words(office, name):
    with pytest.raises(BadInput, match=r"không phải tên trong mạng cơ quan.*deploy"):
        actions.certify([name], clock.now())


def test_it_is_made_anew_for_a_new_name_and_near_its_end_while_phones_keep_their_trust(office):
    place, _key = actions.certify(NAMES, clock.now())
    first, trusted = place.read_bytes(), queries.fingerprint()
    assert actions.certify(NAMES[:2], clock.now())[0].read_bytes() == first
    actions.certify([*NAMES, "phong-hop.local"], clock.now())
    second = place.read_bytes()
    actions.certify(NAMES, clock.now() + dt.timedelta(days=340))
    assert len({first, second, place.read_bytes()}) == 3 and queries.fingerprint() == trusted


def test_the_page_says_how_a_phone_trusts_it_before_anybody_signed_in(office, client, db):
    assert client.get("/chung-thu/").status_code == 404
    assert client.get("/chung-thu/lan-toa.crt").status_code == 404
    actions.certify(NAMES, clock.now())
    page = client.get("/chung-thu/").content.decode()
    assert queries.fingerprint() in page and "Android" in page and "iPhone" in page
    file = client.get("/chung-thu/lan-toa.crt")
    assert file["Content-Type"] == "application/x-x509-ca-cert" and b"PRIVATE" not in file.content


def test_the_plain_port_leads_to_the_secure_page_but_for_the_way_to_trust_it(rf, settings):
    def inner(request):
        return HttpResponse("trong")

    with pytest.raises(MiddlewareNotUsed):
        middleware.to_the_secure_page(inner)
    settings.OWN_CERTIFICATE, settings.HTTPS_PORT = True, "8443"
    led = middleware.to_the_secure_page(inner)
    answer = led(rf.get("/dang-nhap/?next=/a", headers={"host": "127.0.0.1:8000"}))
    assert answer["Location"] == "https://127.0.0.1:8443/dang-nhap/?next=/a"
    assert led(rf.get("/chung-thu/")).content == led(rf.get("/", secure=True)).content == b"trong"


def test_an_administrator_is_told_in_time_to_start_again(office, cast, settings):
    said = "Chứng thư của máy sắp hết hạn"
    actions.certify(NAMES, clock.now())
    client = cast.client("administrator")
    assert said not in client.get("/").content.decode()
    assert "Chứng thư của máy này dùng đến" in client.get("/van-hanh/").content.decode()
    (office / "lantoa.crt").unlink()
    actions.certify(NAMES, clock.now() - certifying.LASTS + dt.timedelta(days=20))
    assert said not in client.get("/").content.decode(), "it lies there, and nothing is served by it"
    settings.OWN_CERTIFICATE = True
    assert said in client.get("/").content.decode()


@pytest.fixture
def started(monkeypatch, office):
    """All of `serve` but the processes; what it would have started, and what they would know."""
    found: list[dict[str, list[str]]] = []
    monkeypatch.setattr(serve, "_make_ready", lambda say: None)
    monkeypatch.setattr(serve, "_must_be_free", lambda host, port: None)
    monkeypatch.setattr(serve, "keep_running", found.append)
    for name in (
        "LANTOA_HTTPS",
        "LANTOA_HTTPS_PORT",
        "LANTOA_ADDRESS",
        "ALLOWED_HOSTS",
        serve.metrics.FOLDER,
    ):
        monkeypatch.setenv(name, "")
    monkeypatch.delenv("LANTOA_ADDRESS")
    office.parent.mkdir(exist_ok=True)
    return found


def test_one_command_serves_the_office_and_says_what_to_compare(started, capsys):
    call_command("serve", https=8443, name=["lantoa.local"], metrics_port=0)
    secure, plain = started[0]["web"], started[0]["plain"]
    assert "--ssl-certificate" in secure and "8443" in secure and "0.0.0.0" in secure
    assert "--ssl-certificate" not in plain and "8000" in plain
    said = capsys.readouterr().out
    assert "https://lantoa.local:8443" in said and queries.fingerprint() in said
    assert serve.os.environ["LANTOA_HTTPS"] == "own" and "lantoa.local" in serve.os.environ["ALLOWED_HOSTS"]


def test_without_it_only_this_machine_is_served(started):
    call_command("serve", metrics_port=0)
    assert set(started[0]) == {"web", "worker"} and "127.0.0.1" in started[0]["web"]


def test_a_wrong_name_is_said_before_anything_starts(started):
    with pytest.raises(CommandError, match="mạng cơ quan"):
        call_command("serve", https=8443, name=["lantoa.example.vn"], metrics_port=0)
    assert not started
