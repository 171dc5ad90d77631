"""The five packs are loaded, the five reports are written, and every figure the articles state is in them."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from lantoa.demo.loading import load_packs
from lantoa.demo.stated import COUNTED, REPORTS, STATED, Stated

# The reports are read, not the tables; the mark says that this run needs a database.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker, tmp_path_factory):
    """pack → the JSON twin of its report; everything is taken back afterwards."""
    from django.db import transaction

    folder, twins = tmp_path_factory.mktemp("out"), {}
    with django_db_blocker.unblock(), transaction.atomic():
        for pack, (unit, period) in REPORTS.items():
            list(load_packs(only=pack))
            out = folder / f"{pack}.json"
            call_command("report", unit=unit, period=period, format="json", out=str(out), verbosity=0)
            twins[pack] = json.loads(out.read_text())
        transaction.set_rollback(True)
    return twins


def found(twin: dict, row: Stated) -> dict:
    """The figure of that code and unit."""
    matches = [
        f
        for f in twin["figures"]
        if f["code"] == row.code and f["unit"]["code"] == row.unit and not f.get("split")
    ]
    assert len(matches) == 1, f"{row.id}: {len(matches)} figures {row.code} of {row.unit}"
    return matches[0]


@pytest.mark.parametrize("row", STATED, ids=lambda row: f"{row.id} {row.part}".strip())
def test_a_stated_figure_comes_out_exactly_and_in_its_word(reports, row):
    figure = found(reports[row.pack], row)
    names = {
        "value": "value",
        "numerator": "numerator",
        "denominator": "denominator",
        "low": "min",
        "high": "max",
        "text": "text",
    }
    if row.id == "A02":
        assert figure["numerator"] == figure["denominator"] > 0, "100 %"
    else:
        for part, said in row.said.items():
            assert figure[names[part]] == (said if isinstance(said, str) else float(said)), (row.id, figure)
    assert figure["precision"] == row.precision
    assert figure["source"] == row.source
    assert figure["records"].startswith("/"), "every number opens"


def test_all_fifty_stated_figures_are_there():
    assert len(STATED) == 50
    counted = {row.id for row in STATED if row.source == COUNTED}
    khanh_hoa = {f"D0{number}" for number in range(1, 10)}
    assert (
        counted == {"A01", "A02", "B03", "B05", "C06", "C07", "E01", "E02", "E09", "E10", "E11"} | khanh_hoa
    )


def test_98_06_is_a_share_of_the_resolved_not_of_the_received(reports):
    by_code = {f["code"]: f for f in reports["dong-nai"]["figures"]}
    assert "đã giải quyết" in by_code["dossiers.on_time_share"]["basis"]
    assert by_code["dossiers.on_time"]["value"] / by_code["dossiers.received"]["value"] < 0.9806


def test_thirteen_and_thirty_nine_are_two_series(reports):
    by_code = {f["code"]: f for f in reports["dong-nai"]["figures"] if not f.get("split")}
    assert by_code["meetings.thematic"]["value"] == 13 and by_code["meetings.flag_topics"]["value"] == 39
    assert 52 not in [f.get("value") for f in reports["dong-nai"]["figures"]]


def test_what_was_counted_is_kept_beside_what_is_said(reports):
    money = next(f for f in reports["khanh-hoa"]["figures"] if f["code"] == "outreach.money")
    assert money["value"] == 3_000_000_000 and money["exact"] == 2_953_000_000
