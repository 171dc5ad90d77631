"""Numbers run from 01 for each kind of paper of each body: through a term (Party), through a year (State)."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.documents import actions, queries
from lantoa.documents.models import Document, Register, Term
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from tests.cast import build
from tests.examples import examples

OLD, NEW = dt.date(2020, 8, 1), dt.date(2025, 7, 1)


@pytest.fixture
def commune(cast):
    """The commune's committee, in its second term."""
    actions.open_term(unit=cast.commune, name="2020 - 2025", starts=OLD, by=cast.committee)
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=NEW, by=cast.committee)
    return cast.commune


def number(cast, unit, *, kind="Báo cáo", system="party", body="ĐU", on=None):
    """The line of the next number."""
    kind = queries.type_of(system, kind)
    given = actions.issue_number(
        type=kind, issuer_unit=unit, body_abbreviation=body, on=on or cast.today, by=cast.system
    )
    return str(given)


def test_the_first_report_of_the_term_is_number_01(cast, commune):
    assert [number(cast, commune) for _ in range(3)] == ["Số 01-BC/ĐU", "Số 02-BC/ĐU", "Số 03-BC/ĐU"]


def test_each_kind_has_its_own_numbers(cast, commune):
    number(cast, commune)
    assert number(cast, commune, kind="Kế hoạch") == "Số 01-KH/ĐU"
    assert number(cast, commune, kind="Quyết định") == "Số 01-QĐ/ĐU"
    assert number(cast, commune, kind="Quy định") == "Số 01-QĐ/ĐU"


def test_each_body_and_each_unit_has_its_own_numbers(cast, commune):
    actions.open_term(unit=cast.far, name="2025 - 2030", starts=NEW, by=cast.system)
    number(cast, commune)
    assert number(cast, commune, body="UBKTĐU") == "Số 01-BC/UBKTĐU"
    assert number(cast, cast.far) == "Số 01-BC/ĐU"


def test_a_new_term_begins_again_and_the_old_one_goes_on_where_it_stood(cast, commune):
    last_day = NEW - dt.timedelta(days=1)
    assert number(cast, commune, on=last_day) == "Số 01-BC/ĐU"
    assert number(cast, commune, on=last_day) == "Số 02-BC/ĐU"
    assert number(cast, commune, on=NEW) == "Số 01-BC/ĐU"
    assert number(cast, commune, on=last_day) == "Số 03-BC/ĐU"


def test_the_states_numbers_begin_again_each_year_and_need_no_term(cast):
    def plan(year):
        day = dt.date(year, 3, 1)
        return number(cast, cast.far, system="state", kind="Kế hoạch", body="UBND", on=day)

    assert [plan(2026), plan(2026), plan(2027)] == ["Số: 01/KH-UBND", "Số: 02/KH-UBND", "Số: 01/KH-UBND"]


def test_without_a_term_the_refusal_says_what_to_do(cast):
    with pytest.raises(BadInput, match="Đảng bộ xã Nậm Khao chưa ghi nhiệm kỳ cấp ủy vào ngày 16/11/2026"):
        number(cast, cast.far)
    assert not Register.objects.exists()


def test_a_number_whose_paper_failed_is_free_again(cast, commune):
    number(cast, commune)
    with pytest.raises(RuntimeError), transaction.atomic():
        assert number(cast, commune) == "Số 02-BC/ĐU"
        raise RuntimeError("the printer broke down")
    assert number(cast, commune) == "Số 02-BC/ĐU"


def test_an_empty_abstract_takes_no_number(cast, commune):
    paper = {"type": queries.type_of("party", "Báo cáo"), "issuer_unit": commune, "body_abbreviation": "ĐU"}
    with pytest.raises(BadInput, match="trích yếu") as refusal:
        actions.issue(**paper, abstract=" \u200b ", on=cast.today, by=cast.committee)
    assert refusal.value.field == "abstract"
    assert actions.issue(**paper, abstract="kết quả", on=cast.today, by=cast.committee).number == 1


def test_only_who_may_issue_for_the_unit_gets_a_number(cast, commune):
    kind = queries.type_of("party", "Báo cáo")
    for who in ("member", "secretary", "officer", "inspector", "administrator", "far_secretary"):
        with pytest.raises(NotAllowed):
            actions.issue_number(
                type=kind, issuer_unit=commune, body_abbreviation="ĐU", on=cast.today, by=getattr(cast, who)
            )
    with pytest.raises(NotAllowed):
        actions.issue_number(
            type=kind, issuer_unit=cast.far, body_abbreviation="ĐU", on=cast.today, by=cast.committee
        )
    assert not Register.objects.exists()


