"""python manage.py report: a file and its path, or one sentence and exit code 2."""

import json

import pytest
from django.core.management import CommandError, call_command

from lantoa.reports.tests.world import furnish


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings, tmp_path):
    settings.OUT_DIR = tmp_path / "out"


def run(capsys, **options):
    """(what it printed, what it complained, exit code)."""
    code = 0
    try:
        call_command("report", **options)
    except SystemExit as stop:
        code = stop.code
    out = capsys.readouterr()
    return out.out.strip(), out.err.strip(), code


@pytest.mark.parametrize(("kind", "starts"), [("docx", b"PK"), ("xlsx", b"PK"), ("json", b"{")])
def test_it_writes_a_file_and_says_where(cast, capsys, settings, kind, starts):
    furnish(cast)
    said, _err, code = run(capsys, unit=cast.province.code, period="2026-H1", format=kind)
    path = settings.OUT_DIR / f"{cast.province.code}-2026-H1.{kind}"
    assert (said, code) == (str(path), 0)
    assert path.read_bytes().startswith(starts)


@pytest.mark.deep(slow=True)
def test_it_writes_where_it_is_told(cast, capsys, tmp_path):
    target = tmp_path / "noi" / "bao-cao.json"
    said, _err, _code = run(capsys, unit=cast.cell.code, period="2026", format="json", out=str(target))
    assert said == str(target)
    assert json.loads(target.read_text())["unit"]["name"] == "Chi bộ Trường THCS Hòa Bình"


def test_a_dash_means_the_screen(cast, capfdbinary):
    call_command("report", unit=cast.cell.code, period="2026", format="json", out="-")
    assert json.loads(capfdbinary.readouterr().out)["period"]["code"] == "2026"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"unit": "khong-co"}, "Không có đơn vị nào mang mã “khong-co”"),
        ({"period": "mùa xuân"}, "Không hiểu kỳ"),
        ({"period": "2026-Q5"}, "Không hiểu kỳ"),
        ({"period": "2016"}, "không hoạt động trong kỳ năm 2016"),
        ({"form": "tong-ket"}, "Không có loại báo cáo “tong-ket”"),
        ({"account": "khong-co"}, "Không có tài khoản “khong-co”"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(cast, capsys, settings, options, sentence):
    said, err, code = run(
        capsys, **({"unit": cast.commune.code, "period": "2026", "format": "json"} | options)
    )
    assert (said, code) == ("", 2)
    assert sentence in err and "\n" not in err
    assert not settings.OUT_DIR.exists()


def test_an_unknown_format_is_refused(cast):
    with pytest.raises(CommandError):
        call_command("report", "--unit", cast.commune.code, "--period", "2026", "--format", "odt")


@pytest.mark.deep(slow=True)
def test_with_an_account_its_own_reach_is_kept(cast, capsys):
    cast.account("committee")
    ours = {"period": "2026", "format": "json", "account": "committee"}
    assert run(capsys, unit=cast.cell.code, **ours)[2] == 0
    said, err, code = run(capsys, unit=cast.far.code, **ours)
    assert (said, code) == ("", 2)
    assert err == "Đơn vị “Đảng bộ xã Nậm Khao” nằm ngoài phạm vi của Trần Quốc Hùng."
