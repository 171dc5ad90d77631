"""The trail of a paper: each act in the room's own words, and what went back stands out."""

import pytest

from lantoa.foundation.models import Event
from lantoa.foundation.trail import told


@pytest.mark.parametrize(
    ("verb", "css"),
    [
        ("practice.returned", "rt"),
        ("practice.stopped", "rt"),
        ("practice.recognition_refused", "rt"),
        ("practice.registered", "y"),
    ],
)
def test_what_went_back_stopped_or_was_refused_stands_out(verb, css):
    assert told([Event(verb=verb)], {})[0].css == css


def test_an_act_is_told_in_the_room_s_own_words_or_in_those_of_the_history():
    own, known = told(
        [Event(verb="practice.returned"), Event(verb="study_class.recorded")],
        {"practice.returned": "trả lại"},
    )
    assert (own.said, known.said) == ("trả lại", "ghi lại")
