"""What a unit recorded is not there for whoever does not reach it: on no list, in no form, at no address."""

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.outreach import actions
from lantoa.outreach.models import CitizenComplaint
from lantoa.outreach.tests.access import DAY, prepare
from lantoa.people import actors
from lantoa.people.models import Post
from tests.cast import person

pytestmark = pytest.mark.django_db

# Address → what the cell recorded and its own secretary reads there.
TOLD = {
    "index": ["Áo ấm vùng cao"],
    "donations": ["Khăn len", "Áo ấm vùng cao"],
    "donation_new": ["Áo ấm vùng cao"],
    "pledges": ["Một học sinh mồ côi lớp 9"],
    "works": ["Nhà đại đoàn kết"],
    "articles": ["Gương sáng"],
    "issues": ["Bản tin trường"],
    "issue_new": ["Gương sáng"],
    "shares": ["Nhóm Zalo của tổ"],
    "prize_works": ["Thầy tôi", "Giải của trường"],
    "prize_work_new": ["Giải của trường"],
    "opinions": ["Đường thôn ngập.", "Công an lắng nghe ý kiến nhân dân"],
    "opinions_new": ["Công an lắng nghe ý kiến nhân dân"],
}


@pytest.fixture
def recorded(cast):
    """One thing of each kind, recorded by the cell."""
    prepare(cast)
    told = {"unit": cast.cell, "by": cast.secretary}
    campaign = actions.launch_campaign(name="Áo ấm vùng cao", starts=DAY, **told)
    actions.record_donation(campaign, given_on=DAY, in_kind="Khăn len", **told)
    actions.record_issue(newsletter="Bản tin trường", number="Số 1", issued_on=DAY, **told)
    actions.record_sharing(
        what="Gương tốt", where="Nhóm Zalo của tổ", starts=DAY, last_day=DAY, times=3, **told
    )


@pytest.fixture
def far_committee(cast):
    """Who handles complaints in the other commune."""
    held = Post.objects.create(
        person=person("Vàng Thị Say", None),
        unit=cast.far,
        role="committee",
        reach="subtree",
        starts=dt.date(2021, 1, 1),
    )
    cast.far_committee = actors.as_post(held, cast.today)
    return cast.far_committee


@pytest.mark.parametrize("name", TOLD)
def test_its_lists_and_forms_tell_nothing_elsewhere(cast, recorded, name):
    address = reverse(f"outreach:{name}")
    here, there = (cast.client(who).get(address).content.decode() for who in ("secretary", "far_secretary"))
    for words in TOLD[name]:
        assert words in here and words not in there


# Address of an act → the thing it is done to, and what is typed.
ACTS = {
    "end_pledge": ("pledge", {"on": "15/11/2026"}),
    "hand_over": ("work", {"on": "15/11/2026"}),
    "end_column": ("column", {"on": "15/11/2026"}),
    "award": ("prize_work", {"on": "15/11/2026", "award": "a"}),
    "forward": ("opinion", {"f-body": "Văn phòng đăng ký đất đai", "f-on": "15/11/2026"}),
    "answer": ("opinion", {"a-answer": "Đã nạo vét cống.", "a-on": "15/11/2026"}),
    "resolve": ("opinion", {"o-outcome": "Hết ngập.", "o-on": "15/11/2026"}),
    "satisfaction": (
        "settled",
        {"s-satisfaction": "satisfied", "s-how": "gọi điện", "s-on": "15/11/2026"},
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_no_act_finds_a_thing_of_elsewhere(cast, recorded, name):
    thing, typed = ACTS[name]
    address = reverse(f"outreach:{name}", args=[cast.things[thing].pk])
    assert cast.client("far_secretary").post(address, typed).status_code == 404


def test_a_line_of_elsewhere_is_not_there_to_be_struck_out(cast, recorded):
    address = reverse("outreach:strike_out", args=["cong-trinh", cast.things["work"].pk])
    assert cast.client("far_secretary").get(address).status_code == 404


def test_a_member_is_told_why_an_opinion_does_not_open(cast, recorded):
    page = cast.client("member").get(reverse("outreach:opinion", args=[cast.things["opinion"].pk]))
    assert page.status_code == 403
    assert "người được giao phụ trách đơn vị" in page.content.decode()


def test_the_book_of_another_commune_is_closed(cast, recorded, far_committee):
    assert not CitizenComplaint.objects.visible_to(far_committee).exists()
    assert not CitizenComplaint.objects.waiting_at(far_committee).exists()
    listed = [cast.client(who).get(reverse("outreach:complaints")) for who in ("officer", "far_committee")]
    assert [page.context["page"].paginator.count for page in listed] == [1, 0]


def test_what_another_unit_has_to_settle_waits_only_there(cast, recorded, far_committee):
    one = CitizenComplaint.objects.get()
    assert CitizenComplaint.objects.waiting_at(cast.committee).get() == one
    assert not CitizenComplaint.objects.waiting_at(cast.officer).exists()
    actions.forward_complaint(one, to=cast.province, on=DAY, by=cast.committee)
    assert CitizenComplaint.objects.waiting_at(cast.officer).get() == one
    for elsewhere in (cast.committee, far_committee):
        assert not CitizenComplaint.objects.waiting_at(elsewhere).exists()


def test_without_the_right_nobody_handles_the_complaints_of_her_own_unit(cast, recorded):
    one = CitizenComplaint.objects.get()
    actions.forward_complaint(one, to=cast.province, on=DAY, by=cast.committee)
    assert CitizenComplaint.objects.handled_by(cast.officer).get() == one
    assert not CitizenComplaint.objects.handled_by(cast.inspector).exists()


def test_a_complaint_is_entered_at_a_day_of_reception_of_the_own_unit(cast, far_committee):
    told = {"kind": "reception", "title": "Tiếp dân tháng 10", "held_on": DAY}
    actions.hold_forum(unit=cast.commune, by=cast.committee, **told)
    for who, is_offered in (("committee", True), ("officer", False), ("far_committee", False)):
        form = cast.client(who).get(reverse("outreach:complaint_new"))
        assert ("Tiếp dân tháng 10" in form.content.decode()) is is_offered
