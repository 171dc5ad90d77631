"""Nobody is put in order by a mark or a rating: not in the code, and not on any page."""

import ast
import re
from decimal import Decimal

import pytest
from django.conf import settings

from lantoa.reviews.models import Mark, Review
from lantoa.reviews.tests import stories
from tests.architecture.source import HOUSE, modules, nodes

# Columns that say how somebody was marked or rated; and words in which such a column is followed.
JUDGES = re.compile(r"^-?(?:\w+__)*(?:rating|was|level|common|tasks|total|votes_\w+|marks|score)$")
ORDERS = {"order_by", "sorted", "sort", "max", "min", "earliest", "latest", "nlargest", "nsmallest"}


def named(node):
    """Every text and attribute that a call which orders takes."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
        if isinstance(one, ast.Attribute):
            yield one.attr


def ordering_calls(path):
    for node in nodes(path):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ORDERS:
                yield node
        if isinstance(node, ast.Assign) and any(getattr(one, "id", "") == "ordering" for one in node.targets):
            yield node.value


def room_of(path):
    return path.relative_to(HOUSE).parts[0]


def test_no_module_of_this_room_orders_by_what_was_said_of_anybody():
    mine = [path for path in modules() if path.is_relative_to(HOUSE) and room_of(path) == "reviews"]
    assert len(mine) > 20
    for path in mine:
        for call in ordering_calls(path):
            found = [word for word in named(call) if JUDGES.match(word)]
            assert not found, f"{path.relative_to(HOUSE)}:{call.lineno} orders by {found}"


def test_no_other_room_asks_for_marks_or_ratings():
    assert "reviews" in settings.ROOMS
    asks = re.compile(
        r"\breviews\.models import [^\n]*\b(?:Mark|Hearing)\b|reviews__(?:rating|marks)|\bMark\.objects\b"
    )
    others = [path for path in modules() if path.is_relative_to(HOUSE) and room_of(path) != "reviews"]
    guilty = [path for path in others if asks.search(path.read_text())]
    assert guilty == []


def rows(page):
    """Rows of lists, in their order."""
    return re.findall(r"/kiem-diem/(\d+)/", page)


PAGES = (
    "/kiem-diem/",
    "/kiem-diem/dot/{period}/",
    "/kiem-diem/nhom/",
    "/viec-can-lam/",
    "/cho-y-kien/",
    "/lich-su/",
)


@pytest.mark.django_db
def test_marks_and_ratings_that_change_places_move_no_row(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    found = list(Review.objects.filter(period=period, person__isnull=False).in_turn())
    for one, rating in zip(found, ("not", "good", "done"), strict=True):
        stories.rated(one, cast.committee, rating)
    for number, mark in enumerate(Mark.objects.filter(review__in=found).order_by("pk")):
        mark.total = Decimal(50 + 7 * number)
        mark.save()

    def read():
        shown = {}
        for who in ("member", "secretary", "committee", "leader", "inspector", "administrator"):
            client = cast.client(who)
            for page in PAGES:
                answer = client.get(page.format(period=period.pk))
                shown[who, page] = rows(answer.content.decode()) if answer.status_code == 200 else None
        return shown

    before = read()
    totals = list(Mark.objects.filter(review__in=found).order_by("pk"))
    given = [mark.total for mark in totals]
    for mark, total in zip(totals, given[::-1], strict=True):
        mark.total = total
        mark.save()
    for one, rating in zip(found, ("good", "done", "not"), strict=True):
        Review.objects.filter(pk=one.pk).update(rating=rating)
    assert read() == before
    assert any(before.values())
