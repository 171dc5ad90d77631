"""How many may be rated excellent among people in like posts: both readings, and never one too many."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import ComparableGroup, Review
from lantoa.reviews.rules import Ceiling
from lantoa.reviews.tests import stories
from lantoa.reviews.words import Reading
from tests.cast import build, person

MANY = 10


@pytest.mark.parametrize(
    "excellent, good, percent, only_good, good_or_better",
    [
        (0, 10, 20, 2, 2),
        (2, 8, 20, 1, 2),  # the two readings part
        (0, 4, 20, 0, 0),  # four good allow nobody
        (1, 5, 25, 1, 1),
        (3, 12, 25, 3, 3),
        (3, 4, None, None, None),
    ],
)
def test_the_two_readings(excellent, good, percent, only_good, good_or_better):
    ceiling = Ceiling(excellent, good, percent, Reading.GOOD_ONLY)
    assert ceiling.most == ceiling.most_by(Reading.GOOD_ONLY) == only_good
    assert ceiling.most_by(Reading.GOOD_OR_BETTER) == good_or_better


def test_who_is_told_why():
    with pytest.raises(Conflict, match="đã có 1 người xuất sắc, 5 người tốt"):
        rules.must_fit(Ceiling(1, 5, 20, Reading.GOOD_ONLY), "Giáo viên")
    rules.must_fit(Ceiling(0, 5, 20, Reading.GOOD_ONLY), "Giáo viên")


def heard_in_one_group(cast, how_many=MANY):
    """So many members of the cell, spoken of, in one group; nothing but the turn of the meeting is left out."""
    for number in range(how_many):
        person(f"Lò Văn {chr(65 + number)}", cast.cell)
    period = stories.opened(cast, with_collective=False)
    group = ComparableGroup.objects.create(unit=cast.commune, year=2026, name="Giáo viên")
    spoken_of = {"status": "heard", "answer_by": cast.today, "waived_on": cast.today, "group": group}
    Review.objects.filter(period=period, turn=3).update(**spoken_of)
    return group, list(Review.objects.filter(period=period, turn=3).for_lists().in_turn())


@pytest.mark.django_db
def test_nobody_is_excellent_without_a_group_and_none_beyond_it(cast):
    group, found = heard_in_one_group(cast)
    alone = found[0]
    Review.objects.filter(pk=alone.pk).update(group=None)
    with pytest.raises(BadInput, match="nhóm"):
        stories.rated(alone, cast.committee, "excellent")
    for one in found[1:6]:
        stories.rated(one, cast.committee, "good")
    stories.rated(found[6], cast.committee, "excellent")
    with pytest.raises(Conflict, match="nhiều nhất 1 người"):
        stories.rated(found[7], cast.committee, "excellent")
    actions.set_ceiling(group, by=cast.committee, percent=25, allowed_by="Công văn 10-CV/TU")
    with pytest.raises(BadInput, match="25%"):
        actions.set_ceiling(group, by=cast.committee, percent=30, allowed_by="Công văn 11-CV/TU")
    page = cast.client("committee").get("/kiem-diem/nhom/").content.decode()
    assert "Giáo viên" in page and "25%" in page


@pytest.mark.django_db
def test_who_is_rated_anew_is_no_longer_counted_among_the_good(cast):
    """Five good allow one excellent; of the five one made excellent leaves four, who allow none."""
    _group, found = heard_in_one_group(cast)
    for one in found[:5]:
        stories.rated(one, cast.committee, "good")
    anew = {"by": stories.later(cast.committee, 40), "why": "Thẩm tra lại.", "decision_number": "16-QĐ/ĐU"}
    with pytest.raises(Conflict, match="đã có 0 người xuất sắc, 4 người tốt"):
        actions.rerate(found[0], rating="excellent", **anew)
    stories.rated(found[5], cast.committee, "good")
    actions.rerate(found[0], rating="excellent", **anew)


@pytest.mark.django_db
def test_ratings_of_a_quarter_leave_the_ceiling_of_the_year_alone(cast):
    group, found = heard_in_one_group(cast)
    for one in found[:3]:
        stories.rated(one, cast.committee, "good")
    type(found[0].period).objects.filter(pk=found[0].period_id).update(kind="quarter")
    ceiling = queries.ceiling_of(group, queries.terms_on(cast.today))
    assert (ceiling.excellent, ceiling.good) == (0, 0)


@pytest.mark.alone
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_forty_who_press_at_once_none_goes_beyond_it():
    cast = build()
    group, found = heard_in_one_group(cast, 48)
    for one in found[:10]:
        stories.rated(one, cast.committee, "good")  # ten good allow two excellent

    def press(one):
        try:
            stories.rated(one, cast.committee, "excellent")
            return "rated"
        except Conflict as told:
            return str(told)
        finally:
            connection.close()

    with ThreadPoolExecutor(40 if connection.vendor == "postgresql" else 1) as people:
        answers = list(people.map(press, found[10:50]))
    assert answers.count("rated") == 2
    assert all("Chưa xếp thêm xuất sắc được" in told for told in answers if told != "rated")
    assert queries.ceiling_of(group, queries.terms_on(cast.today)).excellent == 2


def test_terms_and_papers_of_all_are_kept_by_the_right_and_for_the_whole(cast):
    for nobody in (cast.inspector, cast.committee, cast.member):
        with pytest.raises(NotAllowed):
            actions.set_terms(by=nobody, starts=cast.today, reading="members", ceiling_percent=20)
