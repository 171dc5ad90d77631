"""Nobody is named in a practice without having agreed; whoever takes it back is gone from there at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lantoa.adoptions import actions as adoptions
from lantoa.consents import actions as consents
from lantoa.consents import todo as asking
from lantoa.consents.models import Consent
from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.practices import actions, todo
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import SEEN, of_a_member, of_the_cell, proposed, running

NAME = "Mười gia đình văn hóa"
OTHERS = ("far_secretary", "other_secretary", "committee", "officer", "leader", "inspector")


def hers(cast):
    """The member's own practice, registered; she agreed by proposing it."""
    ours = proposed(of_a_member(cast), cast.member)
    actions.accept(ours, by=cast.secretary, seen=SEEN)
    return actions.start(ours, by=cast.member)


def read(cast, who, address):
    return cast.client(who).get(address).content.decode()


def test_one_button_on_her_own_page_and_it_is_gone_from_everywhere_at_once(cast):
    ours, library, year = hers(cast), reverse("adoptions:library"), Period.year(2026)
    assert NAME in read(cast, "far_secretary", library)
    client = cast.client("member")
    assert "Rút đồng ý nêu tên" in client.get(reverse("consents:naming_me")).content.decode()
    client.post(reverse("consents:revoke", args=[ours.named.get().pk]))
    numbers = reverse("figures:records", args=["practices.running"]) + f"?don-vi={cast.province.code}&ky=2026"
    for who in OTHERS:
        assert NAME not in read(cast, who, library)
        assert NAME not in read(cast, who, numbers)
        for page in ("practices:show", "adoptions:spread", "adoptions:panel", "adoptions:helping"):
            assert cast.client(who).get(reverse(page, args=[ours.pk])).status_code == 404
    assert figure("practices.running", unit=cast.province, period=year).exact == 1, "the work is still work"
    kept = read(cast, "secretary", ours.get_absolute_url())
    assert "Mô hình đang ẩn" in kept and "đã rút đồng ý" in kept
    assert f"Mô hình đang ẩn vì có người rút đồng ý: {NAME}" in [
        str(one.title) for one in todo.items(cast.secretary)
    ]


def test_it_is_read_again_when_her_name_is_taken_out(cast):
    ours = hers(cast)
    named = ours.named.get()
    consents.revoke(named, by=cast.secretary)
    typed = {"name": NAME, "reason": "Chị Đỗ Thị Hương khởi xướng.", "how": ours.how, "target": ours.target}
    address = reverse("practices:named_remove", args=[named.pk])
    refused = cast.client("secretary").post(address, typed).content.decode()
    assert "Trong bài còn nêu “Đỗ Thị Hương”" in refused
    cast.client("secretary").post(address, typed | {"reason": "Một đảng viên khởi xướng."})
    ours.refresh_from_db()
    assert (ours.subject_name, ours.subject, ours.person) == ("Một cá nhân của đơn vị", "individual", None)
    page = read(cast, "far_secretary", ours.get_absolute_url())
    assert NAME in page and "Hương" not in page
    assert not Practice.objects.matching("do thi huong").exists()
    said = [event for event in Event.objects.about(ours) if event.verb.startswith("practice.consent")]
    assert all("Hương" not in f"{event.note}{event.after}" for event in said)


def test_everyone_named_is_asked_before_it_is_proposed(cast):
    ours = of_the_cell(cast, contact="Đồng chí Lò Thị Én, Phó Bí thư", names=["Giàng A Sử", " "])
    assert sorted((one.name, one.stands) for one in ours.named.all()) == [
        ("Giàng A Sử", "story"),
        ("Đồng chí Lò Thị Én, Phó Bí thư", "contact"),
    ]
    with pytest.raises(BadInput, match="Giàng A Sử.*Lò Thị Én|Lò Thị Én.*Giàng A Sử"):
        proposed(ours, cast.secretary)
    actions.edit(ours, by=cast.secretary, consented=True)
    one = proposed(ours, cast.secretary).named.first()
    assert (one.way, one.recorded_by) == ("word", "Nguyễn Thị Lan, Bí thư chi bộ")
    consents.revoke(one, by=cast.secretary)
    with pytest.raises(BadInput, match="đồng ý"):
        actions.accept(ours, by=cast.committee, seen=SEEN)


def test_who_is_a_member_of_the_unit_answers_for_herself(cast):
    ours = of_the_cell(cast, contact="Đồng chí Bùi Văn Thắng", names=["Đỗ Thị Hương"])
    assert [str(one.title) for one in asking.items(cast.member)] == ["Đồng chí được nêu tên trong 1 mô hình"]
    mine = ours.named.get(person=cast.member.person)
    assert ours.named.get(stands="contact").person == cast.colleague.person
    for who in (cast.secretary, cast.colleague, cast.leader):
        with pytest.raises(NotAllowed):
            consents.agree(mine, by=who)
    consents.agree(mine, by=cast.member)
    assert Consent.objects.get(pk=mine.pk).agrees and list(asking.items(cast.member)) == []
    with pytest.raises(Conflict):
        consents.agree(mine, by=cast.member)


def test_only_she_and_her_unit_take_it_back(cast):
    named = hers(cast).named.get()
    for who in (cast.colleague, cast.committee, cast.leader, cast.far_secretary):
        with pytest.raises(NotAllowed):
            consents.revoke(named, by=who)


def test_a_paper_is_asked_for(cast):
    named = of_a_member(cast).named.get()
    with pytest.raises(BadInput, match="Đính kèm"):
        consents.record_agreement(named, by=cast.secretary, way="paper", agreed_on=cast.today)


def test_who_takes_it_over_does_not_carry_the_names(cast):
    ours = running(cast, hardest="Một mình Lò Thị Én trực.", names=["Lò Thị Én"], consented=True)
    theirs = adoptions.adopt(ours, by=cast.other_secretary).practice
    assert theirs.hardest == "Một mình người phụ trách trực." and not theirs.named.exists()
    page = read(cast, "other_secretary", theirs.get_absolute_url())
    assert ours.name in page
    consents.revoke(ours.named.get(), by=cast.secretary)
    panel = reverse("adoptions:panel", args=[theirs.pk])
    assert "mô hình nay không giới thiệu" in read(cast, "other_secretary", panel)


def test_the_box_is_not_ticked_for_anybody(cast):
    page = read(cast, "secretary", reverse("practices:new"))
    box = page[page.index('name="consent"') - 80 :][:200]
    assert "checked" not in box


def test_neither_history_nor_what_is_shared_names_her(cast):
    ours = of_a_member(cast, name="Mười gia đình của Đỗ Thị Hương")
    ours = actions.accept(proposed(ours, cast.member), by=cast.secretary, seen=SEEN)
    labels = {event.subject_label for event in Event.objects.about(ours)}
    assert labels == {"Mười gia đình của người thực hiện"}
    page = read(cast, "far_secretary", ours.get_absolute_url())
    shared = page[page.index('id="chia-se"') :].split("</p>")[0]
    assert "Hương" not in shared and ours.get_absolute_url() in shared and "Sao chép liên kết" in page
