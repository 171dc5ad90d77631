"""One page of every place that names me; what was agreed to is kept as it stood; old addresses lead here."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lantoa.commendations.tests.stories import individual, recorded
from lantoa.consents import actions
from lantoa.consents.models import Consent
from lantoa.exemplars.actions import Name, edit, remove_name
from lantoa.exemplars.tests.stories import of_a_member, of_the_group
from lantoa.foundation.errors import NotAllowed
from lantoa.practices.tests import stories as practices

MINE = reverse("consents:naming_me")


def text_of(page):
    return " ".join(page.content.decode().split())


def in_every_room(cast):
    """She is named in a deed, in a way of working and in a decision that commends her."""
    deed = of_a_member(cast).named.get()
    work = practices.proposed(practices.of_a_member(cast), cast.member).named.get()
    return deed, work, recorded(cast, individual(cast.cell, cast.member.person)).commendations.get()


def test_one_page_gathers_every_place_that_names_me(cast):
    in_every_room(cast)
    page = text_of(cast.client("member").get(MINE))
    for heading in ("Mô hình", "Khen thưởng", "Gương, điển hình"):
        assert heading in page
    assert page.count("Đồng ý được nêu tên") == 2 and page.count("Rút đồng ý nêu tên") == 1
    assert "Chưa có nơi nào nêu tên đồng chí." in text_of(cast.client("colleague").get(MINE))


def test_each_is_answered_and_taken_back_there(cast):
    deed, _work, award = in_every_room(cast)
    client = cast.client("member")
    for to in (reverse("consents:agree", args=[deed.pk]), reverse("commendations:agree", args=[award.pk])):
        assert client.post(to).url == MINE
    assert Consent.objects.agreeing().count() == 3
    for one in Consent.objects.all():
        assert client.post(reverse("consents:revoke", args=[one.pk])).url == MINE
    assert not Consent.objects.agreeing().exists() and not award.publish_consent


def test_the_words_she_agreed_to_are_kept_as_they_stood(cast):
    deed = of_a_member(cast)
    mine = actions.agree(deed.named.get(), by=cast.member)
    assert mine.words == f"{deed.title}\n{deed.story}" and mine.version == 1
    edit(deed, by=cast.secretary, story="Nhà nghèo nhất bản vẫn hiến đất.")
    mine.refresh_from_db()
    assert (mine.agrees, mine.words, mine.version) == (False, "", 2)
    actions.agree(mine, by=cast.member)
    assert "Nhà nghèo nhất bản" in text_of(cast.client("member").get(MINE))


def test_a_page_says_when_it_reads_otherwise_since_she_agreed(cast):
    work = practices.of_the_cell(cast, names=["Lò Thị Én"], consented=True)
    page = cast.client("secretary").get(work.get_absolute_url())
    assert "bài đã sửa sau khi đồng ý" not in text_of(page)
    practices.actions.edit(work, by=cast.secretary, how="Chọn hai tối cố định.")
    assert "bài đã sửa sau khi đồng ý" in text_of(cast.client("secretary").get(work.get_absolute_url()))


def test_whoever_is_deleted_from_the_text_leaves_no_row(cast):
    deed = of_a_member(cast)
    deed.delete()
    assert not Consent.objects.exists()


def test_a_name_without_an_account_is_not_agreed_for_by_pressing(cast):
    row = practices.of_the_cell(cast, names=["Lò Thị Én"]).named.get()
    with pytest.raises(NotAllowed):
        actions.agree(row, by=cast.secretary)


@pytest.mark.parametrize("act, page", [("ghi", "record"), ("rut", "revoke"), ("bo-ten", "")])
def test_an_address_of_before_leads_to_the_page_of_now(cast, act, page):
    row = of_a_member(cast).named.get()
    Consent.objects.filter(pk=row.pk).update(former_id=41)
    to = reverse(f"consents:{page}" if page else "exemplars:remove_name", args=[row.pk])
    moved = cast.client("secretary").post(f"/dien-hinh/neu-ten/41/{act}/")
    assert (moved.status_code, moved.url) == (307, to)
    assert cast.client("member").get("/dien-hinh/neu-ten-toi/").url == MINE


def test_an_agreement_that_cannot_be_shown_is_none(cast):
    row = of_a_member(cast).named.get()
    for wrong in ({"way": "paper"}, {"way": "word"}, {"way": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.filter(pk=row.pk).update(agreed_on=cast.today, **wrong)


def test_taking_a_name_out_leaves_what_the_others_agreed_to(cast):
    deed = of_the_group(cast, names=[Name("Lò Thị Én"), Name("Giàng A Sử")])
    for one in deed.named.all():
        actions.record_agreement(one, by=cast.secretary, way="word", agreed_on=cast.today)
    remove_name(deed.named.first(), by=cast.secretary, title=deed.title, story="Bốn nhà làm thử.")
    assert deed.named.get().agrees


def test_nobody_else_writes_down_or_takes_back_what_she_said(cast):
    """Who is neither named nor answers for the thing, whatever her role."""
    named = of_a_member(cast).named.get()
    agreed = actions.agree(of_a_member(cast, title="Dạy chữ buổi tối").named.get(), by=cast.member)
    for by in (cast.colleague, cast.other_secretary, cast.leader, cast.administrator):
        with pytest.raises(NotAllowed):
            actions.record_agreement(named, by=by, way="word", agreed_on=cast.today)
        with pytest.raises(NotAllowed):
            actions.revoke(agreed, by=by)


def test_who_answers_for_it_does_not_agree_as_if_she_had_pressed(cast):
    with pytest.raises(NotAllowed, match="chính người được nêu tên"):
        actions.record_agreement(
            of_a_member(cast).named.get(), by=cast.secretary, way="account", agreed_on=cast.today
        )
