"""The invented province is alive: papers in every state, a merged commune, accounts for every role."""

import datetime as dt
from collections import Counter

import pytest

from lantoa.demo import loading
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.organisation import queries
from lantoa.organisation.models import Unit
from lantoa.people.models import Account, Post
from lantoa.registrations.models import Progress, Registration

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    list(loading.load_packs(only="son-ha"))
    return Unit.objects.get(code="tinh-son-ha")


def test_someone_of_every_role_can_sign_in_and_papers_are_in_every_state(province):
    held = Post.objects.filter(person__account__in=Account.objects.all()).values_list("role", flat=True)
    assert set(held) == {
        "member",
        "secretary",
        "committee",
        "officer",
        "leader",
        "inspector",
        "administrator",
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
