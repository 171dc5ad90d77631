"""Who stands in for another judges nothing that her holder proposed or that is about her."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import SEEN, of_a_member, of_the_cell, proposed


def test_neither_her_holders_own_practice_nor_one_her_holder_proposed(cast):
    hers = proposed(of_a_member(cast), cast.member)
    sent = proposed(of_the_cell(cast), cast.secretary)
    for practice, holder, who in (
        (hers, cast.member, cast.secretary),
        (sent, cast.secretary, cast.committee),
    ):
        deputy = replace(who, stands_for=holder.person.pk)
        assert practice not in Practice.objects.awaiting(deputy)
        with pytest.raises(NotAllowed, match="người khác"):
            actions.accept(practice, by=deputy, seen=SEEN)
        assert practice in Practice.objects.awaiting(who)
