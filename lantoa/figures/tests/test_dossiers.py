"""Dossiers of administrative procedures: typed in a grid, asked about where they do not agree, told in one sentence."""

from decimal import Decimal

import pytest

from lantoa.figures import actions, rules
from lantoa.figures.declared import declared_under, stated, told_under
from lantoa.figures.library import DOSSIERS
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.foundation.dates import Period
from lantoa.foundation.tests.forms import Form
from lantoa.reports import sentences
from lantoa.reports.tests.world import composed

YEAR = Period.year(2026)
PASTED = (
    "Chỉ tiêu\tĐVT\tSố\n"
    "Hồ sơ kỳ trước chuyển sang\thồ sơ\t776\n"
    "Hồ sơ tiếp nhận trong kỳ\thồ sơ\t79.300\n"
    "Hồ sơ đã giải quyết\thồ sơ\t78.523 (40.000 trước hạn, 37.000 đúng hạn, 1.523 quá hạn)\n"
    "Hồ sơ đang giải quyết\thồ sơ\t{}\n"
)


@pytest.fixture
def switched_on(cast):
    for code in DOSSIERS:
        actions.switch_on(code, unit=cast.province, by=cast.officer)


def pasted(cast, pending):
    browser = cast.client("committee")
    form = Form(browser, f"/so-lieu/khai-bao/bang/{cast.commune.code}/?ky=2026")
    return Form(browser, form.address, page=form.send(text=PASTED.format(pending), viec="doc"))


@pytest.mark.deep(slow=True)
def test_a_pasted_stock_of_dossiers_comes_out_as_the_sentence_of_a_report(cast, switched_on):
    assert pasted(cast, "1.553").send(viec="luu").status_code == 302
    content = composed(cast.commune)
    (said,) = [sentences.plain(line) for line in content.part("duty").lines]
    assert said == (
        "Tiếp nhận 79.300 hồ sơ, kỳ trước chuyển sang 776 hồ sơ; đã giải quyết 78.523 hồ sơ (40.000 trước hạn, "
        "37.000 đúng hạn, 1.523 quá hạn), trước hạn và đúng hạn đạt 98,06%; đang giải quyết 1.553 hồ sơ."
    )
    assert not content.part("duty").items
    assert {row.code for row in content.annex} >= set(DOSSIERS)


def test_numbers_that_do_not_agree_are_asked_about_with_both_sums(cast, switched_on):
    form = pasted(cast, "1.000")
    answer = form.send(viec="luu")
    text = answer.content.decode()
    assert "80.076 hồ sơ" in text and "79.523" in text and not DeclaredFigure.objects.exists()
    assert form.send(viec="luu", _sure="1").status_code == 302 and DeclaredFigure.objects.count() == 4


def test_a_stock_that_is_mended_in_two_cells_is_judged_when_both_are_written(cast, switched_on):
    pasted(cast, "1.553").send(viec="luu")
    form = Form(cast.client("committee"), f"/so-lieu/khai-bao/bang/{cast.commune.code}/?ky=2026")
    box = {said: name for name, said in form.data.items()}
    mended = {box["776"]: "777", box["1.553"]: "1.554"}
    assert form.send(viec="luu", **mended).status_code == 302
    form = Form(form.client, form.address)
    text = form.send(viec="luu", **{box["776"]: "770", box["1.553"]: "1.500"}).content.decode()
    assert text.count("Có đúng không?") == 2 and "80.070" in text and "80.023" in text


def test_the_share_in_time_is_of_what_was_resolved_and_needs_its_parts(cast, switched_on):
    kept = Indicator.objects.get(code="dossiers.resolved")
    actions.declare(
        kept, unit=cast.commune, period=YEAR, kind="number", value=Decimal(100), by=cast.committee
    )
    told = told_under(cast.commune, YEAR, YEAR.last_day, declared_under(cast.commune, YEAR))
    assert set(stated(told)) == {("dossiers.resolved", "")}
    assert rules.resolved_in_time([("Trước hạn", Decimal(2)), ("đúng hạn", Decimal(3))]) == 5


@pytest.mark.deep(slow=True)
def test_a_report_without_dossiers_says_nothing_of_them(cast):
    assert composed(cast.commune).part("duty").lines == ()
