"""Upward: nobody silent below blocks anybody above, who is missing is exact, and a signed number never changes."""

from __future__ import annotations

import pytest

from lantoa.foundation import heard
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.organisation import actions as organisation
from lantoa.rounds import actions, adding
from lantoa.rounds.heard import ASKED
from lantoa.rounds.models import Answer
from lantoa.rounds.tests import stories

pytestmark = pytest.mark.django_db
SILENT = "Chi bộ báo mất mạng, đã gọi điện hai lần."


@pytest.fixture
def found(cast):
    """One number is asked of the cells, their communes and the province."""
    return stories.one_figure(cast)


def now(found, unit):
    told = adding.now_of(stories.answer_of(found, unit))
    return told.of(found.items.get().pk).amount.value, told.told, told.due


def test_a_sum_with_a_gap_is_sent_with_its_reason_and_names_who_is_missing(cast, found):
    stories.send(found, cast.secretary, 3)
    with pytest.raises(BadInput, match="Còn 1 nơi thiếu"):
        stories.send(found, cast.committee, 2)
    sum_ = stories.send(found, cast.committee, 2, SILENT)
    assert stories.total(sum_) == 5 and (sum_.told, sum_.due) == (1, 2)
    assert [gap["name"] for gap in sum_.gaps] == ["Chi bộ thôn Nà Lùng"] and sum_.gaps_why == SILENT
    assert stories.answer_of(found, cast.cell).status == "accepted"


def test_a_silent_level_between_is_passed_over_and_named(cast, found):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.far_secretary, 4)
    top = stories.send(found, cast.officer, 1, SILENT)
    assert stories.total(top) == 8 and (top.told, top.due) == (2, 3)
    assert {(gap["name"], gap["why"]) for gap in top.gaps} == {
        ("Đảng bộ xã An Phú", "unconfirmed"),
        ("Chi bộ thôn Nà Lùng", "silent"),
        ("Đảng bộ xã Nậm Khao", "unconfirmed"),
    }
    assert top.status == "accepted" and top.is_of_the_top


def test_what_comes_late_is_an_addendum_and_the_signed_number_stays(cast, found):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.committee, None, SILENT)
    top = stories.send(found, cast.officer, None, SILENT)
    stories.send(found, cast.other_secretary, 4)
    assert stories.total(stories.answer_of(found, cast.commune)) == 3 and stories.total(top) == 3
    assert now(found, cast.commune) == (7, 2, 2) and now(found, cast.province) == (7, 2, 3)
    page = cast.client("officer").get(top.get_absolute_url()).content.decode()
    assert "Bổ sung sau khi gửi" in page and "Chi bộ thôn Nà Lùng" in page and "+4" in page
    gaps = adding.now_of(top).gaps
    assert [gap.name for gap in gaps] == ["Đảng bộ xã Nậm Khao", "Chi bộ bản Pa Khao"] or len(gaps) == 2


def test_late_between_changes_no_number_but_the_list_of_who_is_missing(cast, found):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.other_secretary, 4)
    top = stories.send(found, cast.officer, None, SILENT)
    assert stories.total(top) == 7
    stories.send(found, cast.committee, 2)
    assert stories.total(stories.answer_of(found, cast.province)) == 7 and now(found, cast.province)[0] == 9


def test_reopened_by_two_the_change_is_an_addendum(cast, found):
    answer = stories.send(found, cast.secretary, 3)
    stories.send(found, cast.committee, None, SILENT)
    with pytest.raises(Conflict, match="Mở lại"):
        actions.give_back(stories.answer_of(found, cast.cell), by=cast.committee, reason="Số chưa đúng.")
    answer = stories.answer_of(found, cast.cell)
    actions.ask_to_reopen(answer, by=cast.secretary, reason="Ghi thừa một buổi.")
    with pytest.raises(NotAllowed, match="hai người"):
        actions.reopen(answer, by=cast.secretary)
    actions.reopen(answer, by=cast.committee)
    assert now(found, cast.commune)[0] == 3
    stories.send(found, cast.other_secretary, 1)
    assert now(found, cast.commune)[0] == 4
    stories.send(found, cast.secretary, 2)
    assert (
        now(found, cast.commune) == (3, 2, 2) and stories.total(stories.answer_of(found, cast.commune)) == 3
    )


