"""The samples of deploy/ name what exists: commands with their options, ports, settings, folders, headers."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from argparse import Namespace
from pathlib import Path

import pytest
from django.core.management import load_command_class

from lantoa.foundation.attachments import LARGEST_BODY, MEGABYTE
from lantoa.upkeep.actions import metrics

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def unit() -> configparser.SectionProxy:
    """What the unit says of the service."""
    found = configparser.ConfigParser(interpolation=None, strict=False)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string(text("lantoa.service"))
    return found["Service"]


def settings_told() -> dict[str, str]:
    """Name → value of every line of the environment."""
    lines = (line for line in text("env").splitlines() if line and not line.startswith("#"))
    return dict(line.split("=", 1) for line in lines)


def started() -> Namespace:
    """What the unit starts, read by the very command."""
    _python, script, name, *options = unit()["ExecStart"].split()
    assert script == "manage.py" and (ROOT / script).exists()
    parser = load_command_class("lantoa.upkeep", name).create_parser(script, name)
    return parser.parse_args(options)


def test_the_unit_starts_a_command_that_exists_where_the_proxies_look_for_it():
    asked = started()
    here = f"{asked.host}:{asked.port}"
    assert f"proxy_pass http://{here};" in text("nginx.conf")
    assert f"reverse_proxy {here} " in text("Caddyfile")
    assert f'"{metrics.HERE}:{asked.metrics_port}"' in text("prometheus.yml")


def test_every_setting_of_the_environment_is_one_that_is_read():
    read = (ROOT / "config/settings.py").read_text(encoding="utf-8")
    told = settings_told()
    assert told and all(f'"{name}"' in read or name == "DATABASE_URL" for name in told)
    assert told["LANTOA_HTTPS"] == "yes", "TLS stands before it"


def test_the_data_and_the_copies_lie_where_the_service_may_write():
    may = [Path(one) for one in unit()["ReadWritePaths"].split()]
    told = settings_told()
    for name in ("LANTOA_VAR", "LANTOA_OUT", "LANTOA_KEEP", "LANTOA_SEALS"):
        assert any(Path(told[name]).is_relative_to(one) for one in may), name
    assert not Path(told["LANTOA_KEEP"]).is_relative_to(told["LANTOA_VAR"]), "another disk"


def test_all_speak_of_one_name():
    [name] = set(re.findall(r"server_name (\S+);", text("nginx.conf")))
    told = settings_told()
    assert f"\n{name} {{" in text("Caddyfile") and name in told["ALLOWED_HOSTS"].split(",")
    assert told["LANTOA_ADDRESS"] == told["CSRF_TRUSTED_ORIGINS"] == f"https://{name}"


def test_a_proxy_says_from_where_and_how_and_lets_through_what_is_refused_in_words():
    for name in ("nginx.conf", "Caddyfile"):
        [most] = re.findall(r"(?:client_max_body_size|max_size) (\d+)", text(name))
        assert int(most) * MEGABYTE >= LARGEST_BODY
        assert "X-Forwarded-For" in text(name)
    assert "X-Forwarded-Proto $scheme" in text("nginx.conf"), "Caddy says it by itself"


def test_the_database_is_the_one_that_the_environment_names():
    name = settings_told()["DATABASE_URL"].removeprefix("postgresql:///")
    assert f"CREATE DATABASE {name} OWNER {unit()['User']} " in text("postgresql.sql")
    assert f"CREATE ROLE {unit()['User']} LOGIN;" in text("postgresql.sql")


def test_the_page_of_the_handbook_names_every_sample_and_only_what_is_there():
    page = (ROOT / "docs/handbook/on-a-server.md").read_text(encoding="utf-8")
    named = set(re.findall(r"deploy/([A-Za-z][\w.]*)", page))
    assert named == {one.name for one in DEPLOY.iterdir()}
    for command in re.findall(r"manage\.py (\w+)", page):
        assert list(ROOT.glob(f"lantoa/*/management/commands/{command}.py")) or command == "migrate", command


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path):
    here = text("lantoa.service").replace("/opt/lantoa/.venv/bin/python", "/bin/true")
    place = tmp_path / "lantoa.service"
    place.write_text(here, encoding="utf-8")
    said = subprocess.run(["systemd-analyze", "verify", place], capture_output=True, text=True, check=False)
    assert "Unknown" not in said.stderr and "Failed to parse" not in said.stderr, said.stderr
