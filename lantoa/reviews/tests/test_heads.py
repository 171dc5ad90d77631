"""A head tells the level above what she answers for: words, no score; the level above answers in words."""

import pytest

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.reviews import actions
from lantoa.reviews.models import HeadReport

pytestmark = pytest.mark.django_db
SAID = {
    "key_tasks": "Bỏ năm loại sổ trùng của giáo viên.",
    "exemplary": "Mỗi tháng dự giờ, góp ý trực tiếp.",
    "opinions": "Phụ huynh đề nghị trả lời đơn nhanh hơn; đã mở sổ theo dõi.",
}


def test_it_goes_to_the_level_above_and_to_nobody_else(cast):
    one = actions.save_head(by=cast.secretary, year=2026, **SAID)
    assert not HeadReport.objects.visible_to(cast.committee).exists()
    actions.send_head(one, by=cast.secretary)
    readers = {
        who
        for who in (
            "member",
            "secretary",
            "other_secretary",
            "committee",
            "leader",
            "inspector",
            "administrator",
        )
        if HeadReport.objects.visible_to(getattr(cast, who)).exists()
    }
    assert readers == {"secretary", "committee"} and one.sent_to == cast.commune
    with pytest.raises(NotAllowed):
        actions.speak_of_head(one, by=cast.leader, text="Ý kiến.")
    actions.speak_of_head(one, by=cast.committee, text="Làm tiếp với đơn của phụ huynh.")
    with pytest.raises(Conflict):
        actions.take_back_head(one, by=cast.secretary)
    page = cast.client("secretary").get(one.get_absolute_url()).content.decode()
    assert (
        "Làm tiếp với đơn của phụ huynh." in page
        and "điểm" not in page.partition("<main")[2].partition("</main")[0]
    )


def test_what_was_taken_back_meanwhile_is_not_spoken_of(cast):
    one = actions.send_head(actions.save_head(by=cast.secretary, year=2026, **SAID), by=cast.secretary)
    actions.take_back_head(HeadReport.objects.get(pk=one.pk), by=cast.secretary)
    with pytest.raises(Conflict):
        actions.speak_of_head(one, by=cast.committee, text="Ý kiến.")
    assert not one.said_above.exists()


def test_what_must_be_said_is_asked_for_and_a_sent_page_stays(cast):
    with pytest.raises(BadInput) as refused:
        actions.save_head(by=cast.secretary, year=2026, **SAID | {"exemplary": " "})
    assert refused.value.field == "exemplary"
    with pytest.raises(NotAllowed):
        actions.save_head(by=cast.member, year=2026, **SAID)
    actions.send_head(actions.save_head(by=cast.secretary, year=2026, **SAID), by=cast.secretary)
    with pytest.raises(Conflict):
        actions.save_head(by=cast.secretary, year=2026, **SAID)
