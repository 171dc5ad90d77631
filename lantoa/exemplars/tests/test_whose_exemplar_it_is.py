"""An exemplar is rewritten, and a name taken out of it, by the unit that wrote it."""

import pytest
from django.urls import reverse

from lantoa.exemplars import actions
from lantoa.exemplars.actions import Name
from lantoa.exemplars.tests import stories
from lantoa.foundation.errors import NotAllowed

pytestmark = pytest.mark.django_db


def test_a_name_is_taken_out_by_who_wrote_it(cast):
    names = [Name(str(one.person), one.person) for one in (cast.member, cast.colleague)]
    named = stories.of_a_member(cast, names=names).named.order_by("pk")[0]
    for nobody in (cast.member, cast.committee, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.remove_name(named, by=nobody, title="Mở đường vào bản", story="Hai nhà cùng lùi rào.")


def test_the_unit_that_judges_it_does_not_rewrite_it(cast):
    waiting = stories.proposed(cast, stories.of_the_group(cast))
    address = reverse("exemplars:edit", args=[waiting.pk])
    assert cast.client("committee").get(address).status_code == 403
