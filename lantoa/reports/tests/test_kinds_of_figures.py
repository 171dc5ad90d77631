"""Kinds of figures offices state, with their right answers, that no other story tells."""

from decimal import Decimal

import pytest

from lantoa.commendations.tests import stories as commendations
from lantoa.figures import rules
from lantoa.figures.models import Rounding
from lantoa.figures.words import ALMOST
from lantoa.practices.models import Practice
from lantoa.practices.tests import stories as practices
from lantoa.reports.tests.test_what_a_report_says import lines
from lantoa.reports.tests.world import composed, in_words
from lantoa.study import actions as study
from tests.cast import TODAY


def test_a_level_says_its_collectives_and_its_persons_and_never_their_sum(cast):
    commendations.recorded(
        cast,
        commendations.collective(cast.cell),
        commendations.collective(cast.other_cell),
        commendations.individual(cast.cell, cast.member.person),
    )
    commendations.recorded(
        cast,
        commendations.collective(cast.cell),
        number="3-QĐ/ĐU",
        level="grassroots",
        form="certificate",
        unit=cast.commune,
        by=cast.committee,
    )
    told = lines(in_words(cast.province), "commendations")
    assert told[:3] == [
        "Đã biểu dương, khen thưởng 3 lượt tập thể và 1 lượt cá nhân.",
        "Cấp tỉnh khen 2 lượt tập thể và 1 lượt cá nhân.",
        "Cấp cơ sở khen 1 lượt tập thể.",
    ]


def test_participants_are_said_with_how_many_practices_state_them(cast):
    one = practices.running(cast)
    other = practices.running(cast, name="Tủ sách bên nhà rông")
    Practice.objects.filter(pk=one.pk).update(participants=8)
    Practice.objects.filter(pk=other.pk).update(participants=None)
    told = " ".join(lines(in_words(cast.commune), "practices"))
    assert "1/2 mô hình có ghi số người tham gia, cộng lại 8 người." in told


@pytest.mark.parametrize(("step", "said"), [(1000, "gần 2.000 lượt"), (None, "1.997 lượt")])
def test_occurrences_are_said_with_the_word_an_office_chose(cast, step, said):
    for attended in (640, 655, 702):
        study.record_class(
            unit=cast.commune,
            by=cast.committee,
            topic=f"Nghị quyết {attended}",
            held_on=TODAY,
            level="grassroots",
            form="direct",
            party_summoned=attended,
            party_attended=attended,
        )
    if step:
        Rounding.objects.create(unit=cast.commune, code="study.attended", step=step, word=ALMOST)
    figures = {one.code: one for one in composed(cast.commune).figures}
    assert figures["study.attended"].show() == said


def test_a_word_that_would_be_false_is_never_said():
    assert rules.stated(Decimal(1997), Decimal(1000), word=ALMOST)[0] == 2000
    value, word = rules.stated(Decimal(2010), Decimal(1000), word=ALMOST)
    assert (value, word) != (Decimal(2000), ALMOST), "2.010 is not almost 2.000"
