"""Who stands in for another publishes nothing that her holder proposed or that names her."""

from dataclasses import replace

import pytest

from lantoa.exemplars import actions
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.tests.stories import of_the_group, proposed
from lantoa.foundation.errors import NotAllowed


def test_she_is_offered_nothing_of_it_and_publishes_none(cast):
    exemplar = proposed(cast, of_the_group(cast))
    deputy = replace(cast.committee, stands_for=cast.secretary.person.pk)
    assert exemplar not in Exemplar.objects.awaiting(deputy)
    with pytest.raises(NotAllowed):
        actions.publish(exemplar, by=deputy)
    assert exemplar in Exemplar.objects.awaiting(cast.committee)
    assert actions.publish(exemplar, by=cast.committee).status == "published"
