"""Asked at the desk of personal data, agreements to be named are taken back: the name is gone where it was shown."""

import pytest

from lantoa.consents import actions
from lantoa.consents.heard import DATA_REQUESTS
from lantoa.consents.models import Consent
from lantoa.exemplars.tests import stories as exemplars
from lantoa.foundation import heard
from lantoa.foundation.errors import Conflict
from lantoa.personal_data import actions as personal_data
from lantoa.personal_data.tests.stories import asked, limited
from lantoa.practices.tests.stories import of_the_cell


def agreed(cast):
    named = exemplars.of_a_member(cast).named.get()
    return actions.record_agreement(named, by=cast.secretary, way="word", agreed_on=cast.today)


@pytest.mark.parametrize("kind", ["withdraw", "restrict", "object"])
def test_what_she_agreed_to_is_taken_back(cast, kind):
    consent = agreed(cast)
    one = asked(cast, kind, "Không nêu tên tôi nữa.")
    personal_data.finish(one, by=cast.protector, answer="Đã rút.")
    heard.hear(DATA_REQUESTS)
    consent.refresh_from_db()
    assert not consent.agrees and str(one) in consent.revoked_by
    assert not Consent.objects.filter(person=cast.member.person).agreeing().exists()


def test_what_was_refused_or_is_something_else_changes_nothing(cast):
    consent = agreed(cast)
    personal_data.refuse(asked(cast, "restrict", "Thôi."), by=cast.protector, answer="Cần rõ hơn.")
    personal_data.finish(asked(cast), by=cast.protector, answer="Đã sửa.")
    heard.hear(DATA_REQUESTS)
    consent.refresh_from_db()
    assert consent.agrees


def test_who_asked_to_be_named_nowhere_is_told_for_by_nobody_and_still_agrees_herself(cast):
    named, practice = exemplars.of_a_member(cast).named.get(), of_the_cell(cast)
    actions.name(
        practice, {"Đỗ Thị Hương": (cast.member.person, ""), "Bùi Văn Thắng": (cast.colleague.person, "")}
    )
    limited(cast)
    with pytest.raises(Conflict, match="chính người ấy"):
        actions.record_agreement(named, by=cast.secretary, way="word", agreed_on=cast.today)
    actions.say_they_agree(practice, "Lời", by=cast.secretary, told=True)
    assert [one.name for one in practice.named.agreeing()] == ["Bùi Văn Thắng"]
    assert actions.agree(named, by=cast.member).agrees
