"""Who thanks whom for a practice in the invented province, and what it asks before it commends. Nothing here is real."""

from __future__ import annotations

import datetime as dt

from lantoa.commendations import actions
from lantoa.demo.packs.son_ha_spread import ROOT_OF_SPREAD
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.practices.models import Practice

GIVEN = dt.date(2026, 10, 12)
# The first is shown, with the yes of the cell that began; the second waits for an answer.
WORDS = (
    "Nhờ lịch trực tối và sổ ghi việc dân hỏi, thôn chúng tôi làm xong 14 giấy khai sinh trong một tuần.",
    "Cảm ơn chi bộ đã cho chúng tôi đến xem hai buổi tối và cho mượn mẫu sổ.",
)


def load(leaders: dict[int, Post], cells: list[Unit], today: dt.date) -> None:
    """Two secretaries thank the cell whose house of culture was lit first; the known guidance is taken."""
    actions.take_ready_rules(by=actors.system(today))
    practice = Practice.objects.originals().get(name=ROOT_OF_SPREAD)
    others = [cell for cell in cells if cell.pk != practice.unit_id][: len(WORDS)]
    given = [
        actions.thank(practice, words=words, by=actors.as_post(leaders[cell.pk], GIVEN))
        for cell, words in zip(others, WORDS, strict=True)
    ]
    own = leaders[practice.unit_id]
    actions.let_it_be_shown(given[0], agrees=True, by=actors.as_post(own, today))
