"""The invented province is alive: papers in every state, a merged commune, accounts for every role."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import transaction

from lantoa.adoptions import todo as kept_up
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.queries import following
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.commendations.models import EligibilityRule, Thanks
from lantoa.consents.models import Consent
from lantoa.demo import loading
from lantoa.exemplars import queries as exemplars
from lantoa.exemplars.models import Exemplar
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.organisation import queries
from lantoa.organisation.models import Unit
from lantoa.people.actors import as_post
from lantoa.people.models import Account, Post
from lantoa.practices import todo
from lantoa.practices.models import Practice
from lantoa.registrations.models import Progress, Registration
from lantoa.reports.compose import compose
from lantoa.reports.forms import form_called
from lantoa.reviews.models import Review
from lantoa.rounds.comparing import year_of
from lantoa.shortcomings.models import Shortcoming

pytestmark = pytest.mark.django_db

STORIES: list[Callable[[Unit], None]] = []


def story(tell: Callable[[Unit], None]) -> Callable[[Unit], None]:
    """One of the things that are true of the province; loading it takes a hundred times as long as telling one."""
    STORIES.append(tell)
    return tell


@pytest.mark.deep
def test_the_province_is_as_it_is_told(subtests):
    list(loading.load_packs(only="son-ha"))
    province = Unit.objects.get(code="tinh-son-ha")
    for tell in STORIES:
        with subtests.test(tell.__name__), transaction.atomic():
            tell(province)
            transaction.set_rollback(True)


@story
def a_draft_of_the_year_finds_twelve_places_filled_and_says_of_the_others_who_is_asked(province):
    today, now = dt.date(2026, 11, 16), dt.datetime(2026, 11, 16, 1, tzinfo=dt.UTC)
    content = compose(form_called("interim"), province, Period.year(2026), now=now, today=today, tables=False)
    places = [part for part in content.parts if not part.holds]
    empty = [part for part in places if not part.pieces]
    assert len(places) == 15 and len(empty) <= 3 and all(part.asks for part in empty)


@story
def the_school_looks_back_on_its_year_and_two_papers_are_sent(province):
    papers = Review.objects.filter(period__kind="year", period__unit__level="cell")
    assert papers.filter(status="submitted").count() == 2
    writing = papers.exclude(status="submitted").values_list("person__account__sign_in_name", flat=True)
    assert "dangvien" in set(writing)


@story
def whoever_is_thanked_decides_whether_it_is_shown(province):
    assert Thanks.objects.standing().count() == 2
    assert [one.is_shown for one in Thanks.objects.shown()] == [True]
    assert EligibilityRule.objects.count() == 3


@story
def someone_of_every_role_can_sign_in_and_papers_are_in_every_state(province):
    held = Post.objects.filter(person__account__in=Account.objects.all()).values_list("role", flat=True)
    assert set(held) == {
        "member",
        "secretary",
        "committee",
        "officer",
        "leader",
        "inspector",
        "administrator",
        "protector",
    }
    states = Counter(Registration.objects.values_list("status", flat=True))
    assert states["approved"] > 40 and states["submitted"] and states["returned"]
    assert Progress.objects.count() > 30
    assert Event.objects.filter(verb="registration.approved").count() == states["approved"]
    commune, today = Unit.objects.get(code="xa-an-phu"), dt.date(2026, 11, 20)
    assert [p.name for p in queries.ancestors(commune, today)] == ["Đảng bộ tỉnh Sơn Hà"]
    assert queries.children(commune, today).count() == 4
    assert not queries.children(commune, dt.date(2025, 6, 30)).exists()
    counted = figure("registrations.registered", unit=province, period=Period.year(2026))
    assert counted.exact == sum(states.values()), "every paper that was sent counts once"


@story
def a_practice_went_to_forty_one_places_in_four_generations(province):
    first = Practice.objects.originals().get(name="Nhà văn hóa sáng đèn")
    numbers = following.numbers_of([first], dt.date(2026, 11, 20))[first.pk]
    assert (numbers.taken_over, numbers.running, numbers.stopped) == (41, 32, 9)
    assert (numbers.alive, numbers.observed) == (31, 36)
    generations = Counter(Adoption.objects.filter(root=first).values_list("generation", flat=True))
    assert generations == {1: 4, 2: 11, 3: 17, 4: 9}
    causes = Counter(Practice.objects.exclude(stop_cause="").values_list("stop_cause", flat=True))
    assert causes == {"moved_away": 4, "merged": 2, "few_people": 2, "no_room": 1}
    assert all(part.kept and part.changed for part in following.parts_of(first))
    taken_over = figure("practices.taken_over_total", unit=province, period=Period.year(2026))
    assert Adoption.objects.count() == 44
    assert taken_over.exact == Adoption.objects.filter(adopted_on__gte=dt.date(2026, 1, 1)).count()


@story
def the_school_is_asked_whether_it_still_runs_and_hears_whom_it_helps(province):
    head = Account.objects.get(sign_in_name="bithu").person
    secretary = as_post(Post.objects.get(person=head, role="secretary"), dt.date(2026, 11, 20))
    titles = [one.title for one in (*todo.items(secretary), *kept_up.items(secretary))]
    assert any(title.startswith("Còn duy trì “Vườn rau") for title in titles)
    assert any("đang giúp 2 đơn vị" in title for title in titles)


@story
def a_round_shows_every_state(province):
    year = year_of(province, 2026, dt.date(2026, 11, 20), "so-lieu")
    states = Counter(row.squares[9].worst.state for row in year.rows)
    assert states == {"full": 2, "late": 1, "to_see": 1, "missing": 1}
    assert [row.place.name for row in year.lacking] == ["Đảng bộ xã Nậm Khao"]


@story
def what_is_to_be_mended_stands_in_every_state(province):
    states = set(Shortcoming.objects.values_list("status", flat=True))
    assert states == {"open", "reported", "verified"}
    assert (
        Shortcoming.objects.of_units().reported().exists() and Shortcoming.objects.exclude(reply="").exists()
    )
    families = Registration.objects.filter(subject="household")
    assert set(families.values_list("status", flat=True)) == {"approved", "submitted"}
    assert Progress.objects.typed_by_another().exists()


@story
def deeds_are_told_and_nobody_stands_in_the_library_without_agreeing(province):
    assert Counter(Exemplar.objects.values_list("status", flat=True)) == {
        "published": 6,
        "proposed": 2,
        "draft": 1,
    }
    assert Exemplar.objects.published().count() == 5, "one is hidden: the person named took it back"
    assert not Consent.objects.not_agreeing().filter(exemplar__in=Exemplar.objects.published()).exists()
    paces = {one.recurrence for one in exemplars.sums(Exemplar.objects.published())}
    assert paces == {"total", "per_month", "per_year"}


@story
def a_leader_finds_a_breakthrough_an_amendment_and_the_officers_opinion(province):
    today = dt.date(2026, 11, 20)
    leader, officer = (
        as_post(Post.objects.get(unit=province, role=role), today) for role in ("leader", "officer")
    )
    waiting = Breakthrough.objects.awaiting(leader).get()
    assert waiting.appraisals.get().opinion == "mend"
    assert Amendment.objects.awaiting(leader).get().breakthrough.reports.count() == 3
    assert Breakthrough.objects.awaiting_appraisal(officer).count() == 1


@story
def communes_take_part_in_movements_and_a_course_has_its_units(province):
    year = Period.year(2026)
    told = {
        "programme.movements": "2 phong trào",
        "programme.units_taking_part": "3 đơn vị",
        "programme.participants": "184 lượt người",
        "study.certificates": "40 giấy",
        "study.admitted": "4 người",
    }
    for code, said in told.items():
        assert figure(code, unit=province, period=year).show() == said
