"""On paper the reply stands right behind the remark, and the list of papers tells of none what stands in it."""

import zipfile
from io import BytesIO

import pytest

from lantoa.reviews import actions
from lantoa.reviews.tests import stories

pytestmark = pytest.mark.django_db


def said(cast, who, address):
    answer = cast.client(who).get(address)
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return packed.read("word/document.xml").decode()


@pytest.mark.deep(slow=True)
def test_a_review_with_its_reply_and_its_result(cast):
    period = stories.shown(cast, members_read=True)
    mine = stories.of(period, cast.member)
    draft = said(cast, "colleague", f"/kiem-diem/{mine.pk}/tai/")
    assert stories.WORDS in draft and "61/70" not in draft
    stories.all_heard(cast, period)
    actions.reply(mine, by=stories.later(cast.member), text=stories.REPLY)
    stories.rated(mine, cast.committee)
    paper = said(cast, "member", f"/kiem-diem/{mine.pk}/tai/")
    assert "Tiêu chí chung: 27/30 điểm." in paper and "Hoàn thành tốt nhiệm vụ" in paper
    assert paper.index(stories.REMARK) < paper.index(stories.REPLY) < paper.index("KẾT QUẢ XẾP LOẠI")


def test_the_sheet_of_a_quarter_has_the_columns_in_use(cast):
    period = stories.opened(cast, "quarter")
    mine = stories.sent(period, cast.member)
    paper = said(cast, "member", f"/kiem-diem/{mine.pk}/tai/")
    for words in (
        "Tiêu chí/Nội dung",
        "Không đảm bảo",
        "Điểm tối đa",
        "II. TỰ ĐỀ XUẤT XẾP LOẠI",
        "nhiệm vụ then chốt",
    ):
        assert words in paper, words


@pytest.mark.deep(slow=True)
def test_who_did_not_answer_is_not_said_to_agree(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    mine = stories.rated(stories.of(period, cast.member), cast.committee)
    assert "Chưa có ý kiến." in said(cast, "member", f"/kiem-diem/{mine.pk}/tai/")


@pytest.mark.deep(slow=True)
def test_the_decision_of_a_rating_given_anew(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    mine = stories.rated(stories.of(period, cast.member), cast.committee)
    again = actions.rerate(
        mine,
        by=stories.later(cast.committee, 40),
        rating="done",
        why="Phát hiện sai phạm.",
        decision_number="16-QĐ/ĐU",
    )
    paper = said(cast, "member", f"/kiem-diem/xep-loai-lai/{again.pk}/tai/")
    assert "Đỗ Thị Hương" in paper and "Phát hiện sai phạm." in paper
    assert cast.client("colleague").get(f"/kiem-diem/xep-loai-lai/{again.pk}/tai/").status_code == 404


def test_the_list_of_papers_holds_no_mark_and_no_rating(cast):
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    stories.rated(stories.of(period, cast.member), cast.committee)
    paper = said(cast, "secretary", f"/kiem-diem/dot/{period.pk}/danh-muc/")
    assert "Đỗ Thị Hương" in paper and "Biên bản số 12-BB/CB" in paper
    assert "Hoàn thành tốt" not in paper and stories.WORDS not in paper
