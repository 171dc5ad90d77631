"""Whoever watches the machine is told ages, lengths and times, on this machine only, and nothing of any person."""

from __future__ import annotations

import datetime as dt
import socket
import urllib.request

import pytest
from django.core.management import call_command
from django.db import OperationalError
from prometheus_client import REGISTRY, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from lantoa.foundation import clock
from lantoa.upkeep import actions, queries
from lantoa.upkeep.actions import metrics
from lantoa.upkeep.management.commands import serve
from lantoa.upkeep.models import KeptCopy


def told() -> dict[tuple[str, str], float]:
    """Name and the one label → value, as a watching machine reads them."""
    text = generate_latest(metrics.registry()).decode()
    samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
    return {(one.name, "".join(one.labels.values())): one.value for one in samples}


def copied(hours: int) -> None:
    """A copy was kept that long ago, beside the data only."""
    at = clock.now() - dt.timedelta(hours=hours)
    KeptCopy.objects.create(at=at, name="x", size=7, seconds=1, places=[], rows=1, events=0)


def test_ages_and_lengths_are_told_and_what_never_was_has_no_age(cast):
    before = told()
    assert before["lantoa_database_up", ""] == 1 and before["lantoa_queue_length", ""] == 0
    assert ("lantoa_worker_age_seconds", "") not in before
    actions.run_by_clock("history.seal")
    copied(hours=3)
    after = told()
    assert after["lantoa_worker_age_seconds", ""] == 0
    assert after["lantoa_task_age_seconds", "history.seal"] == 0
    assert after["lantoa_task_late", "history.seal"] == 0
    assert after["lantoa_copy_age_seconds", "any"] == 3 * 3600 and after["lantoa_copy_bytes", "any"] == 7
    assert ("lantoa_copy_age_seconds", "second") not in after and after["lantoa_data_free_bytes", ""] > 0


def test_a_database_that_is_away_is_a_number_too(cast, monkeypatch):
    def away(now):
        raise OperationalError("password of Nguyễn Thị Lan")

    monkeypatch.setattr(queries, "numbers", away)
    assert told() == {("lantoa_database_up", ""): 0}


def test_requests_are_counted_by_the_name_of_their_address_and_tell_no_person(cast):
    def count() -> float:
        of = {"address": "people:show", "method": "GET", "status": "2xx"}
        return REGISTRY.get_sample_value("lantoa_request_seconds_count", of) or 0

    before, address = count(), f"/nguoi/{cast.member.person.pk}/"
    assert cast.client("secretary").get(address).status_code == 200 and count() == before + 1
    text = generate_latest(REGISTRY).decode()
    assert cast.member.person.full_name not in text and address not in text


def test_the_port_answers_on_this_machine_only(monkeypatch):
    monkeypatch.setattr(queries, "numbers", lambda now: iter([queries.Number("queue_length", "…", 3)]))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert metrics.open_port(port)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        assert b"lantoa_queue_length 3.0" in answer.read()
    assert metrics.HERE == "127.0.0.1" and not metrics.open_port(port), "taken now"


@pytest.fixture
def quick_start(monkeypatch, settings, tmp_path):
    """All of `serve` but the processes it keeps running; what it would have started."""
    settings.VAR_DIR = tmp_path
    started: list[dict[str, list[str]]] = []
    monkeypatch.setattr(serve, "_collect_where_changed", lambda: None)
    monkeypatch.setattr(serve, "keep_running", lambda commands: started.append(commands))
    monkeypatch.setenv(metrics.FOLDER, "")
    return started


def test_a_port_of_metrics_that_is_taken_stops_nothing(cast, quick_start, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        call_command("serve", port=1, metrics_port=taken)
    assert f"Cổng số đo {taken} đã có chương trình khác dùng" in capsys.readouterr().err
    assert quick_start[0]["web"] and quick_start[0]["worker"]
