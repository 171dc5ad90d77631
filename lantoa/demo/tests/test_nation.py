"""The nation to measure in: whole, the same every time, and its pages open."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from benchmarks import nation as measuring
from lantoa.demo.nation import building, writing
from lantoa.demo.nation.size import Size, share
from lantoa.figures.folding import checking, folder
from lantoa.foundation import clock, sealing
from lantoa.foundation.models import Event
from lantoa.organisation import queries
from lantoa.organisation.models import Placement, Reorganisation, Unit
from lantoa.people.models import Account, Membership, Person
from lantoa.registrations.actions import indexing
from lantoa.registrations.models import Registration
from lantoa.upkeep.queries import run_checks
from lantoa.writing.models import IndexedText, Posting

TODAY = dt.date(2026, 11, 16)


@pytest.fixture
def nation(db):
    """One of 240 members."""
    return building.build(Size.of(240), today=TODAY, seed=7)


def test_every_sentence_that_should_be_true_of_the_data_is(nation):
    assert [(found.check.sentence, found.first) for found in run_checks() if found.count] == []
    assert Person.objects.count() == Membership.objects.count() == 240
    papers = Registration.objects.filter(year=2026).submitted()
    assert Event.objects.filter(verb="registration.submitted").count() == papers.count() > 100


def test_districts_ended_and_communes_became_one(nation):
    on = dt.date(2025, 6, 30)
    district = Unit.objects.get(code="t01-h0")
    assert queries.placement(district, on) and not queries.placement(district, TODAY)
    old = Unit.objects.get(code="t01-x000-a")
    assert queries.successor_of(old, TODAY) == Unit.objects.get(code="t01-x000")
    cell = Unit.objects.filter(level="cell").first()
    assert [place.unit.level for place in queries.ancestors(cell, on)][1:3] == ["province", "superior"]
    merger = Reorganisation.objects.get(kind="merge")
    opened = Placement.objects.filter(pk__in=merger.changes["placement"]["opened"])
    assert opened.count() == Unit.objects.filter(level__in=["grassroots", "cell"]).count() + 1


PAGES = {"toan-quoc": "/dang-ky/", "tinh": "/tong-quan/", "xa": "/dang-ky/", "bi-thu": "/", "dang-vien": "/"}


@pytest.mark.parametrize("who", building.ACCOUNTS)
def test_its_pages_open(nation, who):
    client, account = Client(), Account.objects.get(sign_in_name=who)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(PAGES[who], follow=True).status_code == 200


def test_the_same_seed_makes_the_same_nation(db):
    def written(seed):
        lines = []
        rows = building.Rows(lambda table, text: lines.append((table.name, text)))
        building.Nation(Size.of(60), rows, TODAY, seed).build(lambda said: None)
        rows.close()
        return lines

    assert written(7) == written(7) != written(8)


def test_constraints_stand_again_when_it_is_built(nation):
    first = Placement.objects.filter(ends=None).first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(unit=first.unit, path="ZZZZ", name="Hai chỗ", starts=TODAY)
    assert Person.objects.create(full_name="Trần Thị Mới").pk == 241


def test_what_the_command_builds_is_sealed_and_folded_and_measuring_begins_at_once(db):
    call_command("nation", members=60, stdout=io.StringIO())
    assert not sealing.verify().waiting and sealing.verify().checked == Event.objects.count() > 0
    assert folder.is_begun() and checking.first_wrong(clock.today()) is None


def test_who_builds_a_nation_to_measure_in_says_where_it_is_kept(monkeypatch, capsys):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for verb in ("build", "measure"):
        monkeypatch.setattr("sys.argv", ["benchmarks.nation", verb])
        with pytest.raises(SystemExit):
            measuring.main()
        assert f"{verb} cần --kept THƯ_MỤC hoặc DATABASE_URL" in capsys.readouterr().err


def test_what_is_there_is_left_alone(cast):
    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("nation", members=50, stdout=io.StringIO())


def test_it_does_not_begin_on_a_disk_that_is_too_small(db, monkeypatch):
    monkeypatch.setattr(writing, "free_space", lambda: 10**9)
    with pytest.raises(CommandError, match=r"Cần khoảng 42\.\d GB trống, đĩa chỉ còn 1\.0 GB"):
        call_command("nation", members=5_600_000, stdout=io.StringIO())
    with pytest.raises(CommandError, match="ít nhất 10"):
        call_command("nation", members=3, stdout=io.StringIO())


def test_a_nation_has_the_proportions_of_the_real_one():
    size = Size.of(5_600_000)
    assert (size.provinces, size.communes, size.cells) == (35, 3337, 252253)
    assert (Size.of(5_000, 3).provinces, Size.of(5_600_000, 3).provinces) == (3, 35)
    with pytest.raises(ValueError, match="commune"):
        Size.of(60, 3)
    parts = [share(size.cells, size.bodies, number) for number in range(size.bodies)]
    assert sum(len(part) for part in parts) == size.cells and min(len(part) for part in parts) >= 5


def test_what_was_sent_is_compared_as_sending_it_would_have_it(nation):
    paper = (
        Registration.objects.filter(year=2026, person__isnull=False)
        .submitted()
        .filter(status="approved")
        .first()
    )
    kept = IndexedText.objects.get(subject_id=str(paper.pk))
    written = (kept.pool.key, kept.owner, kept.year, kept.words, bytes(kept.shingles))
    hashes = set(Posting.objects.filter(document=kept).values_list("hash", flat=True))
    indexing.put_in(paper, on=TODAY)
    again = IndexedText.objects.get(subject_id=str(paper.pk))
    assert written == (again.pool.key, again.owner, again.year, again.words, bytes(again.shingles))
    assert hashes == set(Posting.objects.filter(document=again).values_list("hash", flat=True)) != set()
    sent = Registration.objects.filter(year=2026).submitted().exclude(status="returned")
    assert IndexedText.objects.count() == sent.count()
