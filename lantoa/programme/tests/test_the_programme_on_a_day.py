"""The programme's name, pillars and legal bases are what they were on the day asked about."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people.actors import heads_the_tree
from lantoa.programme import actions, queries, rules
from lantoa.programme.models import LegalBasis, Pillar, Programme

pytestmark = pytest.mark.django_db
LAST_DAY_OF_OLD = dt.date(2026, 7, 12)
FIRST_DAY_OF_NEW = dt.date(2026, 7, 13)


def names(pillars):
    return [pillar.name for pillar in pillars]


def test_until_12_july_2026_one_learns_and_follows():
    programme = queries.programme_on(LAST_DAY_OF_OLD)
    assert programme.name == "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    assert names(programme.pillars_on(LAST_DAY_OF_OLD)) == ["Tư tưởng", "Đạo đức", "Phong cách"]


def test_from_13_july_2026_one_learns_and_practises_and_method_is_a_fourth_pillar():
    programme = queries.programme_on(FIRST_DAY_OF_NEW)
    assert programme.name == "Học tập, thực hành tư tưởng, đạo đức, phương pháp, phong cách Hồ Chí Minh"
    assert names(programme.pillars_on(FIRST_DAY_OF_NEW)) == [
        "Tư tưởng",
        "Đạo đức",
        "Phương pháp",
        "Phong cách",
    ]
    assert programme.short_name == "Học tập, thực hành theo Bác"


def test_before_it_began_there_is_no_programme():
    assert queries.programme_on(dt.date(2016, 5, 14)) is None
    assert list(queries.bases_on(dt.date(2016, 5, 14))) == []


@given(st.dates(dt.date(2016, 5, 15), dt.date(2060, 1, 1)))
def test_every_day_since_has_exactly_one_programme(day):
    programme = Programme.objects.on(day).get()
    assert set(programme.pillars_on(day)) == set(programme.pillars.all())


@pytest.mark.parametrize(
    ("day", "symbols"),
    [
        (dt.date(2016, 5, 15), ["05-CT/TW"]),
        (dt.date(2021, 5, 18), ["05-CT/TW", "01-KL/TW"]),
        (dt.date(2026, 11, 16), ["05-CT/TW", "01-KL/TW", "07-CT/TW"]),
    ],
)
def test_the_legal_bases_of_a_day(day, symbols):
    assert [basis.symbol for basis in queries.bases_on(day)] == symbols


def test_the_directive_seen_at_second_hand_says_so(cast):
    def unseen() -> int:
        return cast.client("member").get("/chuong-trinh/").content.decode().count("cần đối chiếu bản gốc")

    before = unseen()
    assert before == 2  # and what commendations rest on
    actions.change_basis(
        LegalBasis.objects.get(symbol="07-CT/TW"), by=cast.officer, verified=True, note="", ends=None
    )
    assert unseen() == before - 1


def test_the_page_can_be_read_as_of_another_day(cast):
    page = cast.client("member").get("/chuong-trinh/?ngay=12/07/2026").content.decode()
    assert "Học tập và làm theo tư tưởng" in page and "Phương pháp" not in page
    page = cast.client("member").get("/chuong-trinh/?ngay=31/02/2026").content.decode()
    assert "không có thật" in page and "Phương pháp" in page


def test_a_new_name_begins_and_the_old_days_keep_theirs(cast):
    starts = dt.date(2027, 5, 19)
    begun = actions.begin_programme(
        name="Thực hành tư tưởng Hồ Chí Minh",
        short_name="Thực hành theo Bác",
        starts=starts,
        pillars=["Tư tưởng", "Phương pháp", "Sáng tạo"],
        by=cast.officer,
    )
    assert queries.programme_on(starts) == begun
    assert [pillar.code for pillar in begun.pillars_on(starts)] == ["thought", "method", "sang-tao"]
    before = queries.programme_on(dt.date(2027, 5, 18))
    assert len(before.pillars_on(dt.date(2027, 5, 18))) == 4
    assert Event.objects.about(begun).get().verb == "programme.renamed"


def test_a_name_cannot_begin_in_the_past_of_the_present_one(cast):
    with pytest.raises(BadInput, match="sau ngày 13/07/2026"):
        actions.begin_programme(
            name="Tên", short_name="Tên", starts=FIRST_DAY_OF_NEW, pillars=["Tư tưởng"], by=cast.officer
        )


@pytest.mark.parametrize("who", ["secretary", "committee", "leader"])
def test_only_those_who_act_for_the_whole_tree_keep_the_settings(cast, who):
    actor = getattr(cast, who)
    assert heads_the_tree(actor) is (who == "leader")
    if who != "leader":
        with pytest.raises(NotAllowed):
            actions.change_basis(LegalBasis.objects.first(), by=actor, verified=True, ends=None)


def test_a_basis_is_recorded_once_and_ends_after_it_starts(cast):
    fields = {
        "symbol": "144-QĐ/TW",
        "kind": "regulation",
        "issuer": "Bộ Chính trị",
        "issued_on": dt.date(2024, 5, 9),
        "abstract": "về chuẩn mực đạo đức cách mạng của cán bộ, đảng viên giai đoạn mới",
        "starts": dt.date(2024, 5, 9),
    }
    actions.record_basis(by=cast.officer, **fields)
    with pytest.raises(BadInput, match="đã được ghi"):
        actions.record_basis(by=cast.officer, **fields)
    with pytest.raises(BadInput, match="sau ngày bắt đầu"):
        actions.record_basis(by=cast.officer, **fields | {"symbol": "1", "ends": dt.date(2024, 5, 9)})


def test_two_programmes_cannot_be_in_force_at_once():
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.create(name="Khác", short_name="Khác", starts=dt.date(2030, 1, 1))


@given(st.text(min_size=1, max_size=80))
def test_a_pillar_keeps_its_code_under_the_same_name(name):
    assert rules.code_of(name, [("thought", name)]) == "thought"
    assert len(rules.code_of(name, [])) <= 40


def test_the_pages_of_the_settings(cast):
    client = cast.client("officer")
    basis = LegalBasis.objects.get(symbol="07-CT/TW")
    form = client.get(f"/chuong-trinh/can-cu/{basis.pk}/sua/").content.decode()
    assert 'value="13/07/2026"' in form
    sent = {
        "symbol": "07-CT/TW",
        "kind": "directive",
        "issuer": "Bộ Chính trị",
        "issued_on": "13/7/2026",
        "abstract": "về đẩy mạnh học tập, thực hành",
        "serves": "programme",
        "starts": "13/7/2026",
        "verified": "on",
    }
    assert client.post(f"/chuong-trinh/can-cu/{basis.pk}/sua/", sent).status_code == 302
    basis.refresh_from_db()
    assert basis.verified and basis.abstract == "về đẩy mạnh học tập, thực hành"
    again = client.post("/chuong-trinh/can-cu/moi/", sent).content.decode()
    assert "Văn bản có số, ký hiệu này đã được ghi." in again and "Lỗi: " in again
    renamed = {
        "name": "Tên mới",
        "short_name": "Mới",
        "starts": "1/1/2030",
        "pillars": "Tư tưởng\n\nĐạo đức\n",
    }
    assert client.post("/chuong-trinh/doi-ten/", renamed).status_code == 302
    assert Pillar.objects.filter(programme__name="Tên mới").count() == 2
