"""One register of numbers: papers of every room stand in it, nobody numbers twice, gaps are shown."""

import datetime as dt
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lantoa.documents import actions, book, queries
from lantoa.documents.models import Document, Register
from lantoa.documents.rules import Symbol, gaps, read_symbol
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from tests.cast import build

TERM = dt.date(2025, 7, 1)


def numbered(cast, symbol="", *, unit=None, by=None, on=None, kind="Kế hoạch", about="kế hoạch"):
    """A plan of the commune, numbered by its room."""
    return actions.number_paper(
        kind=kind,
        about=about,
        unit=unit or cast.commune,
        abstract="thực hiện chuyên đề năm 2026",
        on=on or cast.today,
        by=by or cast.committee,
        symbol=symbol,
    )


@pytest.fixture
def commune(cast):
    """The commune's committee in its term."""
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.committee)
    return cast.commune


@pytest.mark.parametrize(
    "typed, read",
    [
        ("15-QĐ/ĐU", Symbol(15, "QĐ", "ĐU", "party")),
        (" 05 - KH / ĐU ", Symbol(5, "KH", "ĐU", "party")),
        ("12-KH/UBKTĐU", Symbol(12, "KH", "UBKTĐU", "party")),
        ("15/QĐ-UBND", Symbol(15, "QĐ", "UBND", "state")),
        ("15/KH", Symbol(15, "KH", "", "state")),
        ("15-QĐ", Symbol(15, "QĐ", "", "party")),
        ("15", Symbol(15, "", "", "party")),
        ("00", None),
        ("15a-QĐ/ĐU", None),
        ("số mười lăm", None),
        ("", None),
    ],
)
def test_what_people_type_from_a_paper_is_read(typed, read):
    assert read_symbol(typed) == read


@pytest.mark.parametrize(
    "numbers, empty", [([], []), ([1, 2, 3], []), ([2], [(1, 1)]), ([1, 3, 8], [(2, 2), (4, 7)])]
)
def test_gaps_are_the_numbers_nobody_bears(numbers, empty):
    assert gaps(numbers) == empty


def test_a_room_gets_the_next_number_or_enters_the_one_on_the_paper(cast, commune):
    first = numbered(cast)
    assert (first.symbol, first.about, first.is_entered) == ("01-KH/ĐU", "kế hoạch", False)
    signed = numbered(cast, "05-KH/ĐU")
    assert (signed.number, signed.is_entered, signed.register) == (5, True, first.register)
    assert numbered(cast).symbol == "06-KH/ĐU"
    assert Event.objects.about(signed).get().verb == "document.entered"


def test_no_second_paper_bears_a_number(cast, commune):
    first = numbered(cast)
    for again in ("01-KH/ĐU", "1", "1-KH"):
        with pytest.raises(BadInput, match=r"Số 01-KH/ĐU đã vào sổ cho “thực hiện chuyên đề") as refusal:
            numbered(cast, again)
        assert refusal.value.field == "number"
    assert Document.objects.get() == first
    assert numbered(cast, "01-QĐ/ĐU", kind="Quyết định", about="quyết định").number == 1


def test_a_number_taken_on_the_page_becomes_the_number_of_the_record(cast, commune):
    by_hand = actions.issue(
        type=queries.type_of("party", "Kế hoạch"),
        issuer_unit=commune,
        body_abbreviation="ĐU",
        abstract="học tập chuyên đề",
        on=cast.today,
        by=cast.committee,
    )
    with pytest.raises(BadInput, match="Kiểm tra lại số và ngày"):
        numbered(cast, "01-KH/ĐU", on=cast.today - dt.timedelta(days=1))
    assert numbered(cast, "01-KH/ĐU") == by_hand
    by_hand.refresh_from_db()
    assert (by_hand.about, by_hand.abstract) == ("kế hoạch", "học tập chuyên đề")


