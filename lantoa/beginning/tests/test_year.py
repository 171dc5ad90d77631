"""One page on which an office sets its year: registrations, themes, bases, the term in which numbers run."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.beginning import actions, queries
from lantoa.beginning.tests.test_beginning import begun, who
from lantoa.documents.models import Term
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tests.forms import Form
from lantoa.organisation import actions as organisation
from lantoa.people.models import Account, Post
from lantoa.programme.models import LegalBasis, Theme
from lantoa.registrations import actions as registrations
from lantoa.registrations.models import RegistrationYear
from lantoa.registrations.tests.papers import drafted

pytestmark = pytest.mark.django_db
PAGE = reverse("beginning:year")


@pytest.fixture(autouse=True)
def _a_data_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def office() -> Client:
    """An administrator in an office that began a minute ago; its head has said yes."""
    beginning = begun()
    actions.confirm(beginning, by=who(beginning.head))
    client = Client()
    client.force_login(
        Account.objects.get(person=beginning.administrator),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def text(client: Client, url: str = PAGE) -> str:
    return client.get(url).content.decode()


def test_an_administrator_of_an_empty_office_sets_the_whole_year_from_one_page():
    client = office()
    assert PAGE in text(client, "/"), "it stands in the menu"
    said = text(client)
    assert "Năm công tác 2027" in said and said.count("chưa đặt") == 3
    opening = Form(client, f"{reverse('registrations:open_year')}?nam=2027")
    answer = opening.send(opens_on="01/12/2026", deadline="31/01/2027")
    assert answer["Location"] == PAGE and RegistrationYear.objects.get().year == 2027
    Form(client, f"{reverse('programme:theme_new')}?nam=2027").send(title="Nêu gương")
    assert Theme.objects.get().starts == dt.date(2027, 1, 1)
    Form(client, reverse("documents:terms")).send(name="2025 - 2030", starts="01/07/2025")
    assert Term.objects.get().name == "2025 - 2030"
    basis = LegalBasis.objects.get(symbol="07-CT/TW")
    assert reverse("programme:basis_edit", args=[basis.pk]) in said
    said = text(client)
    assert "chưa đặt" not in said and "hạn 31/01/2027" in said and "Nêu gương" in said


def test_below_the_top_what_comes_from_above_is_read_and_the_own_is_set(cast):
    registrations.open_year(
        by=cast.officer, year=2027, opens_on=dt.date(2026, 12, 1), deadline=dt.date(2027, 1, 20)
    )
    said = text(cast.client("committee"))
    assert "hạn 20/01/2027" in said and "Theo Đảng bộ tỉnh Sơn Hà" in said
    assert "Mở đăng ký năm 2027" in said
    assert reverse("programme:basis_new") not in said


def test_at_the_top_of_a_second_tree_the_lists_of_the_whole_installation_are_read(cast):
    """No link leads to what its reader may not change."""
    top = organisation.found(
        name="Đảng bộ tỉnh Khác", parent=None, kind="party", level="province", on=cast.today, by=cast.system
    )
    Post.objects.filter(person=cast.officer.person).update(unit=top, starts=cast.today)
    said = text(cast.client("officer"))
    assert "Năm công tác" in said
    assert reverse("programme:basis_new") not in said and reverse("programme:begin") not in said


def test_who_looks_after_one_cell_reads_it_and_opens_no_year(cast):
    assert reverse("registrations:open_year") not in text(cast.client("secretary"))


def test_once_somebody_has_sent_the_day_of_opening_stands_and_the_deadline_moves(cast):
    days = {"year": 2026, "opens_on": dt.date(2026, 11, 1), "deadline": dt.date(2026, 12, 1)}
    registrations.open_year(by=cast.committee, **days)
    registrations.submit(drafted(cast.member, year=2026), by=cast.member)
    with pytest.raises(BadInput, match="giữ ngày mở") as refused:
        registrations.open_year(by=cast.committee, **days | {"opens_on": dt.date(2026, 11, 10)})
    assert refused.value.field == "opens_on"
    registrations.open_year(by=cast.committee, **days | {"deadline": dt.date(2026, 12, 20)})
    assert RegistrationYear.objects.get().deadline == dt.date(2026, 12, 20)


@pytest.mark.parametrize(("year", "promised"), [(2026, False), (2027, True)])
def test_a_year_whose_usual_day_had_passed_when_the_office_began_promises_no_reminder(year, promised):
    said = text(office(), f"{PAGE}?nam={year}")
    assert ("được nhắc theo lịch chung, hạn 31/01" in said) is promised
    assert ("Hạn chung 31/01 đã qua" in said and "không nhắc ai" in said) is not promised


def test_who_may_set_nothing_is_offered_nothing(cast):
    offered = [one for one in queries.settings_of(cast.province, 2027, cast.administrator) if one.tools]
    bare = replace(cast.administrator, permissions=frozenset())
    assert offered and not [one for one in queries.settings_of(cast.province, 2027, bare) if one.tools]