def test_the_second_may_say_no_and_what_was_sent_stays(cast, found):
    answer = stories.send(found, cast.secretary, 3)
    client, url = cast.client("secretary"), answer.get_absolute_url()
    client.post(f"{url}xin-mo-lai/", {"reason": "Ghi thừa một buổi."})
    page = cast.client("committee").get(url).content.decode()
    assert "Đồng ý mở lại" in page and "Ghi thừa một buổi." in page
    cast.client("committee").post(f"{url}khong-mo-lai/")
    assert stories.answer_of(found, cast.cell).status == "sent"
    assert cast.client("committee").post(f"{url}mo-lai/").status_code == 409


def test_persons_are_counted_again_and_never_added(cast):
    found = stories.opened(cast, figures=["registrations.people"], prose=[])
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.other_secretary, 3)
    sum_ = stories.send(found, cast.committee, 5)
    assert stories.total(sum_) == 5 and sum_.lines.get().below is None


def test_who_does_not_know_adds_nothing_and_is_counted_as_not_knowing(cast, found):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.other_secretary, None)
    line = stories.send(found, cast.committee, None).lines.get()
    assert (line.below, line.below_told, line.below_unknown) == (3, 1, 1)


@pytest.fixture
def merged(cast):
    """The other cell goes into the first one, when the story says so."""

    def merge():
        organisation.merge([cast.other_cell], into=cast.cell, on=cast.today, by=cast.system)
        heard.hear(ASKED)

    return merge


def test_a_cell_that_was_merged_is_no_gap_its_heir_speaks_for_it(cast, found, merged):
    merged()
    stories.send(found, cast.secretary, 7)
    sum_ = stories.send(found, cast.committee, None)
    assert stories.total(sum_) == 7 and (sum_.told, sum_.due, sum_.gaps) == (1, 1, [])
    with pytest.raises(Conflict, match="kế tục"):
        stories.send(found, cast.other_secretary, 2)


def test_what_both_had_sent_before_the_merger_is_counted_once(cast, found, merged):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.other_secretary, 4)
    top = stories.send(found, cast.committee, None)
    merged()
    assert now(found, cast.commune)[0] == 7 and stories.total(top) == 7


def test_sent_before_the_merger_and_told_again_by_the_heir_after_it(cast, found, merged):
    stories.send(found, cast.other_secretary, 4)
    stories.send(found, cast.committee, None, SILENT)
    merged()
    stories.send(found, cast.secretary, 7)
    assert now(found, cast.commune)[0] == 7


def test_a_cell_founded_while_the_round_is_open_is_asked_too(cast, found):
    new = organisation.found(
        name="Chi bộ thôn Mới", parent=cast.commune, kind="party", level="cell", on=cast.today, by=cast.system
    )
    heard.hear(ASKED)
    assert Answer.objects.filter(round=found, unit=new).exists()


def test_many_are_received_at_once_after_looking_at_what_was_corrected(cast, found):
    stories.send(found, cast.secretary, 3)
    stories.send(found, cast.other_secretary, 4)
    client, url = cast.client("committee"), f"{found.get_absolute_url()}?loc=sent"
    page = client.get(url).content.decode()
    assert page.count('name="answers"') == 2 and stories.WHY in page
    keys = list(found.answers.filter(status="sent").values_list("pk", flat=True))
    said = client.post(f"{found.get_absolute_url()}nhan/", {"answers": keys}, follow=True).content.decode()
    assert "Đã nhận số liệu của 2 đơn vị." in said
    assert found.answers.filter(status="accepted").count() == 2
    assert client.post(f"{found.get_absolute_url()}nhan/", {"answers": keys}).status_code == 409


def test_the_officer_receives_no_cells_past_their_commune(cast, found):
    answer = stories.send(found, cast.secretary, 3)
    refused = cast.client("officer").post(f"{found.get_absolute_url()}nhan/", {"answers": [answer.pk]})
    assert refused.status_code == 403


def test_who_sent_it_for_the_unit_does_not_receive_it_above(cast, found):
    """She holds a post on both levels: another person of the level above takes it, or gives it back."""
    answer = stories.send(found, cast.committee, 2, SILENT)
    Answer.objects.filter(pk=answer.pk).update(sent_by=cast.officer.person)
    answer.refresh_from_db()
    with pytest.raises(NotAllowed, match="."):
        actions.accept(answer, by=cast.officer)
    with pytest.raises(NotAllowed, match="."):
        actions.give_back(answer, by=cast.officer, reason="Xem lại số.")
    assert Answer.objects.get(pk=answer.pk).status == "sent"