def test_minutes_and_odd_symbols_stand_in_no_register(cast, commune):
    assert numbered(cast, "05-BB/CB") is None and numbered(cast, "15a-KH/ĐU") is None
    assert not Register.objects.exists()


def test_a_paper_signed_before_its_term_was_recorded_moves_into_it(cast):
    signed = numbered(cast, "07-KH/ĐU", on=dt.date(2025, 8, 1))
    before = numbered(cast, "30-KH/ĐU", on=dt.date(2025, 3, 1))
    assert (signed.register.year, before.register) == (2025, signed.register)
    with pytest.raises(BadInput, match="chưa ghi nhiệm kỳ"):
        numbered(cast)
    term = actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.committee)
    signed.refresh_from_db()
    before.refresh_from_db()
    assert signed.register.term == term and before.register.year == 2025
    assert numbered(cast).symbol == "08-KH/ĐU"


def test_a_book_whose_papers_all_moved_into_the_term_is_not_offered(cast):
    signed = numbered(cast, "07-KH/ĐU", on=dt.date(2025, 8, 1))
    term = actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.committee)
    assert [one.term for one in book.registers_of(cast.commune)] == [term]
    assert signed.symbol in cast.client("committee").get(reverse("documents:book")).content.decode()


def test_what_is_undone_leaves_the_register_and_a_given_number_stays(cast, commune):
    given, entered = numbered(cast), numbered(cast, "09-KH/ĐU")
    actions.give_back(entered, by=cast.committee)
    actions.give_back(given, by=cast.committee)
    left = Document.objects.get()
    assert (left, left.about) == (given, "")
    assert numbered(cast).symbol == "02-KH/ĐU"


def test_out_of_reach_nothing_is_numbered(cast):
    with pytest.raises(NotAllowed):
        numbered(cast, unit=cast.far)


def test_the_book_shows_every_number_and_what_is_missing(cast, commune):
    numbered(cast)
    numbered(cast, "05-KH/ĐU")
    numbered(cast, "02-QĐ/ĐU", kind="Quyết định", about="quyết định khen thưởng")
    client = cast.client("committee")
    page = client.get(reverse("documents:book")).content.decode()
    plans = next(one for one in book.registers_of(commune) if one.type.code == "KH")
    whole = client.get(reverse("documents:book"), {"so": plans.pk}).content.decode()
    assert "02-QĐ/ĐU" in page + whole and "Kế hoạch KH/ĐU, nhiệm kỳ 2025 - 2030" in whole
    assert "02 đến 04" in whole and "3 số chưa có văn bản nào" in whole and "05-KH/ĐU" in whole


def test_the_book_goes_out_as_excel(cast, commune):
    numbered(cast)
    numbered(cast, "03-KH/ĐU")
    answer = cast.client("committee").get(reverse("documents:book"), {"xuat": "xlsx"})
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    rows = workbook.get_sheet_by_index(0).to_python()
    cells = [[cell for cell in row if cell] for row in rows]
    assert ["02", "Chưa có văn bản nào mang số này."] in cells
    assert any(row[:2] == ["03", "03-KH/ĐU"] for row in cells)


def test_the_book_of_another_province_is_not_found(cast):
    assert (
        cast.client("committee").get(reverse("documents:book"), {"don-vi": cast.far.code}).status_code == 404
    )
    empty = cast.client("secretary").get(reverse("documents:book")).content.decode()
    assert "Chưa có số nào được cấp" in empty


@pytest.mark.alone
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rooms_asking_at_the_same_moment_share_one_series():
    cast = build()
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=TERM, by=cast.committee)
    at_once = 8 if connection.vendor == "postgresql" else 1

    def ask(turn):
        try:
            return numbered(cast, about=("kế hoạch", "báo cáo", "quyết định")[turn % 3]).number
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as people:
        numbers = list(people.map(ask, range(18)))
    assert sorted(numbers) == list(range(1, 19))