def test_an_issued_paper_keeps_its_issuers_name_and_is_in_the_history(cast, commune):
    document = actions.issue(
        type=queries.type_of("party", "Báo cáo"),
        issuer_unit=commune,
        body_abbreviation="ĐU",
        abstract=" kết quả năm 2026 ",
        on=cast.today,
        by=cast.committee,
    )
    assert (document.symbol, document.abstract) == ("01-BC/ĐU", "kết quả năm 2026")
    assert document.issuer_name == "Đảng bộ xã An Phú"
    assert document.created_by == cast.committee.person
    assert queries.number_line(document) == "Số 01-BC/ĐU"
    event = Event.objects.about(document).get()
    assert (event.verb, event.unit_id, event.note) == ("document.issued", commune.pk, "kết quả năm 2026")
    assert event.subject_label == "Báo cáo 01-BC/ĐU"


def test_the_database_refuses_a_number_given_twice(cast, commune):
    paper = {"type": queries.type_of("party", "Báo cáo"), "issuer_unit": commune, "body_abbreviation": "ĐU"}
    first = actions.issue(**paper, abstract="một", on=cast.today, by=cast.committee)
    first.pk = None
    with pytest.raises(IntegrityError, match=r"a_number_is_given_once|register_id"), transaction.atomic():
        first.save(force_insert=True)


def test_a_term_opens_after_the_one_before_and_closes_it(cast, commune):
    old, new = Term.objects.filter(unit=commune).order_by("starts")
    assert (old.ends, new.ends) == (NEW, None)
    assert old.label == "2020 - 2025, từ 01/08/2020 đến 30/06/2025"
    assert new.label == "2025 - 2030, từ ngày 01/07/2025"
    with pytest.raises(BadInput, match="phải bắt đầu sau ngày đó"):
        actions.open_term(unit=commune, name="lùi", starts=OLD, by=cast.committee)
    with pytest.raises(BadInput, match="tên nhiệm kỳ"):
        actions.open_term(unit=commune, name=" ", starts=dt.date(2030, 7, 1), by=cast.committee)
    with pytest.raises(NotAllowed):
        actions.open_term(unit=cast.far, name="2030", starts=dt.date(2030, 7, 1), by=cast.committee)


DAYS = st.sampled_from([OLD, NEW - dt.timedelta(days=1), NEW, dt.date(2026, 1, 1)])
KINDS = st.sampled_from(["Báo cáo", "Kế hoạch"])
BODIES = st.sampled_from(["ĐU", "UBKTĐU"])


@pytest.mark.django_db
@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(KINDS, BODIES, DAYS, st.booleans()), max_size=12))
def test_no_number_is_missing_and_none_is_given_twice(asked):
    """Whatever is asked in whatever order, and whichever attempts fail halfway."""
    with transaction.atomic():
        cast = build()
        actions.open_term(unit=cast.commune, name="2020 - 2025", starts=OLD, by=cast.committee)
        actions.open_term(unit=cast.commune, name="2025 - 2030", starts=NEW, by=cast.committee)
        given_out = {}
        for kind, body, day, fails in asked:
            document = _issue(cast, kind, body, day, fails)
            if document:
                given_out.setdefault((kind, body, day >= NEW), []).append(document.number)
        for numbers in given_out.values():
            assert numbers == list(range(1, len(numbers) + 1))
        assert Document.objects.count() == sum(map(len, given_out.values()))
        for register in Register.objects.all():
            assert register.documents.count() == register.last_number
        transaction.set_rollback(True)


def _issue(cast, kind, body, day, fails):
    """One paper, or None when the attempt breaks off after the number was given."""
    try:
        with transaction.atomic():
            document = actions.issue(
                type=queries.type_of("party", kind),
                issuer_unit=cast.commune,
                body_abbreviation=body,
                abstract="nội dung",
                on=day,
                by=cast.committee,
            )
            if fails:
                raise InterruptedError
    except InterruptedError:
        return None
    return document


@pytest.mark.alone
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_people_asking_at_the_same_moment_each_get_their_own_number():
    cast = build()
    actions.open_term(unit=cast.commune, name="2025 - 2030", starts=NEW, by=cast.committee)
    # The in-memory SQLite of the tests has one writer by nature; a served database has many.
    at_once = 8 if connection.vendor == "postgresql" else 1
    kind = queries.type_of("party", "Báo cáo")

    def ask(_turn):
        try:
            return actions.issue(
                type=kind,
                issuer_unit=cast.commune,
                body_abbreviation="ĐU",
                abstract="nội dung",
                on=cast.today,
                by=cast.committee,
            ).number
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as people:
        numbers = list(people.map(ask, range(24)))
    assert sorted(numbers) == list(range(1, 25))
